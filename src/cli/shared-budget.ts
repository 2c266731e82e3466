// Owns `--redis`: the budget that many processes share, with the Redis client that the project has.
import type { Budget } from "../client/budget.js";
import { redisBudget } from "../redis/index.js";
import { CannotRunStop } from "./stop.js";

export interface SharedBudget {
  readonly budget: Budget | undefined;
  close(): Promise<void>;
}

/** Milliseconds until Redis has to have answered for the first time. */
const CONNECT_MS = 5_000;

/** Connects, or stops the command: whoever asks for a shared limit must not send without one. */
export async function sharedBudget(url: string | undefined): Promise<SharedBudget> {
  if (url === undefined) return { budget: undefined, close: async () => {} };
  const { createClient } = await import("redis").catch(() => {
    throw new CannotRunStop("--redis needs the package redis in your project: npm install redis");
  });
  let redis: ReturnType<typeof createClient>;
  try {
    redis = createClient({ url, socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false } });
    redis.on("error", () => {});
    await redis.connect();
  } catch {
    // Without the URL and the reason: both may hold the password.
    throw new CannotRunStop(
      "Redis is not reachable. Check --redis, which is an address such as redis://127.0.0.1:6379.",
    );
  }
  return { budget: redisBudget(redis), close: async () => void (await redis.quit().catch(() => {})) };
}
