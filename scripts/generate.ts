// npm run generate: writes src/generated/ from the spec, and tables of docs/ from code. Same input, same bytes.
import { resolve } from "node:path";
import { changedFiles, type Files, removeStrangers, writeAside } from "./lib/files.js";
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
      does: "Folder to write. With another folder than the default, docs/ is not touched.",
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
    if (folder === resolve(GENERATED)) await replaceAll(folder, files);
    else await writeChanged(folder, files);
  },
});

/** Other files are removed from this folder only: another folder may belong to the person who named it. */
async function replaceAll(folder: string, files: Files): Promise<void> {
  await removeStrangers(folder, files);
  await writeChanged(folder, files);
  await writeChanged(DOCS, await generatedPages());
}

async function writeChanged(folder: string, files: Files): Promise<void> {
  const changed = await changedFiles(folder, files);
  await writeAside(folder, files);
  if (changed.length > 0) console.log(`wrote ${shown(folder)}: ${changed.join(", ")}`);
  else console.log(`${shown(folder)} is up to date`);
}
