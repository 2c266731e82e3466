// Owns the time limit of a call: it covers the wait for room, for a token, the request, the body and the replay.
import { onAbort } from "./abort.js";
import { after, type Clock, monotonic } from "./clock.js";

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
  return new Timeout(clock, ms, caller);
}

type Cause = "timeout" | "abort";

class Timeout implements Deadline {
  readonly #clock: Clock;
  readonly #until: number;
  readonly #controller = new AbortController();
  readonly #racing = new Set<(reason: unknown) => void>();
  readonly #stopTimer: () => void;
  readonly #stopListening: (() => void) | undefined;
  #by: Cause | undefined;

  constructor(clock: Clock, ms: number, caller: AbortSignal | undefined) {
    this.#clock = clock;
    this.#until = monotonic(clock) + ms;
    this.#stopTimer = after(clock, ms, () =>
      this.#stop("timeout", new DOMException("The time is over.", "TimeoutError")),
    );
    // As `AbortSignal.timeout` says it: the caller's own time limit is a timeout too.
    const callerStops = () => this.#stop(isTimeout(caller?.reason) ? "timeout" : "abort", caller?.reason);
    this.#stopListening = caller && onAbort(caller, callerStops);
    if (caller?.aborted) callerStops();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  leftMs(): number {
    return Math.max(0, this.#until - monotonic(this.#clock));
  }

  stoppedBy(): Cause | undefined {
    return this.#by;
  }

  /** By hand: Promise.race would keep a reaction of each promise until the end of the deadline. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const racing = this.#racing.add(reject);
      if (this.#by) reject(this.signal.reason);
      promise.then(
        (value) => {
          racing.delete(reject);
          resolve(value);
        },
        (error) => {
          racing.delete(reject);
          reject(error);
        },
      );
    });
  }

  end(): void {
    this.#stopTimer();
    this.#stopListening?.();
  }

  #stop(by: Cause, reason: unknown): void {
    if (this.#by) return;
    this.#by = by;
    this.#controller.abort(reason);
    for (const reject of this.#racing) reject(this.signal.reason);
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "TimeoutError";
}
