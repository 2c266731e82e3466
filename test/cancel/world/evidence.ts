// What a call rests on, put together once for all invariants: what was known at the boundary, what was true.
import {
  type Attempt,
  answerableFor,
  type Call,
  isOfSitting,
  ledgerOf,
  type Observation,
  type Result,
  readsOf,
} from "./calls.js";
import { serverTime } from "./clock.js";
import { type Fate, fateOf, isWrongAddress, type Sent } from "./log.js";
import { OPEN, type Order } from "./order.js";

type Read = ReturnType<typeof readsOf>[number];

export interface Evidence {
  readonly call: Call;
  readonly result: Result;
  readonly log: readonly Sent[];
  /** The order as it truly is; undefined: there is none. */
  readonly order: Order | undefined;
  /** The DELETEs that this result is answerable for, and what was known of each when it returned. */
  readonly deletes: readonly { sent: Sent; fate: Fate }[];
  /** Reads at the boundary that showed the order. */
  readonly reads: readonly Read[];
  /** The same as the result tells them. */
  readonly seen: readonly (Observation & { order: Record<string, unknown> })[];
  readonly attempts: readonly Attempt[];
  /** Whether reads may be staler than the caller allowed. */
  readonly lagsLonger: boolean;
}

export function evidenceOf(
  call: Call,
  result: Result,
  log: readonly Sent[],
  order: Order | undefined,
  lagsLonger: boolean,
): Evidence {
  const deletes = answerableFor(call, log).map((sent) => ({ sent, fate: knownFate(sent, call, result) }));
  const seen = result.observations.filter(
    ({ order }) => order?.Id === call.orderId,
  ) as Evidence["seen"][number][];
  const attempts = result.attempts.filter(({ forToken }) => !forToken);
  return { call, result, log, order, deletes, reads: readsOf(call, log), seen, attempts, lagsLonger };
}

/** A result that was handed on knows no more than when it was made, unless the client itself remembers more. */
function knownFate(sent: Sent, call: Call, result: Result): Fate {
  const now = fateOf(sent, call.endedAt);
  if (
    isOfSitting(sent, call) ||
    result.attempts.some(({ status, fate }) => fate === now && status === sent.status)
  )
    return now;
  return "unknown";
}

export const isOpenStatus = (status: unknown): boolean => OPEN.includes(status as string);

/** When the last answer to a DELETE came, or the last DELETE was given up. */
export function lastAnswerAt({ deletes, call }: Evidence): number {
  return Math.max(...deletes.map(({ sent }) => Math.min(sent.endedAt ?? call.endedAt, call.endedAt)));
}

/** DELETEs that may still take effect, as far as the answers say. */
export const open = ({ deletes }: Evidence) =>
  deletes.filter(({ fate }) => fate === "accepted" || fate === "unknown");

/** DELETEs that truly may still take effect: on their way, or taken and not decided. */
export function trulyOutstanding({ deletes, order, call }: Evidence): number {
  return deletes.filter(({ sent }) => {
    const taken = order?.taken.filter(({ by }) => by === sent.n) ?? [];
    const arrivesLater = (sent.arrivals[0] ?? 0) > call.endedAt && taken.length > 0;
    return (
      arrivesLater ||
      taken.some(({ at, decidedAt = Infinity }) => at <= call.endedAt && decidedAt > call.endedAt)
    );
  }).length;
}

/** DELETEs that took effect, or will: the API took them and the venue has not refused them. */
export function tookEffect({ deletes, order, call }: Evidence): Sent[] {
  return deletes.flatMap(({ sent }) => {
    const taken = order?.taken.filter(({ by }) => by === sent.n) ?? [];
    return taken.some(({ refusedAt = Infinity }) => refusedAt > call.endedAt) ? [sent] : [];
  });
}

/** The order says that a cancel of it was refused, and says it after that moment. */
export function tellsOfRefusal({ reads, call }: Evidence, after: number): boolean {
  return reads.some(({ sent, order }, index) => {
    if (!isOpenStatus(order.Status) || (sent.endedAt ?? 0) < after) return false;
    const isNews = Date.parse(String(order.TransactionDate)) > serverTime(after);
    const marked = isNews && (order.Target === "CancelReject" || order.RequestStatus === "Rejected");
    const cameBack = reads.slice(0, index).some(({ order: earlier }) => earlier.Status === "PendingCancel");
    return (marked || cameBack) && (sent.endedAt ?? 0) <= call.endedAt;
  });
}

/** A read that was begun later than `settleMs` after that moment and showed what is asked for. */
export function settledRead(
  { reads, call }: Evidence,
  after: number,
  shows: (status: unknown) => boolean,
): boolean {
  return reads.some(({ sent, order }) => sent.leftAt > after + call.settleMs && shows(order.Status));
}

export const requestsOf = ({ call, log }: Evidence, kinds: readonly string[]): Sent[] =>
  ledgerOf(call, log).filter(({ kind }) => kinds.includes(kind));

/** A 404 of the API about the order, not about the address. */
export const isUnknownOrder = (sent: Sent): boolean =>
  sent.status === 404 && sent.complete && !isWrongAddress(sent);
