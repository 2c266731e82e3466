// Owns the orders and the events that the venue has scheduled for them: plain data, and the functions that change it.
import type { EventName } from "./lifecycle.js";
import { applyEvent, type ExecutionReport, newOrder, type Order, remaining } from "./order.js";

export interface ScheduledEvent {
  event: EventName;
  at: number;
  orderId: number;
  /** For a partial fill: the executed share of what remains by then, or the executed quantity. */
  share?: number | undefined;
  quantity?: number | undefined;
}

/** Limit for events that a test or a person schedules. */
export const MAX_SCHEDULED_EVENTS = 100_000;

export interface OrderStore {
  byId: Map<number, Order>;
  /** Ids of the legs of a parent. */
  legs: Map<number, number[]>;
  /** Earliest first. */
  schedule: ScheduledEvent[];
}

export function newOrderStore(orders: readonly Order[]): OrderStore {
  const store: OrderStore = { byId: new Map(), legs: new Map(), schedule: [] };
  for (const order of orders) putOrder(store, order);
  return store;
}

/** Adds an order, or replaces the one with the same id and drops the events scheduled for that. */
export function putOrder(store: OrderStore, order: Order): void {
  if (store.byId.has(order.id)) store.schedule = store.schedule.filter(({ orderId }) => orderId !== order.id);
  store.byId.set(order.id, order);
  if (order.parentId < 0) return;
  const legs = legIds(store, order.parentId);
  if (!legs.includes(order.id)) store.legs.set(order.parentId, [...legs, order.id]);
}

function legIds(store: OrderStore, id: number): number[] {
  return store.legs.get(id) ?? [];
}

export function legsOf(store: OrderStore, id: number): Order[] {
  const legs = legIds(store, id).map((leg) => store.byId.get(leg));
  return legs.filter((leg) => leg !== undefined).filter(({ parentId }) => parentId === id);
}

export function schedule(store: OrderStore, event: ScheduledEvent): void {
  // Most events are later than all others, so the search starts at the end.
  const earlier = store.schedule.findLastIndex(({ at }) => at <= event.at);
  store.schedule.splice(earlier + 1, 0, event);
}

/** The API has accepted a cancel: schedules what the venue does with this order. */
export function takeCancel(store: OrderStore, orderId: number, venueMs: number, now: number): void {
  const order = store.byId.get(orderId);
  if (!order || !reportEvent(store, order, "cancel-taken", { at: now, by: "api" })) return;
  for (const { event, share, after } of order.plan)
    schedule(store, { event, share, orderId, at: now + Math.round(after * venueMs) });
}

/** Applies every event that is due by `now`, each at its own time. */
export function applyDueEvents(store: OrderStore, now: number): void {
  for (let due = store.schedule[0]; due && due.at <= now; due = store.schedule[0]) {
    store.schedule.shift();
    const order = store.byId.get(due.orderId);
    if (!order) continue;
    const { event, at, share } = due;
    let { quantity } = due;
    if (share !== undefined) quantity = remaining(order) * share;
    reportEvent(store, order, event, { at, by: "venue", quantity });
  }
}

/** Applies one event to an order, to the legs that are canceled with it, and creates the order that replaces it. */
export function reportEvent(
  store: OrderStore,
  order: Order,
  event: EventName,
  report: ExecutionReport,
): boolean {
  const happened = applyEvent(order, event, report);
  if (happened && event === "cancel-confirmed")
    for (const leg of legsOf(store, order.id)) reportEvent(store, leg, event, report);
  if (happened && event === "replaced" && order.successorId !== undefined)
    putOrder(store, successorOf(order, order.successorId, report.at));
  return happened;
}

function successorOf(order: Order, id: number, at: number): Order {
  const { accountId, side, type, securityId, securityType, price, timeInForce } = order;
  const same = { accountId, side, type, securityId, securityType, price, timeInForce };
  return newOrder({ ...same, id, quantity: remaining(order), replaces: order.id, createdAt: at }, at);
}
