// npm run check:breaking -- --base REF_OR_FILE: what callers notice of the spec's changes since then. Fails if
// something breaks them and no new changeset says so.
// Options: --base, --spec FILE, --changesets FOLDER (both for trying out).
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { checkBreaking } from "./lib/breaking/check.js";
import { options, run, Stop } from "./lib/cli.js";
import { CHANGESETS, fromRoot, SPEC } from "./lib/paths.js";

await run(async () => {
  const {
    base,
    spec = SPEC,
    changesets = CHANGESETS,
  } = options({ base: "string", spec: "string", changesets: "string" });
  if (!base) throw new Stop("--base is missing: give a git ref or a file, such as `-- --base main`.");
  const manifest = JSON.parse(await readFile(fromRoot("package.json"), "utf8"));
  const question = { base, spec: resolve(spec), changesets: resolve(changesets), manifest };
  const { report, refusal } = await checkBreaking(question);
  console.log(report.join("\n"));
  if (refusal) throw new Stop(refusal);
});
