// Owns the options of a command: one table is what they are read by, what the help lists, what the docs show.
import { parseArgs } from "node:util";
import { guess } from "./nearest.js";
import { UsageStop } from "./stop.js";

export interface Option {
  /** What stands for its value in the help: `N`, `FILE`. An option without one is a flag. */
  takes?: string;
  /** One sentence or two, range included. */
  does: string;
  /** What holds when it is left out. */
  default?: string;
  short?: string;
  /** Whether it may be given several times. */
  many?: true;
}

export type OptionTable = Readonly<Record<string, Option>>;
export type Values<T extends OptionTable> = {
  [K in keyof T]?: T[K] extends { many: true } ? string[] : T[K] extends { takes: string } ? string : boolean;
};

/**
 * Reads `--name value` and `--flag`, and the operands if the command takes any. Anything else stops the command and names
 * the options that it has.
 */
export function readArguments<const T extends OptionTable>(
  table: T,
  args: string[],
  allowPositionals: boolean,
): { values: Values<T>; operands: string[] } {
  const options = Object.fromEntries(Object.entries(table).map(([name, option]) => [name, parsed(option)]));
  try {
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals });
    return { values: values as Values<T>, operands: positionals };
  } catch (error) {
    throw new UsageStop(problem(error as NodeJS.ErrnoException, table));
  }
}

/** An option as `parseArgs` takes it. */
function parsed({ takes, short, many }: Option) {
  const type = takes === undefined ? ("boolean" as const) : ("string" as const);
  return { type, multiple: many === true, ...(short !== undefined && { short }) };
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

/** `--port N`, `--help, -h`, `--account N…` */
export function usage(name: string, { takes, short, many }: Option): string {
  const value = takes === undefined ? "" : ` ${takes}${many ? "…" : ""}`;
  return `--${name}${value}${short === undefined ? "" : `, -${short}`}`;
}
