// Owns what a journal holds, and what its entries say of each order when a cancel of many is gone on with. Pure.

import { type Attempt, LEDGER_VERSION, type Ledger, type Observation, type Via } from "../cancel/ledger.js";
import type { Where } from "./where.js";

/** Version of the journal's entries. `resumeCancelAll` refuses any other. */
export const JOURNAL_VERSION = 1;

/** What to do with orders that appear after the first look: cancel them too, or only report them. */
export type Newcomers = "cancel" | "report";

/** The first entry: what was asked for. */
export interface BeginEntry {
  readonly kind: "begin";
  readonly version: typeof JOURNAL_VERSION;
  readonly at: string;
  readonly origin: string;
  readonly accountIds: readonly number[];
  readonly where: Where;
  readonly keep: readonly number[];
  readonly via: Via;
  readonly newcomers: Newcomers;
  readonly settleMs: number;
  /** Where a plan is applied: its orders. In this entry, so that no crash can part them from what was asked for. */
  readonly planned?: readonly PlannedOrders[];
}

/** The orders of one account in a plan. */
export interface PlannedOrders {
  readonly accountId: number;
  /** Orders that are to go. */
  readonly orderIds: readonly number[];
  /** Orders that are no newcomers, though they do not go by themselves. */
  readonly known: readonly number[];
}

/** Orders that are to go. */
export interface OrdersEntry {
  readonly kind: "orders";
  readonly at: string;
  readonly accountId: number;
  readonly orderIds: readonly number[];
  /** As in {@link PlannedOrders}. */
  readonly known?: readonly number[];
  /** True: the first look has shown no more. Whatever comes later is a newcomer. */
  readonly complete?: true;
}

/** A DELETE is about to leave. Without an answer behind it, nobody knows what became of it. */
export interface SendingEntry {
  readonly kind: "sending";
  readonly at: string;
  readonly accountId: number;
  readonly orderId: number;
  readonly operation: Attempt["operation"];
}

/** What became of the last DELETE of an order that was about to leave. */
export interface AnsweredEntry {
  readonly kind: "answered";
  readonly at: string;
  readonly accountId: number;
  readonly orderId: number;
  readonly attempt: Attempt;
}

/** An order was read closed. */
export interface ClosedEntry {
  readonly kind: "closed";
  readonly at: string;
  readonly accountId: number;
  readonly orderId: number;
  readonly observation: Observation;
}

/** It ended by itself; `resumeCancelAll` may be called all the same. */
export interface EndEntry {
  readonly kind: "end";
  readonly at: string;
  readonly stopped: string;
}

/** One fact, as plain data. No secret is in it. */
export type JournalEntry = BeginEntry | OrdersEntry | SendingEntry | AnsweredEntry | ClosedEntry | EndEntry;

/** Where the progress of a cancel of many is kept, so that another process can go on with it. */
export interface Journal {
  /** What error messages call it, such as the path of a file. */
  readonly name: string;
  /** Resolves once the entries are kept, whatever happens to the process. Rejects if they may not be. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** All entries that were kept, in order. */
  entries(): Promise<readonly JournalEntry[]>;
  /** Called when nothing more will be appended for now. */
  close?(): Promise<void>;
}

/** What is known of one account from a journal. */
export interface Recalled {
  /** Orders that are to go, in the order in which they were found. */
  readonly orderIds: readonly number[];
  readonly known: readonly number[];
  /** Whether these are all that the first look showed. */
  readonly isComplete: boolean;
  readonly ledgers: ReadonlyMap<number, Ledger>;
}

/** What the entries say of an account's orders. */
export function recall(begin: BeginEntry, entries: readonly JournalEntry[], accountId: number): Recalled {
  const planned = begin.planned?.find((one) => one.accountId === accountId);
  const orderIds = new Set(planned?.orderIds);
  const known = new Set(planned?.known);
  const ledgers = new Map<number, Ledger>();
  let isComplete = planned !== undefined;
  for (const entry of entries) {
    if (!("accountId" in entry) || entry.accountId !== accountId) continue;
    if (entry.kind === "orders") {
      for (const id of entry.orderIds) orderIds.add(id);
      for (const id of entry.known ?? []) known.add(id);
      isComplete ||= entry.complete === true;
    } else {
      const ledger = ledgers.get(entry.orderId) ?? emptyLedger(begin, accountId, entry.orderId, entry.at);
      ledgers.set(entry.orderId, withEntry(ledger, entry));
      orderIds.add(entry.orderId);
    }
  }
  return { orderIds: [...orderIds], known: [...known], isComplete, ledgers };
}

/** A ledger in which nothing has happened. */
export function emptyLedger(
  { origin, via, settleMs }: Pick<BeginEntry, "origin" | "via" | "settleMs">,
  accountId: number,
  orderId: number,
  startedAt: string,
): Ledger {
  const order = { version: LEDGER_VERSION, origin, accountId, orderId, via, settleMs } as const;
  return { ...order, startedAt, attempts: [], observations: [] };
}

function withEntry(ledger: Ledger, entry: SendingEntry | AnsweredEntry | ClosedEntry): Ledger {
  const { attempts, observations } = ledger;
  switch (entry.kind) {
    case "sending":
      return { ...ledger, attempts: [...attempts, unanswered(entry)] };
    case "answered":
      return { ...ledger, attempts: [...attempts.slice(0, -1), entry.attempt] };
    case "closed":
      return { ...ledger, observations: [...observations, entry.observation] };
  }
}

/** Of one order one DELETE is under way at a time: the time makes an id. */
const unanswered = ({ at, operation }: SendingEntry): Attempt => ({
  id: at,
  at,
  sentAt: at,
  operation,
  outcome: "unknown",
  fate: "unknown",
});
