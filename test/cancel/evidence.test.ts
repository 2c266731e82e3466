// Whatever goes wrong after a DELETE has left: the evidence is kept, and comes back checked.
import { describe, expect, test, vi } from "vitest";
import { ArgumentError, type CancelResult, cancel, createClient, resume } from "../../src/index.js";
import { reset, SIGNED_IN, type Stage, stage, stageSigningIn } from "./kit.js";
import { BASE_URL, ORDER, order } from "./order.js";

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe("a hook that fails", () => {
  test.each([
    [
      "at once",
      () => {
        throw new Error("mine");
      },
    ],
    [
      "later",
      async () => {
        throw new Error("mine");
      },
    ],
  ])("%s changes nothing and ends no process", async (_, onProgress) => {
    const failures = vi.fn();
    process.on("unhandledRejection", failures);
    const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("Canceled")));
    expect(await scene.cancel({ onProgress })).toMatchObject({ verdict: "canceled" });
    await new Promise((resolve) => setImmediate(resolve));
    process.off("unhandledRejection", failures);
    expect(failures).not.toHaveBeenCalled();
  });
});

describe("a token function that fails after a DELETE has left", () => {
  test("by returning nothing, becomes an entry", async () => {
    const tokens = ["T", undefined];
    const token = () => tokens.shift() as string;
    const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("Canceled")), { token });
    const result = await scene.cancel();
    expect(result).toMatchObject({ verdict: "pending", level: "api" });
    expect(result.observations[0]).toMatchObject({ message: expect.stringContaining("token") });
  });

  test("by returning a token with a line break, hides the token", async () => {
    const tokens = ["first-token", "second\nsecret-token"];
    const token = () => tokens.shift() ?? "third-token";
    const scene = stage(() => 401, { token });
    const result = await scene.cancel();
    expect(result.verdict).toBe("denied");
    expect(JSON.stringify(result)).not.toMatch(/secret-token|first-token/);
  });

  test("before any has left, a token that cannot be sent is none", async () => {
    const result = await stage(() => 204, { token: () => "has a space" }).cancel();
    expect(result).toMatchObject({ verdict: "not-sent", why: "no-token" });
  });
});

test("an order that echoes secrets carries none into the result", async () => {
  const scene = stageSigningIn(({ what, method }) => {
    if (what === "token") return SIGNED_IN;
    return method === "DELETE"
      ? 204
      : order("Canceled", { Description: "key app-key-1, token-1, secret-password" });
  });
  const result = await scene.cancel();
  expect(result.verdict).toBe("canceled");
  expect(JSON.stringify(result)).not.toMatch(/app-key-1|token-1|secret-password/);
});

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

describe("arguments that are wrong get a sentence, and nothing is sent", () => {
  const { client, sent } = stage(() => 204);
  const call = (options: unknown, given: unknown = client) => cancel(given as never, options as never);
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ["no options", () => call(undefined), /cancel\(client, \{ accountId/],
    ["no client", () => call(ORDER, null), /createClient/],
    ["something else than a client", () => call(ORDER, { cancelOrder() {} }), /createClient/],
    ["a misspelled option", () => call({ ...ORDER, deadlineMS: 5 }), /no option `deadlineMS`/],
    [
      "a misspelled option of resume",
      () => resume(client, {} as never, { timeout: 5 } as never),
      /no option `timeout`/,
    ],
    ["a deadline of 0", () => call({ ...ORDER, deadlineMs: 0 }), /`deadlineMs`/],
    ["a clock without sleep", () => call({ ...ORDER, clock: {} }), /clock/],
    [
      "a clock without a time",
      () => call({ ...ORDER, clock: { now: () => Number.NaN, sleep: async () => {} } }),
      /clock/,
    ],
    ["a via that is none", () => call({ ...ORDER, via: "fast" }), /`via`/],
    ["an order number as text", () => call({ ...ORDER, orderId: "2" }), /`orderId`/],
    ["no account", () => call({ orderId: 2 }), /`accountId`/],
    ["a signal that is none", () => call({ ...ORDER, signal: {} }), /signal/],
    ["onProgress that is no function", () => call({ ...ORDER, onProgress: 1 }), /onProgress/],
    ["a negative lag", () => call({ ...ORDER, settleMs: -1 }), /`settleMs`/],
  ])("%s", async (_, wrong, message) => {
    await expect(wrong()).rejects.toThrow(message);
    await expect(wrong()).rejects.toThrow(ArgumentError);
    expect(sent).toEqual([]);
  });
});

test("one signal on many cancels prints no warning", async () => {
  const warnings = vi.fn();
  process.on("warning", warnings);
  const scene = stage(({ method, what }) =>
    method === "DELETE" ? 204 : order("Canceled", { Id: Number(what.split("/")[1]) }),
  );
  const { signal } = new AbortController();
  const many = Array.from({ length: 30 }, (_, index) =>
    cancel(scene.client, { ...ORDER, orderId: index + 1, signal }),
  );
  await scene.clock.run(Promise.all(many));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", warnings);
  expect(warnings).not.toHaveBeenCalled();
});

test("what was sent and read goes to JSON and back unchanged", async () => {
  const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("PendingCancel")));
  const result = await scene.cancel({ via: "venue" });
  expect(clone(result)).toEqual(result);
  expect(result).toMatchObject({ version: 1, origin: BASE_URL, ...ORDER, via: "venue", settleMs: 2_000 });
});

test("nobody can take away what a result says by going on with it", async () => {
  const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("PendingCancel")));
  const first = await scene.cancel({ deadlineMs: 2_000 });
  const before = clone(first);
  await scene.clock.run(resume(scene.client, first, { deadlineMs: 3_000 }));
  expect(first).toEqual(before);
  expect(createClient).toBeTypeOf("function");
});

describe("what is known cannot be changed", () => {
  test("by a listener", async () => {
    const scene = stage(({ method }) => (method === "DELETE" ? 409 : order("New")));
    const result = await scene.cancel({
      onProgress({ observation }) {
        if (observation?.order) observation.order.Status = "Canceled";
      },
    });
    expect(result).toMatchObject({ verdict: "still-open" });
  });

  test("by whoever was given a result, or gave one", async () => {
    const scene = stage(({ method }) => (method === "DELETE" ? 204 : order("New")));
    const first = await scene.cancel({ deadlineMs: 1_500 });
    const given = clone(first);
    const resumed = scene.clock.run(resume(scene.client, given, { deadlineMs: 1_500 }));
    for (const { observations } of [first, given])
      for (const { order } of observations) if (order) order.Status = "Canceled";
    expect(await resumed).toMatchObject({ verdict: "pending" });
    expect(await scene.cancel({ deadlineMs: 1_500 })).toMatchObject({ verdict: "pending" });
  });
});
