// `cancel` and `orders`: what they print, and their exit statuses, against a sandbox on a port.
import { expect, test } from "vitest";
import { cancelCommand } from "../../src/cli/cancel.js";
import { ordersCommand } from "../../src/cli/orders.js";
import { printable } from "../../src/cli/output.js";
import { sandboxOf } from "../sandbox/helpers.js";
import { environmentOf, runIn } from "./kit.js";

const quick = { clock: "real", venueMs: 20, limits: false } as const;

async function cancelIn(...args: string[]) {
  const sandbox = await sandboxOf(quick);
  return { sandbox, run: await runIn(environmentOf(sandbox), cancelCommand, ...args) };
}

test.each([
  ["canceled", "73552", 0],
  ["too-late", "80010", 1],
  ["still-open", "80003", 2],
  ["pending", "80005", 3],
  ["not-found", "4711", 3],
  ["superseded", "80007", 2],
])("%s: order %s ends with status %i", async (verdict, order, status) => {
  const { run } = await cancelIn(order, "--account", "6303", "--deadline", "4");
  expect(run.lines).toEqual([expect.stringMatching(new RegExp(`^${verdict} .*\\b${order}\\b`))]);
  expect(run.status).toBe(status);
});

test("of several orders each has its line, and the highest status wins", async () => {
  const { run } = await cancelIn("73552", "80010", "73552", "--account", "6303", "--via", "venue");
  expect(run.lines.map((line) => line.split(" ")[0]).sort()).toEqual(["canceled", "too-late"]);
  expect(run.status).toBe(1);
});

test("--json prints an object for each event, and the result of each order", async () => {
  const { run } = await cancelIn("73552", "--account", "6303", "--json");
  expect(run.objects.map(({ event }) => event)).toEqual([
    "sending",
    "accepted",
    ...run.objects.slice(2, -1).map(({ event }) => event),
    "result",
  ]);
  expect(run.objects.at(-1)).toMatchObject({ orderId: 73552, result: { verdict: "canceled" } });
  expect([run.lines, run.notes]).toEqual([[], []]);
});

test("no access ends with status 4, no network with 5", async () => {
  const sandbox = await sandboxOf(quick);
  const environment = environmentOf(sandbox);
  const args = ["73552", "--account", "6303", "--deadline", "1"];
  const wrong = { ...environment, AUTOSHARES_PASS: "a-wrong-password" };
  const denied = await runIn(wrong, cancelCommand, ...args);
  expect(denied.status).toBe(4);
  expect(denied.notes.at(-1)).toBe("Check AUTOSHARES_USER and AUTOSHARES_PASS, or AUTOSHARES_TOKEN.");
  const nowhere = { ...environment, AUTOSHARES_BASE_URL: "http://127.0.0.1:1" };
  expect((await runIn(nowhere, cancelCommand, ...args)).status).toBe(5);
});

test.each([
  [[], /Give the number of the order/],
  [["73552"], /Give the account: --account N/],
  [["x", "--account", "1"], /"x" is no order number: give a number from 1 to 2147483647/],
  [["73552", "--account", "0"], /"0" is no account number/],
  [["73552", "--account", "1", "--via", "fax"], /--via fax is not known: give api or venue/],
  [["73552", "--account", "1", "--deadline", "soon"], /--deadline soon is no time/],
  [["73552", "--account", "1", "--deadline", "1e9"], /--deadline 1e9 is no time/],
  [["73552", "--acount", "1"], /Did you mean --account\?/],
])("%j is wrong usage: a line and status 64, and nothing is sent", async (args, line) => {
  const { run, sandbox } = await cancelIn(...args);
  expect(run.notes).toEqual([expect.stringMatching(line)]);
  expect(run.status).toBe(64);
  expect(sandbox.counts()).toEqual({});
});

test.each([
  [{ AUTOSHARES_BASE_URL: "" }, /^Set AUTOSHARES_BASE_URL/],
  [{ AUTOSHARES_APP_KEY: undefined }, /^Set AUTOSHARES_APP_KEY/],
  [{ AUTOSHARES_USER: undefined, AUTOSHARES_PASS: "" }, /^Set AUTOSHARES_USER and AUTOSHARES_PASS/],
  [
    { AUTOSHARES_BASE_URL: "", AUTOSHARES_APP_KEY: "", AUTOSHARES_USER: "", AUTOSHARES_PASS: "" },
    /AUTOSHARES_BASE_URL[\s\S]*AUTOSHARES_APP_KEY[\s\S]*AUTOSHARES_USER and AUTOSHARES_PASS/,
  ],
  [{ AUTOSHARES_USER: undefined }, /^Set AUTOSHARES_USER too/],
  [{ AUTOSHARES_PASS: undefined }, /^Set AUTOSHARES_PASS too/],
  [{ AUTOSHARES_PASSS: "x" }, /^AUTOSHARES_PASSS is set, and is not known\. Did you mean AUTOSHARES_PASS\?/],
  [{ AUTOSHARES_BASE_URL: "http://api.autoshares.dev" }, /would travel in clear; use https:\./],
  [{ AUTOSHARES_TOKEN: "a-token-of-mine" }, /not both/],
  [{ AUTOSHARES_BASE_URL: "api.autoshares.dev" }, /^AUTOSHARES_BASE_URL must be an address/],
  [{ AUTOSHARES_VERSION: "one" }, /^AUTOSHARES_VERSION must be/],
])("an environment with %j says which variable to set", async (change, line) => {
  const environment = { ...environmentOf(await sandboxOf(quick)), ...change };
  const run = await runIn(environment, cancelCommand, "73552", "--account", "6303");
  expect(run.notes).toEqual([expect.stringMatching(line)]);
  expect(run.status).toBe(64);
});

test("a token in place of user and password is enough", async () => {
  const sandbox = await sandboxOf(quick);
  const { AUTOSHARES_USER, AUTOSHARES_PASS, ...rest } = environmentOf(sandbox);
  const environment = { ...rest, AUTOSHARES_TOKEN: sandbox.issueToken() };
  expect((await runIn(environment, cancelCommand, "73552", "--account", "6303")).status).toBe(0);
  expect(sandbox.counts().createToken).toBeUndefined();
});

test("orders lists what may be in the market, as a table or as JSON, and cancels nothing", async () => {
  const sandbox = await sandboxOf(quick);
  const environment = environmentOf(sandbox);
  const all = await runIn(environment, ordersCommand, "--account", "6303", "--json");
  const open = await runIn(environment, ordersCommand, "--account", "6303", "--open");
  expect(open.lines[0]).toMatch(/^Order +Status/);
  expect(open.lines.filter((line) => /\b(Canceled|Filled|Expired|Rejected|Replaced)\b/.test(line))).toEqual(
    [],
  );
  expect(open.lines.length).toBeGreaterThan(10);
  expect(all.objects.length).toBeGreaterThan(open.lines.length);
  expect(Object.keys(sandbox.counts()).sort()).toEqual(["createToken", "listOrders"]);
  expect([all.status, open.status]).toEqual([0, 0]);
});

test("orders of an account that is another user's ends with status 4", async () => {
  const run = await runIn(environmentOf(await sandboxOf(quick)), ordersCommand, "--account", "6304");
  expect(run.status).toBe(4);
  expect(run.notes[0]).toContain("401");
});

test("a note of a server cannot move the cursor", () => {
  expect(printable("a\u001b[31mb\rc\u009bd\ne")).toBe("a\u{fffd}[31mb\u{fffd}c\u{fffd}d\ne");
});
