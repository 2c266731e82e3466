// The API's limits: never exceeded, and used to the full. In virtual time.
import { describe, expect, test } from "vitest";
import { cancel } from "../../src/index.js";
import { type Script, SIGNED_IN, type Stage, stage, stageSigningIn } from "./kit.js";
import { ORDER, order } from "./order.js";

const MINUTE = 60_000;

/** Most requests of a method within any closed minute. */
function worstMinute(scene: Stage, method: string): number {
  const times = scene.sentBy(method).map(({ at }) => at);
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at <= from + MINUTE).length));
}

/** Each answer takes 30 ms on its way; the venue cancels 50 ms later. */
function exchange(scene: () => Stage): Script {
  const canceledAt = new Map<string, number>();
  return async ({ method, what, at }) => {
    await scene().clock.wait(30);
    if (what === "token") return SIGNED_IN;
    const id = Number(what.split("/")[1]);
    if (method === "DELETE") {
      canceledAt.set(what, at + 50);
      return 204;
    }
    const isCanceled = at >= (canceledAt.get(what) ?? Number.POSITIVE_INFINITY);
    return order(isCanceled ? "Canceled" : "PendingCancel", { Id: id });
  };
}

const cancelMany = (scene: Stage, count: number, more = {}) =>
  scene.clock.run(
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        cancel(scene.client, { ...ORDER, orderId: index + 1, ...more }),
      ),
    ),
  );

const canceledOf = (results: { verdict: string }[]) =>
  results.filter(({ verdict }) => verdict === "canceled").length;

describe("50 orders at once on one account", () => {
  test("are all sent at once with a fixed token, which cannot be renewed", async () => {
    const scene: Stage = stage(exchange(() => scene));
    const results = await cancelMany(scene, 50);
    expect(canceledOf(results)).toBe(50);
    expect(scene.sentBy("DELETE").every(({ at }) => at === 0)).toBe(true);
  });

  test("are sent but for one where a token may have to be renewed", async () => {
    const scene: Stage = stageSigningIn(exchange(() => scene));
    const results = await cancelMany(scene, 50);
    expect(canceledOf(results)).toBe(49);
    expect(results.find(({ verdict }) => verdict !== "canceled")).toMatchObject({
      verdict: "not-sent",
      why: "throttled",
      retryAt: expect.any(String),
    });
  });
});

test("120 orders take two windows more and a few seconds, and no minute sees 51", async () => {
  const scene: Stage = stage(exchange(() => scene));
  const results = await cancelMany(scene, 120, { deadlineMs: 200_000 });
  expect(canceledOf(results)).toBe(120);
  expect(worstMinute(scene, "DELETE")).toBe(50);
  expect(worstMinute(scene, "GET")).toBeLessThanOrEqual(120);
  expect(scene.sentBy("DELETE").at(-1)?.at).toBeLessThan(2 * MINUTE + 3_000);
});

