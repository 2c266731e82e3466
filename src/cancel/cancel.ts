// Owns `cancel()` and `resume()`: what they take, and that an order is canceled once at a time per client.
import { checkAll, type Rule, refuse } from "../client/arguments.js";
import type { Client } from "../client/client.js";
import type { Clock } from "../client/clock.js";
import { startDeadline } from "../client/deadline.js";
import { type Internals, internalsOf } from "../client/internals.js";
import { CLOCK, SIGNAL, TIMEOUT } from "../client/options.js";
import { operationTable } from "../generated/operations.js";
import { LEDGER_VERSION, type Ledger, merged, utc, type Via } from "./ledger.js";
import type { CancelResult, Progress } from "./result.js";
import { Run } from "./run.js";
import { keyOf } from "./sessions.js";
import { ledgerOf } from "./validate.js";

/** A client made by `createClient`. */
export type CancelClient = Pick<
  Client,
  "cancelOrder" | "cancelSyncOrder" | "getOrder" | "getSyncOrder" | "listOrders"
>;

/** How to go about it. */
export interface ResumeOptions {
  /** Milliseconds for everything: tokens, limits, requests, waiting for a final state. Default 15000. */
  deadlineMs?: number;
  /** Ends the waiting with what is known so far. It does not undo a cancel. */
  signal?: AbortSignal;
  /** Told each event as it is learned. What it throws is ignored. */
  onProgress?: (progress: Progress) => unknown;
  /** Default: the client's clock. */
  clock?: Clock;
}

/** What to cancel, and how. */
export interface CancelOptions extends ResumeOptions {
  /** Number of the trading account, 1 to 2147483647. */
  accountId: number;
  /** Number of the order, 1 to 2147483647. */
  orderId: number;
  /** `api`: quick, the venue is asked later. `venue`: slow, the venue is asked before the answer comes. Default `api`. */
  via?: Via;
  /**
   * Milliseconds by which a read may lag behind the order. `still-open` and `not-found` rest on reads that began
   * later than that after the last answer. If reads lag more, these two may be wrong. Default 2000.
   */
  settleMs?: number;
}

const DEFAULT_DEADLINE_MS = 15_000;
export const DEFAULT_SETTLE_MS = 2_000;

export const RESUME_RULES = {
  deadlineMs: TIMEOUT,
  onProgress: { is: "a function", type: "function", optional: true },
  signal: SIGNAL,
  clock: CLOCK,
} satisfies Record<keyof ResumeOptions, Rule>;

export const CANCEL_RULES = {
  ...RESUME_RULES,
  accountId: operationTable.cancelOrder.params.accountId as Rule,
  orderId: operationTable.cancelOrder.params.orderId as Rule,
  via: { is: '"api" or "venue"', pattern: /^(api|venue)$/, optional: true },
  settleMs: { ...TIMEOUT, is: "a number of milliseconds, 0 or more", minimum: 0 },
} satisfies Record<keyof CancelOptions, Rule>;

/**
 * Cancels an order and says what is known of it. Facts of the market never throw: every outcome is a result, to
 * switch over by `verdict`. Of one order one cancel runs at a time per client; a second call joins the first, with
 * its own deadline and signal. Where an earlier call left a DELETE that may still take effect, it goes on from there.
 *
 * @throws ArgumentError when an argument or option is wrong. Nothing was sent.
 */
export async function cancel(client: CancelClient, options: CancelOptions): Promise<CancelResult> {
  const internals = internalsFor("cancel", client);
  if (typeof options !== "object" || options === null)
    refuse("cancel: say which order, as in cancel(client, { accountId: 6303, orderId: 73552 })");
  const checked = checkAll("cancel: ", CANCEL_RULES, options);
  const { accountId, orderId, via = "api", settleMs = DEFAULT_SETTLE_MS, clock = internals.clock } = checked;
  const order = {
    version: LEDGER_VERSION,
    origin: internals.origin,
    accountId,
    orderId,
    via,
    settleMs,
  } as const;
  const ledger = { ...order, startedAt: utc(clock.now()), attempts: [], observations: [] };
  return runOrJoin(internals, clock, ledger, checked);
}

/**
 * Goes on from a `pending` or `unresolved` result, in another process too: it may have been through JSON. It
 * reads the order before anything else. Any other result is returned as it is.
 *
 * @throws ArgumentError when it is not a result of {@link cancel}, was changed, or is of another `baseUrl`.
 */
export async function resume(
  client: CancelClient,
  result: CancelResult,
  options: ResumeOptions = {},
): Promise<CancelResult> {
  const internals = internalsFor("resume", client);
  const checked = checkAll("resume: ", RESUME_RULES, options);
  const { clock = internals.clock } = checked;
  const ledger = ledgerOf("resume", result, internals.origin);
  const isOver = result.verdict !== "pending" && result.verdict !== "unresolved";
  return isOver ? result : runOrJoin(internals, clock, ledger, checked);
}

export function internalsFor(caller: string, client: unknown): Internals {
  const internals = internalsOf(client);
  return internals ?? refuse(`${caller}: the first argument must be a client that createClient() returned`);
}

/** The cancels of a client that are under way, by account and order. */
const allRuns = new WeakMap<Internals, Map<string, Run>>();

function runsOf(internals: Internals): Map<string, Run> {
  const runs = allRuns.get(internals) ?? new Map();
  allRuns.set(internals, runs);
  return runs;
}

async function runOrJoin(
  internals: Internals,
  clock: Clock,
  ledger: Ledger,
  { deadlineMs = DEFAULT_DEADLINE_MS, signal, onProgress }: ResumeOptions,
): Promise<CancelResult> {
  const runs = runsOf(internals);
  const key = keyOf(ledger);
  const deadline = startDeadline(clock, deadlineMs, signal);
  try {
    let run = runs.get(key);
    let known = ledger;
    while (run?.isStopping) {
      // Its result is not out yet: whoever comes now joins it, and shares what it knows.
      known = merged(run.ledger, ledger);
      await run.ended;
      run = runs.get(key);
    }
    return await new Promise((resolve, reject) => {
      const caller = { deadline, onProgress, resolve, reject };
      if (run) {
        run.absorb(known);
        run.join(caller);
        return;
      }
      const started = new Run(internals, clock, known, caller);
      runs.set(key, started);
      void started.ended.then(() => runs.delete(key));
    });
  } finally {
    deadline.end();
  }
}
