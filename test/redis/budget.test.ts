// The shared budget in a real Redis, with each client that users have: what one of two processes does, the other learns.
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Bucket, Permit, Wait } from "../../src/client/budget.js";
import { type Clock, systemClock } from "../../src/client/clock.js";
import { type RedisBudget, type RedisBudgetOptions, redisBudget } from "../../src/redis/index.js";
import { clientOf, IDS } from "../client/clients.js";
import { NO_CONTENT, startServer } from "../client/server.js";
import { CLIENTS, CONNECT } from "./connect.js";
import { freePort, missing, type RedisServer, startRedis } from "./server.js";

const BUCKET: Bucket = {
  kind: "orders",
  name: "orders http://localhost account 6303",
  limit: 4,
  windowMs: 60_000,
};
const BRIEF: Bucket = { ...BUCKET, windowMs: 300 };
const OK = { status: 204 };

describe.skipIf(missing).each(CLIENTS)("with %s", (client) => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server?.kill());
  beforeEach(async () => {
    await server.kill();
    await server.start();
  });

  /** As another process would: a connection of its own. */
  async function connected(options: RedisBudgetOptions = {}, port = server.port): Promise<RedisBudget> {
    const { redis, close } = await CONNECT[client](port);
    onTestFinished(close);
    // A server on a busy machine is slow, not gone: those tests that are about that say so.
    return redisBudget(redis, { timeoutMs: 20_000, ...options });
  }

  async function pair(options: RedisBudgetOptions = {}) {
    return [await connected(options), await connected(options)] as const;
  }

  test("two processes share one limit, and whoever is too many learns when there is room", async () => {
    const [one, other] = await pair();
    const permits = await Promise.all([granted(one), granted(other), granted(one), granted(other)]);
    // While all are under way, a window from now is the earliest.
    expect((await refused(one)).waitMs).toBe(BUCKET.windowMs + 1);
    for (const permit of permits) permit.end(OK);
    const { waitMs } = await refused(other);
    expect(waitMs).toBeLessThanOrEqual(BUCKET.windowMs + 1);
    expect(waitMs).toBeGreaterThan(0);
  });

  test("room comes back a window after the answer", async () => {
    const [one, other] = await pair();
    for (let used = 0; used < BRIEF.limit; used++) (await granted(one, BRIEF)).end(OK);
    const { waitMs } = await refused(other, BRIEF);
    expect(waitMs).toBeLessThanOrEqual(BRIEF.windowMs + 1);
    await systemClock.sleep(waitMs + 1, new AbortController().signal);
    await granted(other, BRIEF);
  });

  test("what was not sent is free at once, for the other too, and wakes who waits here", async () => {
    const [one, other] = await pair();
    const permits = await Promise.all(Array.from({ length: BUCKET.limit }, () => granted(one)));
    const { sooner } = await refused(one);
    permits[0]?.end("not-sent");
    await sooner;
    await granted(other);
    await refused(one);
  });

  test("a process that quits right after its answers has told Redis of them", async () => {
    const options = { leaseMs: 2 ** 31 - 1, timeoutMs: 20_000 };
    const { redis, quit } = await CONNECT[client](server.port);
    const leaving = redisBudget(redis, options);
    const permits = await Promise.all(Array.from({ length: BUCKET.limit }, () => granted(leaving)));
    for (const permit of permits) permit.end(OK);
    await quit();
    // Not until its lease is over.
    expect((await refused(await connected(options))).waitMs).toBeLessThanOrEqual(BUCKET.windowMs + 1);
  });

  test("what is lost counts from now, not until its lease is over", async () => {
    const [one, other] = await pair({ leaseMs: 2 ** 31 - 1 });
    const permits = await Promise.all(Array.from({ length: BRIEF.limit }, () => granted(one, BRIEF)));
    permits[0]?.end("lost");
    await refused(one, BRIEF);
    await waited(other, BRIEF);
  });

  test("a request that may be replayed leaves room for its replay", async () => {
    const [one, other] = await pair();
    for (let used = 1; used < BUCKET.limit; used++) await granted(one, BUCKET, 1);
    await refused(other, BUCKET, 1);
    await granted(other, BUCKET, 0);
  });

  test("many callers at once get what there is, each once", async () => {
    const [one, other] = await pair();
    const asked = Array.from({ length: 40 }, (_, at) =>
      (at % 2 ? one : other).reserve(BUCKET, at % 3 ? 0 : 1, systemClock),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer.granted)).toHaveLength(BUCKET.limit);
  });

  test("a 429 stops both; then one request goes first, and its answer lets the others out", async () => {
    const [one, other] = await pair();
    const permit = await granted(one);
    permit.end({ status: 429, retryAfterMs: 400 });
    const { waitMs } = await refused(one);
    expect(waitMs).toBeLessThanOrEqual(400);
    expect((await refused(other)).waitMs).toBeLessThanOrEqual(400);
    const probe = await waited(other);
    const { sooner } = await refused(other);
    await refused(one);
    probe.end(OK);
    await sooner;
    await granted(one);
  });

  test("what X-RateLimit-Remaining says holds for both", async () => {
    const [one, other] = await pair();
    const permit = await granted(one);
    permit.end({ ...OK, remaining: 1, resetInMs: 30_000 });
    await granted(one);
    const { waitMs } = await refused(other);
    expect(waitMs).toBeLessThanOrEqual(30_000);
    expect(waitMs).toBeGreaterThan(0);
  });

  test("other limits than the documented ones can be given, and keys of one's own", async () => {
    const [one, other] = await pair({ limits: { orders: 1 }, prefix: "desk-7:" });
    await granted(one);
    await refused(other);
    await granted(await connected());
  });

  test.each([
    ["share", 2],
    ["stop", 0],
  ] as const)("without Redis from the start, %s lets %i of 4 out", async (whenDown, count) => {
    const outages: string[] = [];
    const onDown = ({ why }: { why: string }) => outages.push(why);
    const settings = { whenDown, processes: 2, timeoutMs: 50, onDown };
    const budget = await connected(settings, await freePort());
    const answers = await Promise.all(
      Array.from({ length: BUCKET.limit }, () => budget.reserve(BUCKET, 0, systemClock)),
    );
    expect(answers.filter((answer) => answer.granted)).toHaveLength(count);
    expect(outages).toEqual([expect.stringMatching(/\S/)]);
    expect(budget.state()).toMatchObject({ isDown: true, outages: 1, lastOutage: { why: outages[0] } });
  });

  test("a call that was stopped says why, and was not sent", async () => {
    const api = await startServer(() => NO_CONTENT);
    onTestFinished(() => api.close());
    const budget = await connected({ whenDown: "stop", timeoutMs: 50 }, await freePort());
    const call = clientOf(api, { budget }).cancelOrder(IDS, { timeoutMs: 900 });
    await expect(call).rejects.toMatchObject({
      code: "rate-limit",
      fate: "not-sent",
      message: expect.stringMatching(
        /kept in Redis, which is gone \(.+\), and `whenDown: "stop"` lets nothing/,
      ),
    });
    expect(api.requests).toHaveLength(0);
  });

  test("a Redis that hangs is gone after the time it is given, and what it grants too late is given back", async () => {
    const [one, other] = await pair();
    const hasty = await connected({ timeoutMs: 100, processes: BUCKET.limit });
    await hasty.reserve({ ...BUCKET, name: "connects" }, 0, systemClock);
    server.pause();
    await granted(hasty);
    expect(hasty.state()).toMatchObject({ isDown: true, lastOutage: { why: "no answer in 100 ms" } });
    server.resume();
    await Promise.all(Array.from({ length: BUCKET.limit }, (_, at) => waited(at % 2 ? one : other)));
  });

  test("Redis that comes back is used again, together with the share for two windows", async () => {
    const other = await connected();
    const outages: unknown[] = [];
    const budget = await connected({ timeoutMs: 500, processes: 2, onUp: (outage) => outages.push(outage) });
    await granted(budget);
    await server.kill();
    await expect.poll(() => reservedOnce(budget)).toMatchObject({ isDown: true });
    await server.start();
    await expect.poll(() => reservedOnce(budget)).toMatchObject({ isDown: false, outages: 1 });
    expect(outages).toEqual([
      { since: expect.any(Number), until: expect.any(Number), why: expect.any(String) },
    ]);
    const [first, second] = [await granted(budget), await granted(budget)];
    // Two of four: its share. The others are free for the other process.
    await refused(budget);
    await granted(other);
    await granted(other);
    await refused(other);
    first.end("not-sent");
    second.end("not-sent");
  });

  test("a process that was long idle asks Redis before it uses its share", async () => {
    const other = await connected();
    const budget = await connected({ processes: 1 });
    await granted(budget, { ...BUCKET, name: "connects" });
    let [hasty, later] = [true, 0];
    const clock: Clock = {
      now: Date.now,
      monotonic: () => performance.now() + later,
      sleep: (ms, signal) => systemClock.sleep(hasty ? 100 : ms, signal),
    };
    await server.kill();
    await budget.reserve({ ...BUCKET, name: "notices" }, 0, clock);
    expect(budget.state()).toMatchObject({ isDown: true });
    await server.start();
    for (let used = 0; used < BUCKET.limit; used++) await waited(other);
    [hasty, later] = [false, 3_600_000];
    expect(await budget.reserve(BUCKET, 0, clock)).toMatchObject({ granted: false });
    expect(budget.state()).toMatchObject({ isDown: false });
  });

  test("stop: Redis that was started anew knows nothing, so a window passes first", async () => {
    const budget = await connected({ whenDown: "stop", timeoutMs: 500 });
    await granted(budget);
    await server.kill();
    await expect.poll(() => reservedOnce(budget, BUCKET)).toMatchObject({ isDown: true });
    await server.start();
    await expect.poll(() => reservedOnce(budget, BUCKET)).toMatchObject({ isDown: false });
    const { waitMs } = await refused(await connected());
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(BUCKET.windowMs + 1);
  });
});

