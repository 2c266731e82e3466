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

/** Milliseconds to the next try once the connection is lost: a Redis that comes back is used again. */
const RECONNECT_MS = 500;

/** Connects, or stops the command: whoever asks for a shared limit must not send without one. */
export async function sharedBudget(url: string | undefined): Promise<SharedBudget> {
  if (url === undefined) return { budget: undefined, close: async () => {} };
  const { createClient } = await import("redis").catch(() => {
    throw new CannotRunStop("--redis needs the package redis in your project: npm install redis");
  });
  let isConnected = false;
  const reconnectStrategy = () => isConnected && RECONNECT_MS;
  let redis: ReturnType<typeof createClient>;
  try {
    redis = createClient({
      url,
      socket: { connectTimeout: CONNECT_MS, reconnectStrategy },
      disableOfflineQueue: true,
    });
    redis.on("error", () => {});
    await redis.connect();
    isConnected = true;
  } catch {
    // Without the URL and the reason: both may hold the password.
    throw new CannotRunStop(
      "Redis is not reachable. Check --redis, which is an address such as redis://127.0.0.1:6379.",
    );
  }
  return { budget: redisBudget(redis), close: () => closed(redis) };
}

async function closed(redis: { isReady: boolean; quit(): Promise<unknown>; disconnect(): Promise<unknown> }) {
  // A client that waits for its server would keep the process alive.
  await (redis.isReady ? redis.quit() : redis.disconnect()).catch(() => {});
}
