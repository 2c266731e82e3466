// Every run that the guide shows is run again, against a sandbox, and prints what the guide says. When it prints something
// else on purpose: `npx vitest run --project quick test/cli/transcript.test.ts -u` writes that into the guide.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import type { Sandbox } from "../../src/sandbox/index.js";
import { temporaryFolder } from "../helpers.js";
import { sandboxOf } from "../sandbox/helpers.js";
import { environmentOf } from "./kit.js";

const GUIDE = fromRoot("docs/getting-out-of-the-market.md");
const PROMPT = "$ npx autoshares-cancel ";
const KILLED = "Killed";

const REGISTER = pathToFileURL(fromRoot("scripts/lib/register.js")).href;
const BIN = ["--import", REGISTER, fromRoot("src/cli/index.ts")];

/** The account of the guide. */
async function sandboxOfGuide(): Promise<Sandbox> {
  const sandbox = await sandboxOf({ clock: "real", venueMs: 20 });
  sandbox.clearOrders();
  const orders: Record<number, Parameters<Sandbox["putOrder"]>[1]> = {
    73540: { side: "Buy", quantity: 80, status: "Filled", executed: 80 },
    73552: { side: "Buy", quantity: 150, price: 156.5 },
    73560: { side: "Sell", type: "Market", quantity: 40 },
    73561: { side: "Buy", quantity: 500, executed: 120, price: 155, status: "PartiallyFilled" },
    73562: { side: "Buy", quantity: 10, price: 150 },
    73563: { side: "Sell", quantity: 10, price: 171.5, status: "Held", parentId: 73562 },
  };
  for (const [id, given] of Object.entries(orders)) {
    sandbox.putOrder(Number(id), given);
    // Each later than the one before: the list is sorted by time.
    for (const at = sandbox.now(); sandbox.now() === at; ) await setImmediate();
  }
  return sandbox;
}

interface Shown {
  readonly block: string;
  readonly args: string[];
  readonly printed: string;
}

function runsIn(guide: string): Shown[] {
  return guide.split("```console\n").flatMap((rest) => {
    const block = rest.split("```")[0] ?? "";
    if (!block.startsWith(PROMPT)) return [];
    const [command = "", ...lines] = block.split("\n");
    return { block, args: command.slice(PROMPT.length).split(" "), printed: lines.join("\n") };
  });
}

/** What a run prints in a terminal, progress apart. */
async function printedBy(sandbox: Sandbox, args: string[], cwd: string, isKilled: boolean): Promise<string> {
  const path = join(cwd, "printed.txt");
  const file = await open(path, "w");
  // One file for both, as on a terminal.
  const stdio = ["ignore", file.fd, file.fd] as const;
  const env = { ...process.env, ...environmentOf(sandbox) } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, [...BIN, ...args], { cwd, env, stdio: [...stdio] });
  const ended = once(child, "close");
  if (isKilled) {
    sandbox.setTiming({ latency: 200 });
    const before = sandbox.counts().cancelOrder ?? 0;
    const sent = () => (sandbox.counts().cancelOrder ?? 0) - before;
    await expect.poll(sent, { timeout: 60_000, interval: 10 }).toBeGreaterThan(0);
    child.kill("SIGKILL");
  }
  const [status] = await ended;
  sandbox.setTiming({ latency: 0 });
  await file.close();
  expect(status).toBe(isKilled ? null : 0);
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => !line.startsWith("["));
  return isKilled ? [...lines.slice(0, -1), KILLED, ""].join("\n") : lines.join("\n");
}

/** Times differ from run to run. */
const normalized = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");

test("every run in the guide goes as it is shown", async () => {
  const guide = await readFile(GUIDE, "utf8");
  const sandbox = await sandboxOfGuide();
  const cwd = await temporaryFolder();
  const runs = runsIn(guide);
  expect(runs.length).toBeGreaterThan(5);
  let now = guide;
  for (const { block, args, printed } of runs) {
    const isKilled = printed.includes(KILLED);
    const fresh = await printedBy(sandbox, args, cwd, isKilled);
    if (normalized(fresh) !== normalized(printed))
      now = now.replace(block, () => `${PROMPT}${args.join(" ")}\n${fresh}`);
  }
  expect(sandbox.orders().filter(({ status }) => status === "New")).toEqual([]);
  await expect(now).toMatchFileSnapshot(GUIDE);
});
