// npm run generate: the spec → src/generated/, code → the tables and pictures of docs/. Same input, same bytes.
// Options: --spec FILE, --out FOLDER (both for trying a spec without touching this one).
import { resolve } from "node:path";
import { options, run } from "./lib/cli.js";
import { changedFiles, differences, writeAside } from "./lib/files.js";
import { generate } from "./lib/generate.js";
import { generatedPages } from "./lib/pages.js";
import { DOCS, GENERATED, SPEC, shown } from "./lib/paths.js";

await run(async () => {
  const { spec = SPEC, out = GENERATED } = options({ spec: "string", out: "string" });
  const files = await generate(resolve(spec));
  const changed = await differences(resolve(out), files);
  await writeAside(resolve(out), files);
  console.log(
    changed.length === 0 ? `${shown(out)} is up to date` : `wrote ${shown(out)}: ${changed.join(", ")}`,
  );
  if (resolve(out) === resolve(GENERATED)) await writePages();
});

/** The pages do not depend on where the spec is tried out, so trying one leaves them alone. */
async function writePages(): Promise<void> {
  const pages = await generatedPages();
  const changed = await changedFiles(DOCS, pages);
  if (changed.length === 0) return;
  await writeAside(DOCS, pages);
  console.log(`wrote ${shown(DOCS)}: ${changed.join(", ")}`);
}
