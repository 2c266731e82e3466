// As many as allowed: limits are used to the full, and one 429 teaches every call.
import { expect, test } from "vitest";
import { groupOf, MINUTE } from "./limits.js";
import { Play } from "./play.js";
import { Random } from "./random.js";
import { ACCOUNT, type Plan, type Step } from "./steps.js";

function crowd(count: number, auth: Plan["auth"], deadlineMs: number, before: Step[] = []): Plan {
  const orders = Array.from({ length: count }, () => ({
    status: "New",
    placedAgoMs: 600_000,
    accountId: ACCOUNT,
  }));
  const cancels = orders.map(
    (_, order): Step => ({ do: "cancel", client: 0, order, via: "api", deadlineMs, progress: "none" }),
  );
  return { steps: [...before, ...cancels], trouble: 0, settleMs: undefined, auth, orders, timeoutMs: 10_000 };
}

async function departures(plan: Plan): Promise<number[]> {
  const { world } = await Play.of(plan, new Random(1));
  const deletes = world.network.log.filter(({ kind }) => kind === "delete").map(({ leftAt }) => leftAt);
  const [first = 0] = deletes;
  return deletes.map((at) => at - first);
}

const within = (times: number[], ms: number): number => times.filter((at) => at <= ms).length;

test("of 50 cancels at once, 49 leave at once: room for one replay is kept", async () => {
  expect(within(await departures(crowd(50, "credentials", 5_000)), 500)).toBe(49);
});

test("with a fixed token, which cannot be replayed, all 50 leave at once", async () => {
  expect(within(await departures(crowd(50, "fixed token", 5_000)), 500)).toBe(50);
});

test("120 cancels leave within two windows and a few seconds", async () => {
  const times = await departures(crowd(120, "credentials", 200_000));
  expect(new Set(times).size).toBeLessThan(times.length);
  expect(times.length).toBeGreaterThanOrEqual(120);
  expect(within(times, 2 * 61_500 + 5_000)).toBeGreaterThanOrEqual(120);
});

test("100 cancels with a fixed token leave within one window and a few seconds", async () => {
  expect(within(await departures(crowd(100, "fixed token", 200_000)), 61_500 + 5_000)).toBeGreaterThanOrEqual(
    100,
  );
});

test("after a 429 that says when, no call of the account sends before that, and each does after it", async () => {
  const plan = crowd(30, "fixed token", 120_000, [{ do: "strangers", count: 49 }]);
  const { world } = await Play.of(plan, new Random(4));
  const deletes = world.network.log.filter(({ kind }) => groupOf(kind) === "delete");
  const lesson = deletes.find(({ status }) => status === 429);
  const learnedAt = lesson?.endedAt ?? 0;
  const until = lesson?.toldUntil ?? learnedAt + 1_000;
  expect(lesson).toBeDefined();
  expect(deletes.filter(({ leftAt }) => leftAt > learnedAt && leftAt < until)).toEqual([]);
  const last = Math.max(...deletes.map(({ leftAt }) => leftAt));
  expect(last - learnedAt).toBeLessThan(2 * MINUTE);
  expect(new Set(deletes.map(({ orderId }) => orderId)).size).toBe(30);
});
