// Owns the limits: how many requests a rolling window holds. Pure; may use spec.ts.
import type { Limit } from "./spec.js";

/** Times of the latest requests that were counted, oldest first; never more than the limit. */
export type Window = number[];

export interface Room {
  limit: number;
  /** Milliseconds until the window has room; 0 when it has. */
  waitMs: number;
}

/**
 * Room for one more request. A window of 60 s is closed on both sides: a request exactly 60 s after
 * another is still in its minute, else 51 requests would fit into a minute that allows 50.
 */
export function roomIn(window: Window | undefined, { limit, windowSeconds }: Limit, now: number): Room {
  const oldest = window && window.length >= limit ? window[window.length - limit] : undefined;
  const until = oldest === undefined ? 0 : oldest + windowSeconds * 1000 + 1;
  return { limit, waitMs: Math.max(0, until - now) };
}

export function count(window: Window, { limit }: Limit, now: number): void {
  window.push(now);
  while (window.length > limit) window.shift();
}

/** The documented headers of a 429. */
export function limitHeaders({ limit, waitMs }: Room, now: number): Record<string, string> {
  return {
    "Retry-After": String(Math.ceil(waitMs / 1000)),
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": String(Math.ceil((now + waitMs) / 1000)),
  };
}
