// Owns `planCancelAll()`, `cancelAll()` and `resumeCancelAll()`: what they take, and the accounts side by side.

import { DEFAULT_SETTLE_MS, internalsFor } from "../cancel/cancel.js";
import { left, timeOf } from "../cancel/facts.js";
import { type Ledger, utc } from "../cancel/ledger.js";
import { readOnce, refuse } from "../client/arguments.js";
import { startDeadline } from "../client/deadline.js";
import { ArgumentError } from "../client/errors.js";
import type { Internals } from "../client/internals.js";
import { bucketOf } from "../client/operation.js";
import { operationTable } from "../generated/operations.js";
import { Account } from "./account.js";
import type { Beforehand } from "./candidates.js";
import { type Asked, Context } from "./context.js";
import {
  JOURNAL_VERSION,
  type Journal,
  type JournalEntry,
  type PlannedOrders,
  type Recalled,
} from "./journal.js";
import { checkJournalEntries } from "./journal-check.js";
import { listAll } from "./list-orders.js";
import {
  type CancelAllClient,
  type CancelAllOptions,
  checkJournal,
  checkPlanOptions,
  checkResumeOptions,
  checkRunOptions,
  checkSelection,
  type PlanOptions,
  type ResumeCancelAllOptions,
  type Selection,
} from "./options.js";
import { together } from "./outcome.js";
import { type Plan, planOf } from "./plan.js";
import { isPlan } from "./plan-check.js";
import type { CancelAllResult } from "./result.js";

const DEFAULT_DEADLINE_MS = 3_600_000;
/** For a plan, whose reading ends by itself. */
const LONGEST_PLAN_MS = 3_600_000;

/**
 * Says what `cancelAll` would do. Only reads: all pages of each account, all statuses, 100 orders a read.
 *
 * @throws ArgumentError when an option is wrong. Nothing was sent.
 * @throws AutoSharesError when a list could not be read.
 */
export async function planCancelAll(client: CancelAllClient, options: PlanOptions): Promise<Plan> {
  const internals = internalsFor("planCancelAll", client);
  const checked = checkPlanOptions("planCancelAll", options);
  const { accountIds, where, keep, via = "api", signal, clock = internals.clock } = checked;
  const listedAt = utc(clock.now());
  const deadline = startDeadline(clock, LONGEST_PLAN_MS, signal);
  try {
    const how = { via, clock, deadline, settleMs: DEFAULT_SETTLE_MS };
    const looks = accountIds.map(async (accountId) => ({
      accountId,
      listing: await listAll(internals, accountId, how),
    }));
    return planOf({ origin: internals.origin, where, keep, listedAt }, await Promise.all(looks));
  } finally {
    deadline.end();
  }
}

/**
 * Cancels all orders that are meant, and says what is still in the market. Given a plan, it applies the plan as it
 * is; given a selection, it sends while the list is still being read. It blocks no new order: stop whatever places
 * orders first. It ends with its process, unless a journal is gone on with.
 *
 * @throws ArgumentError when an option is wrong. Nothing was sent.
 * @throws AutoSharesError when no list could be read at the beginning. Nothing was sent.
 * @throws ArgumentError when the journal could not be written before the first DELETE; `cause` says why.
 */
export async function cancelAll(
  client: CancelAllClient,
  what: Plan | Selection,
  options: CancelAllOptions = {},
): Promise<CancelAllResult> {
  const internals = internalsFor("cancelAll", client);
  const checked = checkRunOptions("cancelAll", options);
  const asWritten = Object(what) === what ? readOnce("cancelAll: ", what, "property") : what;
  const plan = isPlan(asWritten, internals.origin) ? asWritten : undefined;
  const { accountIds, where, keep } = plan ?? checkSelection("cancelAll", asWritten as Selection);
  const { via = "api", newcomers = "cancel", settleMs = DEFAULT_SETTLE_MS, journal } = checked;
  const asked = { origin: internals.origin, where, keep, via, newcomers, settleMs };
  return closing(journal, async () => {
    await begin(internals, asked, accountIds, plan, checked);
    const before = accountIds.map((accountId) => beforehandOf(plan, accountId));
    return run(internals, asked, accountIds, before, journal, checked);
  });
}

/**
 * Goes on with a cancel of many whose process ended. A DELETE that was about to leave and has no answer in the
 * journal is one of unknown fate: its order is read before another is sent.
 *
 * @throws ArgumentError when the journal is empty, damaged, or of another `baseUrl`. Nothing was sent.
 */
export async function resumeCancelAll(
  client: CancelAllClient,
  journal: Journal,
  options: ResumeCancelAllOptions = {},
): Promise<CancelAllResult> {
  const internals = internalsFor("resumeCancelAll", client);
  const checked = checkResumeOptions("resumeCancelAll", options);
  checkJournal("resumeCancelAll", journal);
  const { clock = internals.clock } = checked;
  return closing(journal, async () => {
    const { begin, recalled } = checkJournalEntries(
      journal,
      await entriesOf("resumeCancelAll", journal),
      internals.origin,
    );
    for (const [accountId, { ledgers }] of recalled)
      await countEarlier(internals, accountId, ledgers, clock.now());
    const before = begin.accountIds.map((accountId) => remembered(accountId, recalled.get(accountId)));
    return run(internals, begin, begin.accountIds, before, journal, checked);
  });
}

