// Runs the contract in a runtime with a command line.
import { mustRun } from "../../scripts/lib/process.js";
import type { Outcome, Suite } from "./suite.js";

const LIMIT_MS = 120_000;

/** `args` come before the script's path. */
export function runAsCommand(args: string[]) {
  return async (program: string, { folder, command }: Suite, serverUrl: string): Promise<Outcome> => {
    const output = await mustRun(program, [...args, command, serverUrl], {
      cwd: folder,
      timeoutMs: LIMIT_MS,
    });
    return { version: await programVersion(program), results: JSON.parse(output) };
  };
}

/** The first version number in what `--version` prints. */
export async function programVersion(program: string): Promise<string> {
  const output = await mustRun(program, ["--version"]);
  return /\d+[.-]\d+[.\d-]*/.exec(output)?.[0] ?? output.trim();
}
