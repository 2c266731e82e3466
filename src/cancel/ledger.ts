// Owns the ledger of one order: every DELETE and every read, as plain data that survives JSON.
import type { Fate } from "../client/errors.js";
import type { components } from "../generated/types.js";

export type Order = components["schemas"]["Order"];

/** Version of the ledger's shape. `resume` refuses any other. */
export const LEDGER_VERSION = 1;

/** `api`: quick, checked by the API only. `venue`: slow, checked by the execution venue too. */
export type Via = "api" | "venue";

/**
 * What became of a DELETE.
 *
 * - `accepted`: a 2xx of the API arrived.
 * - `refused`: a complete 4xx arrived; `not-found` is its 404, `denied` its 401 and 403, `throttled` its 429.
 * - `not-sent`: it did not leave. `denied` and `throttled` did not leave either where `fate` is `not-sent`.
 * - `unknown`: it left, and no answer says what became of it.
 */
export type AttemptOutcome =
  | "accepted"
  | "refused"
  | "not-found"
  | "denied"
  | "throttled"
  | "not-sent"
  | "unknown";

/** What to look at after a denial. `unknown`: the answer does not say. */
export type DeniedWhich = "app-key" | "token" | "account" | "unknown";

/** One DELETE, or one that was held back. A replay after a renewed token is an entry of its own. */
export interface Attempt {
  /** Unlike that of any other DELETE, whoever sent it: two processes may send in the same millisecond. */
  readonly id: string;
  /** When its answer arrived or it failed, in UTC, ISO 8601; while it is under way, when it left. */
  readonly at: string;
  /** When it left; absent: it did not. */
  readonly sentAt?: string;
  readonly operation: "cancelOrder" | "cancelSyncOrder";
  readonly outcome: AttemptOutcome;
  readonly fate: Fate;
  /** HTTP status, where an answer came. */
  readonly status?: number;
  /** Code of the error, where there was one. */
  readonly code?: string;
  /** Message of the error. No secret is in it. */
  readonly message?: string;
  /** Milliseconds until the next try, where the answer or the limit says so. */
  readonly retryAfterMs?: number;
  /** True: getting a token failed, not the DELETE. */
  readonly forToken?: true;
  /** True: the answer is that of a wrong address and says nothing about the order. */
  readonly wrongAddress?: true;
  /** Of a denied one: what to look at. */
  readonly which?: DeniedWhich;
}

/** One read of the order, of its account's list, or of the list in which the order that replaced it was looked for. */
export interface Observation {
  /** When the answer arrived or the read failed, in UTC, ISO 8601. */
  readonly at: string;
  /** When the read began; absent: it did not leave. */
  readonly sentAt?: string;
  /** When it was answered by the server's clock, to the second; absent: the answer does not say. */
  readonly serverAt?: string;
  readonly source: "getOrder" | "getSyncOrder" | "listOrders";
  /** The order as it was read, or the one that replaced it. Absent: none was read. */
  readonly order?: Order;
  readonly status?: number;
  readonly code?: string;
  readonly message?: string;
  readonly retryAfterMs?: number;
  /** True: getting a token failed, not the read. */
  readonly forToken?: true;
  readonly wrongAddress?: true;
}

/** All that is known of the cancel of one order. Entries are added, never taken away. */
export interface Ledger {
  readonly version: typeof LEDGER_VERSION;
  /** Base URL of the API. */
  readonly origin: string;
  readonly accountId: number;
  readonly orderId: number;
  readonly via: Via;
  /** Milliseconds by which a read may lag behind the order. */
  readonly settleMs: number;
  /** When the cancel began, in UTC, ISO 8601. */
  readonly startedAt: string;
  /** When it was last gone on with. Reads before that prove nothing about staleness: clocks of two processes differ. */
  readonly resumedAt?: string;
  /** Every DELETE, in order. */
  readonly attempts: readonly Attempt[];
  /** Every read, in order. */
  readonly observations: readonly Observation[];
}

export const utc = (ms: number): string => new Date(ms).toISOString();

export const newId = (): string => Math.random().toString(36).slice(2);

/** What is known, and what somebody else knows of the same order. */
export function merged(own: Ledger, other: Ledger): Ledger {
  const resumedAt = latest(own.resumedAt, other.resumedAt);
  return {
    ...own,
    via: own.via === "venue" ? own.via : other.via,
    settleMs: Math.max(own.settleMs, other.settleMs),
    startedAt: own.startedAt <= other.startedAt ? own.startedAt : other.startedAt,
    ...(resumedAt !== undefined && { resumedAt }),
    attempts: inOrder(mergedAttempts(own.attempts, other.attempts)),
    observations: inOrder(mergedObservations(own.observations, other.observations)),
  };
}

/** Each DELETE once. A ledger that was given out while one was under way does not say what became of it. */
function mergedAttempts(own: readonly Attempt[], other: readonly Attempt[]): Attempt[] {
  const known = new Map(own.map((attempt) => [attempt.id, attempt]));
  for (const attempt of other) {
    const mine = known.get(attempt.id);
    if (!mine || isUnderWay(mine)) known.set(attempt.id, attempt);
  }
  return [...known.values()];
}

/** Each read once. One that was through JSON is another object and the same read. */
function mergedObservations(own: readonly Observation[], other: readonly Observation[]): Observation[] {
  const known = new Set(own.map((observation) => JSON.stringify(observation)));
  return [...own, ...other.filter((observation) => !known.has(JSON.stringify(observation)))];
}

/** A DELETE without an answer or an error so far. */
const isUnderWay = ({ outcome, code }: Attempt): boolean => outcome === "unknown" && code === undefined;

function latest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a >= b ? a : b;
}

/** By time. */
export const inOrder = <Entry extends { readonly at: string }>(entries: Entry[]): Entry[] =>
  entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
