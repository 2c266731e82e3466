// Owns whether Redis can be had: how long an answer may take, when it is asked again, and what is told of an outage.
import type { BudgetState } from "../client/budget.js";
import { type Clock, monotonic } from "../client/clock.js";

/** A time without Redis. */
export interface Outage {
  /** When it was noticed, in milliseconds since 1970. */
  readonly since: number;
  /** When Redis answered again. Absent: it has not yet. */
  readonly until?: number;
  /** What the client of Redis said, or that no answer came in time. */
  readonly why: string;
}

/** What can be seen of the connection. */
export interface LinkState extends BudgetState {
  readonly lastOutage?: Outage;
}

export interface LinkOptions {
  timeoutMs: number;
  onDown(outage: Outage): void;
  onUp(outage: Outage): void;
}

/** So long after it failed, Redis is not asked. Then whoever wants room asks first: what was true may be long over. */
export const RETRY_MS = 1_000;

export interface Link {
  state(): LinkState;
  /** Whether Redis is to be asked: always but for a while after it failed. */
  isToBeAsked(now: number): boolean;
  /** Milliseconds since the last outage was over; 0 during one. */
  upForMs(now: number): number;
  /** Undefined: no answer in time, or none at all. What comes late goes to `late`. Never rejects. */
  ask<T>(clock: Clock, send: () => Promise<T>, late?: (answer: T) => void): Promise<T | undefined>;
}

export function createLink({ timeoutMs, onDown, onUp }: LinkOptions): Link {
  let state: LinkState = { isDown: false, outages: 0 };
  let retryAt = 0;
  let upSince = Number.NEGATIVE_INFINITY;

  function failed(clock: Clock, why: string): void {
    retryAt = monotonic(clock) + RETRY_MS;
    if (state.isDown) return;
    const lastOutage = { since: clock.now(), why };
    state = { isDown: true, outages: state.outages + 1, lastOutage };
    tell(onDown, lastOutage);
  }

  function answered(clock: Clock): void {
    const { isDown, lastOutage } = state;
    if (!isDown || !lastOutage) return;
    const over = { ...lastOutage, until: clock.now() };
    upSince = monotonic(clock);
    state = { ...state, isDown: false, lastOutage: over };
    tell(onUp, over);
  }

  return {
    state: () => state,
    isToBeAsked: (now) => !state.isDown || now >= retryAt,
    upForMs: (now) => (state.isDown ? 0 : now - upSince),
    async ask(clock, send, late = () => {}) {
      const inTime = new AbortController();
      const answer = settled(send);
      const timeout = sleep(clock, timeoutMs, inTime.signal);
      const first = await Promise.race([answer, timeout]);
      inTime.abort();
      if (first && "value" in first) {
        answered(clock);
        return first.value;
      }
      failed(clock, first ? reasonOf(first.error) : `no answer in ${timeoutMs} ms`);
      answer.then((end) => "value" in end && late(end.value));
      return undefined;
    },
  };
}

type Settled<T> = { value: T } | { error: unknown };

async function settled<T>(send: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await send() };
  } catch (error) {
    return { error };
  }
}

async function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<undefined> {
  // A clock that rejects when its signal is aborted, against its contract, must not end the process.
  await clock.sleep(ms, signal).catch(() => {});
  return undefined;
}

/** Node's own connection errors to several addresses have no message, only a code. */
function reasonOf(error: unknown): string {
  const { message, code } = Object(error) as { message?: unknown; code?: unknown };
  return String(message || code || error);
}

function tell(hook: (outage: Outage) => void, outage: Outage): void {
  try {
    hook(outage);
  } catch {
    // A hook must not stop what it only watches.
  }
}
