// Owns the time limit of a call: it covers the wait for room, for a token, the request, the body and the replay.
import { onAbort } from "./abort.js";
import { after, type Clock, monotonic } from "./clock.js";
import { Stopper } from "./stopper.js";

/** When to stop, by time or by the caller. */
export interface Deadline {
  /** Aborted when the time is over or the caller aborts. */
  readonly signal: AbortSignal;
  /** Milliseconds until the time is over; 0 when it is. */
  leftMs(): number;
  /** Which of the two happened; undefined while neither has. */
  stoppedBy(): "timeout" | "abort" | undefined;
  /** Settles as `promise` does, or rejects as soon as the signal is aborted. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Releases the timer and the caller's signal. */
  end(): void;
}

/** Starts a time limit of `ms`, which the caller's signal can end earlier. */
export function startDeadline(clock: Clock, ms: number, caller?: AbortSignal): Deadline {
  const until = monotonic(clock) + ms;
  const stopper = new Stopper();
  let by: "timeout" | "abort" | undefined;

  const stop = (cause: "timeout" | "abort", reason: unknown) => {
    if (by) return;
    by = cause;
    stopper.stop(reason);
  };
  const stopTimer = after(clock, ms, () =>
    stop("timeout", new DOMException("The time is over.", "TimeoutError")),
  );
  // As `AbortSignal.timeout` says it: the caller's own time limit is a timeout too.
  const callerStops = () => stop(isTimeout(caller?.reason) ? "timeout" : "abort", caller?.reason);
  const stopListening = caller && onAbort(caller, callerStops);
  if (caller?.aborted) callerStops();

  return {
    signal: stopper.signal,
    leftMs: () => Math.max(0, until - monotonic(clock)),
    stoppedBy: () => by,
    race: (promise) => stopper.race(promise),
    end() {
      stopTimer();
      stopListening?.();
    },
  };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "TimeoutError";
}
