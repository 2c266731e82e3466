// Owns what may be claimed of a cancel: a table, of which the first row that holds is the verdict. Pure.
import type { Fate } from "../client/errors.js";
import {
  closedSighting,
  deletesOf,
  effectiveOf,
  isGone,
  isPendingNow,
  lastAnswer,
  left,
  outstandingOf,
  type Sighting,
  settledAfter,
  settledOpen,
  sightingsOf,
  successorSearch,
  timeOf,
} from "./facts.js";
import { type Attempt, type Ledger, utc } from "./ledger.js";
import { type Quantities, quantitiesOf } from "./quantities.js";
import type { CancelResult, NotSent, Verdict } from "./result.js";

/** A verdict and what it carries besides the ledger. */
export interface Judgement extends Quantities {
  readonly verdict: Verdict;
  readonly outstanding: number;
}

type Details = object;
/** What the verdict carries, if it may be claimed. */
type Row = readonly [Verdict, (ledger: Ledger, now: number) => Details | undefined];

const TABLE: readonly Row[] = [
  ["canceled", (ledger) => closedAs(ledger, "canceled")],
  ["too-late", tooLate],
  ["superseded", superseded],
  ["pending", pending],
  ["denied", denied],
  ["not-found", notFound],
  ["not-sent", notSent],
  ["still-open", stillOpen],
  ["unresolved", unresolved],
];

/**
 * The verdict on all that is known, if it had to be given at `now`.
 *
 * @param now milliseconds since 1970, on the ledger's own clock.
 */
export function judge(ledger: Ledger, now: number): Judgement {
  for (const [verdict, holds] of TABLE) {
    const details = holds(ledger, now);
    if (details) {
      const quantities = quantitiesOf(sightingsOf(ledger).at(-1)?.order);
      return { verdict, outstanding: outstandingOf(ledger).length, ...quantities, ...details };
    }
  }
  throw new Error("The last row always holds.");
}

/** The ledger, the verdict on it, and when it was given. */
export function resultOf(ledger: Ledger, now: number, more: Details = {}): CancelResult {
  const result = { ...judge(ledger, now), ...more, ...ledger, endedAt: utc(now) };
  // A copy: whoever changes a result must not change what is known.
  return structuredClone(result) as unknown as CancelResult;
}

/** What is known of the effect of all DELETEs together: `accepted` only with a 2xx, `refused` only with a 4xx. */
export function fateOf(ledger: Ledger): Fate {
  const fates = ledger.attempts.map(({ fate }) => fate);
  const isLost = outstandingOf(ledger).some(({ fate }) => fate === "unknown");
  if (fates.includes("accepted") && !isLost) return "accepted";
  if (fates.includes("unknown")) return "unknown";
  return fates.includes("refused") ? "refused" : "not-sent";
}

function closedAs(ledger: Ledger, reading: Sighting["reading"]): Details | undefined {
  const closed = closedSighting(ledger);
  return closed?.reading === reading ? quantitiesOf(closed.order) : undefined;
}

function tooLate(ledger: Ledger): Details | undefined {
  const details = closedAs(ledger, "closed");
  return details && { status: closedSighting(ledger)?.order.Status, ...details };
}

function superseded(ledger: Ledger): Details | undefined {
  const details = closedAs(ledger, "replaced");
  if (!details) return undefined;
  const successor = successorSearch(ledger)?.order;
  return successor ? { ...details, successorId: successor.Id } : details;
}

function pending(ledger: Ledger): Details | undefined {
  const accepted = deletesOf(ledger).filter(({ outcome }) => outcome === "accepted");
  const last = accepted.at(-1);
  if (!isPendingNow(ledger) && (!last || wasOpenAfter(ledger, last))) return undefined;
  const [first] = accepted;
  if (!first) return { since: pendingSince(ledger) };
  const byVenue = accepted.some(({ operation }) => operation === "cancelSyncOrder");
  return { level: byVenue ? "venue" : "api", since: first.at };
}

/** Whether the order was read open by a read that cannot have missed the effect of this DELETE. */
function wasOpenAfter(ledger: Ledger, { at }: Attempt): boolean {
  const from = settledAfter(ledger, timeOf(at));
  return sightingsOf(ledger).some(({ reading, sentAt }) => reading === "open" && sentAt >= from);
}

/** When the order was first read pending without having been read otherwise since. */
function pendingSince(ledger: Ledger): string {
  const sightings = sightingsOf(ledger);
  const before = sightings.findLastIndex(({ reading }) => reading !== "pending");
  return utc(sightings[before + 1]?.at ?? timeOf(ledger.startedAt));
}

function denied(ledger: Ledger): Details | undefined {
  const last = lastAnswer(ledger);
  if (last?.outcome !== "denied" || effectiveOf(ledger).length > 0) return undefined;
  return { which: last.which ?? "unknown" };
}

function notFound(ledger: Ledger): Details | undefined {
  const last = lastAnswer(ledger);
  if (last?.outcome !== "not-found" || last.wrongAddress || outstandingOf(ledger).length > 0)
    return undefined;
  return isGone(ledger) ? {} : undefined;
}

function notSent(ledger: Ledger): Details | undefined {
  const { attempts } = ledger;
  if (attempts.some((attempt) => left(attempt) && attempt.outcome !== "throttled")) return undefined;
  // That the time was over while it waited says nothing of what it waited for.
  const last = attempts.findLast(({ code }) => code !== "timeout") ?? attempts.at(-1);
  const { at, retryAfterMs } = last ?? {};
  const why = whyNotSent(last);
  const retryAt = timeOf(at) + (retryAfterMs ?? Number.NaN);
  return retryAt <= LATEST_MS ? { why, retryAt: utc(retryAt) } : { why };
}

/** The last time that a date can tell. */
const LATEST_MS = 8.64e15;

function whyNotSent(last: Attempt | undefined): NotSent["why"] {
  if (last?.code === "abort") return "aborted";
  if (last?.code === "connection") return "no-connection";
  // What neither had a token nor lacked one waited for room until the deadline.
  return last?.forToken && last.outcome !== "throttled" ? "no-token" : "throttled";
}

function stillOpen(ledger: Ledger): Details | undefined {
  const sighting = settledOpen(ledger);
  if (!sighting || outstandingOf(ledger).length > 0) return undefined;
  const wasRefused = deletesOf(ledger).every(({ fate }) => fate === "refused");
  return { why: wasRefused ? "refused" : "venue-rejected", seenAt: utc(sighting.at) };
}

function unresolved(ledger: Ledger): Details {
  return { why: whyUnresolved(ledger) };
}

function whyUnresolved(ledger: Ledger): string {
  const outstanding = outstandingOf(ledger);
  if (outstanding.some(({ outcome }) => outcome === "unknown")) return "lost";
  if (outstanding.length > 0) return "no-trace";
  if (lastAnswer(ledger)?.wrongAddress || ledger.observations.at(-1)?.wrongAddress) return "wrong-address";
  return sightingsOf(ledger).at(-1)?.reading === "unproven" ? "unproven-status" : "too-soon";
}
