// One call of `cancel()` or `resume()` as its caller saw it, and what it is answerable for: which requests left
// while the caller was there, and which an earlier result had handed on.

import { orderIn, type Sent } from "./log.js";
import { CLOSED } from "./order.js";

/** A result, as plain data: what DESIGN says of its shape, and nothing of how it is made. */
export interface Result {
  readonly version?: unknown;
  readonly accountId: number;
  readonly orderId: number;
  readonly via: string;
  readonly verdict: string;
  readonly why?: string;
  readonly which?: string;
  readonly level?: string;
  readonly since?: string;
  readonly seenAt?: string;
  readonly status?: string;
  readonly successorId?: number;
  readonly outstanding?: number;
  readonly retryAt?: string;
  readonly executedQuantity?: number;
  readonly remainingQuantity?: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly attempts: readonly Attempt[];
  readonly observations: readonly Observation[];
}

export interface Attempt {
  readonly at: string;
  readonly sentAt?: string;
  readonly operation: string;
  readonly outcome: string;
  readonly fate: string;
  readonly status?: number;
  readonly forToken?: true;
}

export interface Observation {
  readonly at: string;
  readonly sentAt?: string;
  readonly source: string;
  readonly order?: Record<string, unknown>;
  readonly status?: number;
  readonly forToken?: true;
}

export interface Call {
  readonly what: "cancel" | "resume";
  readonly client: string;
  readonly accountId: number;
  readonly orderId: number;
  readonly deadlineMs: number;
  readonly settleMs: number;
  /** What it goes on from; undefined also where that was refused. */
  source?: Call | undefined;
  readonly tampered: boolean;
  readonly startedAt: number;
  endedAt: number;
  /** Numbers of the first request after it began and after it ended: time alone does not tell what came first. */
  readonly from: number;
  until: number;
  abortedAt?: number;
  result?: Result;
  thrown?: unknown;
  /** What `onProgress` was told. */
  readonly told: unknown[];
  readonly sitting: Sitting;
}

/** From the first caller about an order in one client to the last who leaves. */
export interface Sitting {
  readonly client: string;
  readonly accountId: number;
  readonly orderId: number;
  readonly startedAt: number;
  readonly from: number;
  /** The DELETEs that an earlier ledger of the same client left open. */
  readonly inherited: readonly Sent[];
  readonly calls: Call[];
  under: number;
}

export const isAbout = (sent: Sent, { client, accountId, orderId }: Sitting | Call): boolean =>
  sent.client === client && sent.accountId === accountId && sent.orderId === orderId;

/** The DELETEs that a result must speak of: callers who join share the ledger, from its start and with its sources. */
export function answerableFor(call: Call, log: readonly Sent[], asked = new Set<Call>()): Sent[] {
  if (asked.has(call)) return [];
  asked.add(call);
  // What left in the very moment of the return may belong to the next.
  const own = log.filter(
    (sent) =>
      sent.kind === "delete" &&
      isAbout(sent, call) &&
      sent.n >= call.sitting.from &&
      sent.n < call.until &&
      (sent.leftAt < call.endedAt || sent.n < call.from),
  );
  // Whoever returned in the moment this one began had left already; whoever began when it returned came too late.
  const sources = call.sitting.calls.flatMap((other) => {
    const overlaps = other === call || (other.endedAt > call.startedAt && other.startedAt < call.endedAt);
    return other.source && overlaps ? [other.source] : [];
  });
  const handedOn = sources.flatMap((source) => answerableFor(source, log, asked));
  return [...new Set([...handedOn, ...call.sitting.inherited, ...own])].filter(({ left }) => left);
}

/** The DELETEs that a result may speak of. */
export function mayKnow(call: Call, log: readonly Sent[], asked = new Set<Call>()): Sent[] {
  if (asked.has(call)) return [];
  asked.add(call);
  const own = log.filter((sent) => sent.kind === "delete" && isAbout(sent, call) && sent.n < call.until);
  const others = [call.source, ...call.sitting.calls.map(({ source }) => source)];
  const handedOn = others.flatMap((source) => (source ? mayKnow(source, log, asked) : []));
  return [...new Set([...handedOn, ...call.sitting.inherited, ...own])];
}

/** The requests about the order that a result may rest on, its sources' until they returned; those for tokens too. */
export function ledgerOf(call: Call, log: readonly Sent[], asked = new Set<Call>()): Sent[] {
  if (asked.has(call)) return [];
  asked.add(call);
  const sources = call.sitting.calls.flatMap(({ source }) => (source ? ledgerOf(source, log, asked) : []));
  const own = log.filter(
    (sent) =>
      (isAbout(sent, call) || (sent.kind === "token" && sent.client === call.client)) &&
      (sent.endedAt ?? Number.POSITIVE_INFINITY) <= call.endedAt,
  );
  return [...new Set([...sources, ...own])].sort((one, other) => one.n - other.n);
}

/** The reads among them, with the order that each showed. */
export function readsOf(call: Call, log: readonly Sent[]): { sent: Sent; order: Record<string, unknown> }[] {
  return ledgerOf(call, log).flatMap((sent) => {
    const order = orderIn(sent);
    return order ? [{ sent, order }] : [];
  });
}

export const isClosedStatus = (status: unknown): boolean => CLOSED.includes(status as string);

/** What `resume` goes on from. Any other result it returns as it is. */
export const isResumable = ({ verdict }: Result): boolean =>
  verdict === "pending" || verdict === "unresolved";

/** Whether it left while somebody sat about the order in this client. */
export const isOfSitting = (sent: Sent, { sitting }: Call): boolean =>
  isAbout(sent, sitting) && sent.n >= sitting.from;
