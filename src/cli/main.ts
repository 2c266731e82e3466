// Owns which command is run, in a project that has the package installed.
import { createRequire } from "node:module";
import { cancelCommand } from "./cancel.js";
import { cancelAllCommand } from "./cancel-all.js";
import { checkCommand } from "./check.js";
import {
  type Command,
  columns,
  HELP,
  helpOf,
  optionRows,
  type Place,
  runCommand,
  section,
} from "./command.js";
import { mockCommand } from "./mock.js";
import { guess } from "./nearest.js";
import { ordersCommand } from "./orders.js";
import { sandboxCommand } from "./sandbox.js";
import { UsageStop } from "./stop.js";

const { name, version, description, repository } = createRequire(import.meta.url)("../../package.json");

/** The package holds no guides: their pages are on the web. */
const INSTALLED: Place = {
  call: (command) => `npx ${name} ${command}`,
  page: (page) => `${repository.url.replace(/^git\+|\.git$/g, "")}/blob/main/docs/${page}`,
};

const OPTIONS = { ...HELP, version: { does: "Print the version.", short: "v" } };

const COMMANDS: Command[] = [
  checkCommand(process.env),
  ordersCommand(process.env),
  cancelCommand(process.env),
  cancelAllCommand(process.env),
  sandboxCommand(),
  mockCommand(),
];

export async function main(args: string[], print: (text: string) => void = console.log): Promise<void> {
  const [first = "help", ...rest] = args;
  if (/^(-h|--help|help)$/.test(first)) return print(rest[0] ? helpOf(find(rest[0]), INSTALLED) : overview());
  if (/^(-v|--version)$/.test(first)) return print(version);
  await runCommand(find(first), INSTALLED, rest, print);
}

function find(given: string): Command {
  const command = COMMANDS.find((one) => one.name === given);
  if (command) return command;
  const names = [...COMMANDS.map((one) => one.name), "help"];
  throw new UsageStop(`There is no command "${given}".${guess(given, names)} Commands: ${names.join(", ")}.`);
}

function overview(): string {
  const commands = COMMANDS.map((one) => [one.name, one.summary] as const);
  return [
    `${name} ${version}\n${description}.`,
    `Usage: ${INSTALLED.call("<command> [options]")}`,
    section("Commands", columns([...commands, ["help COMMAND", "What it does, its options, examples."]])),
    section("Options", columns(optionRows(OPTIONS))),
    section(
      "Examples",
      ["sandbox", "check --account 6303", "cancel 73552 --account 6303", "help cancel"].map(INSTALLED.call),
    ),
    `Docs: ${INSTALLED.page("README.md")}`,
  ].join("\n\n");
}
