// Owns the shape of what `cancelAll()` returns and tells while it goes on.
import type { Order, Via } from "../cancel/ledger.js";
import type { CancelResult, ProgressEvent, Verdict } from "../cancel/result.js";
import type { Where } from "./where.js";

/** Version of the result's shape. */
export const RESULT_VERSION = 1;

/**
 * Why it stopped.
 *
 * - `verified-empty`: two looks in a row at the whole list, the second begun after the last verdict, showed nothing
 *   that is meant and not closed.
 * - `open`: all that can be done is done, and something is left: it was refused, or will not go, or cannot be proven
 *   closed. See `open` and `problems`.
 * - `deadline`: the time was over. `aborted`: the caller's signal.
 * - `denied`: the API let nothing in: see the results that say `denied`, and `problems`.
 */
export type Stopped = "verified-empty" | "open" | "deadline" | "aborted" | "denied";

/** An order that the first look did not show. */
export interface Newcomer {
  readonly accountId: number;
  readonly orderId: number;
  /** When a list first showed it, in UTC, ISO 8601. */
  readonly seenAt: string;
  /** `included`: it was treated like all others, see its result. `reported`: it was left alone. */
  readonly treated: "included" | "reported";
}

/** How many requests left. */
export interface Requests {
  readonly deletes: number;
  readonly reads: number;
}

/** One account of several. */
export interface AccountResult {
  readonly accountId: number;
  readonly stopped: Stopped;
  /** See {@link CancelAllResult.lastFullLookAt}. */
  readonly lastFullLookAt?: string;
  /** How many orders of `open` are of this account. */
  readonly open: number;
  readonly requests: Requests;
  /** What went wrong besides single orders, each in a sentence. */
  readonly problems: readonly string[];
}

/** What is known after a cancel of many. Plain data: it survives JSON. Switch over `stopped`. */
export interface CancelAllResult {
  readonly version: typeof RESULT_VERSION;
  /** Base URL of the API. */
  readonly origin: string;
  readonly accountIds: readonly number[];
  readonly where: Where;
  readonly keep: readonly number[];
  readonly via: Via;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Of several accounts the worst: `denied`, `aborted`, `deadline`, `open`, `verified-empty`. */
  readonly stopped: Stopped;
  /** One for each order that was to go, with its evidence. */
  readonly results: readonly CancelResult[];
  /** Orders that are meant and not proven closed, as the API showed them last. */
  readonly open: readonly Order[];
  /**
   * When the last look at all pages began, of several accounts the earliest. "Empty" means: as of then. Orders that
   * were placed later, or less than `settleMs` before, may not have been seen. Absent: there was no complete look.
   */
  readonly lastFullLookAt?: string;
  readonly newcomers: readonly Newcomer[];
  readonly requests: Requests;
  /**
   * How often the budget that several processes share could not be reached meanwhile; see `whenDown` of `redisBudget`.
   * Absent: it always could, or the budget is in memory.
   */
  readonly budgetOutages?: number;
  readonly problems: readonly string[];
  readonly accounts: readonly AccountResult[];
}

/** How many orders are where. */
export interface Counts {
  /** Orders that are to go, as far as they are known. */
  readonly orders: number;
  /** Those of which a DELETE has left. */
  readonly sent: number;
  /** Those of which nothing more will be learned. */
  readonly decided: number;
  /** By the verdict that each would be given now. */
  readonly verdicts: { readonly [verdict in Verdict]?: number };
}

/**
 * What was just learned of an order, as in `cancel()`; or `found`: an order that is to go; `listed`: a look at all
 * pages has ended; `list-failed`: a page could not be read and is asked for again.
 */
export type CancelAllEvent = ProgressEvent | "found" | "listed" | "list-failed";

/** What `onProgress` is told. */
export interface CancelAllProgress {
  readonly event: CancelAllEvent;
  readonly accountId: number;
  /** Absent: the event is about the list. */
  readonly orderId?: number;
  /** The verdict on that order if it had to be given now. */
  readonly verdict?: Verdict;
  /** What went wrong, in a sentence. */
  readonly message?: string;
  readonly counts: Counts;
  /** Milliseconds until the last DELETE has left, by the documented limits and what is known of the orders. */
  readonly etaMs: number;
}
