// Owns a deadline that can be over sooner: for a request that must not leave any more.
import { onAbort } from "../client/abort.js";
import type { PerformOptions } from "../client/call.js";
import { Stopper } from "../client/stopper.js";

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
  const stopper = new Stopper();
  let isStopped = false;
  const over = () => stopper.stop(deadline.signal.reason);
  const release = onAbort(deadline.signal, over);
  if (deadline.signal.aborted) over();
  return {
    deadline: {
      signal: stopper.signal,
      leftMs: deadline.leftMs,
      stoppedBy: () => deadline.stoppedBy() ?? (isStopped ? "abort" : undefined),
      race: (promise) => stopper.race(promise),
    },
    get isStopped() {
      return isStopped;
    },
    stop() {
      isStopped = true;
      stopper.stop();
    },
    release,
  };
}
