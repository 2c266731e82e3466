// From the path of a spec to what is generated from it.
import type { Files } from "./files.js";
import { readSpec } from "./spec.js";

/** Loads openapi-typescript, which takes 1.5 s, while the linter runs in its own process. */
export async function generate(specPath: string): Promise<Files> {
  const [spec, { generatedFiles }] = await Promise.all([readSpec(specPath), import("./generated.js")]);
  return generatedFiles(spec);
}
