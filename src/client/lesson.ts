// Owns what `Retry-After` and `X-RateLimit-*` say: how long to wait, how many requests are left and until when.
import type { Lesson } from "./budget.js";
import { LONGEST_MS } from "./clock.js";

/** Headers by name, in any case. */
export interface HeaderReader {
  get(name: string): string | null;
}

/** What an answer says of its limit. `now` is the wall clock, for servers that do not say what time it is. */
export function lessonOf(status: number, headers: HeaderReader, now: number): Lesson {
  const remaining = wholeNumber(headers.get("x-ratelimit-remaining"));
  const isError = status >= 300;
  if (remaining === undefined && !isError) return { status };
  const serverNow = dateOf(headers.get("date")) ?? now;
  const reset = wholeNumber(headers.get("x-ratelimit-reset"));
  const resetInMs = reset === undefined ? undefined : usable(reset * 1_000 - serverNow);
  const wait = isError ? usable(waitOf(headers.get("retry-after"), serverNow)) : undefined;
  return { status, retryAfterMs: wait ?? (status === 429 ? resetInMs : undefined), remaining, resetInMs };
}

/** Milliseconds out of seconds or an HTTP date. */
function waitOf(retryAfter: string | null, serverNow: number): number | undefined {
  const text = retryAfter ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = dateOf(text);
  return date === undefined ? undefined : date - serverNow;
}

/** Undefined for what cannot be waited for: nothing, the past, and what no timer can count. */
function usable(ms: number | undefined): number | undefined {
  return ms !== undefined && ms > 0 && ms <= LONGEST_MS ? ms : undefined;
}

/** Date.parse reads much that is no HTTP date; those all end in GMT. */
export function dateOf(text: string | null): number | undefined {
  if (!text?.endsWith(" GMT")) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
