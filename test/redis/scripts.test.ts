// The two scripts, in a real Redis whose time is the test's, against models of a rolling window.
import fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Lesson, Permit } from "../../src/client/budget.js";
import { Window } from "../../src/client/window.js";
import { END, TAKE } from "../../src/redis/scripts.js";
import { missing, type RedisServer, startRedis } from "./server.js";

const LIMIT = 4;
const WINDOW = 3_000;
const LEASE = 100_000;

/** Scripts that read the time where the test writes it: everything else is as it runs for users. */
const [take, end] = [TAKE, END].map((script) => {
  const timed = script.replace("redis.call('TIME')", "redis.call('HMGET', 'time', 's', 'us')");
  if (timed === script) throw new Error("the script does not ask for the time");
  return timed;
}) as [string, string];

describe.skipIf(missing)("the scripts", () => {
  let server: RedisServer;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.port, "127.0.0.1");
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.kill();
  });
  beforeEach(() => redis.flushall());

  /** Some way into a millisecond: what is less than one must not matter. */
  const setTime = (ms: number) =>
    redis.hset("time", { s: Math.floor(ms / 1_000), us: (ms % 1_000) * 1_000 + 7 });

  async function takes(wanted: number, spare: number, id: string, leaseMs = LEASE) {
    const args = [WINDOW, leaseMs, LIMIT, spare, wanted, id, 0];
    const [granted, waitMs, round, startedAt] = (await redis.eval(take, 2, "r", "l", ...args)) as number[];
    return { granted: granted ?? 0, waitMs: waitMs ?? 0, round: round ?? 0, startedAt: startedAt ?? 0 };
  }

  async function ends(id: string, round: number, startedAt: number, how: How, leaseMs = LEASE) {
    const lesson = typeof how === "object" ? how : { status: 0 };
    const { status, retryAfterMs = 0, remaining = -1, resetInMs = 0 }: Lesson = lesson;
    const what = typeof how === "object" ? "answered" : how;
    const args = [WINDOW, leaseMs, id, round, startedAt, what, status, retryAfterMs, remaining, resetInMs];
    await redis.eval(end, 2, "r", "l", ...args);
  }

  test("let the same requests out as the window in memory, whatever they are answered, and wait no longer", async () => {
    const property = fc.asyncProperty(fc.array(STEP, { minLength: 5, maxLength: 60 }), async (steps) => {
      await redis.flushall();
      const window = new Window(LIMIT, WINDOW);
      const underWay: { permit: Permit; id: string; round: number; startedAt: number }[] = [];
      let now = 1_000_000;
      for (const [number, step] of steps.entries()) {
        now += step.afterMs;
        await setTime(now);
        if ("how" in step) {
          const [ended] = underWay.splice(step.which % Math.max(1, underWay.length), 1);
          if (!ended) continue;
          ended.permit.end(step.how);
          await ends(ended.id, ended.round, ended.startedAt, step.how);
          continue;
        }
        const taken = await takes(step.wanted, step.spare, `${number}`);
        for (let place = 1; place <= taken.granted; place++) {
          const permit = window.reserve(step.spare, () => now);
          if (!permit.granted) throw new Error(`at ${now} only the script let request ${place} out`);
          underWay.push({ ...taken, permit, id: `${number}:${place}` });
        }
        if (taken.granted === step.wanted) continue;
        const wait = window.reserve(step.spare, () => now);
        if (wait.granted) throw new Error(`at ${now} only the window in memory let one out`);
        expect(taken.waitMs).toBeGreaterThan(0);
        expect(taken.waitMs).toBeLessThanOrEqual(wait.waitMs);
      }
    });
    await fc.assert(property, { seed: 20261125, numRuns: 400 });
  });

  test("count what is under way until its lease is over and a window more, and say to the millisecond when there is room", async () => {
    const LEASED = 700;
    const property = fc.asyncProperty(
      fc.array(PLAIN_STEP, { minLength: 5, maxLength: 60 }),
      async (steps) => {
        await redis.flushall();
        /** When each request counts: when it ended, or when its lease does. */
        const scores = new Map<string, number>();
        let now = 1_000_000;
        for (const [number, { afterMs, wanted, which, spare }] of steps.entries()) {
          now += afterMs;
          await setTime(now);
          const counting = [...scores].filter(([, score]) => now - score <= WINDOW);
          const ended = counting[which];
          if (ended) {
            scores.set(ended[0], now);
            await ends(ended[0], 0, 0, { status: 204 });
          }
          const room = Math.max(0, LIMIT - spare - counting.length);
          const taken = await takes(wanted, spare, `${number}`, LEASED);
          expect(taken.granted).toBe(Math.min(wanted, room));
          for (let place = 1; place <= taken.granted; place++) scores.set(`${number}:${place}`, now + LEASED);
          const all = [...scores.values()].filter((score) => now - score <= WINDOW).sort((a, b) => a - b);
          const frees = all[all.length + spare - LIMIT];
          expect(taken.waitMs).toBe(frees === undefined ? 0 : Math.min(frees, now) + WINDOW + 1 - now);
        }
      },
    );
    await fc.assert(property, { seed: 20261126, numRuns: 150 });
  });

  test("double the wait after each 429 that does not say how long, and start anew after an answer", async () => {
    let now = 1_000_000;
    const waits: number[] = [];
    for (const status of [429, 429, 204, 429]) {
      await setTime(now);
      const { round, startedAt } = await takes(1, 0, `${now}`);
      await ends(`${now}:1`, round, startedAt, { status });
      const { waitMs } = await takes(0, 0, "");
      waits.push(waitMs);
      now += waitMs + WINDOW + 1;
    }
    expect(waits).toEqual([1_000, 2_000, 0, 1_000]);
  });

  test("take the stricter word when an answer may be older than what is known", async () => {
    await setTime(1_000_000);
    const { granted, round, startedAt } = await takes(2, 0, "a");
    expect(granted).toBe(2);
    await setTime(1_000_010);
    await ends("a:1", round, startedAt, { status: 204, remaining: 0, resetInMs: 500 });
    await ends("a:2", round, startedAt, { status: 204, remaining: 1, resetInMs: 500 });
    expect(await takes(1, 0, "b")).toMatchObject({ granted: 0, waitMs: 500 });
  });

  test("keep nothing longer than it can matter", async () => {
    await setTime(1_000_000);
    const { round, startedAt } = await takes(1, 0, "a", 500);
    // Whoever remembers the window must find that Redis does, too.
    expect(await redis.pttl("l")).toBeGreaterThan(WINDOW + 500);
    await ends("a:1", round, startedAt, { status: 429, retryAfterMs: 60_000 }, 500);
    expect(await redis.pttl("r")).toBeGreaterThan(0);
    expect(await redis.pttl("r")).toBeLessThanOrEqual(WINDOW + 500 + 1_000);
    expect(await redis.pttl("l")).toBeGreaterThan(60_000);
    expect(await redis.pttl("l")).toBeLessThanOrEqual(60_000 + 2 * WINDOW + 500);
  });
});

