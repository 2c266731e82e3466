// Owns the shape of what `cancel()` returns: the ledger, and a verdict named for what the caller does next.
import type { Attempt, AttemptOutcome, DeniedWhich, Ledger, Observation } from "./ledger.js";
import type { Quantities } from "./quantities.js";
import type { Reading } from "./statuses.js";

/** What every result carries: all that was sent and read, and what may still happen. */
export interface Evidence extends Ledger, Quantities {
  /** When the verdict was given, in UTC, ISO 8601. */
  readonly endedAt: string;
  /** How many DELETEs may still take effect: accepted or of unknown fate, and the order not read closed since. */
  readonly outstanding: number;
}

/** The order was read with `Status` `Canceled`. Something may have been executed before. */
export interface Canceled extends Evidence {
  readonly verdict: "canceled";
}

/** The order was read as filled, expired or rejected. */
export interface TooLate extends Evidence {
  readonly verdict: "too-late";
  /** `Filled`, `Expired` or `Rejected`. */
  readonly status: string;
}

/** The order was read as replaced: this number is dead, the order that replaced it may live. Cancel that one. */
export interface Superseded extends Evidence {
  readonly verdict: "superseded";
  /** Number of the order that replaced it, if the account's list shows exactly one. */
  readonly successorId?: number;
}

/** A cancel is under way and the order was not read closed. Go on with `resume`; do not send another. */
export interface Pending extends Evidence {
  readonly verdict: "pending";
  /** Who accepted a DELETE of this cancel: the API, or the venue too. Absent: nobody, another cancel is under way. */
  readonly level?: "api" | "venue";
  /** Since when that is known, in UTC, ISO 8601. */
  readonly since: string;
}

/** 401 or 403, after at most one renewed token. No DELETE may still take effect. */
export interface Denied extends Evidence {
  readonly verdict: "denied";
  /** What to look at; `unknown` where the answer does not say. */
  readonly which: DeniedWhich;
}

/** 404 to the DELETE and to a read that cannot have been stale. It does **not** say that the order was canceled. */
export interface NotFound extends Evidence {
  readonly verdict: "not-found";
}

/** No DELETE left, or every one met a limit. It may be tried again. */
export interface NotSent extends Evidence {
  readonly verdict: "not-sent";
  /** `throttled`: a limit; `no-connection`: nothing could be sent; `no-token`: no token was to be had; `aborted`: by `signal`. */
  readonly why: "throttled" | "no-connection" | "no-token" | "aborted";
  /** When to try again, in UTC, ISO 8601; absent: any time. */
  readonly retryAt?: string;
}

/** The cancel was refused and the order was read open after that. It is in the market. */
export interface StillOpen extends Evidence {
  readonly verdict: "still-open";
  /** `refused`: by the API; `venue-rejected`: it was accepted, and the order says that the venue refused. */
  readonly why: "refused" | "venue-rejected";
  /** When it was read open, in UTC, ISO 8601. */
  readonly seenAt: string;
}

/** The deadline is over and nothing proves either way. The order may be canceled, filled or open: go on with `resume`. */
export interface Unresolved extends Evidence {
  readonly verdict: "unresolved";
  /**
   * - `lost`: it is unknown whether a DELETE took effect.
   * - `no-trace`: a DELETE was accepted, and the order was read open again and again.
   * - `too-soon`: no read succeeded that was late enough to prove anything.
   * - `unproven-status`: the last status read says neither open nor closed.
   * - `wrong-address`: the answer is that of a wrong `baseUrl` or `version`.
   */
  readonly why: "lost" | "no-trace" | "too-soon" | "unproven-status" | "wrong-address";
}

/** What is known of a cancel. Switch over `verdict`. */
export type CancelResult =
  | Canceled
  | TooLate
  | Superseded
  | Pending
  | Denied
  | NotFound
  | NotSent
  | StillOpen
  | Unresolved;

/** See each member of {@link CancelResult}. */
export type Verdict = CancelResult["verdict"];

/** What was just learned: a DELETE leaves, what became of it, what a read showed. */
export type ProgressEvent = "sending" | AttemptOutcome | `seen-${Reading}` | "read-failed";

/** What `onProgress` is told. */
export interface Progress {
  readonly event: ProgressEvent;
  /** What comes after the event: a DELETE, a read, or nothing more. */
  readonly phase: "sending" | "reading" | "done";
  /** The verdict if the cancel had to stop now. */
  readonly verdict: Verdict;
  readonly attempt?: Attempt;
  readonly observation?: Observation;
}
