// npm run check:breaking -- --base REF_OR_FILE: what callers notice of the spec's changes since then. Fails if
// something breaks them and no new changeset says so.
// Options: --base, --spec FILE, --changesets FOLDER (both for trying out).
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { announcement, levelsThatBreak } from "./lib/breaking/announced.js";
import { newChangesets, readBase } from "./lib/breaking/base.js";
import { compareSpecs } from "./lib/breaking/compare.js";
import { reportLines } from "./lib/breaking/report.js";
import { options, run, Stop } from "./lib/cli.js";
import { CHANGESETS, fromRoot, SPEC, shown } from "./lib/paths.js";
import { readSpec } from "./lib/spec.js";

await run(async () => {
  const {
    base: name,
    spec: path = SPEC,
    changesets: folder = CHANGESETS,
  } = options({ base: "string", spec: "string", changesets: "string" });
  if (!name) throw new Stop("--base is missing: give a git ref or a file, such as `-- --base main`.");
  const base = await readBase(name);
  const changes = compareSpecs(base.spec, await readSpec(resolve(path)));
  if (changes.length === 0) return console.log(`No change since ${name} that a program can notice.`);
  console.log(reportLines(changes).join("\n"));
  if (!changes.some(({ breaking }) => breaking)) return console.log(`Nothing breaks since ${name}.`);
  const manifest = JSON.parse(await readFile(fromRoot("package.json"), "utf8"));
  const said = announcement(await newChangesets(resolve(folder), base.ref), manifest);
  if (!said) throw new Stop(unsaid(name, manifest.version));
  console.log(`${shown(resolve(folder))}/${said.name} says that this breaks callers.`);
});

function unsaid(name: string, version: string): string {
  const [level] = levelsThatBreak(version);
  return `This breaks callers, and no changeset that is new since ${name} says so: run \`npm run changeset\`, choose ${level}, and begin a line with "Breaking:".`;
}