type How = Parameters<Permit["end"]>[0];

const ms = fc.oneof(
  fc.constantFrom(0, 1, WINDOW),
  fc.integer({ min: 0, max: 500 }),
  fc.integer({ min: 0, max: WINDOW }),
);
const ofTime = fc.option(
  fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2 * WINDOW })),
  {
    freq: 1,
    nil: undefined,
  },
);
const LESSON = fc.record({
  status: fc.constantFrom(204, 204, 409, 429),
  retryAfterMs: ofTime,
  remaining: fc.option(fc.integer({ min: 0, max: LIMIT }), { freq: 1, nil: undefined }),
  resetInMs: ofTime,
});
const HOW: fc.Arbitrary<How> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ status: 204 }) },
  { weight: 3, arbitrary: LESSON },
  { weight: 1, arbitrary: fc.constantFrom("lost" as const, "not-sent" as const) },
);
const spare = fc.integer({ min: 0, max: 1 });
const wanted = fc.integer({ min: 1, max: LIMIT + 1 });
const which = fc.nat({ max: LIMIT });
const STEP = fc.oneof(
  fc.record({ afterMs: ms, wanted, spare }),
  fc.record({ afterMs: fc.oneof(ms, fc.integer({ min: 0, max: 50 })), which, how: HOW }),
);
const PLAIN_STEP = fc.record({ afterMs: ms, wanted, spare, which });
