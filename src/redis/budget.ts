// Owns the budget that many processes share: who is asked for room, Redis or the share of this process.
import { type Bucket, type Budget, memoryBudget, type Permit, type Wait } from "../client/budget.js";
import { type Clock, monotonic } from "../client/clock.js";
import { type RedisClient, scriptRunner } from "./commands.js";
import { createLink, type Link, type LinkState, RETRY_MS } from "./link.js";
import { completed, type RedisBudgetOptions } from "./options.js";
import { END, TAKE } from "./scripts.js";
import { SharedWindow } from "./shared-window.js";

/** A budget that many processes share. */
export interface RedisBudget extends Budget {
  /** Whether Redis is there, and how often it was not. */
  state(): LinkState;
}

/**
 * A budget that all processes share which use the same Redis: together they keep the API's limits, in a rolling window
 * by the clock of the Redis server. Needs Redis 5 or newer, or Valkey.
 *
 * Before your program ends, let the client finish: `await redis.quit()`, or `redis.close()` of node-redis. What Redis was
 * not told holds its room until its lease is over.
 *
 * @param redis a connected client of ioredis, or of node-redis from version 4.
 * @throws ArgumentError when an argument is not what its description says.
 */
export function redisBudget(redis: RedisClient, options: RedisBudgetOptions = {}): RedisBudget {
  const { whenDown, processes, limits, prefix, leaseMs, timeoutMs, onDown, onUp } = completed(redis, options);
  const windows = new Map<string, SharedWindow>();
  let sweepAt = 1_000;
  const scripts = { take: scriptRunner(redis, TAKE), end: scriptRunner(redis, END) };
  const remembers = whenDown === "stop";
  const alone = memoryBudget();
  const link = createLink({
    timeoutMs,
    onDown,
    onUp(outage) {
      for (const window of windows.values()) window.wake();
      onUp(outage);
    },
  });

  function windowOf(bucket: Bucket, now: number): SharedWindow {
    const known = windows.get(bucket.name);
    if (known) return known;
    if (windows.size >= sweepAt) {
      for (const [name, window] of windows) if (window.isIdle(now)) windows.delete(name);
      sweepAt = 2 * windows.size + 1_000;
    }
    const made = new SharedWindow({ bucket, prefix, leaseMs, remembers, link, ...scripts });
    windows.set(bucket.name, made);
    return made;
  }

  function share(bucket: Bucket, spare: number, clock: Clock): Permit | Wait | Promise<Permit | Wait> {
    const limit = Math.max(1, Math.floor(bucket.limit / processes));
    return alone.reserve({ ...bucket, limit }, spare, clock);
  }

  function withoutRedis(window: SharedWindow, bucket: Bucket, spare: number, clock: Clock) {
    const sooner = window.whenWoken();
    if (whenDown === "stop") return { granted: false, waitMs: RETRY_MS, sooner, why: stopped(link) } as const;
    const heldMs = window.heldMs(monotonic(clock));
    return heldMs > 0 ? ({ granted: false, waitMs: heldMs, sooner } as const) : share(bucket, spare, clock);
  }

  /** What was sent without Redis, it does not know; nor who is still without. Until that counts no more, shares hold. */
  const mustShare = (bucket: Bucket, now: number) =>
    whenDown === "share" && link.upForMs(now) < 2 * bucket.windowMs;

  return {
    state: link.state,
    async reserve(asked, spare, clock) {
      const bucket = { ...asked, limit: limits[asked.kind] ?? asked.limit };
      const now = monotonic(clock);
      const window = windowOf(bucket, now);
      if (!link.isToBeAsked(now)) return withoutRedis(window, bucket, spare, clock);
      const own = mustShare(bucket, now) ? await share(bucket, spare, clock) : undefined;
      if (own?.granted === false) {
        if (link.state().isDown) window.probe(clock);
        return own;
      }
      const answer = await window.reserve(spare, clock);
      if (own && answer?.granted) return both(own, answer);
      own?.end("not-sent");
      return answer ?? withoutRedis(window, bucket, spare, clock);
    },
  };
}

function stopped(link: Link): string {
  const said = link.state().lastOutage?.why;
  return `the limit is kept in Redis, which is gone (${said}), and \`whenDown: "stop"\` lets nothing leave without it`;
}

function both(one: Permit, other: Permit): Permit {
  return {
    granted: true,
    end(how) {
      one.end(how);
      other.end(how);
    },
  };
}
