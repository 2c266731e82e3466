// Whether a result is what it must be whatever its verdict: complete, true to what left, plain data, free of
// secrets, in time.
import { isDeepStrictEqual } from "node:util";
import { NotCanceledError, orThrow } from "../../../src/index.js";
import { type Call, isAbout, isClosedStatus, isOfSitting, mayKnow, type Result } from "./calls.js";
import { type Evidence, open, trulyOutstanding } from "./evidence.js";
import { fateOf, orderIn, possibleFates, type Sent } from "./log.js";

type Claims = Record<string, boolean | undefined>;

const named = (claims: Claims): string[] =>
  Object.entries(claims).flatMap(([claim, applies]) => (applies ? [claim] : []));

interface Entry {
  readonly at: string;
  readonly sentAt?: string;
  readonly status?: number;
}

/** What is left over on either side when each request is paired with an entry that may be its own. */
function unpaired<E extends Entry>(
  sent: readonly Sent[],
  entries: readonly E[],
  fits: (one: Sent, entry: E) => boolean,
): { missing: Sent[]; rest: E[] } {
  const pairs = new Map<E, Sent>();
  const pair = (one: Sent, tried: Set<E>): boolean =>
    entries.some((entry) => {
      if (tried.has(entry) || !fits(one, entry)) return false;
      tried.add(entry);
      const other = pairs.get(entry);
      // The other may have another entry to go to.
      if (other && !pair(other, tried)) return false;
      pairs.set(entry, one);
      return true;
    });
  const missing = sent.filter((one) => !pair(one, new Set()));
  return { missing, rest: entries.filter((entry) => !pairs.has(entry)) };
}

/** Whether it tells of that answer, and says of it how long it took. */
function tellsOf({ leftAt, endedAt = 0, status }: Sent, entry: Entry): boolean {
  const took = Date.parse(entry.at) - Date.parse(entry.sentAt ?? entry.at) - (endedAt - leftAt);
  // Whoever joined meanwhile with entries of a clock that is ahead has set the time of the ledger forward.
  return entry.status === status && (Math.abs(took) <= 1 || took >= LEAST_STEP_MS);
}

/** The least by which a clock is set in these schedules. */
const LEAST_STEP_MS = 499;

function attemptFits(call: Call) {
  return (one: Sent, entry: Evidence["attempts"][number]): boolean => {
    if (tellsOf(one, entry) && possibleFates(one, call.endedAt).includes(entry.fate as never)) return true;
    // Whoever returned before the answer came, or in the very moment, has written down that it left.
    const isEarlier = !isOfSitting(one, call) || (one.endedAt ?? call.endedAt) >= call.endedAt;
    return isEarlier && entry.fate === "unknown" && entry.status === undefined;
  };
}

/** The read at the boundary that an observation tells of: what it shows is what was shown. */
function observationFits(one: Sent, { source, order, ...entry }: Evidence["result"]["observations"][number]) {
  const isSource = one.kind === (source === "listOrders" ? "list" : "read");
  const shown = orderIn(one);
  const isSame = one.kind === "list" || order?.Status === shown?.Status;
  return isSource && isSame && tellsOf(one, entry);
}

/** A read that had to be made again with a new token is told of once, by the last. */
const isTold = (sent: Sent, call: Call): boolean =>
  isAbout(sent, call) &&
  sent.kind === "read" &&
  sent.left &&
  sent.status !== 401 &&
  sent.n >= call.sitting.from &&
  (sent.endedAt ?? Infinity) < call.endedAt;

function observationFaults({ call, result, log }: Evidence): Claims {
  const told = unpaired(
    log.filter((sent) => isTold(sent, call)),
    result.observations,
    observationFits,
  );
  const observed = result.observations.filter(({ status, forToken }) => status !== undefined && !forToken);
  const known = unpaired(
    log.filter(({ kind }) => kind === "read" || kind === "list"),
    observed,
    observationFits,
  );
  return {
    "a read is missing in observations": told.missing.length > 0,
    "observations tell of what was not read": known.rest.length > 0,
  };
}

export function recordFaults(evidence: Evidence, secrets: readonly string[]): string[] {
  const { call, result, attempts, log } = evidence;
  const left = attempts.filter(({ fate }) => fate !== "not-sent");
  const deletes = evidence.deletes.map(({ sent }) => sent);
  const must = unpaired(deletes, left, attemptFits(call));
  const may = unpaired(mayKnow(call, log), left, attemptFits(call));
  const text = safeJson(result);
  return named({
    "a DELETE that left is missing in attempts": must.missing.length > 0,
    "attempts tell of a DELETE that did not leave, or what was not answered": may.rest.length > 0,
    ...observationFaults(evidence),
    "a secret in the result": secrets.some((secret) => text.includes(secret)),
    "a secret told to onProgress": secrets.some((secret) => safeJson(call.told).includes(secret)),
    "the result does not survive JSON": !isDeepStrictEqual(JSON.parse(text || "0"), result),
    "it is about another order": result.accountId !== call.accountId || result.orderId !== call.orderId,
    "a time is no ISO 8601 in UTC": timesOf(result).some((time) => !ISO.test(time)),
    ...levelAndOutstanding(evidence),
    ...quantities(result, evidence),
    ...thrown(result, evidence),
  });
}

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function timesOf({ startedAt, endedAt, attempts, observations, since, seenAt, retryAt }: Result): string[] {
  const optional = [since, seenAt, retryAt].filter((time) => time !== undefined);
  return [
    startedAt,
    endedAt,
    ...attempts.map(({ at }) => at),
    ...observations.map(({ at }) => at),
    ...optional,
  ];
}

