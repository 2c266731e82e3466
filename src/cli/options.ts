// Owns the options of a command: one table is what they are read by, what the help lists, what the docs show.
import { parseArgs } from "node:util";
import { guess } from "./nearest.js";
import { Stop } from "./stop.js";

export interface Option {
  /** What stands for its value in the help: `N`, `FILE`. An option without one is a flag. */
  takes?: string;
  /** One sentence or two, range included. */
  does: string;
  /** What holds when it is left out. */
  default?: string;
  short?: string;
}

export type OptionTable = Readonly<Record<string, Option>>;
export type Values<T extends OptionTable> = {
  [K in keyof T]?: T[K] extends { takes: string } ? string : boolean;
};

/** Reads `--name value` and `--flag`; anything else stops the command and names what there is. */
export function readOptions<const T extends OptionTable>(table: T, args: string[]): Values<T> {
  const known = Object.entries(table).map(([name, { takes, short }]) => {
    const type = takes === undefined ? ("boolean" as const) : ("string" as const);
    return [name, short === undefined ? { type } : { type, short }] as const;
  });
  try {
    return parseArgs({ args, options: Object.fromEntries(known), strict: true }).values as Values<T>;
  } catch (error) {
    throw new Stop(problem(error as NodeJS.ErrnoException, table));
  }
}

function problem({ code, message }: NodeJS.ErrnoException, table: OptionTable): string {
  // What follows the first sentence is about how a program would be called that takes other arguments.
  const [reason = ""] = message.split(/\.\s/);
  const [, given = ""] = /'--?([\w-]+)/.exec(reason) ?? [];
  const row = table[given];
  if (row?.takes !== undefined) return `--${given} needs a value: ${usage(given, row)}.`;
  const names = Object.keys(table).map((name) => `--${name}`);
  const meant = code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" ? guess(`--${given}`, names) : "";
  return `${reason}.${meant} Options here: ${names.join(", ") || "none"}.`;
}

/** `--port N`, `--help, -h` */
export function usage(name: string, { takes, short }: Option): string {
  const value = takes === undefined ? "" : ` ${takes}`;
  return `--${name}${value}${short === undefined ? "" : `, -${short}`}`;
}
