// Owns waiting that can be given up: for a promise, or for a request that has not left yet.
import { onAbort } from "../client/abort.js";
import type { PerformOptions } from "../client/call.js";

/** The deadline of a request, which may be that of several callers. */
export type SessionDeadline = PerformOptions["deadline"];

export interface Stoppable {
  /** Over with the deadline that it was made of, or once it is stopped. */
  readonly deadline: SessionDeadline;
  readonly isStopped: boolean;
  stop(): void;
  /** Lets go of the deadline that it was made of. */
  release(): void;
}

export function stoppable(deadline: SessionDeadline): Stoppable {
  const controller = new AbortController();
  const { signal } = controller;
  let isStopped = false;
  const over = () => controller.abort(deadline.signal.reason);
  const release = onAbort(deadline.signal, over);
  if (deadline.signal.aborted) over();
  return {
    deadline: {
      signal,
      leftMs: deadline.leftMs,
      stoppedBy: () => deadline.stoppedBy() ?? (isStopped ? "abort" : undefined),
      race: (promise) => raced(promise, signal),
    },
    get isStopped() {
      return isStopped;
    },
    stop() {
      isStopped = true;
      controller.abort();
    },
    release,
  };
}

/** Settles as `promise` does, or rejects when the signal is aborted. */
export function raced<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    const release = onAbort(signal, stop);
    promise.then(resolve, reject).then(release);
  });
}
