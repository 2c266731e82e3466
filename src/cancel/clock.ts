// Time, as `cancel()` sees it, and when it has to stop. Uses the platform's timers only.

/** A clock that can be passed in, so that nothing depends on the wall clock. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done);
    }),
};

/** The end of a cancel, by its deadline or by the caller, and the clock until then. */
export interface Limit {
  readonly clock: Clock;
  /** When the deadline is over. */
  readonly at: number;
  /** Aborted at the deadline or with the caller's signal. */
  readonly signal: AbortSignal;
  /** Releases timer and listener. */
  end(): void;
}

export function startLimit(clock: Clock, ms: number, caller: AbortSignal | undefined): Limit {
  const stop = new AbortController();
  const ended = new AbortController();
  const abort = () => stop.abort(caller?.reason);
  caller?.addEventListener("abort", abort);
  if (caller?.aborted) abort();
  // Named as `AbortSignal.timeout` names it, so that the client reports a timeout.
  clock.sleep(ms, ended.signal).then(() => stop.abort(new DOMException("The time is over.", "TimeoutError")));
  return {
    clock,
    at: clock.now() + ms,
    signal: stop.signal,
    end() {
      ended.abort();
      caller?.removeEventListener("abort", abort);
    },
  };
}

/** Resolves with `event`, or when the limit is over. */
export function untilOver(limit: Limit, event: Promise<void>): Promise<void> {
  const leftMs = limit.at - limit.clock.now();
  return within(limit, leftMs, (signal) => Promise.race([event, aborted(signal)]));
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
}

/** Runs `work` with a signal that is aborted after `ms`, or when the limit is over. */
export async function within<T>(
  limit: Limit,
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = startLimit(limit.clock, ms, limit.signal);
  try {
    return await work(inner.signal);
  } finally {
    inner.end();
  }
}
