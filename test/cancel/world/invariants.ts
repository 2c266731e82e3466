// The table of verdicts in DESIGN, written once as code: for each verdict what must have been true in the world,
// and what must have been known. Each row returns what is wrong, in words; nothing for a truthful result.

import { type Call, isClosedStatus } from "./calls.js";
import { serverTime } from "./clock.js";
import {
  type Evidence,
  isOpenStatus,
  isUnknownOrder,
  lastAnswerAt,
  open,
  requestsOf,
  settledRead,
  tellsOfRefusal,
  tookEffect,
  trulyOutstanding,
} from "./evidence.js";
import { isWrongAddress, type Sent } from "./log.js";

/** Each sentence, and whether it applies. */
type Claims = Record<string, boolean | undefined>;

const wasRead = ({ reads }: Evidence, statuses: readonly string[]): boolean =>
  reads.some(({ order }) => statuses.includes(order.Status as string));

const lastClosed = ({ seen }: Evidence): unknown =>
  seen.findLast(({ order }) => isClosedStatus(order.Status))?.order.Status;

function closed(evidence: Evidence, statuses: readonly string[]): Claims {
  const { order, call } = evidence;
  return {
    "it never was": !order?.was(statuses, 0, call.endedAt),
    "no read showed it": !wasRead(evidence, statuses),
    "the latest closed read in the result says otherwise": !statuses.includes(lastClosed(evidence) as string),
  };
}

/** For the verdicts that say that nothing took effect. */
function nothingTookEffect(evidence: Evidence): Claims {
  const took = tookEffect(evidence);
  return {
    "a DELETE took effect": took.some(({ doubled }) => !doubled),
    "a DELETE took effect that the runtime sent twice":
      took.length > 0 && took.every(({ doubled }) => doubled),
    "a DELETE of unknown fate or an accepted one is outstanding": open(evidence).length > 0,
  };
}

