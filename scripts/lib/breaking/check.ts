// The whole check: what callers notice since the base, and whether a changeset says what breaks them.
import { announcement, levelsThatBreak } from "./announced.js";
import { compareSpecs } from "./compare.js";
import { newChangesets, readBase, readNow } from "./sources.js";

export interface Question {
  /** Git ref or file. */
  base: string;
  /** Path of the spec of now. */
  spec: string;
  /** Folder of the pending changesets. */
  changesets: string;
  manifest: { name: string; version: string };
}

export interface Verdict {
  report: string[];
  /** Why it must not go on like this. */
  refusal?: string;
}

export async function checkBreaking({ base: name, spec, changesets, manifest }: Question): Promise<Verdict> {
  const base = await readBase(name);
  const changes = await compareSpecs({ before: base.spec, after: await readNow(spec) });
  const report = changes.map(({ line }) => line);
  if (report.length === 0) return { report: [`No change since ${name} that a program can notice.`] };
  if (!changes.some(({ breaking }) => breaking))
    return { report: [...report, `Nothing breaks since ${name}.`] };
  const said = announcement(await newChangesets(changesets, base.ref), manifest);
  if (said) return { report: [...report, `${said.name} says that this breaks callers.`] };
  const [level] = levelsThatBreak(manifest.version);
  const refusal = `This breaks callers, and no changeset that is new since ${name} says so: run \`npx changeset\`, choose ${level}, and begin a line with "Breaking:".`;
  return { report, refusal };
}
