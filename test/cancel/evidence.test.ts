// Whatever goes wrong after a DELETE has left: the evidence is kept, and comes back checked.
import { describe, expect, test, vi } from "vitest";
import { ArgumentError, cancel, createClient, resume } from "../../src/index.js";
import { SIGNED_IN, stage, stageSigningIn } from "./kit.js";
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
