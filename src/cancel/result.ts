// What `cancel()` returns: a verdict named for what the caller does next, and the evidence for it. Types only,
// plain data throughout: it survives `JSON.stringify` and can be logged as it is.
import type { Fate } from "../client/errors.js";
import type { components } from "../generated/types.js";
import type { Event, Sent, State } from "./machine.js";

type Order = components["schemas"]["Order"];

/** See each member of {@link CancelResult}. */
export type Verdict =
  | "canceled"
  | "too-late"
  | "pending"
  | "still-open"
  | "superseded"
  | "not-found"
  | "denied"
  | "not-sent"
  | "unresolved";

/** One DELETE, or one that was held back. */
export interface Attempt {
  /** When it ended, in UTC, ISO 8601. */
  readonly at: string;
  readonly operation: "cancelOrder" | "cancelSyncOrder";
  readonly outcome: Sent;
  /** HTTP status, where an answer came. */
  readonly status?: number;
  readonly fate: Fate;
  /** The error's `code`, where it was not accepted. */
  readonly code?: string;
  /** The error's message. No secret is in it. */
  readonly message?: string;
  /** Milliseconds until the next try, where the answer said so. */
  readonly retryAfterMs?: number;
  /** True: it was the request for a token that failed. */
  readonly forToken?: true;
  /** Of a denied one: what to look at. */
  readonly which?: "app-key" | "token" | "account";
}

/** One read of the order. */
export interface Observation {
  /** When the answer arrived, in UTC, ISO 8601. */
  readonly at: string;
  readonly source: "getOrder" | "getSyncOrder";
  /** The order as it was seen; absent: the read failed. */
  readonly order?: Order;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly retryAfterMs?: number;
}

/** What every result carries. */
export interface Evidence {
  readonly accountId: number;
  readonly orderId: number;
  readonly via: "api" | "venue";
  /** Every DELETE, in order. */
  readonly attempts: readonly Attempt[];
  /** Every read, in order. */
  readonly observations: readonly Observation[];
  /** When it began and when it ended, in UTC, ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
  /** Where `resume` goes on. */
  readonly state: State;
}

/** What remains is `Quantity` minus `ExecutedQuantity`. */
export interface Quantities {
  readonly executedQuantity: number;
  readonly remainingQuantity: number;
}

/** The order was read with `Status` `Canceled`. Something may have been executed before. */
export interface Canceled extends Evidence, Quantities {
  readonly verdict: "canceled";
}

/** The order was read as filled, expired or rejected. */
export interface TooLate extends Evidence, Quantities {
  readonly verdict: "too-late";
  /** `Filled`, `Expired` or `Rejected`. */
  readonly status: string;
}

/** The cancel is on its way and the order was not seen closed. Go on with `resume`; do not send another. */
export interface Pending extends Evidence {
  readonly verdict: "pending";
  /** Who has taken the request: the API, or the execution venue too. */
  readonly level: "api" | "venue";
  /** Since when that is known, in UTC, ISO 8601. */
  readonly since: string;
}

/** The order was read as open after the cancel was refused. It is in the market. */
export interface StillOpen extends Evidence, Quantities {
  readonly verdict: "still-open";
  /** `refused`: the API did; `venue-rejected`: the order was pending and went back. */
  readonly why: "refused" | "venue-rejected";
}

/** The order was read as replaced: this number is dead, the order that replaced it may live. Find and cancel that. */
export interface Superseded extends Evidence {
  readonly verdict: "superseded";
  /** Number of the order that replaced it. Absent while no documented property of the API says it: always, so far. */
  readonly successorId?: number;
}

/** 404, and no earlier attempt that could have taken effect. It does **not** say that the order was canceled. */
export interface NotFound extends Evidence {
  readonly verdict: "not-found";
}

/** 401 or 403, after at most one renewed token. Nothing took effect. */
export interface Denied extends Evidence {
  readonly verdict: "denied";
  /** What to look at: the app key, the sign-in, or whose account it is. */
  readonly which: "app-key" | "token" | "account";
}

/** Nothing took effect; it may be tried again. */
export interface NotSent extends Evidence {
  readonly verdict: "not-sent";
  readonly why: "throttled" | "no-connection" | "no-token" | "aborted";
  /** When there is room for another try, in UTC, ISO 8601; absent: any time. */
  readonly retryAt?: string;
}

/** The deadline is over and nothing proves either way. The order may be canceled, filled or open: go on with `resume`. */
export interface Unresolved extends Evidence {
  readonly verdict: "unresolved";
}

/** What is known of a cancel. Switch over `verdict`. */
export type CancelResult =
  | Canceled
  | TooLate
  | Pending
  | StillOpen
  | Superseded
  | NotFound
  | Denied
  | NotSent
  | Unresolved;

/** What `onProgress` is told: the event that was just learned, and all that is known. */
export interface Progress {
  readonly event: Event;
  readonly phase: State["phase"];
  readonly attempt?: Attempt;
  readonly observation?: Observation;
}
