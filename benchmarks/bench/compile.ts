// What a program costs TypeScript, in a consumer's folder.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TSC_CLI } from "../../scripts/lib/paths.js";
import { mustRun } from "../../scripts/lib/process.js";

/** Type instantiations of the smallest program that cancels one order. */
export const COMPILE_BUDGET = 1_000;

export interface CompileCost {
  instantiations: number;
  types: number;
  checkSeconds: number;
}

/** As a strict consumer has it; `skipLibCheck` because every template has it. */
export const OPTIONS = {
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "nodenext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

/** `options` replace those of the compiler that are given. */
export async function compileCost(
  folder: string,
  program: string,
  options: object = {},
): Promise<CompileCost> {
  await writeFile(join(folder, "program.ts"), program);
  const config = { compilerOptions: { ...OPTIONS, ...options }, files: ["program.ts"] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const output = await mustRun(process.execPath, [TSC_CLI, "-p", folder, "--extendedDiagnostics"]);
  return {
    instantiations: figure(output, "Instantiations"),
    types: figure(output, "Types"),
    checkSeconds: figure(output, "Check time"),
  };
}

function figure(output: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(output)?.[1]);
}
