// npm run check:breaking: what callers notice of the spec's changes. Fails if something breaks them and no new
// changeset says so.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Stop } from "../src/cli/stop.js";
import { checkBreaking } from "./lib/breaking/check.js";
import { CHANGESETS, fromRoot, SPEC } from "./lib/paths.js";
import { script } from "./lib/script.js";

export default script({
  name: "check:breaking",
  summary: "List what callers notice of the spec's changes, and fail if it breaks them unannounced.",
  options: {
    base: { takes: "REF|FILE", does: "What to compare with: a git ref or a spec. Required." },
    spec: { takes: "FILE", does: "Spec to look at.", default: "openapi/openapi.yaml" },
    changesets: { takes: "FOLDER", does: "Changesets that may announce it.", default: ".changeset" },
  },
  examples: [["--base main", "what this branch changes for callers"]],
  async run({ base, spec = SPEC, changesets = CHANGESETS }) {
    if (!base) throw new Stop("--base is missing: give a git ref or a file, such as `-- --base main`.");
    const manifest = JSON.parse(await readFile(fromRoot("package.json"), "utf8"));
    const question = { base, spec: resolve(spec), changesets: resolve(changesets), manifest };
    const { report, refusal } = await checkBreaking(question);
    console.log(report.join("\n"));
    if (refusal) throw new Stop(refusal);
  },
});
