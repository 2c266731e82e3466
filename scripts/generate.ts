// npm run generate: the spec → src/generated/, code → the tables of docs/. Same input, same bytes.
import { resolve } from "node:path";
import { changedFiles, differences, removeStrangers, writeAside } from "./lib/files.js";
import { generate } from "./lib/generate.js";
import { generatedPages } from "./lib/pages.js";
import { DOCS, GENERATED, SPEC, shown } from "./lib/paths.js";
import { script } from "./lib/script.js";

export default script({
  name: "generate",
  summary: "Write src/generated/ from the spec, and the tables of docs/ from the code.",
  options: {
    spec: { takes: "FILE", does: "Spec to read.", default: "openapi/openapi.yaml" },
    out: {
      takes: "FOLDER",
      does: "Folder to write. With another than the default, docs/ is left alone: for trying a spec.",
      default: "src/generated",
    },
  },
  examples: [
    ["", "after a change of the spec"],
    ["--spec changed.yaml --out tried", "see what a spec would generate"],
  ],
  async run({ spec = SPEC, out = GENERATED }) {
    const folder = resolve(out);
    const files = await generate(resolve(spec));
    // Elsewhere the folder may be somebody's own, so only here everything else goes.
    const own = folder === resolve(GENERATED);
    const changed = await (own ? differences : changedFiles)(folder, files);
    await writeAside(folder, files);
    if (own) await removeStrangers(folder, files);
    console.log(
      changed.length === 0
        ? `${shown(folder)} is up to date`
        : `wrote ${shown(folder)}: ${changed.join(", ")}`,
    );
    if (own) await writePages();
  },
});

async function writePages(): Promise<void> {
  const pages = await generatedPages();
  const changed = await changedFiles(DOCS, pages);
  if (changed.length === 0) return;
  await writeAside(DOCS, pages);
  console.log(`wrote ${shown(DOCS)}: ${changed.join(", ")}`);
}
