// What left a client, whatever was claimed of it: which DELETE may follow which, and that limits are kept.
import { answerableFor, isAbout, isClosedStatus, ledgerOf, type Sitting } from "./calls.js";
import { serverTime } from "./clock.js";
import { isOpenStatus } from "./evidence.js";
import { groupOf, MINUTE, tooMany } from "./limits.js";
import { type Fate, fateOf, orderIn, type Sent } from "./log.js";

const endOf = ({ endedAt = Number.POSITIVE_INFINITY }: Sent): number => endedAt;

/** An earlier DELETE, and what is known of it. */
interface Earlier {
  readonly sent: Sent;
  readonly fate: Fate;
}

/** May another DELETE follow these, after these reads? `since`: when the last was answered, or all was gone on with. */
function mayFollow(
  earlier: readonly Earlier[],
  next: Sent,
  reads: readonly Sent[],
  since: number,
  settleMs: number,
): string | undefined {
  const { sent: last, fate } = earlier[earlier.length - 1] as Earlier;
  const between = reads.filter((read) => endOf(read) > endOf(last) && endOf(read) <= next.leftAt);
  const statuses = between.map((read) => orderIn(read)?.Status);
  const beyond = between.some(
    (read) => read.leftAt > since + settleMs && isOpenStatus(orderIn(read)?.Status),
  );
  if (fate === "accepted" || fate === "unknown") {
    const words = fate === "unknown" ? "of unknown fate" : "that was accepted";
    return beyond ? undefined : `a DELETE after one ${words}, without having read it open beyond settleMs`;
  }
  if (last.status === 429 || last.status === 401) return undefined;
  if (last.status === 404) {
    return statuses.some(isOpenStatus)
      ? undefined
      : "a DELETE after a 404, without having read the order open";
  }
  const isBusy = statuses.at(-1) === "PendingNew" || statuses.at(-1) === "PendingReplace";
  // What is refused later does not settle what became of an earlier one.
  const inDoubt = earlier.some((one) => one.fate === "accepted" || one.fate === "unknown");
  if (inDoubt && beyond && !isBusy) return undefined;
  const busy = statuses.findIndex((status) => status === "PendingNew" || status === "PendingReplace");
  const over =
    busy >= 0 && statuses.slice(busy + 1).some((status) => isOpenStatus(status) && status !== statuses[busy]);
  return over
    ? undefined
    : `a DELETE after a refusal (${last.status === 403 ? 403 : "4xx"}) that nothing has ended`;
}

/** DELETEs that leave one ledger, those that met a limit apart. */
const MOST_DELETES = 3;

/** The DELETEs of one sitting, in order. */
export function conductOfSitting(sitting: Sitting, log: readonly Sent[]): string[] {
  const until = Math.max(...sitting.calls.map((call) => call.until));
  const own = log.filter(
    (sent) => isAbout(sent, sitting) && sent.left && sent.n >= sitting.from && sent.n < until,
  );
  const reads = own.filter((sent) => orderIn(sent) !== undefined);
  const deletes = own.filter(({ kind }) => kind === "delete");
  return deletes.flatMap((next, index) =>
    faultsOf(next, { sitting, log, earlier: deletes.slice(0, index), reads }),
  );
}

interface Before {
  readonly sitting: Sitting;
  readonly log: readonly Sent[];
  /** DELETEs of the sitting that left before. */
  readonly earlier: readonly Sent[];
  readonly reads: readonly Sent[];
}

