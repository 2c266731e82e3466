// What can be checked of a command without running it: that npm has the script, and the script the options.
import { readFileSync } from "node:fs";
import { fromRoot } from "../scripts/lib/paths.js";
import { runNode } from "./helpers.js";

const manifest = JSON.parse(readFileSync(fromRoot("package.json"), "utf8")) as {
  name: string;
  scripts: Record<string, string>;
  bin?: unknown;
  [section: string]: unknown;
};
const KNOWN = [
  manifest.name,
  ...["dependencies", "devDependencies"].flatMap((name) => Object.keys(manifest[name] ?? {})),
];

/** One command a line, without comments, `&&` and continuations. */
export function commands(code: string): string[][] {
  return code
    .replaceAll(/\\\n/g, " ")
    .split(/\n|&&/)
    .map((line) => line.replace(/(^|\s)#.*/, "").trim())
    .filter(Boolean)
    .map((line) => line.split(/\s+/));
}

/** Commands that install, start something that stays, or prepare: read rather than run. */
export const isRead = ([program = ""]: string[]): boolean => /^(npm|npx|mkdir|cd)$/.test(program);

/** What is wrong with a command that is read; undefined if nothing is. */
export async function problemOf([program, verb = "", ...rest]: string[]): Promise<string | undefined> {
  if (program === "npx") return hasBin(verb) ? undefined : `there is no ${verb} to run`;
  if (program !== "npm" || /^(ci|init)$/.test(verb)) return undefined;
  if (/^(i|install)$/.test(verb)) return rest.map(notInstalled).find(Boolean);
  const [script = "", dashes, ...options] = verb === "run" ? rest : [verb, ...rest];
  if (!(script in manifest.scripts)) return `package.json has no script ${script}`;
  if (dashes === undefined) return undefined;
  return dashes === "--"
    ? refusedOption(script, options)
    : `npm takes ${dashes} for itself: put -- before it`;
}

function hasBin(name: string): boolean {
  return name === manifest.name ? manifest.bin !== undefined : KNOWN.includes(name);
}

function notInstalled(name: string): string | undefined {
  return name.startsWith("-") || KNOWN.includes(name)
    ? undefined
    : `${name} is no dependency that is tested here`;
}

const STOP = "--no-such-option";

/** Our scripts read all options first and stop at the first that they do not know: it has to be this one. */
async function refusedOption(script: string, options: string[]): Promise<string | undefined> {
  const [, file] = /^node --import tsx (\S+)$/.exec(manifest.scripts[script] ?? "") ?? [];
  if (!file) return `the options of ${script} cannot be checked: it is not one of our own scripts`;
  const { output } = await runNode(["--import", "tsx", fromRoot(file), ...options, STOP]);
  return output.includes(`Unknown option '${STOP}'`) ? undefined : output;
}
