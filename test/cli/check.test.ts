// `check`: the first contact with a deployment says what is wrong and what to do, and only reads.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { checkCommand } from "../../src/cli/check.js";
import type { Environment } from "../../src/cli/environment.js";
import type { SandboxOptions } from "../../src/sandbox/index.js";
import { sandboxOf } from "../sandbox/helpers.js";
import { environmentOf, runIn } from "./kit.js";

const real = { clock: "real" } as const;

async function checkIn(change: Environment, args: string[], options: SandboxOptions = {}) {
  const sandbox = await sandboxOf({ ...real, ...options });
  const run = await runIn({ ...environmentOf(sandbox), ...change }, checkCommand, ...args);
  const requests = Object.values(sandbox.counts()).reduce((sum, count) => sum + count, 0);
  return { run, counts: sandbox.counts(), requests };
}

test("a deployment that is well answers every question, in ten requests at most, all of them reads", async () => {
  const { run, counts, requests } = await checkIn({}, ["--account", "6303", "--json"]);
  expect(run.status).toBe(0);
  expect(run.objects.map(({ level, about }) => `${level} ${about}`)).toEqual([
    "ok access",
    "ok list",
    "ok read",
    "ok read at venue",
    "ok unknown order",
    "note cancel",
  ]);
  expect(requests).toBeLessThanOrEqual(10);
  expect(Object.keys(counts).filter((name) => name.startsWith("cancel"))).toEqual([]);
});

test("without an account the sign-in alone is tried", async () => {
  const { run, counts } = await checkIn({}, []);
  expect(run.lines[0]).toMatch(/^ok +sign-in/);
  expect(run.lines.at(-1)).toContain("--account N");
  expect(counts).toEqual({ createToken: 1 });
});

test.each<[string, Environment, string[], RegExp, number]>([
  [
    "a wrong app key",
    { AUTOSHARES_APP_KEY: "not-the-key" },
    ["--account", "6303"],
    /app key.*AUTOSHARES_APP_KEY/,
    4,
  ],
  [
    "a wrong password",
    { AUTOSHARES_PASS: "not-the-password" },
    ["--account", "6303"],
    /sign-in.*AUTOSHARES_PASS/,
    4,
  ],
  ["an account of another user", {}, ["--account", "6304"], /account.*401/, 4],
  ["an account that is not there", {}, ["--account", "7001"], /account.*404/, 3],
  ["the number of a user", {}, ["--account", "9999"], /account/, 3],
  [
    "a second factor",
    { AUTOSHARES_USER: "trader2fa" },
    ["--account", "6303"],
    /second factor.*AUTOSHARES_TOKEN/,
    4,
  ],
  [
    "no server",
    { AUTOSHARES_BASE_URL: "http://127.0.0.1:1" },
    ["--account", "6303"],
    /address.*AUTOSHARES_BASE_URL/,
    5,
  ],
])("%s is named, with what to do", async (_, change, args, line, status) => {
  const { run, requests } = await checkIn(change, args);
  expect(run.lines.at(-1)).toMatch(/^problem/);
  expect(run.lines.at(-1)).toMatch(line);
  expect(run.status).toBe(status);
  expect(requests).toBeLessThanOrEqual(4);
});

test("an address that ends too early is told by the sign-in", async () => {
  const sandbox = await sandboxOf(real);
  const environment = { ...environmentOf(sandbox), AUTOSHARES_BASE_URL: `${sandbox.url}/api` };
  const run = await runIn(environment, checkCommand, "--account", "6303");
  expect(run.lines).toEqual([expect.stringMatching(/^problem +address .*AUTOSHARES_BASE_URL/)]);
  expect(run.status).toBe(5);
});

test("a limit that is reached already stops the check", async () => {
  const sandbox = await sandboxOf(real);
  sandbox.script({ match: { operation: "listOrders" }, answer: { status: 429 }, times: 9 });
  const run = await runIn(environmentOf(sandbox), checkCommand, "--account", "6303");
  expect(run.lines.at(-1)).toMatch(/^problem +limit .*429/);
  expect(sandbox.counts().listOrders).toBe(1);
});

test("a page instead of the API is a problem, not a success", async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end("<title>Sign in to the network</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const environment = {
    AUTOSHARES_BASE_URL: `http://127.0.0.1:${port}`,
    AUTOSHARES_APP_KEY: "an-app-key",
    AUTOSHARES_TOKEN: "a-token-of-mine",
  };
  const run = await runIn(environment, checkCommand, "--account", "6303");
  expect(run.lines).toEqual([expect.stringMatching(/^problem/)]);
  expect(run.status).toBeGreaterThan(0);
});

test("an answer that no page of the vendor documents is told", async () => {
  const sandbox = await sandboxOf(real);
  const match = { operation: "getOrder", orderId: 2147483647 };
  sandbox.script({ match, answer: { status: 422 } });
  const run = await runIn(environmentOf(sandbox), checkCommand, "--account", "6303");
  expect(run.lines.at(-2)).toMatch(/^note +unknown order +Answered 422/);
  expect(run.status).toBe(0);
});
