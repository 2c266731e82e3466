// Owns the questions that judge() and next() ask of a ledger. Pure.
import type { Attempt, Ledger, Observation, Order } from "./ledger.js";
import { type Reading, readingOf } from "./statuses.js";

/** A read that showed the order itself. */
export interface Sighting {
  readonly order: Order;
  readonly reading: Reading;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly at: number;
  /** Milliseconds that the server's clock is ahead of the ledger's; 0: it may agree with it. */
  readonly aheadMs: number;
}

export const timeOf = (at: string | undefined): number =>
  at === undefined ? Number.NEGATIVE_INFINITY : Date.parse(at);

/** Whether the request left; it may have taken effect unless its answer refused it. */
export const left = ({ fate }: Attempt): boolean => fate !== "not-sent";

/** DELETEs that left, without those that met a limit. */
export function deletesOf({ attempts }: Ledger): readonly Attempt[] {
  return attempts.filter((attempt) => left(attempt) && attempt.outcome !== "throttled");
}

/** Reads of the order that succeeded, in order. */
export function sightingsOf({ observations, orderId }: Ledger): Sighting[] {
  return observations.flatMap(({ order, sentAt, at, serverAt }) => {
    if (order?.Id !== orderId) return [];
    const times = { sentAt: timeOf(sentAt ?? at), at: timeOf(at) };
    const aheadMs = serverAt === undefined ? 0 : aheadOf(timeOf(serverAt), times);
    return [{ order, reading: readingOf(order.Status), ...times, aheadMs }];
  });
}

/**
 * The server answered between the two times, and says when to the second. Clocks that may agree are taken to do so; of
 * those that cannot, the most that the server's may be ahead.
 */
function aheadOf(serverAt: number, { sentAt, at }: { sentAt: number; at: number }): number {
  const least = serverAt - at;
  const most = serverAt + 1_000 - sentAt;
  return least <= 0 && most >= 0 ? 0 : most;
}

const CLOSED: readonly Reading[] = ["canceled", "closed", "replaced"];

/** The latest read that showed the order closed. */
export function closedSighting(ledger: Ledger): Sighting | undefined {
  return sightingsOf(ledger).findLast(({ reading }) => CLOSED.includes(reading));
}

export const isPendingNow = (ledger: Ledger): boolean => sightingsOf(ledger).at(-1)?.reading === "pending";

/**
 * From when on a read proves that the order is open: `settleMs` after the last answer to a DELETE, and after
 * the last read that showed a cancel under way. A read may lag by that much, and an earlier one may be stale.
 */
export function settledFrom(ledger: Ledger): number {
  const pending = sightingsOf(ledger).findLast(({ reading }) => reading === "pending");
  const answeredAt = timeOf(ledger.attempts.findLast(left)?.at);
  return settledAfter(ledger, Math.max(answeredAt, pending?.at ?? Number.NEGATIVE_INFINITY));
}

/** From when on a read is later than `at` by more than it may lag. Times are whole milliseconds, hence one more. */
export function settledAfter({ settleMs, resumedAt }: Ledger, at: number): number {
  return Math.max(at, timeOf(resumedAt)) + settleMs + 1;
}

/** The last read, if it showed the order open and was late enough to prove it. */
export function settledOpen(ledger: Ledger): Sighting | undefined {
  const last = sightingsOf(ledger).at(-1);
  return last?.reading === "open" && last.sentAt >= settledFrom(ledger) ? last : undefined;
}

/** Whether an open order says that this DELETE was refused: by having been pending since it left, or in its own words. */
function saysRefused(ledger: Ledger, sighting: Sighting, effective: Attempt | undefined): boolean {
  if (!effective) return false;
  const sentAt = timeOf(effective.sentAt);
  const sightings = sightingsOf(ledger);
  if (sightings.some((one) => wasPendingSince(ledger, sentAt, one))) return true;
  // The words may be about a later DELETE, whose answer was a refusal.
  if (deletesOf(ledger).at(-1) !== effective) return false;
  // They may be old, and a DELETE of unknown fate may be on its way still.
  if (effective.outcome === "unknown" && Number.isNaN(changedAt(sighting))) return false;
  const naming = sightings.filter(({ order }) => namesRefusal(order));
  // Words that are older stay when something else changes the order.
  const isOld = naming.some((one) => one.sentAt < sentAt || !isNewSince(sentAt, one));
  return namesRefusal(sighting.order) && !isOld;
}

/** A stale read may show the cancel of somebody else, which was over before this DELETE left. */
function wasPendingSince(ledger: Ledger, sentAt: number, sighting: Sighting): boolean {
  if (sighting.reading !== "pending" || sighting.sentAt < sentAt) return false;
  return isNewSince(sentAt, sighting) || sighting.sentAt >= settledAfter(ledger, sentAt);
}

function namesRefusal({ Target, RequestStatus }: Order): boolean {
  if (Target === "CancelReject") return true;
  return RequestStatus === "Rejected" && (Target === undefined || Target === "Cancel");
}

/** An order keeps the words of the last refusal: they may be about a cancel of before. */
function isNewSince(sentAt: number, sighting: Sighting): boolean {
  const at = changedAt(sighting);
  return Number.isNaN(at) || at > sentAt + sighting.aheadMs;
}

const ZONE = /(Z|[+-]\d\d:?\d\d)$/i;

/** NaN where the order does not say, or without a time zone: it would be read as that of this machine. */
function changedAt({ order: { TransactionDate = "" } }: Sighting): number {
  return ZONE.test(TransactionDate) ? Date.parse(TransactionDate) : Number.NaN;
}

/**
 * DELETEs that may still take effect: accepted or of unknown fate. A closed order ends them all. An order that says,
 * late enough, that its cancel was refused ends one of them, the last: it says nothing about the others.
 */
export function outstandingOf(ledger: Ledger): readonly Attempt[] {
  if (closedSighting(ledger)) return [];
  const open = effectiveOf(ledger);
  const sighting = settledOpen(ledger);
  return sighting && saysRefused(ledger, sighting, open.at(-1)) ? open.slice(0, -1) : open;
}

/** DELETEs that were accepted or are of unknown fate, whatever became of the order since. */
export function effectiveOf(ledger: Ledger): readonly Attempt[] {
  return deletesOf(ledger).filter(({ outcome }) => outcome === "accepted" || outcome === "unknown");
}

/** The last attempt whose outcome says something: not one that was held back or throttled. */
export function lastAnswer({ attempts }: Ledger): Attempt | undefined {
  return attempts.findLast(({ outcome }) => outcome !== "not-sent" && outcome !== "throttled");
}

/** Whether the last read met a whole 404, and began late enough after that of the DELETE. */
export function isGone(ledger: Ledger): boolean {
  const last = ledger.observations.at(-1);
  return (
    last?.code === "not-found" &&
    !last.wrongAddress &&
    !last.forToken &&
    timeOf(last.sentAt) >= settledFrom(ledger)
  );
}

/** The list in which the order that replaced this one was looked for, with that order if it showed exactly one. */
export function successorSearch({ observations, orderId }: Ledger): Observation | undefined {
  return observations.findLast(({ source, order }) => source === "listOrders" && order?.Id !== orderId);
}
