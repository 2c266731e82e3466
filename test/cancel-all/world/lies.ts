// Owns the truth that a result of `cancelAll()` is held to: every way in which it claims more, or does more, than it may.
import type { CancelResult } from "../../../src/index.js";
import type { Played } from "./scenario.js";
import { busiest } from "./server.js";
import { isOver, momentOf, statusOf, type TrueOrder } from "./venue.js";

/** In words; none for a truthful result. */
export function lies(played: Played): string[] {
  return [
    ...openButNotSaid(played),
    ...canceledThoughExcluded(played),
    ...lostOrders(played),
    ...gaveUp(played),
    ...played.result.results.flatMap((result) => falseVerdict(played, result)),
    ...overLimits(played),
    ...tooLate(played),
    ...played.unwritten.map((id) => `a DELETE of ${id} left before the journal had it`),
    ...secrets(played),
  ];
}

/** Whether `where` and `keep` mean an order, worked out anew. */
function isMeant({ venue, asked }: Played, order: TrueOrder): boolean {
  const { where } = asked;
  const { Side, Symbol: symbol, Type } = order.facts;
  if (!asked.accountIds.includes(order.accountId) || isKept(venue, asked.keep, order)) return false;
  if (where === "everything") return true;
  const same = (wanted: string | undefined, is: string | undefined) =>
    !wanted || wanted.toLowerCase() === is?.toLowerCase();
  return same(where.side, Side) && same(where.symbol, symbol) && same(where.type, Type);
}

function isKept(venue: Played["venue"], keep: readonly number[], order: TrueOrder): boolean {
  if (keep.includes(order.id)) return true;
  const { OrigClientId } = order.facts;
  if (!OrigClientId) return false;
  const replaced = [...venue.orders.values()].find(({ facts }) => facts.ClientId === OrigClientId);
  return replaced !== undefined && isKept(venue, keep, replaced);
}

/** Canceling this order would have canceled one that is kept, as far as the last look can know. */
function carriesKept(played: Played, order: TrueOrder): boolean {
  const seenFrom = lastSeenFrom(played, order.accountId);
  return played.venue.legsOf(order).some((leg) => {
    const isOpen = !isOver(momentOf(leg, seenFrom)?.Status);
    return (isOpen && isKept(played.venue, played.asked.keep, leg)) || carriesKept(played, leg);
  });
}

/** What the last look at an account shows may be as old as this. */
function lastSeenFrom(played: Played, accountId: number): number {
  const look = played.result.accounts.find((one) => one.accountId === accountId)?.lastFullLookAt;
  return look === undefined ? played.startedAt : wallOf(played, look) - played.conduct.lagMs;
}

const wallOf = ({ clock }: Played, iso: string): number => Date.parse(iso) - clock.now() + clock.elapsedMs;

/** What was open when the last look began must be in `open`, or closed by now. */
function openButNotSaid(played: Played): string[] {
  const { result, venue } = played;
  if (result.stopped === "verified-empty" && !result.lastFullLookAt) return ["verified empty without a look"];
  const looked = new Set(
    result.accounts.flatMap((one) => (one.lastFullLookAt === undefined ? [] : one.accountId)),
  );
  const said = new Set(result.open.map(({ Id }) => Id));
  return [...venue.orders.values()].flatMap((order) => {
    if (!looked.has(order.accountId) || said.has(order.id) || isOver(statusOf(order))) return [];
    const wasPlaced = momentOf(order, lastSeenFrom(played, order.accountId)) !== undefined;
    if (!wasPlaced || !isMeant(played, order) || carriesKept(played, order)) return [];
    return [`${result.stopped}: order ${order.id} is ${statusOf(order)}, and not in \`open\``];
  });
}

function canceledThoughExcluded(played: Played): string[] {
  const { server, venue, asked, plan } = played;
  const known = new Set([...(plan?.targets ?? []), ...(plan?.leftAlone ?? [])].map(({ orderId }) => orderId));
  const deleted = new Set(
    server.arrivals.flatMap(({ kind, orderId }) => (kind === "orders" && orderId ? [orderId] : [])),
  );
  const found = [...deleted].flatMap((id) => {
    const order = venue.orders.get(id);
    if (!order || !isMeant(played, order)) return [`a DELETE for order ${id}, which is excluded`];
    const isNew = plan !== undefined && !known.has(id) && !order.facts.OrigClientId;
    return isNew && asked.newcomers === "report"
      ? [`a DELETE for newcomer ${id}, which was to be reported`]
      : [];
  });
  const kept = [...venue.orders.values()].filter((order) => isKept(venue, asked.keep, order));
  const canceled = kept.filter(
    (order) => statusOf(order) === "Canceled" && order.history[0]?.Status !== "Canceled",
  );
  return [...found, ...canceled.map(({ id }) => `order ${id} is kept, and was canceled`)];
}

