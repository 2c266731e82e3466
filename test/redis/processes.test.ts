// Four real processes, one account, one real Redis: how many of their requests reach the API in any window.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface, type Interface } from "node:readline";
import { describe, expect, type onTestFinished, test } from "vitest";
import { fromRoot, WITH_TYPESCRIPT } from "../../scripts/lib/paths.js";
import { systemClock } from "../../src/client/clock.js";
import { rateLimits } from "../../src/generated/operations.js";
import { redisBudget } from "../../src/redis/index.js";
import { CONNECT } from "./connect.js";
import { missing, type RedisServer, startRedis } from "./server.js";
import type { Task } from "./worker.js";

const { limit } = rateLimits.orders;
const PROCESSES = 4;
const HOUR = 3_600_000;
/** What takes longer is for CI: 300 orders a process are 24 windows. */
const ORDERS = process.env.CI ? 300 : 40;
/** Instead of a minute. Longer than a busy machine needs for the requests of one window. */
const WINDOW = 2_000;

describe.skipIf(missing).concurrent("four processes", () => {
  test("whose clocks are hours apart never exceed the limit together, and use it to the full", async ({
    onTestFinished,
  }) => {
    const { api, redis } = await startServers(onTestFinished);
    const workers = await startWorkers((number) => taskOf(api, redis, number), onTestFinished);
    const ends = await Promise.all(workers.map(({ run }) => run()));
    expect(ends).toMatchObject(Array(PROCESSES).fill({ failed: [], outages: 0 }));
    expect(api.arrivals).toHaveLength(PROCESSES * ORDERS);
    expect(mostIn(api.arrivals, WINDOW)).toBeLessThanOrEqual(limit);
    // A window after the other, all full but the last: each begins as late as the slowest process notices its room.
    const windows = Math.ceil((PROCESSES * ORDERS) / limit);
    const heldUpMs = Math.max(...ends.map((end) => end.heldUpMs), spread(api.arrivals.slice(0, limit)));
    expect(spread(api.arrivals)).toBeLessThanOrEqual(windows * (WINDOW + heldUpMs));
  }, 180_000);

  test("one that is killed gives its room back after its lease and a window", async ({ onTestFinished }) => {
    const leaseMs = 1_500;
    const { api, redis } = await startServers(onTestFinished, "never answers");
    const options = { leaseMs, timeoutMs: 20_000 };
    const [worker] = await startWorkers(
      () => taskOf(api, redis, 0, { requests: limit, options }),
      onTestFinished,
      1,
    );
    const started = performance.now();
    worker?.start();
    await api.arrived(limit);
    worker?.child.kill("SIGKILL");

    const connection = await CONNECT.ioredis(redis.port);
    onTestFinished(connection.close);
    const budget = redisBudget(connection.redis, options);
    const bucket = {
      kind: "orders",
      name: `orders ${api.url} account 6303`,
      limit,
      windowMs: WINDOW,
    } as const;
    let answer = await budget.reserve(bucket, 0, systemClock);
    expect(answer.granted).toBe(false);
    while (!answer.granted) {
      await systemClock.sleep(answer.waitMs, new AbortController().signal);
      answer = await budget.reserve(bucket, 0, systemClock);
    }
    expect(performance.now() - started).toBeGreaterThan(leaseMs + WINDOW);
  });

  test.runIf(process.env.CI)(
    "lose Redis in the middle: each keeps to its share, and all are one again when it is back",
    async ({ onTestFinished }) => {
      const share = Math.floor(limit / PROCESSES);
      // So many that none is done before Redis is back, even if it had the first window for itself.
      const requests = limit + 2 * share + 1;
      const { api, redis } = await startServers(onTestFinished);
      const options = { processes: PROCESSES, timeoutMs: 2_000 };
      const workers = await startWorkers(
        (number) => taskOf(api, redis, number, { requests, options }),
        onTestFinished,
      );
      const runs = workers.map(({ run }) => run());
      await api.arrived(limit);
      const goneAt = performance.now();
      await redis.kill();
      await api.arrived(limit + 2 * PROCESSES * share);
      await redis.start();
      const ends = await Promise.all(runs);
      expect(ends.flatMap(({ failed }) => failed)).toEqual([]);
      expect(Math.min(...ends.map(({ outages }) => outages))).toBeGreaterThan(0);
      const since = (ms: number) => api.arrivals.filter((at) => at > ms);
      expect(mostIn(since(goneAt), WINDOW)).toBeLessThanOrEqual(limit);
      // In the window in which Redis goes, what it granted and the shares may meet.
      expect(mostIn(api.arrivals, WINDOW)).toBeLessThanOrEqual(limit + PROCESSES * share);
    },
    180_000,
  );
});

function taskOf(api: Api, redis: RedisServer, number: number, more: Partial<Task> = {}): Task {
  const client = number % 2 ? "ioredis" : "node-redis";
  // Slow is not gone: this machine may be busy.
  const options = { processes: PROCESSES, timeoutMs: 20_000 };
  const given = { url: api.url, redisPort: redis.port, client, requests: ORDERS, windowMs: WINDOW } as const;
  return { ...given, skewMs: (number - 1.5) * HOUR, options, ...more };
}

type Finish = typeof onTestFinished;

async function startServers(finish: Finish, answers?: "never answers") {
  const redis = await startRedis();
  finish(() => redis.kill());
  const api = await startApi(answers);
  finish(api.close);
  return { api, redis };
}

interface Api {
  url: string;
  /** When each request arrived, by one clock. */
  arrivals: number[];
  arrived(count: number): Promise<void>;
  close(): void;
}

async function startApi(answers: "at once" | "never answers" = "at once"): Promise<Api> {
  const arrivals: number[] = [];
  let check = () => {};
  const server = createServer((_, response) => {
    arrivals.push(performance.now());
    check();
    if (answers === "at once") response.writeHead(204).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as { port: number };
  const arrived = (count: number) =>
    new Promise<void>((resolve) => {
      check = () => arrivals.length >= count && resolve();
      check();
    });
  return { url: `http://127.0.0.1:${port}`, arrivals, arrived, close };
}

interface Ending {
  failed: string[];
  outages: number;
  /** The longest that its event loop stood still. */
  heldUpMs: number;
}

interface Worker {
  child: ChildProcess;
  start(): void;
  /** Starts it, and resolves with what it says at its end. */
  run(): Promise<Ending>;
}

/** All are connected when this resolves. */
function startWorkers(
  taskOf: (number: number) => Task,
  finish: Finish,
  count = PROCESSES,
): Promise<Worker[]> {
  return Promise.all(Array.from({ length: count }, (_, number) => startWorker(taskOf(number), finish)));
}

async function startWorker(task: Task, finish: Finish): Promise<Worker> {
  const args = [...WITH_TYPESCRIPT, fromRoot("test/redis/worker.ts"), JSON.stringify(task)];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  finish(() => void child.kill("SIGKILL"));
  const lines = linesOf(createInterface({ input: child.stdout }));
  await lines();
  const start = () => void child.stdin.write("go\n");
  return {
    child,
    start,
    async run() {
      start();
      return JSON.parse(await lines());
    },
  };
}

function linesOf(reader: Interface): () => Promise<string> {
  const lines = reader[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("the process ended before it said what it was asked for");
    return value;
  };
}

const spread = (arrivals: number[]) => (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);

/** The most that any window of that length holds, both its ends included. */
function mostIn(arrivals: number[], windowMs: number): number {
  const ends = arrivals.map(
    (last, index) => index + 1 - arrivals.findIndex((first) => last - first <= windowMs),
  );
  return Math.max(0, ...ends);
}