const INVARIANTS: Record<string, (evidence: Evidence) => Claims> = {
  canceled: (evidence) => closed(evidence, ["Canceled"]),

  "too-late": (evidence) => ({
    ...closed(evidence, ["Filled", "Expired", "Rejected"]),
    "its status is not the one that was read": evidence.result.status !== lastClosed(evidence),
  }),

  superseded(evidence) {
    const { order, result } = evidence;
    const successor = order?.history.some(({ status }) => status === "Replaced")
      ? order.id + 5_000
      : undefined;
    const named = result.successorId;
    const wasListed = result.observations.some(
      ({ source, status }) => source === "listOrders" && status === 200,
    );
    const shown = listsOf(evidence).map((list) => showsOneSuccessor(evidence, list));
    return {
      ...closed(evidence, ["Replaced"]),
      "it names a successor that is none": named !== undefined && named !== successor,
      "it names a successor that no list showed": named !== undefined && !shown.includes(true),
      "every list showed exactly one successor, and it is not named":
        named === undefined && wasListed && shown.length > 0 && !shown.includes(false),
    };
  },

  pending(evidence) {
    const { order, call, seen, deletes } = evidence;
    const isLast = seen.at(-1)?.order.Status === "PendingCancel";
    const accepted = deletes.filter(({ fate }) => fate === "accepted");
    return {
      "neither PendingCancel was the last thing read nor did a 2xx arrive": !isLast && accepted.length === 0,
      "it was never PendingCancel":
        isLast && accepted.length === 0 && !order?.was(["PendingCancel"], 0, call.endedAt),
      "it was read open beyond settleMs after every acceptance":
        !isLast &&
        accepted.length > 0 &&
        // No duration outlives its process: whoever resumes waits anew.
        accepted.every(({ sent }) =>
          settledRead(surelyKnown(evidence), Math.max(sent.endedAt ?? 0, lastResumeAt(call)), isOpenStatus),
        ),
      "a closed status was read": wasSeenClosed(evidence),
    };
  },

  denied(evidence) {
    const answers = requestsOf(evidence, ["delete", "token"]);
    const { which } = evidence.result;
    const bodies = answers.filter(({ status }) => status === 401 || status === 403).map(({ body }) => body);
    return {
      ...nothingTookEffect(evidence),
      "no 401 or 403 to a DELETE or to the sign-in": bodies.length === 0,
      "which is none of the four": !["app-key", "token", "account", "unknown"].includes(which ?? ""),
      "it blames the app key, and no answer did":
        which === "app-key" && !bodies.some((body) => body.includes("pplication key")),
      "it blames the account, and no answer with words came":
        which === "account" && bodies.every((body) => body === ""),
    };
  },

  "not-found"(evidence) {
    const { call } = evidence;
    const refused = requestsOf(evidence, ["delete"]).filter(isUnknownOrder);
    const reads = requestsOf(evidence, ["read"]).filter(isUnknownOrder);
    const is404Beyond = refused.some(({ endedAt = 0 }) =>
      reads.some(({ leftAt }) => leftAt > endedAt + call.settleMs),
    );
    return {
      ...nothingTookEffect(evidence),
      "no 404 to a DELETE": refused.length === 0,
      "no 404 to a read begun later than settleMs after it": !is404Beyond,
    };
  },

  "not-sent"(evidence) {
    const { deletes, result } = evidence;
    return {
      ...nothingTookEffect(evidence),
      "a DELETE left that was not answered 429": deletes.some(
        ({ sent, fate }) => fate !== "refused" || sent.status !== 429,
      ),
      "it does not say why": result.why === undefined,
    };
  },

  "still-open"(evidence) {
    const { deletes, result, seen, order, call } = evidence;
    // What the order says of a refusal accounts for one DELETE, the last.
    const doubtful = open(evidence);
    const isLastRefused = doubtful.slice(-1).some(({ sent }) => tellsOfRefusal(evidence, sent.leftAt));
    const unaccounted = isLastRefused ? doubtful.slice(0, -1) : doubtful;
    const at = lastAnswerAt(evidence);
    return {
      "no DELETE left": deletes.length === 0,
      "a DELETE of unknown fate is outstanding": unaccounted.some(({ fate }) => fate === "unknown"),
      "an accepted DELETE is outstanding, and the order does not say that it was refused": unaccounted.some(
        ({ fate }) => fate === "accepted",
      ),
      "a DELETE may truly still take effect":
        trulyOutstanding(evidence) > 0 && !othersAlso(evidence) && !wasDatedAnew(evidence),
      "a DELETE may still take effect, and an older refusal was dated anew while it was on its way":
        trulyOutstanding(evidence) > 0 && !othersAlso(evidence) && wasDatedAnew(evidence),
      "a DELETE may still take effect, and that of another client was refused":
        trulyOutstanding(evidence) > 0 && othersAlso(evidence),
      "it was not read open by a read begun later than settleMs after the last answer": !readOpenSince(
        evidence,
        at,
      ),
      // Such a read is at most settleMs stale, so it shows a moment after the answer: then the order was open.
      "it was not open at any moment after the last answer": !(
        order && isOpenBetween(evidence, at, call.endedAt)
      ),
      "seenAt is not when a read showed it open": !seen.some(
        (observation) => observation.at === result.seenAt && isOpenStatus(observation.order.Status),
      ),
      "it does not say why": result.why === undefined,
    };
  },

  unresolved(evidence) {
    const { result, deletes, seen, attempts, reads, call } = evidence;
    const { why = "" } = result;
    const fates = deletes.map(({ fate }) => fate);
    const status = seen.at(-1)?.order.Status;
    return {
      "why is none of the five": ![
        "lost",
        "no-trace",
        "too-soon",
        "unproven-status",
        "wrong-address",
      ].includes(why),
      "why lost, and no DELETE is of unknown fate":
        why === "lost" && !fates.includes("unknown") && !attempts.some(({ fate }) => fate === "unknown"),
      "why no-trace, and none was accepted": why === "no-trace" && !fates.includes("accepted"),
      "why unproven-status, and the last status read is proven":
        why === "unproven-status" &&
        (isOpenStatus(status) || isClosedStatus(status) || status === "PendingCancel"),
      "why too-soon, and a late enough read showed it open":
        why === "too-soon" &&
        deletes.length > 0 &&
        isOpenStatus(status) &&
        (reads.at(-1)?.sent.leftAt ?? 0) >
          Math.max(lastAnswerAt(evidence), lastResumeAt(call), lastPendingAt(evidence)) + call.settleMs,
      "why wrong-address, and no answer said so":
        why === "wrong-address" && !requestsOf(evidence, ["delete", "read", "token"]).some(isWrongAddress),
      "a closed status was read": wasSeenClosed(evidence),
      "PendingCancel was the last thing read": status === "PendingCancel",
    };
  },
};