/** An order that was meant from the beginning has a result, or is in `open`, or went by itself. */
function lostOrders(played: Played): string[] {
  const { result, venue, startedAt } = played;
  if (result.stopped !== "verified-empty" && result.stopped !== "open") return [];
  const known = new Set([
    ...result.results.map(({ orderId }) => orderId),
    ...result.open.map(({ Id }) => Id),
  ]);
  return [...venue.orders.values()].flatMap((order) => {
    const isEarly = momentOf(order, startedAt) !== undefined;
    const isLost =
      isEarly && !isOver(statusOf(order)) && isMeant(played, order) && !carriesKept(played, order);
    return isLost && !known.has(order.id) ? [`order ${order.id} is lost`] : [];
  });
}

/** Where nothing is lost on the way, an order that obeys does not stay. */
function gaveUp({ result, venue, asked, conduct, crashes, journal }: Played): string[] {
  const { lostRequests, lostAnswers, brokenAnswers, tokenMs } = conduct;
  // A token that ends while its DELETE waits for room is renewed once, and may end again.
  const isShort = tokenMs < 2 * 60_000;
  const isUnsure = isShort || lostRequests + lostAnswers + brokenAnswers + crashes > 0 || journal.wasFull;
  if (result.stopped !== "open" || asked.newcomers === "report" || isUnsure) return [];
  const obeying = result.open.filter(({ Id }) => venue.orders.get(Id)?.nature === "obeys");
  const isAny = result.open.length === 0 || obeying.length > 0;
  return isAny ? [`given up, with ${obeying.map(({ Id }) => Id)} left, which would have obeyed`] : [];
}

const BEEN: Record<string, readonly string[]> = {
  canceled: ["Canceled"],
  "too-late": ["Filled", "Expired", "Rejected"],
  superseded: ["Replaced"],
};

function falseVerdict({ venue, server }: Played, { orderId, verdict }: CancelResult): string[] {
  const order = venue.orders.get(orderId);
  const been = BEEN[verdict];
  const deletes = server.arrivals.filter(
    (one) => one.kind === "orders" && one.orderId === orderId && one.status !== 429,
  );
  const found: [string, boolean][] = [
    [
      `order ${orderId} is ${verdict}, but never was`,
      been !== undefined && !order?.history.some(({ Status }) => been.includes(Status)),
    ],
    [`order ${orderId} is not-found`, verdict === "not-found"],
    [
      `order ${orderId} is not-sent, but was canceled`,
      verdict === "not-sent" && deletes.some(({ status }) => status === 204),
    ],
    [
      `${deletes.length} DELETEs for order ${orderId}`,
      deletes.filter(({ status }) => status !== 401).length > 3,
    ],
    [
      `order ${orderId} is still-open, but is ${order && statusOf(order)}`,
      verdict === "still-open" && !wasOpenAfterCancel(order),
    ],
  ];
  return found.flatMap(([lie, isOne]) => (isOne ? [lie] : []));
}

/** It may have been closed since by something else than a cancel. */
const wasOpenAfterCancel = (order: TrueOrder | undefined): boolean =>
  order !== undefined && statusOf(order) !== "Canceled";

/** A journal holds DELETEs only: a process that goes on does not know what the one before has read in the last minute. */
function overLimits({ server, crashes }: Played): string[] {
  const limits = { orders: 50, reads: 120, tokens: 10 } as const;
  const kinds = crashes > 0 ? (["orders"] as const) : (["orders", "reads", "tokens"] as const);
  return kinds.flatMap((kind) => {
    const most = busiest(server.arrivals, kind);
    return most > limits[kind] ? [`${most} ${kind} in a minute`] : [];
  });
}

/** Answers to what has left are waited for a little. */
function tooLate({ result, deadlineMs }: Played): string[] {
  const ms = Date.parse(result.endedAt) - Date.parse(result.startedAt);
  return ms > deadlineMs + 1 ? [`${ms - deadlineMs} ms past the deadline`] : [];
}

function secrets({ result, journal }: Played): string[] {
  const text = JSON.stringify([result, journal.kept]);
  return /secret-password|app-key-1|token-\d/.test(text) ? ["a secret is in the result or the journal"] : [];
}
