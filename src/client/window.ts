// Owns one rolling window: how many requests may start now, by the limit and by what the server's answers said.
import type { Lesson, Permit, Wait } from "./permit.js";

export interface Window {
  /** Takes room for one request if `spare` more would fit too. `now` is a monotonic clock, in milliseconds. */
  reserve(spare: number, now: () => number): Permit | Wait;
  /** Whether it could be forgotten: nothing is under way, nothing counts, nothing was learned that still holds. */
  isIdle(now: number): boolean;
}

/** Without a usable `Retry-After` the wait starts here and doubles. */
const FIRST_BACKOFF_MS = 1_000;
/** After a block one request goes first. If it is not answered within this time, the next may. */
const PROBE_MS = 2_000;

/**
 * Counts requests that are under way and those whose answer came less than a window ago. From the answer on, not from
 * the start: a request arrives at the server between the two, and only so the server never sees more than the limit.
 */
export function createWindow(limit: number, windowMs: number): Window {
  // A minute is closed at both ends: a request exactly 60,000 ms after another is in the same one.
  const counts = windowMs + 1;
  const ended: number[] = [];
  let underWay = 0;
  let wake = () => {};
  let woken: Promise<void> | undefined;

  const block = createBlock(windowMs);
  const cap = createCap(windowMs);

  function reserve(spare: number, clock: () => number): Permit | Wait {
    const now = clock();
    while (ended.length > 0 && (ended[0] ?? 0) + counts <= now) ended.shift();
    const blockedMs = block.waitMs(now);
    const cappedMs = cap.waitMs(underWay, now);
    const waitMs = Math.max(blockedMs, block.probeMs(now), cappedMs, roomInMs(spare, now));
    if (waitMs > 0) return held(waitMs, blockedMs);
    underWay += 1;
    return permit(block.start(now), cap.lessons(), clock);
  }

  /** What is under way can bring room sooner, by not having left; a block it cannot shorten. */
  function held(waitMs: number, blockedMs: number): Wait {
    const leastMs = underWay === 0 ? waitMs : blockedMs;
    return { granted: false, waitMs, leastMs, sooner: whenWoken() };
  }

  function roomInMs(spare: number, now: number): number {
    const over = underWay + ended.length + 1 + Math.min(spare, limit - 1) - limit;
    if (over <= 0) return 0;
    const until = ended[over - 1];
    return until === undefined ? Number.POSITIVE_INFINITY : until + counts - now;
  }

  function permit(round: number, lessons: number, clock: () => number): Permit {
    let isOver = false;
    return {
      granted: true,
      end(how) {
        if (isOver) return;
        isOver = true;
        const now = clock();
        underWay -= 1;
        if (how !== "not-sent" && Number.isFinite(limit)) ended.push(now);
        const lesson = typeof how === "object" ? how : undefined;
        block.learn(round, lesson, now);
        if (how !== "not-sent") cap.learn(lessons, lesson, now);
        wakeAll();
      },
    };
  }

  function whenWoken(): Promise<void> {
    woken ??= new Promise((resolve) => {
      wake = resolve;
    });
    return woken;
  }

  function wakeAll(): void {
    wake();
    woken = undefined;
  }

  return {
    reserve,
    isIdle: (now) =>
      underWay === 0 &&
      (ended.at(-1) ?? Number.NEGATIVE_INFINITY) + counts <= now &&
      block.isIdle(now) &&
      cap.waitMs(0, now) === 0,
  };
}

/** What a 429 does: nobody starts until it is over, then one request goes first. */
function createBlock(longestBackoffMs: number) {
  /** Counts blocks. A request belongs to the round in which it started: its 429 may be no news in a later one. */
  let round = 0;
  let until = 0;
  let refusals = 0;
  let isProbing = false;
  let probedAt: number | undefined;

  /** The last of a burst of 429s says from when on to wait. The burst makes the wait grow once. */
  function refused(ofRound: number, retryAfterMs: number | undefined, now: number): void {
    if (ofRound === round || refusals === 0) refusals += 1;
    const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** (refusals - 1), longestBackoffMs);
    const wanted = now + (retryAfterMs ?? backoffMs);
    if (wanted <= until) return;
    until = wanted;
    round += 1;
    isProbing = true;
    probedAt = undefined;
  }

  return {
    waitMs: (now: number) => Math.max(0, until - now),
    probeMs: (now: number) => (probedAt === undefined ? 0 : Math.max(0, probedAt + PROBE_MS - now)),
    start(now: number): number {
      if (isProbing) probedAt = now;
      return round;
    },
    learn(ofRound: number, lesson: Lesson | undefined, now: number): void {
      if (lesson?.status === 429) {
        refused(ofRound, lesson.retryAfterMs, now);
        return;
      }
      if (ofRound !== round) return;
      // Without an answer nothing is known: then the next one goes first.
      probedAt = undefined;
      if (!lesson) return;
      isProbing = false;
      refusals = 0;
    },
    isIdle: (now: number) => now >= until && refusals === 0,
  };
}

/** What `X-RateLimit-Remaining` does: so many more may start until the reset. */
function createCap(windowMs: number) {
  /** The fewest that an answer left. A request under way may not be counted in it yet. */
  let left = Number.POSITIVE_INFINITY;
  /** Requests that were answered since without a word of the limit. */
  let untold = 0;
  let until = 0;
  let lessons = 0;

  return {
    waitMs: (underWay: number, now: number) => (left - untold > underWay || now >= until ? 0 : until - now),
    /** How often something was learned. What started before the last lesson may be answered with an older one. */
    lessons: () => lessons,
    learn(startedAfter: number, { remaining, resetInMs }: Partial<Lesson> = {}, now: number): void {
      if (remaining === undefined || resetInMs === undefined) {
        untold += 1;
        return;
      }
      const reset = now + Math.min(resetInMs, windowMs);
      const isNews = now >= until || startedAfter === lessons;
      if (!isNews && remaining > left) return;
      if (isNews) untold = 0;
      left = remaining;
      until = isNews ? reset : Math.max(until, reset);
      lessons += 1;
    },
  };
}