/** Without reads that were answered in the very moment of the end: they may have come too late for the result. */
const surelyKnown = (evidence: Evidence): Evidence => ({
  ...evidence,
  reads: evidence.reads.filter(({ sent }) => (sent.endedAt ?? 0) < evidence.call.endedAt),
});

/** The order held a refusal already, and something else changed it after the DELETE left and before it arrived. */
const wasDatedAnew = ({ deletes, order }: Evidence): boolean =>
  deletes.some(({ sent: { leftAt, arrivals } }) =>
    order?.history.some(
      ({ at, target, requestStatus }) =>
        (target === "CancelReject" || requestStatus === "Rejected") &&
        at > leftAt &&
        at <= (arrivals[0] ?? leftAt),
    ),
  );

/** When the order was last read with a cancel on its way. */
const lastPendingAt = ({ reads }: Evidence): number =>
  reads.findLast(({ order }) => order.Status === "PendingCancel")?.sent.endedAt ?? 0;

const wasSeenClosed = ({ seen }: Evidence): boolean => seen.some(({ order }) => isClosedStatus(order.Status));

/** Open by the order's own date counts too: what it shows began after the refusal. */
function readOpenSince(evidence: Evidence, after: number): boolean {
  if (settledRead(evidence, after, isOpenStatus)) return true;
  return evidence.reads.some(
    ({ order }) =>
      isOpenStatus(order.Status) && Date.parse(String(order.TransactionDate)) > serverTime(after),
  );
}

function isOpenBetween({ order }: Evidence, from: number, to: number): boolean {
  return (
    order?.was(
      [
        "New",
        "PartiallyFilled",
        "AcceptedForBidding",
        "Suspended",
        "Held",
        "PendingNew",
        "Stopped",
        "PendingReplace",
      ],
      from,
      to,
    ) ?? false
  );
}

/** The lists that were read and answered while the sitting lasted. Of an account they may be another order's. */
function listsOf({ call, log }: Evidence): Sent[] {
  return log.filter(
    ({ kind, client, accountId, n, endedAt = Number.POSITIVE_INFINITY, status, complete }) =>
      kind === "list" &&
      client === call.client &&
      accountId === call.accountId &&
      n >= call.sitting.from &&
      endedAt <= call.endedAt &&
      status === 200 &&
      complete,
  );
}

const showsOneSuccessor = ({ order }: Evidence, { body }: Sent): boolean =>
  body.split(`"OrigClientId":"${order?.clientId}"`).length === 2;

/** Everything that the result claims and that is not so. */
export function falseClaims(evidence: Evidence): string[] {
  const { verdict } = evidence.result;
  const row = INVARIANTS[verdict];
  if (!row) return [`${verdict}: no such verdict`];
  return Object.entries(row(evidence)).flatMap(([claim, applies]) =>
    applies ? [`${verdict}: ${claim}`] : [],
  );
}

/** Whether the cancel of somebody else was refused meanwhile: an order does not say whose it was. */
const othersAlso = ({ order, deletes, call }: Evidence): boolean =>
  order?.taken.some(
    ({ by, refusedAt = 0 }) =>
      refusedAt > (deletes[0]?.sent.leftAt ?? 0) &&
      refusedAt <= call.endedAt &&
      !deletes.some(({ sent }) => sent.n === by),
  ) === true;

/** When the ledger was last gone on with. */
const lastResumeAt = ({ sitting, endedAt }: Call): number =>
  Math.max(
    sitting.startedAt,
    ...sitting.calls.flatMap(({ source, startedAt }) => (source && startedAt < endedAt ? [startedAt] : [])),
  );
