// Owns what became of each account, and of all together. Pure.

import { resultOf } from "../cancel/judge.js";
import { type Order, utc } from "../cancel/ledger.js";
import type { CancelResult } from "../cancel/result.js";
import type { Deadline } from "../client/deadline.js";
import type { AutoSharesError } from "../client/errors.js";
import type { Context } from "./context.js";
import { unknownKept } from "./listing.js";
import { type CancelAllResult, type Newcomer, RESULT_VERSION, type Stopped } from "./result.js";
import type { Task } from "./task.js";

/** What became of one account. */
export interface AccountOutcome {
  readonly accountId: number;
  readonly stopped: Stopped;
  readonly results: CancelResult[];
  readonly open: Order[];
  readonly lastFullLookAt: number | undefined;
  readonly newcomers: Newcomer[];
  readonly deletes: number;
  readonly reads: number;
  readonly problems: string[];
  /** Orders in `keep` that no list of this account has shown. */
  readonly unseenKept: readonly number[];
  /** The error that kept the first look from being made. */
  readonly failure: AutoSharesError | undefined;
}

/** `stoppedBy`: what ended the run, if anything did. */
export function resultOfTask(
  { ledger, session }: Task,
  stoppedBy: ReturnType<Deadline["stoppedBy"]>,
): CancelResult {
  const result = resultOf(ledger, session.now());
  const isAborted = result.verdict === "not-sent" && stoppedBy === "abort";
  return isAborted ? { ...result, why: "aborted" } : result;
}

/** The worst first. */
const WORST: readonly Stopped[] = ["denied", "aborted", "deadline", "open", "verified-empty"];

export function together(
  context: Context,
  accountIds: readonly number[],
  startedAt: string,
  outcomes: readonly AccountOutcome[],
): CancelAllResult {
  const { origin, where, keep, via } = context.asked;
  const looks = outcomes.map(({ lastFullLookAt }) => lastFullLookAt ?? Number.NaN);
  const earliest = Math.min(...looks);
  const budgetOutages = context.outages();
  const journalProblems = context.journalFailure ? [context.journalFailure.message] : [];
  return {
    version: RESULT_VERSION,
    origin,
    accountIds,
    where,
    keep,
    via,
    startedAt,
    endedAt: context.utc(),
    stopped: WORST.find((one) => outcomes.some(({ stopped }) => stopped === one)) ?? "open",
    results: outcomes.flatMap(({ results }) => results),
    open: outcomes.flatMap(({ open }) => open),
    ...(Number.isFinite(earliest) && { lastFullLookAt: utc(earliest) }),
    newcomers: outcomes.flatMap(({ newcomers }) => newcomers),
    requests: { deletes: sum(outcomes, "deletes"), reads: sum(outcomes, "reads") },
    ...(budgetOutages > 0 && { budgetOutages }),
    problems: [
      ...journalProblems,
      ...unknownKept(keep, (id) => outcomes.some(({ unseenKept }) => !unseenKept.includes(id))),
      ...outcomes.flatMap(({ problems }) => problems),
    ],
    accounts: outcomes.map(accountResultOf),
  };
}

const sum = (outcomes: readonly AccountOutcome[], what: "deletes" | "reads"): number =>
  outcomes.reduce((total, outcome) => total + outcome[what], 0);

function accountResultOf(outcome: AccountOutcome): CancelAllResult["accounts"][number] {
  const { accountId, stopped, lastFullLookAt, open, deletes, reads, problems } = outcome;
  return {
    accountId,
    stopped,
    ...(lastFullLookAt !== undefined && { lastFullLookAt: utc(lastFullLookAt) }),
    open: open.length,
    requests: { deletes, reads },
    problems,
  };
}
