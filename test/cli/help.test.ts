// What `npx autoshares-cancel` says of itself, and how it refuses what it does not have.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { CANCEL_OPTIONS } from "../../src/cli/cancel.js";
import { CANCEL_ALL_OPTIONS } from "../../src/cli/cancel-all.js";
import { CHECK_OPTIONS } from "../../src/cli/check.js";
import { main } from "../../src/cli/main.js";
import { MOCK_OPTIONS } from "../../src/cli/mock.js";
import { type OptionTable, usage } from "../../src/cli/options.js";
import { ORDERS_OPTIONS } from "../../src/cli/orders.js";
import { SANDBOX_OPTIONS } from "../../src/cli/sandbox.js";
import { SWITCHES } from "../../src/sandbox/index.js";
import { sandboxOf } from "../sandbox/helpers.js";

const MARKET = "getting-out-of-the-market.md";

const COMMANDS: [name: string, options: OptionTable, page: string][] = [
  ["check", CHECK_OPTIONS, MARKET],
  ["orders", ORDERS_OPTIONS, MARKET],
  ["cancel", CANCEL_OPTIONS, MARKET],
  ["cancel-all", CANCEL_ALL_OPTIONS, MARKET],
  ["sandbox", SANDBOX_OPTIONS, "sandbox.md"],
  ["mock", MOCK_OPTIONS, "mock.md"],
];

async function said(...args: string[]): Promise<string> {
  const lines: string[] = [];
  await main(args, (text) => lines.push(text));
  return lines.join("\n");
}

/** A wrapped text as one line. */
const flat = (text: string) => text.replaceAll(/\s+/g, " ");

describe("the help of a command", () => {
  test.each(COMMANDS)("%s: has every option, what it does and its default", async (name, options) => {
    const text = flat(await said(name, "--help"));
    for (const [option, row] of Object.entries(options)) {
      expect(text).toContain(`${usage(option, row)} ${row.does}`);
      if (row.default !== undefined) expect(text).toContain(`${row.does} Default: ${row.default}.`);
    }
  });

  test.each(COMMANDS)(
    "%s: has examples whose options exist, and leads to its page",
    async (name, options, page) => {
      const text = await said(name, "-h");
      const examples = text.split("\n").filter((line) => line.startsWith(`  npx autoshares-cancel ${name}`));
      const used = examples.flatMap((line) => [...line.matchAll(/--([\w-]+)/g)].map(([, option]) => option));
      expect(used.length).toBeGreaterThan(0);
      expect(Object.keys(options)).toEqual(expect.arrayContaining(used));
      expect(text).toMatch(new RegExp(`^Docs: https://.*/docs/${page}$`, "m"));
      expect(readFileSync(fromRoot(`docs/${page}`), "utf8")).toContain(`npx autoshares-cancel ${name}`);
    },
  );

  test.each(COMMANDS)("%s: is the same however it is asked for", async (name) => {
    const text = await said(name, "--help");
    expect([await said("help", name), await said("--help", name)]).toEqual([text, text]);
  });

  test("no line but what is to be pasted is longer than 100 characters", async () => {
    const texts = await Promise.all([said(), ...COMMANDS.map(([name]) => said("help", name))]);
    const long = texts.flatMap((text) => text.split("\n")).filter((line) => line.length > 100);
    expect(long.filter((line) => !line.startsWith("  curl ") && !line.startsWith("Docs: "))).toEqual([]);
  });

  test("sandbox: has every switch with its sides", async () => {
    const text = flat(await said("help", "sandbox"));
    for (const [name, { sides }] of Object.entries(SWITCHES))
      expect(text).toContain(`${name} ${sides.join(" or ")}`);
  });
});

test("the help of the whole names every command, and is what stands there without one", async () => {
  const text = await said("--help");
  for (const [name] of COMMANDS) expect(text).toMatch(new RegExp(`^ {2}${name} `, "m"));
  expect([await said(), await said("help"), await said("-h")]).toEqual([text, text, text]);
});

test("the version is the package's", async () => {
  const { version } = JSON.parse(readFileSync(fromRoot("package.json"), "utf8"));
  expect([await said("--version"), await said("-v")]).toEqual([version, version]);
});

describe("one clear line refuses", () => {
  test.each([
    [
      ["sandox"],
      'There is no command "sandox". Did you mean sandbox? Commands: check, orders, cancel, cancel-all, sandbox, mock, help.',
    ],
    [
      ["help", "moc"],
      'There is no command "moc". Did you mean mock? Commands: check, orders, cancel, cancel-all, sandbox, mock, help.',
    ],
    [
      ["serve"],
      'There is no command "serve". Commands: check, orders, cancel, cancel-all, sandbox, mock, help.',
    ],
    [
      ["--port", "1"],
      'There is no command "--port". Commands: check, orders, cancel, cancel-all, sandbox, mock, help.',
    ],
    [
      ["mock", "--prot", "1"],
      "Unknown option '--prot'. Did you mean --port? Options here: --port, --host, --spec, --help.",
    ],
    [["mock", "4010"], "Unexpected argument '4010'. Options here: --port, --host, --spec, --help."],
    [["mock", "--port"], "--port needs a value: --port N."],
    [["sandbox", "--profile", "--quiet"], "--profile needs a value: --profile NAME,SWITCH=SIDE."],
    [["mock", "--port", "65536"], "--port 65536 is not a port: give a number from 0 to 65535."],
    [["sandbox", "--port", "0", "--seed", "x"], "--seed x is not a seed: give an integer from 0 on."],
    [["mock", "--spec", "nowhere.yaml"], "nowhere.yaml: no such file."],
    [["sandbox", "--port", "0", "--spec", "nowhere.yaml"], "nowhere.yaml: no such file."],
  ])("%j", async (args, line) => {
    await expect(said(...args)).rejects.toMatchObject({ message: line });
  });

  test.each(["sandbox", "mock"])("%s on a port that is in use", async (name) => {
    const { port } = new URL((await sandboxOf()).url);
    await expect(said(name, "--port", port)).rejects.toMatchObject({
      message: `Port ${port} is in use. End what listens there, or choose another with --port.`,
    });
  });
});
