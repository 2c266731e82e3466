// `cancel()` and `resume()`: checks what it is asked, joins cancels of the same order, keeps the deadline. May
// use the client and the rest of this folder.
import { checkValue, refuse } from "../client/arguments.js";
import { operationTable } from "../generated/operations.js";
import { type Clock, startLimit, systemClock } from "./clock.js";
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
  /** `api`: quick, the venue is asked later. `venue`: slow, the venue has agreed when the answer comes. Default `api`. */
  via?: "api" | "venue";
}

const DEFAULT_DEADLINE_MS = 15_000;

/**
 * Cancels an order and says what is known of it. Facts of the market never throw: every outcome is a result, to
 * switch over by `verdict`. Of one order one cancel runs at a time; a second call joins the first.
 *
 * @throws ArgumentError when an argument is wrong. Nothing was sent.
 */
export async function cancel(client: CancelClient, options: CancelOptions): Promise<CancelResult> {
  const { accountId, orderId, via = "api", clock = systemClock } = options;
  const ids = checkIds(accountId, orderId, via);
  const startedAt = utc(clock.now());
  return runOrJoin(
    client,
    { ...ids, startedAt, attempts: [], observations: [], state: START, sending: false },
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
  const session = { ...checkIds(accountId, orderId, via), startedAt, sending: false };
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

function checkIds(
  accountId: number,
  orderId: number,
  via: "api" | "venue",
): Pick<Session, "accountId" | "orderId" | "via"> {
  const { params } = operationTable.cancelOrder;
  if (params.accountId) checkValue("cancel: accountId", params.accountId, accountId);
  if (params.orderId) checkValue("cancel: orderId", params.orderId, orderId);
  if (via !== "api" && via !== "venue")
    refuse(`cancel: via must be "api" or "venue", not ${JSON.stringify(via)}`);
  return { accountId, orderId, via };
}

interface Run {
  readonly session: Session;
  readonly result: Promise<CancelResult>;
}

const runsOf = new WeakMap<CancelClient, Map<string, Run>>();

async function runOrJoin(
  client: CancelClient,
  session: Session,
  options: ResumeOptions,
): Promise<CancelResult> {
  const { deadlineMs = DEFAULT_DEADLINE_MS, signal, onProgress, clock = systemClock } = options;
  if (!(deadlineMs > 0 && deadlineMs < 2 ** 31)) {
    refuse(`cancel: deadlineMs must be milliseconds from above 0 to ${2 ** 31 - 1}, not ${deadlineMs}`);
  }
  const runs = runsOf.get(client) ?? new Map<string, Run>();
  runsOf.set(client, runs);
  const key = `${session.accountId}/${session.orderId}`;
  const isAborted = () => signal?.aborted === true;
  const limit = startLimit(clock, deadlineMs, signal);
  try {
    const first = runs.get(key);
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
    runs.set(key, { session, result });
    return await result.finally(() => runs.delete(key));
  } finally {
    limit.end();
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
}
