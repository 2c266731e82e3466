// The budget in memory, by itself: whatever happens to requests, the server never sees more than the limit, and none is
// held back that might go. A failure prints seed and path; `SEED=… npx vitest run test/client/budget.test.ts` repeats it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Bucket,
  type Budget,
  type Lesson,
  memoryBudget,
  type Permit,
  type Wait,
} from "../../src/index.js";
import { clientOf, failure, IDS, thrown } from "./clients.js";
import { ManualClock } from "./manual-clock.js";
import { NO_CONTENT, testServer } from "./server.js";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: 2_000 };

const WINDOW_MS = 1_000;
const bucketOf = (limit: number, name = "orders of 1"): Bucket => ({
  kind: "orders",
  name,
  limit,
  windowMs: WINDOW_MS,
});

/** In memory the answer comes at once. */
function reserve(budget: Budget, bucket: Bucket, spare: number, clock: ManualClock): Permit | Wait {
  const answer = budget.reserve(bucket, spare, clock);
  if (answer instanceof Promise) throw new Error("a promise");
  return answer;
}

type Step =
  | { do: "wait"; ms: number }
  | { do: "ask"; spare: number }
  | { do: "end"; which: number; how: Lesson | "lost" | "not-sent"; arrived: number };

const lesson: fc.Arbitrary<Lesson> = fc.record({
  status: fc.constantFrom(204, 204, 409, 429, 500),
  retryAfterMs: fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: undefined }),
  remaining: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  resetInMs: fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: undefined }),
});

