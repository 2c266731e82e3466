// What can be checked of a command without running it: that npm has the script, and the script the options.
import { readFileSync } from "node:fs";
import { fromRoot } from "../scripts/lib/paths.js";
import { main } from "../src/cli/main.js";
import { type Ran, runScript } from "./helpers.js";

const read = (path: string) => JSON.parse(readFileSync(fromRoot(path), "utf8"));
const manifest = read("package.json") as {
  name: string;
  scripts: Record<string, string>;
  [section: string]: unknown;
};
const KNOWN = [
  manifest.name,
  ...["dependencies", "devDependencies"].flatMap((name) => Object.keys(manifest[name] ?? {})),
  ...Object.keys(read("front-end/package.json").devDependencies),
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
  if (program === "npx" && verb === manifest.name) return refused(main([...rest, STOP]));
  if (program === "npx") return KNOWN.includes(verb) ? undefined : `there is no ${verb} to run`;
  if (program !== "npm" || /^(ci|init|create)$/.test(verb)) return undefined;
  if (/^(i|install)$/.test(verb)) return rest.map(notInstalled).find(Boolean);
  const [script = "", dashes, ...options] = verb === "run" ? rest : [verb, ...rest];
  if (!(script in manifest.scripts)) return `package.json has no script ${script}`;
  if (dashes === undefined) return undefined;
  if (dashes !== "--") return `npm takes ${dashes} for itself: put -- before it`;
  const [, file] = /^node scripts\/run\.js (\S+)$/.exec(manifest.scripts[script] ?? "") ?? [];
  return file
    ? refused(runScript(file, ...options, STOP))
    : `${script} is no script of ours: its options cannot be checked`;
}

function notInstalled(name: string): string | undefined {
  return name.startsWith("-") || KNOWN.includes(name)
    ? undefined
    : `${name} is no dependency that is tested here`;
}

const STOP = "--no-such-option";

/** Our commands read all options first and stop at the first that they do not know: it has to be this one. */
async function refused(run: Promise<unknown>): Promise<string | undefined> {
  const output = await run.then(
    (ran) => (ran as Ran | undefined)?.output ?? "it was not refused",
    (error: Error) => error.message,
  );
  return output.includes(`Unknown option '${STOP}'`) ? undefined : output;
}
