// From the path of a spec to what is generated from it.
import { differences, type Files, removeStrangers, writeAside } from "./files.js";
import { GENERATED, SPEC, shown } from "./paths.js";
import { readSpec } from "./spec.js";

/** Loads openapi-typescript, which takes 1.5 s, while the linter runs in its own process. */
export async function generate(specPath: string): Promise<Files> {
  const [spec, { generatedFiles }] = await Promise.all([readSpec(specPath), import("./generated.js")]);
  return generatedFiles(spec);
}

/** Lints the spec, and makes anew what is stale. */
export async function regenerate(): Promise<void> {
  const files = await generate(SPEC);
  const stale = await differences(GENERATED, files);
  if (stale.length === 0) return;
  await writeAside(GENERATED, files);
  await removeStrangers(GENERATED, files);
  console.log(`regenerated ${stale.map((name) => `${shown(GENERATED)}/${name}`).join(", ")}`);
}