function faultsOf(next: Sent, { sitting, log, earlier, reads }: Before): string[] {
  const { settleMs = 0 } = sitting.calls[0] ?? {};
  const callers = sitting.calls.filter((call) => call.from <= next.n);
  const own = [...sitting.inherited, ...earlier].map((sent) => ({ sent, fate: fateOf(sent, next.leftAt) }));
  // Of what was handed on no more is known than when that result was made.
  const handedOn = callers.flatMap(({ source }) =>
    source ? answerableFor(source, log).map((sent) => ({ sent, fate: fateOf(sent, source.endedAt) })) : [],
  );
  const known = [...new Map([...handedOn, ...own].map((one) => [one.sent.n, one])).values()].sort(
    (a, b) => a.sent.n - b.sent.n,
  );
  const before = reads.filter((read) => endOf(read) <= next.leftAt);
  const told = callers.flatMap(({ source }) => (source ? ledgerOf(source, log) : []));
  const allReads = [...new Set([...told.filter((read) => orderIn(read)), ...reads])].sort(
    (a, b) => a.n - b.n,
  );
  const status = before.length > 0 ? orderIn(before[before.length - 1] as Sent)?.Status : undefined;
  const last = known.at(-1);
  const resumedAt = Math.max(...callers.flatMap(({ source, startedAt }) => (source ? [startedAt] : [])));
  const isResumed = sitting.calls.every(({ what }) => what === "resume");
  const faults = [
    status === "PendingCancel" && "a DELETE though PendingCancel was the last thing read",
    before.some((read) => isClosedStatus(orderIn(read)?.Status)) &&
      "a DELETE though a closed status was read",
    earlier.some((one) => one.leftAt < next.leftAt && endOf(one) > next.leftAt) &&
      "two DELETEs under way at once",
    known.filter(({ sent, fate }) => sent.status !== 429 || fate !== "refused").length >= MOST_DELETES &&
      "more than three DELETEs of one ledger",
    isResumed && before.length === 0 && "resume: a DELETE before any read",
    last && mayFollow(known, next, allReads, Math.max(endOf(last.sent), resumedAt), settleMs),
  ];
  return faults.filter((fault) => typeof fault === "string");
}

/** What an answer says of the limit holds for every call of the client and account. */
function ignoredWaits(log: readonly Sent[]): string[] {
  const faults = new Set<string>();
  for (const lesson of log) {
    const { complete, toldUntil, status, kind } = lesson;
    // Of an answer that stalls the head counts, whose time is not on record.
    if (!complete) continue;
    const end = endOf(lesson);
    const later = log.filter((sent) => isOfOneLimit(sent, lesson) && sent.leftAt > end);
    const leavesBefore = (until: number) => later.some(({ leftAt }) => leftAt < until);
    if (status === 429 && leavesBefore(toldUntil ?? end + 1_000))
      faults.add(`${groupOf(kind)}: a request earlier than a 429 told, or than a second after it`);
    if (status === 429) continue;
    // No window is longer than a minute.
    if (toldUntil !== undefined && leavesBefore(Math.min(toldUntil, end + MINUTE)))
      faults.add(`${groupOf(kind)}: a request before the reset, though an answer said that none is left`);
    const news = Math.min(...log.filter((sent) => isNewsAfter(sent, lesson)).map(endOf));
    const left = isOvertaken(lesson, log) ? undefined : remainingIn(lesson);
    if (
      left !== undefined &&
      later.filter(({ leftAt }) => leftAt < Math.min(news, resetOf(lesson))).length > left
    )
      faults.add(`${groupOf(kind)}: more requests than an answer said were left`);
  }
  return [...faults];
}

function isOfOneLimit(sent: Sent, { client, kind, accountId }: Sent): boolean {
  const isOfOneKind = sent.client === client && groupOf(sent.kind) === groupOf(kind);
  return isOfOneKind && (kind === "token" || sent.accountId === accountId);
}

function remainingIn({ headers }: Sent): number | undefined {
  const said = headers["x-ratelimit-remaining"];
  return said === undefined ? undefined : Number(said);
}

/** By the monotonic clock, and no later than a window after it was said. */
function resetOf(sent: Sent): number {
  const reset = Number(sent.headers["x-ratelimit-reset"]) * 1_000 - serverTime(0);
  return Math.min(reset, endOf(sent) + MINUTE);
}

const isNewsAfter = (sent: Sent, lesson: Sent): boolean =>
  isOfOneLimit(sent, lesson) && remainingIn(sent) !== undefined && endOf(sent) > endOf(lesson);

/** Whether an answer that was given later came earlier. */
const isOvertaken = (lesson: Sent, log: readonly Sent[]): boolean =>
  log.some(
    (sent) =>
      sent !== lesson &&
      isOfOneLimit(sent, lesson) &&
      remainingIn(sent) !== undefined &&
      endOf(sent) <= endOf(lesson) &&
      (sent.arrivals[0] ?? 0) >= (lesson.arrivals[0] ?? 0),
  );

export function conductOfClients(log: readonly Sent[]): string[] {
  const left = log.filter((sent) => sent.left);
  return [...tooMany(left), ...ignoredWaits(left)];
}