async function closing<T>(journal: Journal | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await journal?.close?.().catch(() => {});
  }
}

/** Writes down what is asked for. */
async function begin(
  internals: Internals,
  asked: Asked,
  accountIds: readonly number[],
  plan: Plan | undefined,
  options: CancelAllOptions,
): Promise<void> {
  const { journal } = options;
  if (!journal) return;
  const earlier = await entriesOf("cancelAll", journal);
  if (earlier.length > 0)
    refuse(
      `cancelAll: the journal ${journal.name} holds an earlier cancel. Go on with it by resumeCancelAll(), or take another`,
    );
  const at = utc((options.clock ?? internals.clock).now());
  const planned = plan && accountIds.map((accountId) => plannedOf(plan, accountId));
  const entry = { kind: "begin", version: JOURNAL_VERSION, at, accountIds, ...asked } as const;
  try {
    await journal.append([planned ? { ...entry, planned } : entry]);
  } catch (cause) {
    throw unusable("cancelAll", journal, "written", cause);
  }
}

async function entriesOf(caller: string, journal: Journal): Promise<readonly JournalEntry[]> {
  try {
    return await journal.entries();
  } catch (cause) {
    throw cause instanceof ArgumentError ? cause : unusable(caller, journal, "read", cause);
  }
}

/** Before the first DELETE: what cannot be gone on with later must not be begun. */
function unusable(
  caller: string,
  { name }: Journal,
  what: "read" | "written",
  cause: unknown,
): ArgumentError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `${caller}: the journal ${name} could not be ${what} (${reason}). Nothing was sent.`;
  return new ArgumentError(message, { fate: "not-sent", cause });
}

function plannedOf(plan: Plan, accountId: number): PlannedOrders {
  const idsOf = (orders: readonly { readonly accountId: number; readonly orderId: number }[]) =>
    orders.filter((one) => one.accountId === accountId).map(({ orderId }) => orderId);
  return { accountId, orderIds: idsOf(plan.targets), known: idsOf(plan.leftAlone) };
}

function beforehandOf(plan: Plan | undefined, accountId: number): Beforehand {
  if (!plan) return { accountId, targets: [], known: [], isComplete: false };
  const targets = plan.targets.filter((one) => one.accountId === accountId);
  return { accountId, targets, known: plannedOf(plan, accountId).known, isComplete: true };
}

function remembered(accountId: number, recalled: Recalled | undefined): Beforehand {
  const { orderIds = [], known = [], ledgers, isComplete = false } = recalled ?? {};
  const targets = orderIds.map((orderId) => {
    const ledger = ledgers?.get(orderId);
    return ledger ? { orderId, ledger } : { orderId };
  });
  return { accountId, targets, known, isComplete };
}

/** DELETEs of the process that ended count for this one too: the server remembers them. */
async function countEarlier(
  { budget, clock, origin: base }: Internals,
  accountId: number,
  ledgers: ReadonlyMap<number, Ledger>,
  now: number,
): Promise<void> {
  const bucket = bucketOf({ operation: operationTable.cancelOrder, base }, { accountId });
  if (!bucket) return;
  const attempts = [...ledgers.values()].flatMap((ledger) => ledger.attempts);
  const recent = attempts.filter(({ at, fate }) => fate !== "not-sent" && timeOf(at) > now - bucket.windowMs);
  for (const _ of recent) {
    const room = await budget.reserve(bucket, 0, clock);
    if (room.granted) room.end("lost");
  }
}

async function run(
  internals: Internals,
  asked: Asked,
  accountIds: readonly number[],
  beforehand: readonly Beforehand[],
  journal: Journal | undefined,
  options: ResumeCancelAllOptions,
): Promise<CancelAllResult> {
  const { deadlineMs = DEFAULT_DEADLINE_MS, signal, onProgress } = options;
  const clock = options.clock ?? internals.clock;
  const deadline = startDeadline(clock, deadlineMs, signal);
  try {
    const context = new Context(internals, clock, asked, deadline, journal, onProgress);
    context.hasSent = beforehand.some(({ targets }) =>
      targets.some(({ ledger }) => ledger?.attempts.some(left)),
    );
    const startedAt = context.utc();
    const accounts = beforehand.map((known) => new Account(context, known));
    const outcomes = await Promise.all(accounts.map((account) => account.run()));
    const failed = outcomes.find(({ failure, stopped }) => failure && stopped !== "denied");
    if (failed?.failure && !context.hasSent) throw failed.failure;
    if (journal && context.journalFailure && !context.hasSent)
      throw unusable("cancelAll", journal, "written", context.journalFailure.cause);
    const result = together(context, accountIds, startedAt, outcomes);
    await context.write([{ kind: "end", at: result.endedAt, stopped: result.stopped }]).catch(() => {});
    return result;
  } finally {
    deadline.end();
  }
}
