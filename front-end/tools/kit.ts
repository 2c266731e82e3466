// What the tests of tools share: a folder of their own in which a program of node_modules is run.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fromRoot } from "../../scripts/lib/paths.js";
import { runCommand } from "../../scripts/lib/process.js";

const HERE = fromRoot("front-end");

/** An empty folder below node_modules of this one, so that all that is installed here is found in there. */
export async function emptyFolder(name: string): Promise<string> {
  const folder = join(HERE, "made/projects", name);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await mkdir(folder, { recursive: true });
  return folder;
}

export const programPath = (program: string) => join(HERE, "node_modules", program);

/** What a reader's terminal has; under vitest it also says that a test is running, and that is not the program's. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV, VITEST, NODE_OPTIONS, ...env } = process.env;
  return env;
}

/** What a program says; fails with it unless it ends well. */
export async function run(cwd: string, program: string, ...args: string[]): Promise<string> {
  const env = ownEnvironment();
  const path = programPath(program);
  const { code, stdout, stderr } = await runCommand(process.execPath, [path, ...args], { cwd, env });
  if (code !== 0) throw new Error(`${program} ended with status ${code}.\n${stdout}${stderr}`);
  return stdout + stderr;
}
