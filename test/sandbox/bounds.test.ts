// What is kept has a bound, what is slow is not, what is written is what it seems.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../src/sandbox/index.js";
import { call, LIST, orderPath, SIGN_IN, sandboxOf, token } from "./helpers.js";

const PAGE = LIST.replace("pageSize=100", "pageSize=5");

describe("a page of five out of 30,000 orders", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ clock: "manual", limits: false });
    for (let id = 100_001; id <= 130_000; id++) sandbox.putOrder(id);
  });
  afterAll(() => sandbox.close());

  it.each(["", "&sortField=CreateDate&desc=true", "&sortField=Symbol", "&filter=Status%20in%20(0,4)"])(
    "makes no more of them than it shows: %j",
    async (query) => {
      const { body } = await call(sandbox, "GET", PAGE + query);
      expect([body.Result.length, body.TotalCount > 30_000]).toEqual([5, true]);
      const began = process.cpuUsage();
      for (let i = 0; i < 5; i++) await call(sandbox, "GET", PAGE + query);
      const { user, system } = process.cpuUsage(began);
      // A page took 79 ms when each order was made into what is shown; this is processor time, which no other process takes.
      expect((user + system) / 5_000).toBeLessThan(60);
    },
  );
});

describe("there is an end to", () => {
  it("orders, legs and planned events", async () => {
    const sandbox = await sandboxOf();
    const room = 50_000 - sandbox.orders().length;
    for (let id = 1; id <= room; id++) sandbox.putOrder(1_000_000 + id);
    expect(() => sandbox.putOrder(999)).toThrow(/^There are 50000 orders already/);
    expect(() => sandbox.putOrder(73552, { quantity: 1 })).not.toThrow();
    for (let leg = 1; leg <= 100; leg++) sandbox.putOrder(1_000_000 + leg, { parentId: 73552 });
    expect(() => sandbox.putOrder(1_000_999, { parentId: 73552 })).toThrow(/has 100 legs already/);
    for (let i = 0; i < 100_000; i++) sandbox.event(73552, "part-filled", { inMs: 1 + i, quantity: 1e-9 });
    expect(() => sandbox.event(73552, "filled", { inMs: 1 })).toThrow(/^100000 events are scheduled already/);
    expect((await call(sandbox, "GET", orderPath(73552))).body.Legs).toHaveLength(100);
  });

  it("the steps of a script", async () => {
    const sandbox = await sandboxOf();
    const steps = Array.from({ length: 1000 }, () => ({ fault: "503" as const }));
    sandbox.script(steps);
    expect(() => sandbox.script({ fault: "503" })).toThrow(/A script has at most 1000 steps/);
    expect(sandbox.scripted()).toHaveLength(1000);
  });

  it("what is remembered of a long path", async () => {
    const sandbox = await sandboxOf();
    await call(sandbox, "GET", `/${"x".repeat(15_000)}?${"y".repeat(500)}`);
    expect(sandbox.requests()[0]?.path.length).toBeLessThanOrEqual(500);
  });

  it("the time that a header or a filter takes to read", async () => {
    const sandbox = await sandboxOf({ limits: false });
    const spaces = " ".repeat(15_000);
    const began = process.cpuUsage();
    await call(sandbox, "GET", `${LIST}&filter=${"+".repeat(15_000)}x`);
    await call(sandbox, "GET", `${LIST}&filter=${encodeURIComponent("#").repeat(4_000)}`);
    await call(sandbox, "GET", orderPath(1), { Prefer: `code${spaces}x` });
    await call(sandbox, "GET", orderPath(1), { Accept: `a/b${spaces}x` });
    expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
    const many = Array.from({ length: 21 }, () => "Status=0").join(" and ");
    expect((await call(sandbox, "GET", `${LIST}&filter=${encodeURIComponent(many)}`)).status).toBe(400);
  });
});

describe("a line of the log", () => {
  it("cannot be forged by what a caller sends", async () => {
    const lines: string[] = [];
    const sandbox = await sandboxOf({ log: (line) => lines.push(line), limits: false });
    const evil = "\u001b[31m\nFORGED\r\u0007\u009b\u2028\u202e\u0000";
    await call(sandbox, "GET", `${LIST}&sortField=${encodeURIComponent(evil)}`);
    await call(sandbox, "GET", `${LIST}&filter=${encodeURIComponent(evil)}`);
    await call(sandbox, "GET", LIST, { Prefer: "code=\u009b, example=x" });
    await call(sandbox, "GET", `/${encodeURIComponent(evil)}`);
    sandbox.script({ match: { operation: "listOrders" }, fault: "never" });
    expect(lines.length).toBe(4);
    for (const line of lines) {
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(line.length).toBeLessThan(1100);
    }
    expect(lines[0]).toContain("\\u{1b}[31m\\u{a}FORGED");
  });

  it("that fails to be written does not change the answer", async () => {
    const log = () => {
      throw new Error("disk full");
    };
    const sandbox = await sandboxOf({ log });
    expect((await call(sandbox, "DELETE", orderPath(73552))).status).toBe(204);
  });
});

describe("tokens", () => {
  it("are numbered on this machine, and cannot be guessed where others reach the sandbox", async () => {
    const own = await token((await sandboxOf()).url, SIGN_IN);
    expect(own.body.Token).toBe("sandbox-token-1");
    const open = await sandboxOf({ host: "0.0.0.0" });
    const url = open.url.replace("0.0.0.0", "127.0.0.1");
    const issued = new Set([open.issueToken(), (await token(url, SIGN_IN)).body.Token]);
    const interim = await token(url, { ...SIGN_IN, Username: "trader2fa" });
    issued.add(interim.body.Token);
    expect(issued.size).toBe(3);
    for (const one of issued) expect(one).toMatch(/^sandbox-(interim-)?token-\d-[\da-f]{8}-[\da-f-]{27}$/);
  });
});
