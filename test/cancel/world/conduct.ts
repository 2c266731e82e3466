// What left a client, whatever was claimed of it: which DELETE may follow which, and that limits are kept.
import { answerableFor, isAbout, isClosedStatus, type Sitting } from "./calls.js";
import { isOpenStatus } from "./evidence.js";
import { groupOf, MINUTE, tooMany } from "./limits.js";
import { fateOf, orderIn, type Sent } from "./log.js";

const endOf = ({ endedAt = Number.POSITIVE_INFINITY }: Sent): number => endedAt;

/** May another DELETE follow this one, after these reads? */
function mayFollow(
  earlier: readonly Sent[],
  next: Sent,
  reads: readonly Sent[],
  settleMs: number,
): string | undefined {
  const last = earlier[earlier.length - 1] as Sent;
  const between = reads.filter((read) => endOf(read) > endOf(last) && endOf(read) <= next.leftAt);
  const statuses = between.map((read) => orderIn(read)?.Status);
  const fate = fateOf(last, next.leftAt);
  const beyond = between.some(
    (read) => read.leftAt > endOf(last) + settleMs && isOpenStatus(orderIn(read)?.Status),
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
  const inDoubt = earlier.some((one) => ["accepted", "unknown"].includes(fateOf(one, next.leftAt)));
  if (inDoubt && beyond && !isBusy) return undefined;
  const busy = statuses.findIndex((status) => status === "PendingNew" || status === "PendingReplace");
  const over =
    busy >= 0 && statuses.slice(busy + 1).some((status) => isOpenStatus(status) && status !== statuses[busy]);
  return over
    ? undefined
    : `a DELETE after a refusal (${last.status === 403 ? 403 : "4xx"}) that nothing has ended`;
}

/** The DELETEs of one sitting, in order. */
export function conductOfSitting(sitting: Sitting, log: readonly Sent[]): string[] {
  const until = Math.max(...sitting.calls.map((call) => call.until));
  const own = log.filter(
    (sent) => isAbout(sent, sitting) && sent.left && sent.n >= sitting.from && sent.n < until,
  );
  const reads = own.filter((sent) => orderIn(sent) !== undefined);
  const deletes = own.filter(({ kind }) => kind === "delete");
  const settleMs = Math.min(...sitting.calls.map((call) => call.settleMs));
  const resumed = sitting.calls.length > 0 && sitting.calls.every(({ what }) => what === "resume");
  const handedOn = sitting.calls.flatMap(({ source }) => (source ? answerableFor(source, log) : []));
  return deletes.flatMap((next, index) => {
    const before = reads.filter((read) => endOf(read) <= next.leftAt);
    const status = before.length > 0 ? orderIn(before[before.length - 1] as Sent)?.Status : undefined;
    const last = deletes[index - 1];
    const faults = [
      status === "PendingCancel" ? "a DELETE though PendingCancel was the last thing read" : undefined,
      before.some((read) => isClosedStatus(orderIn(read)?.Status)) && isClosedStatus(status)
        ? "a DELETE though a closed status was the last thing read"
        : undefined,
      last && last.leftAt < next.leftAt && endOf(last) > next.leftAt
        ? "two DELETEs under way at once"
        : undefined,
      last
        ? mayFollow([...sitting.inherited, ...handedOn, ...deletes.slice(0, index)], next, reads, settleMs)
        : undefined,
      !last && resumed && before.length === 0 ? "resume: a DELETE before any read" : undefined,
    ];
    return faults.filter((fault) => fault !== undefined);
  });
}

/** A later 429 knows better than what an earlier success said of the limit. */
const isBetween = (sent: Sent, from: number, to: number): boolean => endOf(sent) >= from && endOf(sent) <= to;

/** A 429, and what an answer says of the limit, hold for every call of the client and account. */
function ignoredWaits(log: readonly Sent[], stepped: boolean): string[] {
  const faults = new Set<string>();
  const throttled = log.filter(
    ({ complete, toldUntil, status }) => complete && (status === 429 || toldUntil !== undefined),
  );
  for (const { toldUntil, headers, status, ...last } of throttled) {
    const end = last.endedAt ?? 0;
    // One volley, one lesson: what was under way when the first 429 came adds nothing to it.
    const isVolley = throttled.some(
      (one) => one.status === 429 && endOf(one) > last.leftAt && endOf(one) < end,
    );
    if (status === 429 && toldUntil === undefined && isVolley) continue;
    const isRelative = /^[\d.]+$/.test(headers["retry-after"] ?? "");
    // A date means nothing to a clock that is not the server's.
    // What a success says of the limit is said in whole seconds, and no window is longer than a minute.
    const until = toldUntil && status !== 429 ? Math.min(toldUntil, end + MINUTE) - 1_000 : toldUntil;
    if (stepped && !isRelative && toldUntil !== undefined) continue;
    const atLeast = until ?? end + (status === 429 ? 1_000 : 0);
    const early = log.some(
      (sent) =>
        sent.client === last.client &&
        groupOf(sent.kind) === groupOf(last.kind) &&
        (sent.kind === "token" || sent.accountId === last.accountId) &&
        sent.leftAt > end &&
        !(
          status !== 429 && throttled.some((one) => one.status === 429 && isBetween(one, end, sent.leftAt))
        ) &&
        sent.leftAt < atLeast - 1,
    );
    const words =
      until === undefined ? "within a second of a 429 that does not say when" : "earlier than an answer told";
    if (early) faults.add(`${groupOf(last.kind)}: a request ${words}${status === 429 ? "" : " (no 429)"}`);
  }
  return [...faults];
}

export function conductOfClients(log: readonly Sent[], stepped: boolean): string[] {
  const left = log.filter((sent) => sent.left);
  return [...tooMany(left), ...ignoredWaits(left, stepped)];
}
