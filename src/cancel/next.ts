// Owns the next step of one cancel: what, and when. Pure.
import {
  closedSighting,
  deletesOf,
  isGone,
  isPendingNow,
  lastAnswer,
  outstandingOf,
  type Sighting,
  settledFrom,
  settledOpen,
  sightingsOf,
  successorSearch,
  timeOf,
} from "./facts.js";
import type { Attempt, Ledger, Observation } from "./ledger.js";

/**
 * - `send`: a DELETE. `read`: the order. `list`: look for the order that replaced it.
 * - `stop`: nothing more can be learned.
 */
export type Step = { readonly do: "send" | "read" | "list"; readonly at: number } | { readonly do: "stop" };

/** DELETEs that may leave for one ledger, replays included, those that met a limit apart. */
export const MOST_DELETES = 3;

/** Milliseconds to the first read after each outcome, and after a resume. */
const FIRST_READ_MS: Record<Attempt["outcome"], number> = {
  refused: 0,
  "not-found": 0,
  denied: 0,
  accepted: 250,
  unknown: 250,
  throttled: 0,
  "not-sent": 0,
};

/** Milliseconds from one read to the next: the first soon, then slower. */
const READS_MS = [1_000, 2_000, 3_000] as const;

/** Milliseconds from a DELETE that did not leave, or met a limit, to the next. */
const TRIES_MS = [250, 500, 1_000, 2_000, 4_000] as const;

const STOP: Step = { do: "stop" };

/**
 * What comes next.
 *
 * @param now milliseconds since 1970, on the ledger's own clock.
 */
export function next(ledger: Ledger, now: number): Step {
  const closed = closedSighting(ledger);
  if (closed) return afterClosed(ledger, closed, now);
  if (isPendingNow(ledger) || isUnreadSinceResume(ledger)) return read(ledger, now);
  if (outstandingOf(ledger).length > 0) return whileOutstanding(ledger, now);
  if (settledOpen(ledger) && deletesOf(ledger).some(({ fate }) => fate !== "refused")) return STOP;
  return afterAnswer(ledger, now);
}

function afterClosed(ledger: Ledger, { reading, order }: Sighting, now: number): Step {
  const isToFind = reading === "replaced" && order.ClientId && !successorSearch(ledger);
  return isToFind ? { do: "list", at: now } : STOP;
}

/** What is gone on with is read before anything else: until a read says something of the order. */
function isUnreadSinceResume({ resumedAt, observations }: Ledger): boolean {
  if (resumedAt === undefined) return false;
  const since = observations.filter(({ sentAt }) => timeOf(sentAt) >= timeOf(resumedAt));
  return !since.some(
    ({ order, code, forToken }) => order !== undefined || (code === "not-found" && !forToken),
  );
}

/** A DELETE may still take effect: another one only once the order was read open beyond the lag of reads. */
function whileOutstanding(ledger: Ledger, now: number): Step {
  const sighting = settledOpen(ledger);
  const isFresh = sighting && sighting.sentAt >= timeOf(ledger.attempts.at(-1)?.at);
  return isFresh && mayFollow(ledger) && hasDeleteLeft(ledger) ? send(ledger, now) : read(ledger, now);
}

/** What was refused is sent again only where the order was just being placed or replaced, and is no more. */
function mayFollow(ledger: Ledger): boolean {
  const outcome = lastAnswer(ledger)?.outcome;
  if (outcome === "denied") return false;
  return outcome !== "refused" || wasBrief(ledger);
}

/** Nothing is outstanding: what comes next depends on the last answer to a DELETE. */
function afterAnswer(ledger: Ledger, now: number): Step {
  const answer = lastAnswer(ledger);
  const last = ledger.attempts.at(-1);
  if (last && isRefusedSignIn(last)) return STOP;
  if (!answer || !last) return send(ledger, now);
  if (answer.outcome === "not-found") return afterNotFound(ledger, answer, now);
  if (answer.outcome !== "denied") return afterRefused(ledger, now);
  const isReplayHeldBack = last !== answer && hasDeleteLeft(ledger);
  return isReplayHeldBack ? send(ledger, now) : afterDenied(ledger, answer, now);
}

/** The server has answered the sign-in: with a second factor that is wanted, or with a password that has expired. */
const isRefusedSignIn = ({ forToken, code, status }: Attempt): boolean =>
  forToken === true && status !== undefined && (code === "second-factor" || code === "token");

/** After a 401 or 403 the order is read all the same: a runtime may have sent the DELETE twice by itself. */
function afterDenied(ledger: Ledger, answer: Attempt, now: number): Step {
  const reads = readsSince(ledger);
  if (answer.forToken || settledOpen(ledger)) return STOP;
  return reads.some(({ order }) => !order) ? STOP : read(ledger, now);
}

