// Owns the rate limits: how many requests a rolling window still allows, and the headers that say so.
import type { Limit } from "./spec.js";

/** Times of the latest counted requests, oldest first; never more than the limit. */
export type RequestTimes = number[];

export interface Quota {
  limit: number;
  /** Requests that are still allowed. */
  remaining: number;
  /** Milliseconds until one more is allowed. */
  resetMs: number;
}

/**
 * What a limit still allows. Both ends belong to the window: a request exactly 60 s after another is still in its
 * minute. Otherwise 51 requests would fit into a minute that allows 50.
 */
export function quotaOf(times: RequestTimes = [], { limit, windowSeconds }: Limit, now: number): Quota {
  const windowMs = windowSeconds * 1000;
  const first = times.findIndex((time) => time >= now - windowMs);
  const oldest = times[first];
  if (oldest === undefined) return { limit, remaining: limit, resetMs: 0 };
  return { limit, remaining: limit - (times.length - first), resetMs: oldest + windowMs + 1 - now };
}

/** Nothing is allowed for a whole window. */
export function usedUpQuota({ limit, windowSeconds }: Limit): Quota {
  return { limit, remaining: 0, resetMs: windowSeconds * 1000 };
}

export function count(times: RequestTimes, { limit }: Limit, now: number): void {
  times.push(now);
  while (times.length > limit) times.shift();
}

/** The vendor sends the headers "when you approach or exceed" a limit: here, when a fifth of it is left. */
export function isNearlyUsedUp({ limit, remaining }: Quota): boolean {
  return remaining <= limit / 5;
}

export function limitHeaders({ limit, remaining, resetMs }: Quota, now: number): Record<string, string> {
  return {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(Math.ceil((now + resetMs) / 1000)),
  };
}

/** The documented headers of a 429. */
export function refusalHeaders(room: Quota, now: number): Record<string, string> {
  return { "Retry-After": String(Math.ceil(room.resetMs / 1000)), ...limitHeaders(room, now) };
}
