// Owns the limits: how many requests a rolling window holds, and the headers that say so.
import type { Limit } from "./spec.js";

/** Times of the latest requests that were counted, oldest first; never more than the limit. */
export type Window = number[];

export interface Room {
  limit: number;
  /** How many more requests the window holds. */
  remaining: number;
  /** Milliseconds until it holds one more than that. */
  resetMs: number;
}

/**
 * Room for more requests. A window of 60 s is closed on both sides: a request exactly 60 s after
 * another is still in its minute, else 51 requests would fit into a minute that allows 50.
 */
export function roomIn(window: Window = [], { limit, windowSeconds }: Limit, now: number): Room {
  const windowMs = windowSeconds * 1000;
  const first = window.findIndex((time) => time >= now - windowMs);
  const oldest = window[first];
  if (oldest === undefined) return { limit, remaining: limit, resetMs: 0 };
  return { limit, remaining: limit - (window.length - first), resetMs: oldest + windowMs + 1 - now };
}

/** A full window, just begun. */
export function noRoom({ limit, windowSeconds }: Limit): Room {
  return { limit, remaining: 0, resetMs: windowSeconds * 1000 };
}

export function count(window: Window, { limit }: Limit, now: number): void {
  window.push(now);
  while (window.length > limit) window.shift();
}

/** The vendor sends its headers "when you approach or exceed" a limit: from a fifth of it on. */
export function isNear({ limit, remaining }: Room): boolean {
  return remaining <= limit / 5;
}

export function limitHeaders({ limit, remaining, resetMs }: Room, now: number): Record<string, string> {
  return {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(Math.ceil((now + resetMs) / 1000)),
  };
}

/** The documented headers of a 429. */
export function refusalHeaders(room: Room, now: number): Record<string, string> {
  return { "Retry-After": String(Math.ceil(room.resetMs / 1000)), ...limitHeaders(room, now) };
}