function afterNotFound(ledger: Ledger, answer: Attempt, now: number): Step {
  const last = readsAfter(ledger, answer).at(-1);
  if (answer.wrongAddress || last?.wrongAddress || isGone(ledger)) return STOP;
  const isThere = last?.order !== undefined && isOpenNow(ledger) && !isBrief(sightingsOf(ledger).at(-1));
  if (!isThere) return read(ledger, now);
  if (!hasDeleteLeft(ledger)) return untilSettled(ledger, now);
  // The last one once no part of the API can lag behind any more.
  const isLast = deletesOf(ledger).length === MOST_DELETES - 1;
  return isLast && !settledOpen(ledger) ? read(ledger, now) : send(ledger, now);
}

/** An order that is just being placed or replaced refuses a cancel for that alone. */
const BRIEF_STATUSES = ["PendingNew", "PendingReplace"];

function afterRefused(ledger: Ledger, now: number): Step {
  if (isBrief(sightingsSince(ledger).at(-1))) return read(ledger, now);
  return wasBrief(ledger) && isOpenNow(ledger) && hasDeleteLeft(ledger)
    ? send(ledger, now)
    : untilSettled(ledger, now);
}

const isBrief = (sighting: Sighting | undefined): boolean =>
  BRIEF_STATUSES.includes(sighting?.order.Status ?? "");

/** Whether the order was in such a status after the last answer, and is no more. */
function wasBrief(ledger: Ledger): boolean {
  const sightings = sightingsSince(ledger);
  return sightings.some(isBrief) && !isBrief(sightings.at(-1));
}

/** Reads that began after the last answer to a DELETE. */
function sightingsSince(ledger: Ledger): Sighting[] {
  const since = timeOf(lastAnswer(ledger)?.at);
  return sightingsOf(ledger).filter(({ sentAt }) => sentAt >= since);
}

function untilSettled(ledger: Ledger, now: number): Step {
  return settledOpen(ledger) ? STOP : read(ledger, now);
}

const isOpenNow = (ledger: Ledger): boolean => sightingsOf(ledger).at(-1)?.reading === "open";

const hasDeleteLeft = (ledger: Ledger): boolean => deletesOf(ledger).length < MOST_DELETES;

/** Whether a DELETE that was answered 401 may leave again with another token. */
export function mayReplay(ledger: Ledger): boolean {
  const isDecided = closedSighting(ledger) !== undefined || isPendingNow(ledger);
  return !isDecided && outstandingOf(ledger).length === 0 && hasDeleteLeft(ledger);
}

/** A DELETE: at once, or where one was held back or throttled, after the pause asked for or one that grows. */
function send(ledger: Ledger, now: number): Step {
  const last = ledger.attempts.at(-1);
  const answer = lastAnswer(ledger);
  if (!last || last === answer) return { do: "send", at: now };
  const heldBack = ledger.attempts.slice(answer ? ledger.attempts.lastIndexOf(answer) + 1 : 0);
  const pauseMs = Math.max(atMost(TRIES_MS, heldBack.length - 1), last.retryAfterMs ?? 0);
  return { do: "send", at: timeOf(last.at) + pauseMs };
}

/** The next read: soon after a DELETE, then slower, and one as soon as reads prove something. */
function read(ledger: Ledger, now: number): Step {
  const reads = readsSince(ledger);
  const last = reads.at(-1);
  const settled = settledFrom(ledger);
  if (!last) return { do: "read", at: firstReadAt(ledger, now) };
  const due = timeOf(last.at) + Math.max(atMost(READS_MS, reads.length - 1), last.retryAfterMs ?? 0);
  const isWorthIt = settled > now && last.retryAfterMs === undefined;
  return { do: "read", at: isWorthIt ? Math.min(due, settled) : due };
}

function firstReadAt({ attempts, resumedAt }: Ledger, now: number): number {
  const last = attempts.at(-1);
  if (!last || timeOf(resumedAt) >= timeOf(last.at)) return now;
  // A slow 204 comes after the venue has answered: the order is there to be read.
  const isVenues = last.outcome === "accepted" && last.operation === "cancelSyncOrder";
  return timeOf(last.at) + (isVenues ? 0 : FIRST_READ_MS[last.outcome]);
}

/** Reads since the last DELETE, held back or not, or the last resume. */
const readsSince = (ledger: Ledger): readonly Observation[] => readsAfter(ledger, ledger.attempts.at(-1));

/** Reads since this DELETE or the last resume. */
function readsAfter(
  { observations, resumedAt }: Ledger,
  attempt: Attempt | undefined,
): readonly Observation[] {
  const since = Math.max(timeOf(attempt?.at), timeOf(resumedAt));
  return observations.filter(({ at }) => timeOf(at) >= since);
}

function atMost(delays: readonly number[], index: number): number {
  return delays[Math.min(index, delays.length - 1)] ?? 0;
}
