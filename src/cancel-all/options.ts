// Owns what the functions for many orders may be given, and the check of it.

import { CANCEL_RULES, RESUME_RULES } from "../cancel/cancel.js";
import type { Via } from "../cancel/ledger.js";
import { checkAll, checkValue, type Rule, refuse } from "../client/arguments.js";
import type { Client } from "../client/client.js";
import type { Clock } from "../client/clock.js";
import { ANY } from "../client/options.js";
import type { Journal, Newcomers } from "./journal.js";
import type { CancelAllProgress } from "./result.js";
import { checkWhere, type Where } from "./where.js";

/** A client made by `createClient`. */
export type CancelAllClient = Pick<
  Client,
  "cancelOrder" | "cancelSyncOrder" | "getOrder" | "getSyncOrder" | "listOrders" | "listSyncOrders"
>;

/** Which orders. */
export interface Selection {
  /** Numbers of the trading accounts, each 1 to 2147483647. */
  accountIds: readonly number[];
  /** `"everything"`, or what an order must state to be meant. There is no default. */
  where: Where;
  /** Numbers of orders to leave alone. What replaces such an order is left alone too, and what it is a leg of. */
  keep?: readonly number[];
}

/** What `planCancelAll` takes. */
export interface PlanOptions extends Selection {
  /** Who is asked for the list: the API, or through it the venue, which is slower. Default `api`. */
  via?: Via;
  /** Ends the reading. */
  signal?: AbortSignal;
  /** Default: the client's clock. */
  clock?: Clock;
}

/** What `eachOrder` takes. */
export interface EachOrderOptions {
  /** Number of the trading account, 1 to 2147483647. */
  accountId: number;
  /** Default: all orders. */
  where?: Where;
  /** Who is asked: the API, or through it the venue, which is slower. Default `api`. */
  via?: Via;
  /** Ends the reading. */
  signal?: AbortSignal;
  /** Default: the client's clock. */
  clock?: Clock;
}

/** What `resumeCancelAll` takes. */
export interface ResumeCancelAllOptions {
  /** Milliseconds for everything, 1 to 2147483647. Default 3600000, an hour: 1,000 orders of one account take 20 minutes. */
  deadlineMs?: number;
  /** Ends the sending at once; DELETEs that have left are waited for. It undoes no cancel. */
  signal?: AbortSignal;
  /** Told each event as it is learned. What it throws is ignored. */
  onProgress?: (progress: CancelAllProgress) => unknown;
  /** Default: the client's clock. */
  clock?: Clock;
}

/** What `cancelAll` takes besides the orders. */
export interface CancelAllOptions extends ResumeCancelAllOptions {
  /** `api`: quick. `venue`: slow, the venue is asked before each answer comes. Default `api`. */
  via?: Via;
  /** What to do with orders that the first look, or the plan, did not show. Default `cancel`. */
  newcomers?: Newcomers;
  /** Where the progress is kept, so that `resumeCancelAll` can go on after a crash. Default: nowhere. */
  journal?: Journal;
  /** Milliseconds by which a read may lag behind an order. Default 2000. See `cancel()`. */
  settleMs?: number;
}

const { via, settleMs, signal, clock, accountId: ACCOUNT, orderId: ORDER } = CANCEL_RULES;
const NEWCOMERS: Rule = {
  is: '"cancel" or "report"',
  type: "string",
  pattern: /^(cancel|report)$/,
  optional: true,
};

const SELECTION = { accountIds: ANY, where: ANY, keep: ANY };
const RUN_RULES: Record<keyof CancelAllOptions, Rule> = {
  ...RESUME_RULES,
  via,
  newcomers: NEWCOMERS,
  settleMs,
  journal: ANY,
};
const EACH_RULES: Record<keyof EachOrderOptions, Rule> = {
  accountId: ACCOUNT,
  where: ANY,
  via,
  signal,
  clock,
};
const PLAN_RULES: Record<keyof PlanOptions, Rule> = { ...SELECTION, via, signal, clock };

/** A copy, checked. */
export function checkPlanOptions(caller: string, options: PlanOptions): PlanOptions & Required<Selection> {
  return checkSelection(caller, options, PLAN_RULES);
}

/** A copy, checked. */
export function checkEachOptions(
  caller: string,
  given: EachOrderOptions,
): EachOrderOptions & { where: Where } {
  const options: EachOrderOptions = checkAll(`${caller}: `, EACH_RULES, Object(given));
  const where = options.where === undefined ? "everything" : checkWhere(caller, options.where);
  return { ...options, where };
}

/** A copy, checked. */
export function checkRunOptions(caller: string, given: CancelAllOptions): CancelAllOptions {
  const options = checkAll(`${caller}: `, RUN_RULES, given);
  if (options.journal !== undefined) checkJournal(caller, options.journal);
  return options;
}

/** A copy, checked. */
export function checkResumeOptions(caller: string, options: ResumeCancelAllOptions): ResumeCancelAllOptions {
  return checkAll(`${caller}: `, RESUME_RULES, options);
}

export function checkJournal(caller: string, journal: Journal): void {
  const { append, entries } = Object(journal) as Partial<Record<keyof Journal, unknown>>;
  if (typeof append !== "function" || typeof entries !== "function")
    refuse(`${caller}: \`journal\` must be a journal, such as fileJournal("cancel.ndjson")`);
}

/** Throws an ArgumentError unless it says which accounts and orders. Returns a copy. */
export function checkSelection<T extends Selection>(
  caller: string,
  given: T,
  rules: Record<string, Rule> = SELECTION,
): T & Required<Selection> {
  if (typeof given !== "object" || given === null)
    refuse(`${caller}: say which orders, as in { accountIds: [6303], where: "everything" }`);
  const options = checkAll(`${caller}: `, rules, given);
  const { accountIds, keep = [] } = options;
  checkNumbers(`${caller}: \`accountIds\``, accountIds, ACCOUNT);
  if (accountIds.length === 0) refuse(`${caller}: \`accountIds\` is empty`);
  checkOrderIds(`${caller}:`, { keep });
  const where = checkWhere(caller, options.where);
  return { ...options, accountIds: [...new Set(accountIds)], where, keep: [...new Set(keep)] };
}

/** Lists of ids, by what they are called. */
type Lists = Readonly<Record<string, unknown>>;

export function checkOrderIds(where: string, lists: Lists): void {
  for (const [name, ids] of Object.entries(lists)) checkNumbers(`${where} \`${name}\``, ids, ORDER);
}

function checkNumbers(what: string, numbers: unknown, rule: Rule): void {
  if (!Array.isArray(numbers)) refuse(`${what} must be a list of numbers`);
  for (const [index, number] of numbers.entries()) checkValue(`${what}, entry `, String(index), rule, number);
}
