// Builds what is published: JavaScript modules, their types, and the spec as JSON. May use TypeScript's
// command and the rest of this folder.
import { cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot, GENERATED, TSC_CLI } from "./paths.js";
import { mustRun } from "./process.js";

const CLIENT = "tsconfig.build.json";

/** Builds aside, and puts the result in place of the earlier one only when all is there. */
export async function build(output: string): Promise<void> {
  const aside = `${output}.${process.pid}.tmp`;
  try {
    for (const project of [CLIENT, "tsconfig.build.sandbox.json"]) await compile(project, aside);
    await cp(join(GENERATED, "openapi.json"), join(aside, "generated/openapi.json"));
    await replaceFolder(aside, output);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** The client alone, as a browser loads it: without types, which `npm run check:types` has checked. */
export function buildForBrowser(output: string): Promise<string> {
  return compile(CLIENT, output, "--noCheck", "--declaration", "false");
}

function compile(project: string, output: string, ...more: string[]): Promise<string> {
  return mustRun(process.execPath, [TSC_CLI, "-p", fromRoot(project), "--outDir", output, ...more]);
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
