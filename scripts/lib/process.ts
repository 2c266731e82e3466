// Runs a command to its end and keeps what it printed.
import { spawn } from "node:child_process";
import { Stop } from "../../src/cli/stop.js";
import { ROOT } from "./paths.js";

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** The command is ended after so many milliseconds. */
  timeoutMs?: number;
}

/** Never rejects because of a status; rejects when the command cannot be started. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd = ROOT, env = process.env, timeoutMs }: RunOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, timeout: timeoutMs, stdio: ["ignore", "pipe", "pipe"] });
    const ended: Ended = { code: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (ended.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (ended.stderr += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...ended, code }));
  });
}

/** As {@link runCommand}, and stops the script unless the command succeeds. Resolves with its output. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<string> {
  const { code, stdout, stderr } = await runCommand(command, args, options);
  if (code !== 0) {
    throw new Stop(`${command} ${args.join(" ")} ended with status ${code}.\n${stdout}${stderr}`.trimEnd());
  }
  return stdout;
}

/** How npm is called: by this Node, for on Windows its command is a script for a shell; outside of `npm run`, by name. */
export function npmCommand(args: readonly string[]): [command: string, args: string[]] {
  const path = process.env.npm_execpath;
  return path ? [process.execPath, [path, ...args]] : ["npm", [...args]];
}

export function npm(args: readonly string[], options?: RunOptions): Promise<string> {
  return mustRun(...npmCommand(args), options);
}
