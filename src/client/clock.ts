// Owns time: the one clock of the package, durations that never go back, and waiting.
import { onAbort } from "./abort.js";

/** A clock that can be passed in, so that tests and simulations need not wait. */
export interface Clock {
  /** Milliseconds since 1970, UTC. Only stamps come from it: it may step back, forward, or stand still. */
  now(): number;
  /** Milliseconds that never go back, from any start. Default: made from `now()`, so that it never goes back. */
  monotonic?(): number;
  /** Resolves after `ms`, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** A timer that is set for longer fires at once. */
export const LONGEST_MS = 2 ** 31 - 1;

/** The platform's clock, looked up at each call: fake timers may replace it later. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = () => {
        stopTimer();
        stopListening();
        resolve();
      };
      const stopTimer = setTimer(ms, end);
      const stopListening = onAbort(signal, end);
    }),
};

/** Calls back after `ms`. Returns what calls that off. */
export function after(clock: Clock, ms: number, callback: () => void): () => void {
  // Each request has a timer: a controller for it, which sleep() needs, would cost a tenth of the request.
  if (clock === systemClock) return setTimer(ms, callback);
  const calledOff = new AbortController();
  const done = () => {
    if (!calledOff.signal.aborted) callback();
  };
  // A clock that rejects when its signal is aborted, against its contract, must not end the process.
  clock.sleep(ms, calledOff.signal).then(done, done);
  return () => calledOff.abort();
}

function setTimer(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, Math.min(ms, LONGEST_MS));
  return () => clearTimeout(timer);
}

interface Elapsed {
  ms: number;
  last: number;
}

const elapsedOf = new WeakMap<Clock, Elapsed>();

/** Milliseconds that never go back. Two readings of the same clock can be compared, whoever made them. */
export function monotonic(clock: Clock): number {
  if (clock.monotonic) return clock.monotonic();
  const now = clock.now();
  const elapsed = elapsedOf.get(clock) ?? { ms: 0, last: now };
  elapsed.ms += Math.max(0, now - elapsed.last);
  elapsed.last = now;
  elapsedOf.set(clock, elapsed);
  return elapsed.ms;
}

/** Whether it has the functions of a clock, and tells a time. */
export function isClock(value: unknown): boolean {
  const { now, sleep, monotonic = now }: Partial<Record<keyof Clock, unknown>> = Object(value);
  const hasMethods = [now, sleep, monotonic].every((method) => typeof method === "function");
  return hasMethods && Number.isFinite(Object(value).now());
}
