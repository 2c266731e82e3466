// One of several processes that share a budget: cancels so many orders at once as soon as it is told to, and says how
// it went. Started by processes.test.ts with its task as JSON.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { type Budget, type Clock, createClient } from "../../src/index.js";
import { type RedisBudgetOptions, redisBudget } from "../../src/redis/index.js";
import { type ClientName, CONNECT } from "./connect.js";

export interface Task {
  url: string;
  redisPort: number;
  client: ClientName;
  requests: number;
  /** Length of the window instead of a minute. */
  windowMs: number;
  /** How far this process's clocks are off. */
  skewMs: number;
  options: RedisBudgetOptions;
}

const task: Task = JSON.parse(process.argv[2] ?? "{}");
const { redis, quit } = await CONNECT[task.client](task.redisPort);
const shared = redisBudget(redis, task.options);

const clock: Clock = {
  now: () => Date.now() + task.skewMs,
  monotonic: () => performance.now() + Math.abs(task.skewMs),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
      if (signal.aborted) resolve();
    }),
};

/** The limits are the documented ones, in less time. */
const budget: Budget = {
  reserve: (bucket, spare, clock) => shared.reserve({ ...bucket, windowMs: task.windowMs }, spare, clock),
};
const client = createClient({ baseUrl: task.url, appKey: "key", token: "token", clock, budget });

// Connected before the start, so that all start alike.
const warmUp = { kind: "orders", name: `connects ${process.pid}`, limit: 1, windowMs: 1 } as const;
await shared.reserve(warmUp, 0, clock);
console.log("ready");
for await (const _ of createInterface({ input: process.stdin })) break;

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
const orders = Array.from({ length: task.requests }, (_, index) => ({ accountId: 6303, orderId: index + 1 }));
const sent = await Promise.allSettled(
  orders.map((order) => client.cancelOrder(order, { timeoutMs: 300_000 })),
);
const failed = sent.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
const heldUpMs = delay.max / 1e6;
console.log(JSON.stringify({ failed, outages: shared.state().outages, heldUpMs }));
await quit();
process.exit(0);
