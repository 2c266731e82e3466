// Owns what a command is, and its help.
import { type OptionTable, readArguments, usage, type Values } from "./options.js";

export interface Command<T extends OptionTable = OptionTable> {
  name: string;
  /** One line. */
  summary: string;
  /** Paragraphs. */
  about: readonly string[];
  options: T;
  /** What it takes besides options, such as `ID…`; left out: nothing. */
  operands?: string;
  /** Lists that belong to its options, each under a heading. */
  lists?: Readonly<Record<string, readonly string[]>>;
  /** Arguments to paste, and what comes of them. */
  examples: readonly (readonly [args: string, does: string])[];
  /** Page in docs/. */
  page: string;
  /** Runs until it is done, or stopped. */
  run(given: Values<T>, place: Place, operands: string[]): Promise<void>;
}

/** Where commands run: in somebody's project, or in this repository. */
export interface Place {
  /** What a person types before the arguments. */
  call(command: string): string;
  /** Where a page of docs/ is found. */
  page(name: string): string;
}

/** So that `run` is given what its own table says. */
export function command<const T extends OptionTable>(parts: Command<T>): Command {
  return parts;
}

export const HELP = { help: { does: "Print this.", short: "h" } } satisfies OptionTable;

export async function runCommand(
  command: Command,
  place: Place,
  args: string[],
  print: (text: string) => void = console.log,
): Promise<void> {
  const table = { ...command.options, ...HELP };
  const { values, operands } = readArguments(table, args, command.operands !== undefined);
  const { help, ...given } = values;
  if (help) print(helpOf(command, place));
  else await command.run(given, place, operands);
}

export function helpOf(command: Command, place: Place): string {
  const { name, summary, about, options, operands, lists = {}, examples, page } = command;
  const call = place.call(name);
  return [
    summary,
    `Usage: ${call} ${operands === undefined ? "" : `${operands} `}[options]`,
    ...about.map((paragraph) => wrap(paragraph).join("\n")),
    section("Options", columns(optionRows({ ...options, ...HELP }))),
    ...Object.entries(lists).map(([heading, lines]) => section(heading, lines)),
    ...exampleSection(call, examples),
    `Docs: ${place.page(page)}`,
  ].join("\n\n");
}

function exampleSection(call: string, examples: Command["examples"]): string[] {
  if (examples.length === 0) return [];
  const lines = examples.flatMap(([given, does]) => [...wrap(`# ${does}`), `${call} ${given}`.trimEnd()]);
  return [section("Examples", lines)];
}

export function optionRows(options: OptionTable): [usage: string, does: string][] {
  return Object.entries(options).map(([name, row]) => {
    const otherwise = row.default === undefined ? "" : ` Default: ${row.default}.`;
    return [usage(name, row), row.does + otherwise];
  });
}

/** Two columns, the second of them wrapped. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, text]) =>
    wrap(text, WIDTH - width).map((line, at) => (at === 0 ? name : "").padEnd(width) + line),
  );
}

export function section(heading: string, lines: readonly string[]): string {
  return [`${heading}:`, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** Fits a terminal of 100 columns, indented. */
const WIDTH = 96;

function wrap(text: string, width = WIDTH): string[] {
  return text.match(new RegExp(`\\S.{0,${width - 2}}\\S(?= |$)|\\S+`, "g")) ?? [];
}
