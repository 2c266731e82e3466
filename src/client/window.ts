// Owns one rolling window: how many requests may start now, by the limit and by what the server's answers said.
import type { Lesson, Permit, Wait } from "./permit.js";

/** Without a usable `Retry-After` the wait starts here and doubles. */
export const FIRST_BACKOFF_MS = 1_000;
/** After a block one request goes first. If it is not answered within this time, the next may. */
export const PROBE_MS = 2_000;

/** What was known when a request started: its answer may be older than what was learned since. */
interface Start {
  readonly blocks: number;
  readonly caps: number;
}

/**
 * Counts requests that are under way and those whose answer came less than a window ago. From the answer on, not from
 * the start: a request arrives at the server between the two, and only so the server never sees more than the limit.
 * Times are milliseconds of one monotonic clock.
 */
export class Window {
  readonly #limit: number;
  readonly #windowMs: number;
  /** When those ended that still count. */
  readonly #ended: number[] = [];
  #underWay = 0;

  /** A 429 lets nobody start before. */
  #blockedUntil = 0;
  #blocks = 0;
  /** 429s since the last other answer; those of one burst count once. */
  #refusals = 0;
  /** After a block: whether the one that goes first has yet to be answered, and until when it is waited for. */
  #isProbing = false;
  #probedUntil = 0;

  /** The fewest that an answer left, those under way included, and until when. */
  #left = Number.POSITIVE_INFINITY;
  /** Requests that were answered since without a word of the limit. */
  #untold = 0;
  #cappedUntil = 0;
  #caps = 0;

  #wake = () => {};
  #woken: Promise<void> | undefined;

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /** Takes room for one request if `spare` more would fit too. */
  reserve(spare: number, clock: () => number): Permit | Wait {
    const now = clock();
    this.#forget(now);
    const room = this.#roomAt(spare);
    const waitMs = Math.max(this.#blockedUntil, this.#probedUntil, this.#capEndsAt(), room) - now;
    return waitMs > 0 ? this.#held(waitMs, now) : this.#permit(now, clock);
  }

  /** Whether it could be forgotten: nothing is under way, nothing counts, nothing was learned that still holds. */
  isIdle(now: number): boolean {
    this.#forget(now);
    // A block goes with refusals, and a cap is over before the answer that told it stops counting.
    return this.#underWay === 0 && this.#ended.length === 0 && this.#refusals === 0;
  }

  #forget(now: number): void {
    let [oldest] = this.#ended;
    while (oldest !== undefined && this.#countsUntil(oldest) <= now) {
      this.#ended.shift();
      [oldest] = this.#ended;
    }
  }

  /** A minute is closed at both ends: a request exactly 60,000 ms after another is in the same one. */
  #countsUntil(endedAt: number): number {
    return endedAt + this.#windowMs + 1;
  }

  #roomAt(spare: number): number {
    const limit = this.#limit;
    const over = this.#underWay + this.#ended.length + 1 + Math.min(spare, limit - 1) - limit;
    if (over <= 0) return 0;
    const endedAt = this.#ended[over - 1];
    return endedAt === undefined ? Number.POSITIVE_INFINITY : this.#countsUntil(endedAt);
  }

  #capEndsAt(): number {
    return this.#left - this.#untold > this.#underWay ? 0 : this.#cappedUntil;
  }

  /** What is under way can bring room sooner, by not having left; a block it cannot shorten. */
  #held(waitMs: number, now: number): Wait {
    const leastMs = this.#underWay === 0 ? waitMs : Math.max(0, this.#blockedUntil - now);
    this.#woken ??= new Promise((resolve) => {
      this.#wake = resolve;
    });
    return { granted: false, waitMs, leastMs, sooner: this.#woken };
  }

  #permit(now: number, clock: () => number): Permit {
    this.#underWay += 1;
    if (this.#isProbing) this.#probedUntil = now + PROBE_MS;
    const start = { blocks: this.#blocks, caps: this.#caps };
    let isOver = false;
    return {
      granted: true,
      end: (how) => {
        if (isOver) return;
        isOver = true;
        this.#end(how, start, clock());
      },
    };
  }

  #end(how: Lesson | "lost" | "not-sent", start: Start, now: number): void {
    const lesson = typeof how === "object" ? how : undefined;
    this.#underWay -= 1;
    if (how !== "not-sent") {
      if (Number.isFinite(this.#limit)) this.#ended.push(now);
      this.#learnCap(lesson, start, now);
    }
    if (lesson?.status === 429) this.#block(lesson, start, now);
    else if (start.blocks === this.#blocks) this.#endProbe(lesson);
    this.#wake();
    this.#woken = undefined;
  }

  /** The last of a burst of 429s says from when on to wait. The burst makes the wait grow once. */
  #block({ retryAfterMs }: Lesson, start: Start, now: number): void {
    if (start.blocks === this.#blocks || this.#refusals === 0) this.#refusals += 1;
    const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** (this.#refusals - 1), this.#windowMs);
    const until = now + (retryAfterMs ?? backoffMs);
    if (until <= this.#blockedUntil) return;
    this.#blockedUntil = until;
    this.#blocks += 1;
    this.#isProbing = true;
    this.#probedUntil = 0;
  }

  /** Without an answer nothing is known: then the next one goes first. */
  #endProbe(lesson: Lesson | undefined): void {
    this.#probedUntil = 0;
    if (!lesson) return;
    this.#isProbing = false;
    this.#refusals = 0;
  }

  #learnCap({ remaining, resetInMs }: Partial<Lesson> = {}, start: Start, now: number): void {
    if (remaining === undefined || resetInMs === undefined) {
      this.#untold += 1;
      return;
    }
    const reset = now + Math.min(resetInMs, this.#windowMs);
    const isNews = now >= this.#cappedUntil || start.caps === this.#caps;
    if (!isNews && remaining > this.#left) return;
    if (isNews) this.#untold = 0;
    this.#left = remaining;
    this.#cappedUntil = isNews ? reset : Math.max(this.#cappedUntil, reset);
    this.#caps += 1;
  }
}
