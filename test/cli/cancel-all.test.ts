// `cancel-all`: plan, question, journal, interruption and exit statuses, against a sandbox on a port.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, onTestFinished, test } from "vitest";
import { fromRoot, WITH_TYPESCRIPT } from "../../scripts/lib/paths.js";
import { answerOn } from "../../src/cli/ask.js";
import { cancelAllCommand } from "../../src/cli/cancel-all.js";
import type { Environment } from "../../src/cli/environment.js";
import { progressLine, progressText } from "../../src/cli/progress.js";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/index.js";
import { temporaryFolder } from "../helpers.js";
import { freePort, missing, startRedis } from "../redis/server.js";
import { sandboxOf } from "../sandbox/helpers.js";
import { environmentOf, runIn } from "./kit.js";

const real = { clock: "real", venueMs: 20 } as const;
const EVERYTHING = ["--account", "6303", "--everything"];

/** A sandbox with a few open orders and nothing else. */
async function marketOf(orders: number, options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await sandboxOf({ ...real, ...options });
  for (const { id } of sandbox.orders()) sandbox.putOrder(id, { status: "Canceled", plan: [] });
  for (let id = 1; id <= orders; id++) sandbox.putOrder(id, { status: "New", quantity: 100 + id });
  return sandbox;
}

const run = (sandbox: Sandbox, ...args: string[]) => runIn(environmentOf(sandbox), cancelAllCommand, ...args);
const deletesOf = (sandbox: Sandbox) => sandbox.counts().cancelOrder ?? 0;

test("a dry run shows the plan and sends nothing", async () => {
  const sandbox = await marketOf(3);
  const { lines, status } = await run(sandbox, ...EVERYTHING, "--dry-run");
  expect(lines.join("\n")).toMatch(
    /^Order[\s\S]*\n +3 [\s\S]*\n +2 [\s\S]*\n +1 [\s\S]*3 orders of account 6303/,
  );
  expect([status, deletesOf(sandbox)]).toEqual([0, 0]);
});

test("without --yes and a terminal nothing is sent", async () => {
  const sandbox = await marketOf(2);
  const { notes, status } = await run(sandbox, ...EVERYTHING);
  expect(notes).toEqual([expect.stringMatching(/Give --yes .*--dry-run/)]);
  expect([status, deletesOf(sandbox)]).toEqual([64, 0]);
});

test.each([
  ["yes", 0, 2],
  ["y", 2, 0],
  ["", 2, 0],
])('a person who answers "%s" gets status %i and %i cancels', async (answer, status, deletes) => {
  const sandbox = await marketOf(2);
  const asking = (environment: Environment, output: Parameters<typeof cancelAllCommand>[1]) =>
    cancelAllCommand(environment, output, async () => answer);
  const asked = await runIn(environmentOf(sandbox), asking, ...EVERYTHING);
  expect([asked.status, deletesOf(sandbox)]).toEqual([status, deletes]);
});

test.each([
  ["Ctrl-C", "\u0003"],
  ["Ctrl-D", "\u0004"],
])("%s at the question is a no, on a line of its own", async (_, key) => {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true });
  const answer = answerOn(input, output, "Cancel 2 orders? Type yes: ");
  input.write(key);
  expect(await answer).toBe("");
  expect(String(output.read())).toMatch(/Type yes: [^\n]*\n$/);
});

test("everything canceled is verified, and ends with status 0", async () => {
  const sandbox = await marketOf(5);
  const { lines, status } = await run(sandbox, ...EVERYTHING, "--yes");
  expect(lines.at(-1)).toMatch(/^No order that was meant is left: .*Read as canceled: 5 of 5/);
  expect(status).toBe(0);
  expect(sandbox.orders().filter(({ status: one }) => one === "New")).toEqual([]);
});

test("only what was asked for goes, and what is kept stays", async () => {
  const sandbox = await marketOf(4);
  sandbox.putOrder(9, { status: "New", side: "Sell" });
  await run(sandbox, "--account", "6303", "--side", "Buy", "--keep", "2", "--yes");
  const open = sandbox.orders().filter(({ status }) => status === "New");
  expect(open.map(({ id }) => id).sort()).toEqual([2, 9]);
});

test("an order that cannot go is listed at the end, and ends with status 2", async () => {
  const sandbox = await marketOf(1);
  sandbox.putOrder(7, { status: "New", refuse: "409 order-already-filled" });
  const { lines, status } = await run(sandbox, ...EVERYTHING, "--yes");
  expect(lines.at(-1)).toMatch(/^ *7 +New/);
  expect(status).toBe(2);
});

test("--json prints the plan, each event, and the result", async () => {
  const sandbox = await marketOf(2);
  const { objects, lines } = await run(sandbox, ...EVERYTHING, "--yes", "--json");
  expect(objects[0]).toMatchObject({ event: "plan", plan: { deletes: 2 } });
  expect(objects.at(-1)).toMatchObject({ event: "result", result: { stopped: "verified-empty" } });
  expect(lines).toEqual([]);
});

