// The one time limit of a call: it covers waiting for a token, the request, the body and the replay.
// Uses the platform's timers and AbortController only.

export interface Deadline {
  /** Aborted when the time is over or the caller aborts. */
  readonly signal: AbortSignal;
  /** Which of the two happened; undefined while neither has. */
  stoppedBy(): "timeout" | "abort" | undefined;
  /** Settles as `promise` does, or rejects as soon as the signal is aborted. */
  race<T>(promise: Promise<T>): Promise<T>;
  /** Releases the timer and the caller's signal. */
  end(): void;
}

// One controller and one timer: AbortSignal.any and AbortSignal.timeout cost a tenth of a whole request.
export function startDeadline(timeoutMs: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  // Perhaps nobody is racing.
  over.catch(() => {});
  let by: "timeout" | "abort" | undefined;
  const stop = (cause: "timeout" | "abort") => {
    by ??= cause;
    controller.abort(caller?.aborted ? caller.reason : undefined);
  };
  // As `AbortSignal.timeout` says it: the caller's own time limit is a timeout too.
  const onAbort = () => stop(caller?.reason?.name === "TimeoutError" ? "timeout" : "abort");
  const timer = setTimeout(stop, timeoutMs, "timeout");
  caller?.addEventListener("abort", onAbort);
  if (caller?.aborted) onAbort();
  return {
    signal,
    stoppedBy: () => by,
    race: (promise) => Promise.race([over, promise]),
    end() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onAbort);
    },
  };
}
