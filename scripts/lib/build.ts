// Builds what is published: JavaScript modules, their types, and the spec as JSON.
import { cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Stop } from "../../src/cli/stop.js";
import { replaceFolder } from "./files.js";
import { fromRoot, GENERATED, shown, TSC_CLI } from "./paths.js";
import { runCommand } from "./process.js";

/** What was there before stays until all is built. */
export async function build(output: string): Promise<void> {
  await mustBeOurs(output);
  await replaceFolder(output, async (aside) => {
    for (const project of ["tsconfig.build.json", "tsconfig.build.sandbox.json"]) {
      await compile(fromRoot(project), aside);
    }
    await cp(join(GENERATED, "openapi.json"), join(aside, "generated/openapi.json"));
  });
}

/** What is there is replaced, so it must be an earlier build or nothing: it may have been named by mistake. */
async function mustBeOurs(output: string): Promise<void> {
  const names = await readdir(output).catch((error): string[] => {
    if (error.code !== "ENOENT") throw error;
    return [];
  });
  if (names.length > 0 && !names.includes("generated"))
    throw new Stop(
      `${shown(output)} is no earlier build, so it is not replaced: name another folder with --out.`,
    );
}

/** The compiler says for each file that the disk took none, which is said once. */
async function compile(project: string, output: string): Promise<void> {
  const { code, stdout, stderr } = await runCommand(process.execPath, [
    TSC_CLI,
    "-p",
    project,
    "--outDir",
    output,
  ]);
  const [, refusal] = /Could not write file .*: (E[A-Z]+)/.exec(stdout) ?? [];
  if (refusal !== undefined) throw Object.assign(new Error(stdout), { code: refusal, path: output });
  if (code !== 0) throw new Stop(`${stdout}${stderr}The code does not compile; nothing was written.`);
}
