// Defines a script of this repository and runs it: npm names in its help, one line for every failure a person can fix.
import { type Command, command, type Place, runCommand } from "../../src/cli/command.js";
import type { OptionTable } from "../../src/cli/options.js";
import { run, Stop } from "../../src/cli/stop.js";
import { shown } from "./paths.js";

/** npm runs these without `run`. */
const SHORT = ["start", "test"];
const CONTRIBUTING = "CONTRIBUTING.md";

export const REPOSITORY: Place = {
  call: (name) => (SHORT.includes(name) ? `npm ${name} --` : `npm run ${name} --`),
  page: (name) => (name === CONTRIBUTING ? name : `docs/${name}`),
};

/** A script for contributors. Its file exports it, and `run.js` runs what the file exports. */
export function script<const T extends OptionTable>(
  parts: Pick<Command<T>, "name" | "summary" | "options" | "run"> & Partial<Command<T>>,
): Command {
  return command({ about: [], examples: [], page: CONTRIBUTING, ...parts });
}

/** Runs a script with these arguments. Rejects with a {@link Stop} for what the person who runs it can fix. */
export function runScript(
  one: Command,
  args: string[],
  place = REPOSITORY,
  print: (text: string) => void = console.log,
): Promise<void> {
  return runCommand(one, place, args, print).catch(stopAtSystem);
}

/** Runs a script as this process, with the arguments of this process. */
export function main(one: Command, place = REPOSITORY): Promise<void> {
  return run(() => runScript(one, process.argv.slice(2), place));
}

/** By error code, or by system call and error code. None of these is a bug of a script. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: "no permission to read or write there",
  EBUSY: "it is in use",
  EDQUOT: "your disk quota is used up",
  EISDIR: "a file was expected, but a folder is there",
  EMFILE: "too many files are open",
  ENOSPC: "the disk is full",
  ENOTDIR: "a folder was expected, but a file is there",
  EPERM: "this is not permitted",
  EROFS: "the disk is read-only",
  EXDEV: "it is on another disk",
  "mkdir EEXIST": "a folder was expected, but a file is there",
  "mkdir ENOENT": "a folder cannot be created there",
};

function stopAtSystem(error: NodeJS.ErrnoException): never {
  const { code = "", syscall, path } = error;
  const reason = SYSTEM_ERRORS[`${syscall} ${code}`] ?? SYSTEM_ERRORS[code];
  if (reason === undefined) throw error;
  const what = path ? shown(path) : "A file";
  throw new Stop(`${what}: ${reason} (${code}); nothing was written or started.`, { cause: error });
}