test.each([
  [["--account", "6303"], /Say which orders: --everything/],
  [["--everything"], /Give the account/],
  [[...EVERYTHING, "--side", "Buy"], /not both/],
  [["--account", "6303", "--side", "Up", "--yes"], /`where.side` must be/],
  [[...EVERYTHING, "--newcomers", "ignore"], /--newcomers ignore is not known/],
  [["--resume", "x.ndjson", "--everything"], /leave out --everything/],
])("%j is wrong usage, and nothing is sent", async (args, line) => {
  const sandbox = await marketOf(1);
  const { notes, status } = await run(sandbox, ...args);
  expect(notes).toEqual([expect.stringMatching(line)]);
  expect([status, deletesOf(sandbox)]).toEqual([64, 0]);
});

test("a journal that cannot be written ends with status 5, and nothing is sent", async () => {
  const sandbox = await marketOf(1);
  const { status, notes } = await run(sandbox, ...EVERYTHING, "--yes", "--journal", "/nowhere/at/all.ndjson");
  expect(notes).toEqual([expect.stringContaining("Nothing was sent")]);
  expect([status, deletesOf(sandbox)]).toEqual([5, 0]);
});

const BIN = [...WITH_TYPESCRIPT, fromRoot("src/cli/index.ts")];

function start(sandbox: Sandbox, ...args: string[]) {
  const env = { ...process.env, ...environmentOf(sandbox) } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [...BIN, "cancel-all", ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const printed = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (printed.out += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (printed.err += text));
  return { child, printed, ended: once(child, "close") };
}

test("killed in the middle, it is gone on with: no order is lost, none is sent twice without a look", async () => {
  const sandbox = await marketOf(20, { latency: 150 });
  const journal = join(await temporaryFolder(), "out.ndjson");
  const { child, ended } = start(sandbox, ...EVERYTHING, "--yes", "--journal", journal);
  await expect.poll(() => deletesOf(sandbox), { timeout: 30_000, interval: 10 }).toBeGreaterThan(0);
  child.kill("SIGKILL");
  await ended;
  expect((await stat(journal)).mode & 0o777).toBe(0o600);
  expect(await readFile(journal, "utf8")).not.toMatch(/sandbox-app-key|sandbox-token/);
  const { status, lines } = await run(sandbox, "--resume", journal);
  expect(lines.at(-1)).toMatch(/^No order that was meant is left/);
  expect(status).toBe(0);
  expect(sandbox.orders().filter(({ status: one }) => one === "New")).toEqual([]);
});

test("Ctrl-C stops the sending, says what is known and how to go on", async () => {
  const sandbox = await marketOf(60, { latency: 100 });
  const journal = join(await temporaryFolder(), "out.ndjson");
  const { child, printed, ended } = start(sandbox, ...EVERYTHING, "--yes", "--journal", journal);
  await expect.poll(() => deletesOf(sandbox), { timeout: 30_000, interval: 10 }).toBeGreaterThan(0);
  child.kill("SIGINT");
  const [status] = await ended;
  expect(status).toBe(3);
  expect(printed.err).toMatch(
    /Stopping: waiting for what was sent[\s\S]*Go on with: npx autoshares-cancel cancel-all --resume/,
  );
  expect(printed.out).toMatch(/It was stopped\. \d+ orders may be in the market\./);
  expect(deletesOf(sandbox)).toBeLessThan(60);
});

describe.skipIf(missing)("with --redis", () => {
  test("Redis that goes in the middle ends nothing, and the last line says so", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.kill());
    const sandbox = await marketOf(3, { latency: 300 });
    const url = `redis://127.0.0.1:${redis.port}`;
    const { printed, ended } = start(sandbox, ...EVERYTHING, "--yes", "--redis", url);
    await expect.poll(() => sandbox.counts().listOrders ?? 0, { timeout: 30_000 }).toBeGreaterThan(0);
    await redis.kill();
    expect(await ended).toEqual([0, null]);
    expect(printed.out).toMatch(/Read as canceled: 3 of 3\. The limit .* could not be reached/);
  });

  test("Redis that is not there at the beginning ends it with status 5, and nothing is sent", async () => {
    const sandbox = await marketOf(1);
    const url = `redis://:hidden@127.0.0.1:${await freePort()}`;
    const { notes, status } = await run(sandbox, ...EVERYTHING, "--yes", "--redis", url);
    expect(notes).toEqual([expect.stringMatching(/^Redis is not reachable/)]);
    expect(notes.join()).not.toContain("hidden");
    expect([status, deletesOf(sandbox)]).toEqual([5, 0]);
  });
});

test("progress is one line on a terminal, and a line every five seconds elsewhere", () => {
  const counts = { orders: 4, sent: 3, decided: 2, verdicts: { canceled: 2 } };
  const progress = { event: "accepted", accountId: 1, counts, etaMs: 61_000 } as const;
  expect(progressText(progress)).toBe(
    "[##########..........] 2 of 4 decided, 3 sent; canceled 2; 1 min 1 s left to send",
  );
  for (const [isTTY, written] of [
    [true, 2],
    [false, 1],
  ] as const) {
    const texts: string[] = [];
    const line = progressLine({ write: (text) => void texts.push(text), isTTY, columns: 40 });
    line.show(progress, 0);
    line.show(progress, 50);
    line.show({ ...progress, etaMs: 0 }, 4_000);
    line.show({ ...progress, etaMs: 0 }, 60_000);
    expect(texts).toHaveLength(written + (isTTY ? 0 : 1));
    expect(texts[0]?.length).toBeLessThan(isTTY ? 46 : 100);
  }
});
