// A command as this repository runs it: called by npm, its options in one table, one line for what a person can mend.
import { type Command, command, type Place, runCommand } from "../../src/cli/command.js";
import type { OptionTable } from "../../src/cli/options.js";
import { run, Stop } from "./cli.js";
import { shown } from "./paths.js";

/** npm has a short way to call these. */
const SHORT = ["start", "test"];
const CONTRIBUTING = "CONTRIBUTING.md";

export const REPOSITORY: Place = {
  call: (command) => `npm ${SHORT.includes(command) ? "" : "run "}${command} --`,
  page: (name) => (name === CONTRIBUTING ? name : `docs/${name}`),
};

/** A script for who works on this repository. */
export function runScript<const T extends OptionTable>(
  parts: Pick<Command<T>, "name" | "summary" | "options" | "run"> & Partial<Command<T>>,
): Promise<void> {
  return runHere(command({ about: [], examples: [], page: CONTRIBUTING, ...parts }));
}

export function runHere(command: Command): Promise<void> {
  return run(() => runCommand(command, REPOSITORY, process.argv.slice(2)).catch(stopAtSystem));
}

/** What the system refuses is nobody's bug: it is said in one line, as what a person can mend is. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: "this user may not read or write there",
  EBUSY: "it is in use",
  EDQUOT: "the quota of this user is used up",
  EISDIR: "a folder is there, where a file is expected",
  EMFILE: "too many files are open",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file is there, where a folder is expected",
  EPERM: "this user may not do this",
  EROFS: "it can only be read from",
  EXDEV: "it is on another disk",
  "mkdir EEXIST": "a file is there, where a folder is expected",
  "mkdir ENOENT": "no folder can be made there",
};

function stopAtSystem(error: NodeJS.ErrnoException): never {
  const { code = "", syscall, path } = error;
  const reason = REFUSALS[`${syscall} ${code}`] ?? REFUSALS[code];
  if (reason === undefined) throw error;
  const place = path === undefined ? "A file" : shown(path);
  throw new Stop(`${place}: ${reason} (${code}); nothing was written or started.`, { cause: error });
}
