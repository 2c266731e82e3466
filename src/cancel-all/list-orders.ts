// Owns reading a list for its own sake: one whole look for a plan, and `eachOrder()`, which gives orders as pages come.

import { internalsFor } from "../cancel/cancel.js";
import type { Order, Via } from "../cancel/ledger.js";
import type { SessionDeadline } from "../cancel/session.js";
import type { Clock } from "../client/clock.js";
import { startDeadline } from "../client/deadline.js";
import { AnswerError } from "../client/errors.js";
import type { Internals } from "../client/internals.js";
import { Lister, steadyTime } from "./lister.js";
import { type Listing, ListingInProgress } from "./listing.js";
import { type CancelAllClient, checkEachOptions, type EachOrderOptions } from "./options.js";
import { matches } from "./where.js";

/** Tries for a page, and for a look whose rows move. */
const TRIES = 5;
const LONGEST_MS = 3_600_000;

/**
 * Gives each order of an account once, newest first where the server sorts, whatever its status. Pages are read as
 * they are needed, within the limit of the client's budget. Legs come inside of their parent where the list has them
 * there. An order that is placed while pages are read may be missing.
 *
 * @throws ArgumentError when an option is wrong.
 * @throws AutoSharesError when a page could not be read; at the end, when some rows could not.
 */
export async function* eachOrder(
  client: CancelAllClient,
  options: EachOrderOptions,
): AsyncGenerator<Order, void, void> {
  const internals = internalsFor("eachOrder", client);
  const checked = checkEachOptions("eachOrder", options);
  const { accountId, where, via = "api", signal, clock = internals.clock } = checked;
  const deadline = startDeadline(clock, LONGEST_MS, signal);
  try {
    const now = steadyTime(clock);
    const lister = new Lister(internals, clock, { accountId, via, deadline, now });
    const listing = new ListingInProgress(now());
    let unread = 0;
    while (!listing.isOver) {
      const read = await lister.page(listing.pageNumber, "newest", TRIES);
      if (!read.ok) throw read.error;
      unread += read.page.unread;
      const rows = new Set(read.page.rows);
      for (const { order } of listing.add(read.page))
        if (rows.has(order.Id) && matches(where, order) === "yes") yield order;
    }
    if (unread > 0) throw unreadable(accountId, unread);
  } finally {
    deadline.end();
  }
}

function unreadable(accountId: number, unread: number): AnswerError {
  const message = `Rows in the list of account ${accountId} that cannot be read as orders of it: ${unread}.`;
  return new AnswerError(message, { fate: "unknown" });
}

interface How {
  readonly via: Via;
  readonly clock: Clock;
  readonly deadline: SessionDeadline;
  readonly settleMs: number;
}

/** A look at all pages, made again while rows move. Throws what keeps it from being made. */
export async function listAll(
  client: Internals,
  accountId: number,
  { via, clock, deadline, settleMs }: How,
): Promise<Listing> {
  const now = steadyTime(clock);
  const lister = new Lister(client, clock, { accountId, via, deadline, now });
  let earlier: Listing | undefined;
  for (let tries = 1; ; tries++) {
    const progress = new ListingInProgress(now());
    while (!progress.isOver) {
      const read = await lister.page(progress.pageNumber, "oldest", TRIES);
      if (!read.ok) throw read.error;
      progress.add(read.page);
    }
    const listing = progress.end({ earlier, settleMs });
    if (listing.isStable || tries === TRIES) return listing;
    earlier = listing;
    await clock.sleep(settleMs + 1, deadline.signal);
  }
}
