// The two clients of Redis that users have, connected to a server of the tests'. Node only.
import { Redis } from "ioredis";
import { createClient } from "redis";
import type { RedisClient } from "../../src/redis/index.js";

export interface Connection {
  redis: RedisClient;
  close(): void;
  /** As a program ends well: after what Redis is still to be told. */
  quit(): Promise<unknown>;
}

/** Soon again, so that no test waits long for a server that is back. */
const RECONNECT_MS = 50;

export const CONNECT = {
  async ioredis(port: number): Promise<Connection> {
    const redis = new Redis({ host: "127.0.0.1", port, retryStrategy: () => RECONNECT_MS });
    redis.on("error", () => {});
    return { redis, close: () => redis.disconnect(), quit: () => redis.quit() };
  },
  async "node-redis"(port: number): Promise<Connection> {
    const socket = { host: "127.0.0.1", port, reconnectStrategy: () => RECONNECT_MS };
    const redis = createClient({ socket });
    redis.on("error", () => {});
    // It waits for as long as there is no server.
    void redis.connect().catch(() => {});
    return { redis, close: () => redis.destroy(), quit: () => redis.close() };
  },
};

export type ClientName = keyof typeof CONNECT;
export const CLIENTS = Object.keys(CONNECT) as ClientName[];