test.each([
  ["no client", {}, {}, /`redis` must be a client/],
  ["a misspelt option", fake(), { whenGone: "stop" }, /no option `whenGone`, only prefix/],
  ["a wrong word", fake(), { whenDown: "panic" }, /`whenDown` must be "share" or "stop", not "panic"/],
  ["no processes", fake(), { processes: 0 }, /`processes` must be a whole number from 1, not 0/],
  ["no limit", fake(), { limits: { orders: Number.POSITIVE_INFINITY } }, /`orders` must be a whole number/],
  ["an unknown limit", fake(), { limits: { cancels: 1 } }, /no limit `cancels`, only orders/],
])("it refuses %s", (_, redis, options, message) => {
  expect(() => redisBudget(redis as never, options as never)).toThrow(message);
});

function fake() {
  return { eval: async () => [], evalsha: async () => [] };
}

async function granted(budget: RedisBudget, bucket = BUCKET, spare = 0): Promise<Permit> {
  const answer = await budget.reserve(bucket, spare, systemClock);
  if (!answer.granted) throw new Error(`no room for ${answer.waitMs} ms`);
  return answer;
}

async function refused(budget: RedisBudget, bucket = BUCKET, spare = 0): Promise<Wait> {
  const answer = await budget.reserve(bucket, spare, systemClock);
  if (answer.granted) throw new Error("there was room");
  return answer;
}

/** Asks until there is room. */
async function waited(budget: RedisBudget, bucket = BUCKET): Promise<Permit> {
  for (;;) {
    const answer = await budget.reserve(bucket, 0, systemClock);
    if (answer.granted) return answer;
    await systemClock.sleep(Math.min(answer.waitMs, 100), new AbortController().signal);
  }
}

/** The state after asking once; of another account, unless told. Room that it gets is given back. */
async function reservedOnce(budget: RedisBudget, bucket: Bucket = { ...BUCKET, name: "another" }) {
  const answer = await budget.reserve(bucket, 0, systemClock);
  if (answer.granted) answer.end("not-sent");
  return budget.state();
}
