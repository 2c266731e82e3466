// Owns the check of a journal that comes back from outside: everything `resumeCancelAll` relies on. Pure.

import { isLedger } from "../cancel/validate.js";
import { refuse } from "../client/arguments.js";
import {
  type BeginEntry,
  JOURNAL_VERSION,
  type Journal,
  type JournalEntry,
  type Recalled,
  recall,
} from "./journal.js";
import { checkOrderIds, checkRunOptions, checkSelection } from "./options.js";

const CALLER = "resumeCancelAll";

interface Checked {
  /** What was asked for. */
  readonly begin: BeginEntry;
  /** What is known of each account. */
  readonly recalled: ReadonlyMap<number, Recalled>;
}

/** Throws an ArgumentError for a journal that cannot be gone on with. */
export function checkJournalEntries(
  journal: Journal,
  entries: readonly JournalEntry[],
  origin: string,
): Checked {
  const begin = beginningOf(journal, entries, origin);
  for (const [index, entry] of entries.entries())
    if (index > 0) checkEntry(`${CALLER}: the journal ${journal.name}, entry ${index + 1}:`, entry, begin);
  const recalled = new Map(begin.accountIds.map((id) => [id, recall(begin, entries, id)]));
  for (const { ledgers } of recalled.values())
    for (const [orderId, ledger] of ledgers) {
      if (!isLedger(ledger))
        refuse(
          `${CALLER}: the journal ${journal.name} was changed: an entry of order ${orderId} is not as it was`,
        );
    }
  return { begin, recalled };
}

/** The first entry. */
function beginningOf({ name }: Journal, [first]: readonly JournalEntry[], origin: string): BeginEntry {
  const hint = "Call cancelAll() anew, with another journal";
  if (!first) refuse(`${CALLER}: the journal ${name} is empty or not there: check its name`);
  if (first.kind !== "begin") refuse(`${CALLER}: the journal ${name} has no beginning. ${hint}`);
  if (first.version !== JOURNAL_VERSION)
    refuse(`${CALLER}: the journal ${name} is of another version of autoshares-cancel. ${hint}`);
  if (first.origin !== origin)
    refuse(`${CALLER}: the journal ${name} is of ${first.origin}, but the client is of ${origin}`);
  const { accountIds, where, keep, via, newcomers, settleMs, planned = [] } = first;
  checkSelection(CALLER, { accountIds, where, keep });
  checkRunOptions(CALLER, { via, newcomers, settleMs });
  for (const { orderIds, known } of planned)
    checkOrderIds(`${CALLER}: the journal ${name}:`, { orderIds, known });
  return first;
}

/** Only what is not in a ledger: ledgers are checked as a whole. */
function checkEntry(where: string, entry: JournalEntry, { accountIds }: BeginEntry): void {
  if (!KINDS.includes(entry?.kind))
    refuse(`${where} it is of no kind that this version of autoshares-cancel knows`);
  if (entry.kind === "begin") refuse(`${where} a second beginning. Two journals were put into one`);
  if (entry.kind === "end") return;
  if (!accountIds.includes(entry.accountId))
    refuse(`${where} account ${entry.accountId} is not in its beginning`);
  const { orderIds, known = [] } = entry.kind === "orders" ? entry : { orderIds: [entry.orderId] };
  checkOrderIds(where, { orderIds, known });
}

const KINDS: readonly JournalEntry["kind"][] = ["begin", "orders", "sending", "answered", "closed", "end"];
