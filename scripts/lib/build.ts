// Builds what is published: JavaScript modules, their types, the spec as JSON, and its answers as Prism renders
// them. May use TypeScript's command, the sandbox's renderer and the rest of this folder.
import { cp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SHIPPED, toText } from "../../src/sandbox/node/answers.js";
import { renderAll } from "../../src/sandbox/node/render.js";
import { fromRoot, GENERATED, TSC_CLI } from "./paths.js";
import { mustRun } from "./process.js";

/** Builds aside, and puts the result in place of the earlier one only when all is there. */
export async function build(output: string): Promise<void> {
  const aside = `${output}.${process.pid}.tmp`;
  try {
    for (const project of ["tsconfig.build.json", "tsconfig.build.sandbox.json"]) {
      await mustRun(process.execPath, [TSC_CLI, "-p", fromRoot(project), "--outDir", aside]);
    }
    const spec = join(aside, "generated/openapi.json");
    await cp(join(GENERATED, "openapi.json"), spec);
    await writeFile(join(aside, "sandbox/node", SHIPPED), await renderedAnswers(spec));
    await replaceFolder(aside, output);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** The users' sandbox reads this, so that it needs no Prism and starts at once. */
async function renderedAnswers(spec: string): Promise<string> {
  return toText(await renderAll(JSON.parse(await readFile(spec, "utf8"))));
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
