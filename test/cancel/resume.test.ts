// Going on later: from JSON, in another client, and only from what is a result of `cancel()`.
import { describe, expect, test } from "vitest";
import { ArgumentError, type CancelResult, cancel, resume } from "../../src/index.js";
import { reset, type Stage, stage } from "./kit.js";
import { ORDER, order } from "./order.js";

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe("resume", () => {
  const pending = async () => {
    const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("PendingCancel")));
    return { scene, result: await scene.cancel({ deadlineMs: 3_000 }) };
  };

  test("goes on from JSON, with another client, and reads before anything else", async () => {
    const { result } = await pending();
    const other = stage(({ method }) => (method === "DELETE" ? 204 : order("Canceled")));
    const resumed = await other.clock.run(resume(other.client, clone(result)));
    expect(resumed).toMatchObject({ verdict: "canceled", startedAt: result.startedAt });
    expect(resumed.attempts).toEqual(result.attempts);
    expect(other.sentBy("DELETE")).toHaveLength(0);
  });

  test("given out while a DELETE was under way, and joined to it, counts that DELETE once", async () => {
    const scene: Stage = stage(async ({ method }) => {
      if (method === "GET") return order("Canceled");
      await scene.clock.wait(3_000);
      return 204;
    });
    const { client, clock } = scene;
    const long = cancel(client, ORDER);
    const short = await clock.run(cancel(client, { ...ORDER, deadlineMs: 100 }));
    expect(short).toMatchObject({ verdict: "unresolved", why: "lost", outstanding: 1 });
    const [joined, first] = await clock.run(Promise.all([resume(client, clone(short)), long]));
    expect([joined.verdict, first.verdict]).toEqual(["canceled", "canceled"]);
    expect(joined.attempts).toMatchObject([{ outcome: "accepted", status: 204 }]);
  });

  test("returns what is over as it is", async () => {
    const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("Canceled")));
    const result = await scene.cancel();
    const before = scene.sent.length;
    expect(await resume(scene.client, result)).toBe(result);
    expect(scene.sent).toHaveLength(before);
  });

  test("after an unknown fate sends nothing before a read that proves something", async () => {
    const lost = await stage(({ method }) => (method === "DELETE" ? reset() : 503)).cancel({
      deadlineMs: 1_000,
    });
    const other = stage(({ method }) => (method === "DELETE" ? 204 : order("New")));
    await other.clock.run(resume(other.client, clone(lost), { deadlineMs: 5_000 }));
    const [firstDelete] = other.sentBy("DELETE");
    expect(firstDelete?.at).toBeGreaterThan(2_000);
    expect(other.sent[0]?.method).toBe("GET");
  });

  type Change = (result: Record<string, unknown>) => unknown;
  test.each<[string, Change, RegExp]>([
    ["a text", () => "x", /not a result of cancel/],
    ["an empty object", () => ({}), /not a result of cancel/],
    ["null", () => null, /not a result of cancel/],
    ["only a verdict", () => ({ verdict: "canceled" }), /another version/],
    ["a promise", async () => ({}), /`await`/],
    [
      "a result of version 0.1.0",
      ({ version, ...rest }) => ({ ...rest, state: { phase: "pending" } }),
      /another version/,
    ],
    [
      "another verdict",
      (result) => ({ ...result, verdict: "unresolved" }),
      /by its entries `verdict` is "pending", not "unresolved"/,
    ],
    ["a verdict that nobody knows", (result) => ({ ...result, verdict: "fine" }), /by its entries/],
    [
      "attempts that are gone",
      (result) => ({ ...result, attempts: [], observations: [] }),
      /`verdict` is "not-sent"/,
    ],
    ["attempts that are no list", (result) => ({ ...result, attempts: {} }), /`attempts`/],
    [
      "an attempt that was refused and accepted",
      (result) => tampered(result, { outcome: "refused" }),
      /`attempts`/,
    ],
    ["an attempt that left and did not", (result) => tampered(result, { sentAt: undefined }), /`attempts`/],
    ["an attempt at no time", (result) => tampered(result, { at: "yesterday" }), /`attempts`/],
    ["no time", (result) => ({ ...result, startedAt: 0 }), /`startedAt`/],
    ["an order of another id", (result) => ({ ...result, orderId: 3 }), /of another order/],
    ["an order number that is none", (result) => ({ ...result, orderId: -1 }), /`orderId`/],
    [
      "a base URL of another API",
      (result) => ({ ...result, origin: "https://other.test" }),
      /https:\/\/other\.test/,
    ],
    ["a negative lag", (result) => ({ ...result, settleMs: -1_000_000 }), /`settleMs`/],
    [
      "other numbers than the entries say",
      (result) => ({ ...result, outstanding: -1_000 }),
      /`outstanding` is 1, not -1000/,
    ],
    [
      "an order of another account",
      (result) => observed(result, (one) => ({ ...one, order: { ...(one.order as object), AccountId: 9 } })),
      /of another order/,
    ],
    [
      "a read that was answered before it began",
      (result) => observed(result, (one) => ({ ...one, sentAt: "2027-01-01T00:00:00.000Z" })),
      /times go back/,
    ],
    [
      "a verdict given before its last entry",
      (result) => ({ ...result, endedAt: result.startedAt }),
      /times go back/,
    ],
    [
      "what was gone on with in the future",
      (result) => ({ ...result, resumedAt: "2099-01-01T00:00:00.000Z" }),
      /times go back/,
    ],
    [
      "a year of six digits",
      (result) => ({ ...result, startedAt: "+275760-09-13T00:00:00.000Z" }),
      /`startedAt`/,
    ],
    ["a lag that no timer can count", (result) => ({ ...result, settleMs: 1e15 }), /`settleMs`/],
    [
      "a result that holds itself",
      (result) => observed(result, (one) => Object.assign(one, { itself: one })),
      /not a result of cancel/,
    ],
    [
      "a level that nobody gave",
      (result) => ({ ...result, level: "venue" }),
      /`level` is "api", not "venue"/,
    ],
    [
      "quantities that no order states",
      (result) => ({ ...result, executedQuantity: 7 }),
      /`executedQuantity`/,
    ],
    [
      "a successor that no list shows",
      (result) => ({ ...result, successorId: 9 }),
      /`successorId` is absent, not 9/,
    ],
    [
      "one DELETE twice",
      (result) => ({
        ...result,
        attempts: [...(result.attempts as object[]), ...(result.attempts as object[])],
      }),
      /`attempts`/,
    ],
  ])("refuses %s", async (_, change, message) => {
    const { scene, result } = await pending();
    const before = scene.sent.length;
    const changed = change(clone(result) as unknown as Record<string, unknown>) as CancelResult;
    await expect(resume(scene.client, changed)).rejects.toThrow(message);
    await expect(resume(scene.client, changed)).rejects.toThrow(ArgumentError);
    expect(scene.sent).toHaveLength(before);
  });

  function observed(
    result: Record<string, unknown>,
    change: (one: Record<string, unknown>) => object,
  ): object {
    return { ...result, observations: (result.observations as Record<string, unknown>[]).map(change) };
  }

  function tampered(result: Record<string, unknown>, change: object): object {
    const [first, ...rest] = result.attempts as object[];
    return { ...result, attempts: [{ ...first, ...change }, ...rest] };
  }
});