describe("a 429", () => {
  const throttled = (headers: Record<string, string>) => () => new Response(null, { status: 429, headers });

  test("with Retry-After 8 holds back every cancel of the account", async () => {
    const scene = stage(throttled({ "Retry-After": "8" }));
    for (let orderId = 1; orderId <= 20; orderId++) {
      const result = await scene.clock.run(cancel(scene.client, { ...ORDER, orderId, deadlineMs: 5_000 }));
      expect(result).toMatchObject({ verdict: "not-sent", why: "throttled", retryAt: expect.any(String) });
    }
    expect(scene.sentBy("DELETE")).toHaveLength(1);
  });

  test("with Retry-After 8.5 is waited out", async () => {
    const scene = stage(({ method, nth }) => {
      if (method === "GET") return order("Canceled");
      return nth === 0 ? throttled({ "Retry-After": "8.5" })() : 204;
    });
    expect(await scene.cancel()).toMatchObject({ verdict: "canceled" });
    expect(scene.sentBy("DELETE").map(({ at }) => at)).toEqual([0, 8_500]);
  });

  test.each([
    ["0", "0"],
    ["in the past", "Thu, 01 Jan 1970 00:00:00 GMT"],
    ["nonsense", "soon"],
  ])("with Retry-After %s starts at a second and grows", async (_, value) => {
    const scene = stage(throttled({ "Retry-After": value }));
    expect(await scene.cancel()).toMatchObject({ verdict: "not-sent", why: "throttled" });
    const times = scene.sentBy("DELETE").map(({ at }) => at);
    expect(times.length).toBeLessThanOrEqual(5);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  test("with Retry-After in the year 275760 is a result, no RangeError", async () => {
    const scene = stage(throttled({ "Retry-After": "Sat, 13 Sep 275760 00:00:00 GMT" }));
    expect(await scene.cancel()).toMatchObject({ verdict: "not-sent", why: "throttled" });
  });
});

test("a read that is answered 503 with Retry-After 0 does not hammer", async () => {
  const scene = stage(({ method }) =>
    method === "DELETE" ? 204 : new Response(null, { status: 503, headers: { "Retry-After": "0" } }),
  );
  await scene.cancel();
  expect(scene.sentBy("GET").length).toBeLessThanOrEqual(8);
});

test("single calls count: 45 of them and then 10 cancels meet no 429", async () => {
  let left = 50;
  const scene = stage(({ method, what }) => {
    if (method === "GET") return order("Canceled", { Id: Number(what.split("/")[1]) });
    left -= 1;
    return left < 0 ? 429 : 204;
  });
  const calls = Array.from({ length: 45 }, (_, index) =>
    scene.client.cancelOrder({ accountId: 1, orderId: index + 100 }),
  );
  await scene.clock.run(Promise.all(calls));
  const results = await cancelMany(scene, 10);
  expect(canceledOf(results)).toBe(5);
  expect(left).toBe(0);
});

test("X-RateLimit-Remaining 0 on a success holds back what follows until the reset", async () => {
  const scene: Stage = stage(({ method, what }) => {
    if (method === "GET") return order("Canceled", { Id: Number(what.split("/")[1]) });
    const reset = String(Math.ceil(scene.clock.now() / 1_000) + 6);
    return new Response(null, {
      status: 204,
      headers: { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset },
    });
  });
  await scene.cancel({ orderId: 1 });
  await scene.cancel({ orderId: 3 });
  const [first, second] = scene.sentBy("DELETE").map(({ at }) => at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(6_000);
  expect((second ?? 0) - (first ?? 0)).toBeLessThan(8_000);
});

describe("a clock that is set while a cancel runs", () => {
  const stepping = (step: number) => {
    const scene: Stage = stage(({ method }) => (method === "DELETE" ? 204 : order("PendingCancel")));
    scene.clock.at(400, () => {
      scene.clock.step = step;
    });
    return scene;
  };

  test.each([-3_600_000, 3_600_000])(
    "by %i ms changes no deadline, of the first and of one who joins",
    async (step) => {
      const scene = stepping(step);
      const both = [
        cancel(scene.client, { ...ORDER, deadlineMs: 5_000 }),
        cancel(scene.client, { ...ORDER, deadlineMs: 5_000 }),
      ];
      const results = await scene.clock.run(Promise.all(both));
      expect(results.map(({ verdict }) => verdict)).toEqual(["pending", "pending"]);
      expect(scene.clock.elapsedMs).toBeLessThanOrEqual(5_000);
      expect(scene.sentBy("GET").length).toBeGreaterThan(2);
      const [result] = results;
      expect(Date.parse(result?.endedAt ?? "") - Date.parse(result?.startedAt ?? "")).toBeLessThanOrEqual(
        5_000,
      );
    },
  );

  test.each([-3_600_000, 61_000])("by %i ms changes no limit", async (step) => {
    const scene: Stage = stage(exchange(() => scene));
    await cancelMany(scene, 49);
    scene.clock.step = step;
    const [fiftieth] = await cancelMany(scene, 1);
    expect(fiftieth?.verdict).toBe("canceled");
    await cancelMany(scene, 50, { deadlineMs: 100 });
    expect(worstMinute(scene, "DELETE")).toBe(50);
  });
});