function levelAndOutstanding(evidence: Evidence): Claims {
  const { result, attempts, seen } = evidence;
  const { level, outstanding = Number.NaN, verdict, since } = result;
  const accepted = attempts.filter(({ fate }) => fate === "accepted");
  const ends = [
    "canceled",
    "too-late",
    "superseded",
    "still-open",
    "not-found",
    "denied",
    "not-sent",
  ].includes(verdict);
  const entries = [...accepted, ...seen.filter(({ order }) => order.Status === "PendingCancel")];
  return {
    "outstanding is not a number": !(outstanding >= 0),
    "outstanding, though the verdict says that nothing is": ends && outstanding > 0,
    "fewer outstanding than truly are":
      !ends && outstanding < trulyOutstanding(evidence) && !evidence.deletes.some(({ sent }) => sent.doubled),
    "more outstanding than were sent":
      outstanding > attempts.filter(({ fate }) => fate === "accepted" || fate === "unknown").length,
    "none outstanding, though some are, and nothing was read closed":
      verdict === "unresolved" && outstanding === 0 && open(evidence).length > 0,
    "a level without a 2xx": level !== undefined && accepted.length === 0,
    "level venue, and the slow endpoint did not accept":
      level === "venue" && !accepted.some(({ operation }) => operation === "cancelSyncOrder"),
    "pending by a 2xx without a level": verdict === "pending" && level === undefined && accepted.length > 0,
    "since is not when an entry says it began":
      since !== undefined && !entries.some(({ at }) => at === since),
  };
}

const CLOSED_VERDICTS = ["canceled", "too-late", "superseded"];

function quantities(
  { executedQuantity, remainingQuantity, verdict }: Result,
  { seen, order }: Evidence,
): Claims {
  const last =
    seen.findLast(({ order }) => !CLOSED_VERDICTS.includes(verdict) || isClosedStatus(order.Status))?.order ??
    {};
  const { Quantity: whole, ExecutedQuantity: executed } = last;
  const states = typeof whole === "number" && typeof executed === "number";
  const expected = states ? Math.max(0, Math.round((whole - executed) * 1000) / 1000) : undefined;
  const isNumber = (value: unknown) => value === undefined || typeof value === "number";
  return {
    "a quantity that is no number": !isNumber(executedQuantity) || !isNumber(remainingQuantity),
    "a remaining quantity below 0": (remainingQuantity ?? 0) < 0,
    "an executed quantity that no read states":
      executedQuantity !== undefined && executed !== executedQuantity,
    "a remaining quantity that is not the difference":
      remainingQuantity !== undefined && order !== undefined && remainingQuantity !== expected,
  };
}

/** What `orThrow` says of the same result. */
function thrown(result: Result, { deletes, attempts }: Evidence): Claims {
  const fates = attempts.map(({ fate }) => fate);
  const isRefusal = attempts.some(
    ({ status = 0, fate }) => status >= 400 && status < 500 && fate === "refused",
  );
  try {
    orThrow(result as never);
    return { "orThrow returns what is not canceled": result.verdict !== "canceled" };
  } catch (error) {
    const { fate } = error as NotCanceledError;
    return {
      "orThrow throws something else": !(error instanceof NotCanceledError) || result.verdict === "canceled",
      "orThrow: accepted without a 2xx": fate === "accepted" && !fates.includes("accepted"),
      "orThrow: refused without a 4xx": fate === "refused" && !isRefusal,
      "orThrow: refused, though a DELETE is outstanding": fate === "refused" && (result.outstanding ?? 0) > 0,
      "orThrow: not-sent, though one left and was not answered 429":
        fate === "not-sent" &&
        deletes.some(({ sent }) => sent.status !== 429 || fateOf(sent, Infinity) !== "refused"),
    };
  }
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

/** How the call itself went: it returns in time, and throws only for wrong arguments before anything left. */
export function conductOfCall(call: Call, log: readonly Sent[], secrets: readonly string[]): string[] {
  const { thrown, deadlineMs, startedAt, endedAt, abortedAt, tampered } = call;
  const error = thrown as { code?: string; message?: string } | undefined;
  const own = log.filter(
    (sent) => sent.kind === "delete" && isAbout(sent, call) && sent.n >= call.from && sent.n < call.until,
  );
  const abort = abortedAt ?? Number.POSITIVE_INFINITY;
  return named({
    "it threw after a DELETE had left":
      error !== undefined && own.some(({ left }) => left) && call.sitting.calls.length === 1,
    "it threw, though its arguments are right": error !== undefined && !tampered,
    "it threw something else than an ArgumentError": error !== undefined && error.code !== "argument",
    "a secret in what it threw": secrets.some((secret) =>
      `${error?.message} ${safeJson(error)}`.includes(secret),
    ),
    "it returned after its deadline": endedAt > startedAt + deadlineMs + 1,
    "it did not return when it was aborted": endedAt > Math.max(abort, startedAt) + 1,
  });
}
