// Owns the orders that are there and what the venue has planned for them: plain data, and the changes of it.
import type { EventName } from "./lifecycle.js";
import { applyEvent, newOrder, type Order, type Report, remaining } from "./order.js";

export interface ScheduledEvent {
  event: EventName;
  at: number;
  orderId: number;
  /** For a fill in part: how much of what remains then is executed, or how much. */
  share?: number | undefined;
  quantity?: number | undefined;
}

/** Events that a person plans beyond these are refused. */
export const MOST_SCHEDULED = 100_000;

export interface OrderStore {
  byId: Map<number, Order>;
  /** Ids of the legs of a parent. */
  legs: Map<number, number[]>;
  /** What the venue will do, soonest first. */
  schedule: ScheduledEvent[];
}

export function newOrderStore(orders: readonly Order[]): OrderStore {
  const store: OrderStore = { byId: new Map(), legs: new Map(), schedule: [] };
  for (const order of orders) putOrder(store, order);
  return store;
}

/** Adds an order, or puts it in the place of the one with its id, whose planned events are off then. */
export function putOrder(store: OrderStore, order: Order): void {
  if (store.byId.has(order.id)) store.schedule = store.schedule.filter(({ orderId }) => orderId !== order.id);
  store.byId.set(order.id, order);
  if (order.parentId < 0) return;
  const legs = store.legs.get(order.parentId) ?? [];
  if (!legs.includes(order.id)) store.legs.set(order.parentId, [...legs, order.id]);
}

export function legsOf(store: OrderStore, id: number): Order[] {
  const ids = store.legs.get(id) ?? [];
  return ids.flatMap((leg) => store.byId.get(leg) ?? []).filter(({ parentId }) => parentId === id);
}

export function schedule(store: OrderStore, event: ScheduledEvent): void {
  // Most are later than all others, so the search begins at the end.
  const earlier = store.schedule.findLastIndex(({ at }) => at <= event.at);
  store.schedule.splice(earlier + 1, 0, event);
}

/** The API has taken a cancel: the venue does what is planned for the order. */
export function takeCancel(store: OrderStore, orderId: number, venueMs: number, now: number): void {
  const order = store.byId.get(orderId);
  if (!order || !reportEvent(store, order, "cancel-taken", { at: now, by: "api" })) return;
  for (const { event, share, after } of order.plan)
    schedule(store, { event, share, orderId, at: now + Math.round(after * venueMs) });
}

/** Lets everything happen that the venue had planned until `now`, each at its own time. */
export function settle(store: OrderStore, now: number): void {
  for (let due = store.schedule[0]; due && due.at <= now; due = store.schedule[0]) {
    store.schedule.shift();
    const order = store.byId.get(due.orderId);
    if (!order) continue;
    const quantity = due.share === undefined ? due.quantity : remaining(order) * due.share;
    reportEvent(store, order, due.event, { at: due.at, by: "venue", quantity });
  }
}

/** One event for an order, for its legs where they fall with it, and for the order that replaces it. */
export function reportEvent(store: OrderStore, order: Order, event: EventName, report: Report): boolean {
  const happened = applyEvent(order, event, report);
  if (happened && event === "cancel-confirmed")
    for (const leg of legsOf(store, order.id)) reportEvent(store, leg, event, report);
  if (happened && event === "replaced" && order.successorId !== undefined)
    putSuccessor(store, order, report.at);
  return happened;
}

function putSuccessor(store: OrderStore, order: Order, at: number): void {
  const { accountId, side, type, securityId, securityType, price, timeInForce } = order;
  const same = { accountId, side, type, securityId, securityType, price, timeInForce };
  const id = order.successorId ?? 0;
  putOrder(
    store,
    newOrder({ ...same, id, quantity: remaining(order), replaces: order.id, createdAt: at }, at),
  );
}
