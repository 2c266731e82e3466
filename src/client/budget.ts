// Owns where requests are counted: what a budget promises, and the one that counts in memory: one `window.ts` per bucket.
import type { rateLimits } from "../generated/operations.js";
import { checkAll, type Rule } from "./arguments.js";
import { type Clock, monotonic } from "./clock.js";
import type { Lesson, Permit, Wait } from "./permit.js";
import { Window } from "./window.js";

export type { Lesson, Permit, Wait };

/** What a limit is for: placing, replacing and canceling; reading orders; asking for tokens. */
export type LimitKind = keyof typeof rateLimits;

/** The requests that share one limit: those of a kind for one account, or of one user for tokens. */
export interface Bucket {
  readonly kind: LimitKind;
  /** The same in every process: made of kind, address and account, or a hash of the user's name. No secret. */
  readonly name: string;
  /** Requests that any `windowMs` may hold. */
  readonly limit: number;
  /** Length of the rolling window in milliseconds. */
  readonly windowMs: number;
}

/**
 * Where requests are counted. All requests of a client ask it, replays and sign-ins too. Share one between clients, or
 * implement this interface to share one between processes.
 */
export interface Budget {
  /**
   * Takes room for one request now, if there is some for it and `spare` more: a request that may have to be replayed is
   * let out only while a replay would fit as well. The spare is not held: all requests under way share it.
   *
   * May answer at once or later. It must not reject.
   */
  reserve(bucket: Bucket, spare: number, clock: Clock): Permit | Wait | Promise<Permit | Wait>;
  /** Of a budget whose count is kept elsewhere: whether it can be reached, and how often it could not. */
  state?(): BudgetState;
}

/** Whether the place where requests are counted can be reached. */
export interface BudgetState {
  /** Whether it failed when it was asked last. */
  readonly isDown: boolean;
  /** How many outages there were. More than before a run: a part of the run went without it. */
  readonly outages: number;
}

/** Options of {@link memoryBudget}. */
export interface MemoryBudgetOptions {
  /** Requests a minute, by kind, instead of those that are documented. `Infinity` for no limit. */
  limits?: { readonly [Kind in LimitKind]?: number };
}

const LIMIT: Rule = {
  is: "a number from 1, or Infinity",
  fits: (value) => typeof value === "number" && value >= 1,
  optional: true,
};
const OPTIONS: Record<keyof MemoryBudgetOptions, Rule> = {
  limits: { is: "an object", type: "object", optional: true },
};
const LIMITS: Record<LimitKind, Rule> = { orders: LIMIT, reads: LIMIT, tokens: LIMIT };

/**
 * A budget in the memory of this process. Each client has one of its own unless it is given one.
 *
 * @throws ArgumentError when an option is not known or not what its description says.
 */
export function memoryBudget(options: MemoryBudgetOptions = {}): Budget {
  const { limits: given = {} } = checkAll("memoryBudget: ", OPTIONS, options);
  const limits = checkAll("memoryBudget: ", LIMITS, given, "limit");
  const windows = new Map<string, Window>();
  let sweepAt = 1_000;

  /** Windows that nobody uses any more are dropped, now and then: a server may act for any number of accounts. */
  const sweep = (now: number) => {
    if (windows.size < sweepAt) return;
    for (const [name, window] of windows) if (window.isIdle(now)) windows.delete(name);
    sweepAt = 2 * windows.size + 1_000;
  };

  return {
    reserve(bucket, spare, clock) {
      const now = () => monotonic(clock);
      let window = windows.get(bucket.name);
      if (!window) {
        sweep(now());
        window = new Window(limits[bucket.kind] ?? bucket.limit, bucket.windowMs);
        windows.set(bucket.name, window);
      }
      return window.reserve(spare, now);
    },
  };
}