function steps(how: fc.Arbitrary<Lesson | "lost" | "not-sent">): fc.Arbitrary<Step[]> {
  const step: fc.Arbitrary<Step> = fc.oneof(
    // Often the edges of the window.
    fc.record({
      do: fc.constant("wait" as const),
      ms: fc.oneof(fc.constantFrom(1, 999, 1_000, 1_001), fc.nat(1_200)),
    }),
    { weight: 3, arbitrary: fc.record({ do: fc.constant("ask" as const), spare: fc.nat(2) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("end" as const),
        which: fc.nat(20),
        how,
        arrived: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    },
  );
  return fc.array(step, { maxLength: 120 });
}

interface UnderWay {
  permit: Permit;
  startedAt: number;
}

/** What happened, as seen from outside. */
interface Seen {
  /** When requests arrived at the server. */
  arrivals: number[];
  /** When those ended that left. */
  ended: number[];
  underWay: UnderWay[];
  answers: { at: number; spare: number; answer: Permit | Wait; underWay: number; ended: readonly number[] }[];
  lessons: { at: number; lesson: Lesson }[];
}

async function play(all: Step[], limit: number): Promise<Seen> {
  const clock = new ManualClock();
  const budget = memoryBudget();
  const seen: Seen = { arrivals: [], ended: [], underWay: [], answers: [], lessons: [] };
  for (const step of all) {
    const now = clock.monotonic();
    if (step.do === "wait") clock.jump(step.ms);
    if (step.do === "ask") {
      const answer = reserve(budget, bucketOf(limit), step.spare, clock);
      const { underWay, ended } = seen;
      seen.answers.push({ at: now, spare: step.spare, answer, underWay: underWay.length, ended: [...ended] });
      if (answer.granted) underWay.push({ permit: answer, startedAt: now });
    }
    if (step.do === "end" && seen.underWay.length > 0) {
      const [{ permit, startedAt }] = seen.underWay.splice(step.which % seen.underWay.length, 1) as [
        UnderWay,
      ];
      permit.end(step.how);
      if (step.how === "not-sent") continue;
      seen.ended.push(now);
      seen.arrivals.push(Math.floor(startedAt + (now - startedAt) * step.arrived));
      if (typeof step.how === "object") seen.lessons.push({ at: now, lesson: step.how });
    }
  }
  // What is under way still may have arrived at any time since.
  for (const { startedAt } of seen.underWay) seen.arrivals.push(startedAt);
  return seen;
}

/** The most requests in any window that is closed at both ends. */
function busiest(arrivals: number[]): number {
  return Math.max(
    0,
    ...arrivals.map((from) => arrivals.filter((at) => at >= from && at <= from + WINDOW_MS).length),
  );
}

const limits = fc.integer({ min: 1, max: 8 });
const anyEnd = fc.oneof(lesson, fc.constantFrom("lost" as const, "not-sent" as const));
const plainEnd = fc.constantFrom({ status: 204 }, { status: 500 }, "lost" as const, "not-sent" as const);

describe(`whatever requests meet (seed ${seed})`, () => {
  test("no window, closed at both ends, has more than the limit as the server sees it", async () => {
    const property = fc.asyncProperty(steps(anyEnd), limits, async (all, limit) => {
      expect(busiest((await play(all, limit)).arrivals)).toBeLessThanOrEqual(limit);
    });
    await fc.assert(property, runs);
  });

  test("none is held back while it and its spare would fit, and the wait is exact", async () => {
    const property = fc.asyncProperty(steps(plainEnd), limits, async (all, limit) => {
      for (const { at, spare, answer, underWay, ended } of (await play(all, limit)).answers) {
        const usedAt = (time: number) => underWay + ended.filter((end) => end + WINDOW_MS >= time).length;
        const fitsAt = (time: number) => usedAt(time) + 1 + Math.min(spare, limit - 1) <= limit;
        expect(answer.granted).toBe(fitsAt(at));
        if (answer.granted || !Number.isFinite(answer.waitMs)) continue;
        expect([fitsAt(at + answer.waitMs - 1), fitsAt(at + answer.waitMs)]).toEqual([false, true]);
      }
    });
    await fc.assert(property, runs);
  });

  test("none starts between a 429 and the end of its Retry-After", async () => {
    const property = fc.asyncProperty(steps(anyEnd), limits, async (all, limit) => {
      const { answers, lessons } = await play(all, limit);
      const starts = answers.filter(({ answer }) => answer.granted).map(({ at }) => at);
      for (const { at, lesson } of lessons) {
        if (lesson.status !== 429 || lesson.retryAfterMs === undefined) continue;
        const until = at + lesson.retryAfterMs;
        // At the same millisecond it may have started before.
        expect(starts.filter((start) => start > at && start < until)).toEqual([]);
      }
    });
    await fc.assert(property, runs);
  });

  test("none starts between an answer that says none is left and the reset", async () => {
    const property = fc.asyncProperty(steps(anyEnd), limits, async (all, limit) => {
      const { answers, lessons } = await play(all, limit);
      const starts = answers.filter(({ answer }) => answer.granted).map(({ at }) => at);
      for (const { at, lesson } of lessons) {
        if (lesson.remaining !== 0 || lesson.resetInMs === undefined) continue;
        const until = at + Math.min(lesson.resetInMs, WINDOW_MS);
        expect(starts.filter((start) => start > at && start < until)).toEqual([]);
      }
    });
    await fc.assert(property, runs);
  });

  test("a wait that is over, with nothing under way, ends in room", async () => {
    const property = fc.asyncProperty(steps(anyEnd), limits, async (all, limit) => {
      const clock = new ManualClock();
      const budget = memoryBudget();
      const bucket = bucketOf(limit);
      for (const step of all) {
        if (step.do === "wait") clock.jump(step.ms);
        const answer = reserve(budget, bucket, 0, clock);
        if (answer.granted) answer.end(step.do === "end" ? step.how : "lost");
        else {
          expect(answer.waitMs).toBeGreaterThan(0);
          clock.jump(answer.waitMs);
          const later = reserve(budget, bucket, 0, clock);
          expect(later.granted).toBe(true);
          if (later.granted) later.end("not-sent");
        }
      }
    });
    await fc.assert(property, runs);
  });
});

describe("memoryBudget", () => {
  const clock = new ManualClock();

  test("counts with other limits where it is told to", () => {
    const budget = memoryBudget({ limits: { orders: 2, reads: Number.POSITIVE_INFINITY } });
    const granted = (kind: "orders" | "reads") =>
      Array.from({ length: 500 }, () => reserve(budget, { ...bucketOf(50, kind), kind }, 0, clock)).filter(
        ({ granted }) => granted,
      ).length;
    expect([granted("orders"), granted("reads")]).toEqual([2, 500]);
  });

  test("ends a request once, however often it is told", () => {
    const budget = memoryBudget();
    const first = reserve(budget, bucketOf(2), 0, clock);
    if (first.granted) first.end("not-sent");
    if (first.granted) first.end("not-sent");
    const answers = [1, 2, 3].map(() => reserve(budget, bucketOf(2), 0, clock).granted);
    expect(answers).toEqual([true, true, false]);
  });

  test("forgets windows that nobody uses any more, and no others", () => {
    const time = new ManualClock();
    const budget = memoryBudget();
    for (let account = 0; account < 1_000; account++) reserve(budget, bucketOf(1, `old ${account}`), 0, time);
    time.jump(100_000);
    for (let account = 0; account < 5_000; account++) {
      const permit = reserve(budget, bucketOf(1, `new ${account}`), 0, time);
      if (permit.granted) permit.end({ status: 204 });
      time.jump(1);
    }
    // Under way all the time.
    expect(reserve(budget, bucketOf(1, "old 0"), 0, time).granted).toBe(false);
    expect(reserve(budget, bucketOf(1, "new 4999"), 0, time).granted).toBe(false);
    expect(reserve(budget, bucketOf(1, "new 0"), 0, time).granted).toBe(true);
  });

  test.each([
    [{ limit: { orders: 5 } }, /no option `limit`, only limits/],
    [{ limits: { order: 5 } }, /no limit `order`, only orders, reads, tokens/],
    [{ limits: { orders: 0 } }, /`orders` must be a number from 1/],
    [{ limits: { orders: Number.NaN } }, /`orders` must be a number from 1/],
    [{ limits: { orders: "50" } }, /`orders` must be a number from 1/],
  ])("refuses %j", (options, says) => {
    const error = thrown(() => memoryBudget(options as never));
    expect([error.name, error.fate]).toEqual(["ArgumentError", "not-sent"]);
    expect(error.message).toMatch(says);
  });
});

describe("a budget of somebody else", () => {
  test.each([
    undefined,
    null,
    5,
    {},
    { granted: true },
    { granted: false },
    { granted: false, waitMs: Number.NaN },
  ])("that answers %j: nothing is sent, and the error says that `budget` failed", async (answer) => {
    const server = await testServer(NO_CONTENT);
    for (const reserve of [() => answer, async () => answer]) {
      const client = clientOf(server, { budget: { reserve } as never });
      const error = await failure(client.cancelOrder(IDS));
      expect([error.name, error.fate]).toEqual(["RateLimitError", "not-sent"]);
      expect(error.message).toContain("`budget` failed");
    }
    expect(server.requests).toEqual([]);
  });

  test.each([
    ["throws", () => fail()],
    ["rejects", async () => fail()],
  ])("whose `end` %s does not change what is told of the request", async (_, end) => {
    const server = await testServer(NO_CONTENT);
    const client = clientOf(server, { budget: { reserve: () => ({ granted: true, end }) } as never });
    expect(await client.cancelOrder(IDS)).toBeUndefined();
  });
});

function fail(): never {
  throw new Error("the budget is broken");
}
