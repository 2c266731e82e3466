// What a caller of `cancel()` may meet besides a plain answer: copies that lag, traces of a refusal, successors, limits
// that come near.
import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/index.js";
import { call, LIST, orderPath, problems, sandboxOf } from "./helpers.js";

const read = async (sandbox: Sandbox, id: number, kind = "orders") =>
  (await call(sandbox, "GET", orderPath(id, kind))).body;

describe("reads that lag behind", () => {
  it("show the order as it was, alone and in a list, but not when the venue is asked", async () => {
    const sandbox = await sandboxOf({ readLagMs: 1000, venueMs: 100 });
    await sandbox.advance(5000);
    await call(sandbox, "DELETE", orderPath(80002));
    await sandbox.advance(999);
    const listed = async () => {
      const { Result } = (await call(sandbox, "GET", LIST)).body;
      return Result.find(({ Id }: { Id: number }) => Id === 80002);
    };
    for (const order of [await read(sandbox, 80002), await listed()])
      expect(order).toMatchObject({ Status: "New", ExecutedQuantity: 0, Target: "New" });
    expect(await read(sandbox, 80002, "syncorders")).toMatchObject({
      Status: "Canceled",
      ExecutedQuantity: 75,
    });
    await sandbox.advance(51);
    expect(await read(sandbox, 80002)).toMatchObject({
      Status: "PendingCancel",
      ExecutionStatus: "New",
      ExecutedQuantity: 75,
    });
    await sandbox.advance(50);
    for (const order of [await read(sandbox, 80002), await listed()])
      expect([order.Status, problems("Order", order)]).toEqual(["Canceled", []]);
  });

  it("do not know an order that was just placed", async () => {
    const sandbox = await sandboxOf({ readLagMs: 500 });
    sandbox.putOrder(9001);
    expect((await call(sandbox, "GET", orderPath(9001))).status).toBe(404);
    expect((await call(sandbox, "DELETE", orderPath(9001))).status).toBe(204);
    await sandbox.advance(500);
    expect((await read(sandbox, 9001)).Status).toBe("PendingCancel");
  });

  it("can be switched on, lag by chance between two times, and are as at the start after a reset", async () => {
    const sandbox = await sandboxOf({ venueMs: 0, limits: false });
    sandbox.setTiming({ readLagMs: [0, 2000] });
    await call(sandbox, "DELETE", orderPath(73552));
    await sandbox.advance(1000);
    const seen = new Set();
    for (let i = 0; i < 40; i++) seen.add((await read(sandbox, 73552)).Status);
    expect(seen).toEqual(new Set(["New", "Canceled"]));
    sandbox.setSwitches({ success: "200" });
    sandbox.reset();
    expect([sandbox.timing().readLagMs, sandbox.switches().success]).toEqual([[0, 0], "204"]);
  });
});

describe("a cancel that the venue refused", () => {
  it("is seen on the order, until the next cancel is taken", async () => {
    const sandbox = await sandboxOf({ venueMs: 20 });
    await call(sandbox, "DELETE", orderPath(80003));
    expect(await read(sandbox, 80003)).toMatchObject({ Target: "Cancel", RequestStatus: "Executing" });
    await sandbox.advance(20);
    const refused = await read(sandbox, 80003);
    expect(refused).toMatchObject({ Status: "New", Target: "CancelReject", RequestStatus: "Rejected" });
    expect([refused.Description, problems("Order", refused)]).toEqual([
      expect.stringContaining("refused"),
      [],
    ]);
    await call(sandbox, "DELETE", orderPath(80003));
    const again = await read(sandbox, 80003);
    expect([again.Target, again.RequestStatus, again.Description]).toEqual([
      "Cancel",
      "Executing",
      undefined,
    ]);
  });
});

describe("an order that was replaced", () => {
  it("is named by exactly one other, its successor", async () => {
    const sandbox = await sandboxOf({ venueMs: 100 });
    await call(sandbox, "DELETE", orderPath(80007));
    await sandbox.advance(100);
    const { Result } = (await call(sandbox, "GET", LIST)).body;
    for (const [id, successor] of [
      [80006, 80106],
      [80007, 80107],
    ]) {
      const { ClientId, Status } = await read(sandbox, id as number);
      const named = Result.filter(({ OrigClientId }: { OrigClientId?: string }) => OrigClientId === ClientId);
      expect([Status, named.map(({ Id }: { Id: number }) => Id)]).toEqual(["Replaced", [successor]]);
      expect(named[0]).toMatchObject({ Status: "New", Quantity: 150, ExecutedQuantity: 0 });
    }
  });

  it("can be put there by hand", async () => {
    const sandbox = await sandboxOf();
    sandbox.putOrder(9001, { quantity: 10, executed: 4, successorId: 9002 });
    sandbox.event(9001, "replaced");
    expect(await read(sandbox, 9002)).toMatchObject({ OrigClientId: "client-9001", Quantity: 6 });
    sandbox.putOrder(9003, { replaces: 9001 });
    expect((await read(sandbox, 9003)).OrigClientId).toBe("client-9001");
  });
});

describe("a limit that comes near", () => {
  it("is told on answers of every kind, from a fifth of it on", async () => {
    const sandbox = await sandboxOf();
    const began = sandbox.now();
    const left = [];
    for (let i = 0; i < 50; i++) {
      const { headers } = await call(sandbox, "DELETE", orderPath(i % 2 ? 80010 : 73501 + i));
      left.push(headers.get("x-ratelimit-remaining"));
      if (i < 39) expect([...headers.keys()].filter((name) => name.startsWith("x-ratelimit"))).toEqual([]);
      else expect(headers.get("x-ratelimit-reset")).toBe(String(Math.ceil((began + 60_001) / 1000)));
    }
    expect(left.slice(38)).toEqual([null, ...Array.from({ length: 11 }, (_, i) => String(10 - i))]);
    expect((await call(sandbox, "DELETE", orderPath(1))).headers.get("x-ratelimit-remaining")).toBe("0");
  });
});
