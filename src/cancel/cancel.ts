// `cancel()` and `resume()`: checks what it is asked, joins cancels of the same order, keeps the deadline. May
// use the client and the rest of this folder.
import { checkValues, type Rule, refuse } from "../client/arguments.js";
import { TIMEOUT } from "../client/options.js";
import { operationTable } from "../generated/operations.js";
import { accountOf } from "./account.js";
import { aborted, type Clock, startLimit, systemClock } from "./clock.js";
import { resultWhenStopped } from "./conclude.js";
import { type Phase, START, TRANSITIONS } from "./machine.js";
import type { CancelResult, Pending, Progress, Unresolved } from "./result.js";
import { run } from "./run.js";
import { type CancelClient, type Session, utc } from "./steps.js";

/** How to go about it. */
export interface ResumeOptions {
  /** Milliseconds for everything: tokens, limits, requests, waiting for a final state. Default 15000. */
  deadlineMs?: number;
  /** Ends the waiting with what is known so far. It does not undo a cancel. */
  signal?: AbortSignal;
  /** Told each event as it is learned. What it throws is ignored. */
  onProgress?: (progress: Progress) => void;
  /** Default: the system's clock. */
  clock?: Clock;
}

/** What to cancel, and how. */
export interface CancelOptions extends ResumeOptions {
  /** Number of the trading account, 1 to 2147483647. */
  accountId: number;
  /** Number of the order, 1 to 2147483647. */
  orderId: number;
  /** `api`: quick, the venue is asked later. `venue`: slow, the venue is asked before the answer comes. Default `api`. */
  via?: "api" | "venue";
}

const DEFAULT_DEADLINE_MS = 15_000;

const RULES: Record<string, Rule> = {
  ...operationTable.cancelOrder.params,
  via: { is: '"api" or "venue"', pattern: "^(api|venue)$" },
  deadlineMs: TIMEOUT,
};

/**
 * Cancels an order and says what is known of it. Facts of the market never throw: every outcome is a result, to
 * switch over by `verdict`. Of one order one cancel runs at a time; a second call joins the first.
 *
 * @throws ArgumentError when an argument is wrong. Nothing was sent.
 */
export async function cancel(client: CancelClient, options: CancelOptions): Promise<CancelResult> {
  const { accountId, orderId, via = "api", clock = systemClock } = options;
  const order = { accountId, orderId, via, startedAt: utc(clock.now()) };
  return runOrJoin(
    client,
    { ...order, attempts: [], observations: [], state: START, sending: false },
    options,
  );
}

/**
 * Goes on from a `pending` or `unresolved` result, in another process too: it may have been through JSON. It
 * reads the order before anything else. Any other result is returned as it is.
 *
 * @throws ArgumentError when it is not a result of {@link cancel}. Nothing was sent.
 */
export async function resume(
  client: CancelClient,
  result: CancelResult,
  options: ResumeOptions = {},
): Promise<CancelResult> {
  if (!isResumable(result)) return result;
  const { accountId, orderId, via, startedAt, attempts, observations, state } = result;
  if (!Object.hasOwn(TRANSITIONS, state?.phase) || !Array.isArray(attempts) || !Array.isArray(observations)) {
    refuse("resume: this is not a result of cancel()");
  }
  // What was seen open then may be closed now.
  const phase: Phase = state.phase === "resending" ? "doubting" : state.phase;
  const session = { accountId, orderId, via, startedAt, sending: false };
  const known = {
    attempts: [...attempts],
    observations: [...observations],
    state: { ...state, phase, reads: 0 },
  };
  return runOrJoin(client, { ...session, ...known }, options);
}

function isResumable(result: CancelResult): result is Pending | Unresolved {
  return result.verdict === "pending" || result.verdict === "unresolved";
}

/** A cancel that is under way. */
export interface Run {
  readonly session: Session;
  readonly result: Promise<CancelResult>;
}

async function runOrJoin(
  client: CancelClient,
  session: Session,
  options: ResumeOptions,
): Promise<CancelResult> {
  const { deadlineMs = DEFAULT_DEADLINE_MS, signal, onProgress, clock = systemClock } = options;
  const { accountId, orderId } = session;
  checkValues("cancel: ", RULES, { ...session, deadlineMs });
  const { runs } = accountOf(client, accountId);
  const isAborted = () => signal?.aborted === true;
  const limit = startLimit(clock, deadlineMs, signal);
  try {
    const first = runs.get(orderId);
    if (first) {
      const joined = await Promise.race([first.result, aborted(limit.signal)]);
      if (!joined) return resultWhenStopped(first.session, clock.now(), { aborted: isAborted() });
      const leftMs = limit.at - clock.now();
      // The first had less time than this one: go on where it stopped.
      return isResumable(joined) && leftMs > 0 && !isAborted()
        ? resume(client, joined, { ...options, deadlineMs: leftMs })
        : joined;
    }
    const result = run(client, session, limit, isAborted, onProgress);
    runs.set(orderId, { session, result });
    return await result.finally(() => runs.delete(orderId));
  } finally {
    limit.end();
  }
}
