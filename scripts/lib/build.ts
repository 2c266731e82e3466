// Builds what is published: JavaScript modules, their types, and the spec as JSON. May use TypeScript's
// command and the rest of this folder.
import { cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot, GENERATED, TSC_CLI } from "./paths.js";
import { mustRun } from "./process.js";

/** Builds aside, and puts the result in place of the earlier one only when all is there. */
export async function build(output: string): Promise<void> {
  const aside = `${output}.${process.pid}.tmp`;
  try {
    for (const project of ["tsconfig.build.json", "tsconfig.build.sandbox.json"]) {
      await mustRun(process.execPath, [TSC_CLI, "-p", fromRoot(project), "--outDir", aside]);
    }
    await cp(join(GENERATED, "openapi.json"), join(aside, "generated/openapi.json"));
    await replaceFolder(aside, output);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** A folder cannot be renamed onto another, so the earlier one steps aside and comes back on a failure. */
async function replaceFolder(aside: string, output: string): Promise<void> {
  const earlier = `${output}.${process.pid}.old`;
  const existed = await rename(output, earlier).then(
    () => true,
    () => false,
  );
  try {
    await rename(aside, output);
  } catch (error) {
    if (existed) await rename(earlier, output);
    throw error;
  }
  await rm(earlier, { recursive: true, force: true });
}
