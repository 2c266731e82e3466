// Owns what an order is in the sandbox, what an event does to it, and how it is shown.
import type { FaultName } from "./faults.js";
import { CLOSED, type EventName, next, type Status } from "./lifecycle.js";

export const SIDES = ["Buy", "Sell", "SellShort", "BuyToCover"] as const;
type Side = (typeof SIDES)[number];

/** An event that the venue has planned for after a cancel. */
export interface Step {
  event: EventName;
  /** Share of the venue's time: 1 is when its turn comes. */
  after: number;
  /** Share of the remaining quantity, for `part-filled`. */
  share?: number;
}

/** What happened to an order, as it truly was. */
export interface OrderEvent {
  at: number;
  event: EventName | "opened" | "put";
  from: Status | undefined;
  to: Status;
  executed: number;
  by: "api" | "venue" | "control";
}

export interface Order {
  id: number;
  accountId: number;
  status: Status;
  /** Status before PendingCancel, which the venue still sees. */
  before: Status;
  side: Side;
  type: string;
  securityId: number;
  securityType: string;
  quantity: number;
  executed: number;
  price: number;
  averagePrice: number;
  timeInForce: string;
  parentId: number;
  /** Id of the order that this one replaced. */
  replaces: number | undefined;
  /** Id that the order gets which will replace this one. */
  successorId: number | undefined;
  /** Whether the venue refused the latest cancel. */
  cancelRejected: boolean;
  createdAt: number;
  changedAt: number;
  /** What the venue does once a cancel was taken. */
  plan: Step[];
  /** The fault that every cancel of the order meets. */
  fault: FaultName | undefined;
  /** Answer that every cancel of the order is refused with, whatever its state. */
  refuse: string | undefined;
  history: OrderEvent[];
}

/** Of the securities in the opening orders. */
const SYMBOLS: Record<number, string> = { 4: "AAPL", 5: "MSFT", 6: "NVDA", 7: "FUNDX" };

/** What is given of a new order. */
export type OrderSeed = Partial<Order> & { id: number };

/** What the venue does unless told otherwise. */
export const CANCELS: Step[] = [{ event: "cancel-confirmed", after: 1 }];

/** Kept per order; older events go first. */
const HISTORY = 200;

export function newOrder(given: OrderSeed, now: number): Order {
  const status = given.status ?? "New";
  const order: Order = {
    accountId: 6303,
    before: "New",
    side: "Buy",
    type: "Limit",
    securityId: 4,
    securityType: "CommonStock",
    quantity: 150,
    executed: status === "Filled" ? (given.quantity ?? 150) : 0,
    price: 156.5,
    averagePrice: 0,
    timeInForce: "Day",
    parentId: -1,
    replaces: undefined,
    successorId: undefined,
    cancelRejected: false,
    createdAt: now - 5_400_000,
    changedAt: now,
    plan: CANCELS,
    fault: undefined,
    refuse: undefined,
    ...given,
    status,
    history: [],
  };
  if (order.executed > 0 && order.averagePrice === 0) order.averagePrice = order.price;
  remember(order, { at: now, event: "opened", from: undefined, by: "control" });
  return order;
}

function remember(order: Order, event: Omit<OrderEvent, "to" | "executed">): void {
  if (order.history.length >= HISTORY) order.history.shift();
  order.history.push({ ...event, to: order.status, executed: order.executed });
}

/** When an event happens, who reports it, and for a fill how much is executed. */
export interface Report {
  at: number;
  by: OrderEvent["by"];
  quantity?: number | undefined;
}

/** Lets `event` happen, if the order is in a state for it; says whether it did. */
export function applyEvent(order: Order, event: EventName, { at, by, quantity }: Report): boolean {
  const to = next(order, event);
  if (to === undefined) return false;
  const from = order.status;
  if (event === "part-filled") execute(order, quantity ?? remaining(order) / 2);
  if (event === "filled") execute(order, remaining(order));
  if (event === "cancel-taken") order.before = from;
  if (event.startsWith("cancel-")) order.cancelRejected = event === "cancel-rejected";
  order.status = event === "part-filled" && remaining(order) === 0 ? "Filled" : to;
  order.changedAt = at;
  remember(order, { at, event, from, by });
  return true;
}

export function remaining({ quantity, executed }: Order): number {
  return quantity - executed;
}

function execute(order: Order, quantity: number): void {
  order.executed = Math.min(order.quantity, order.executed + quantity);
  order.averagePrice = order.price;
}

/** The order as it was at a time, from its history; undefined if it was not there yet. */
export function orderAt(order: Order, time: number): Order | undefined {
  if (order.changedAt <= time) return order;
  const past = order.history.filter(({ at }) => at <= time);
  const last = past.at(-1);
  // Those that open with the sandbox were there before its history begins.
  if (!last) return order.createdAt <= time ? openedOrder(order) : undefined;
  const taken = past.findLast(({ event }) => event === "cancel-taken");
  const decided = past.findLast(({ event }) => event.startsWith("cancel-"));
  return {
    ...order,
    status: last.to,
    before: taken?.from ?? order.before,
    executed: last.executed,
    averagePrice: last.executed > 0 ? order.price : 0,
    cancelRejected: decided?.event === "cancel-rejected",
    changedAt: last.at,
  };
}

function openedOrder(order: Order): Order {
  const [opened] = order.history;
  if (!opened) return order;
  return {
    ...order,
    status: opened.to,
    executed: opened.executed,
    cancelRejected: false,
    changedAt: opened.at,
  };
}

type Shown = (order: Order) => string | number;

/** The properties of an order, as the API shows them. */
export const SHOWN = {
  Id: ({ id }) => id,
  AccountId: ({ accountId }) => accountId,
  Status: ({ status }) => status,
  // The venue learns of a cancel only when its turn comes.
  ExecutionStatus: ({ status, before }) => (status === "PendingCancel" ? before : status),
  Side: ({ side }) => side,
  Type: ({ type }) => type,
  SecurityId: ({ securityId }) => securityId,
  SecurityType: ({ securityType }) => securityType,
  Symbol: ({ securityId }) => SYMBOLS[securityId] ?? `SECURITY-${securityId}`,
  Quantity: ({ quantity }) => quantity,
  ExecutedQuantity: ({ executed }) => executed,
  LeavesQuantity: shownLeaves,
  Price: ({ type, price }) => (type === "Market" ? 0 : price),
  StopPrice: () => 0,
  AveragePrice: ({ averagePrice }) => averagePrice,
  TimeInForce: ({ timeInForce }) => timeInForce,
  ClientId: ({ id }) => clientId(id),
  RequestStatus: requestStatus,
  Target: target,
  ParentId: ({ parentId }) => parentId,
  CreateDate: ({ createdAt }) => new Date(createdAt).toISOString(),
  Date: ({ changedAt }) => new Date(changedAt).toISOString(),
  TransactionDate: ({ changedAt }) => new Date(changedAt).toISOString(),
} as const satisfies Record<string, Shown>;

const PROPERTIES: readonly (readonly [string, Shown])[] = Object.entries(SHOWN);

/** The order as the API shows it: values to fill into the documented shape. */
export function shownOrder(order: Order, legs: Order[]): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of PROPERTIES) shown[name] = value(order);
  if (order.replaces !== undefined) shown.OrigClientId = clientId(order.replaces);
  if (order.cancelRejected) shown.Description = "The venue refused to cancel the order.";
  shown.Legs = legs.map((leg) => shownOrder(leg, []));
  return shown;
}

function clientId(id: number): string {
  return `client-${id}`;
}

/** The vendor's own examples show 0 on a fresh order, so ours do. */
function shownLeaves(order: Order): number {
  return CLOSED.has(order.status) || order.status === "PendingNew" ? 0 : remaining(order);
}

function requestStatus({ status, cancelRejected }: Order): string {
  if (cancelRejected) return "Rejected";
  return status === "PendingCancel" ? "Executing" : "Complete";
}

function target({ status, cancelRejected }: Order): string {
  if (cancelRejected) return "CancelReject";
  return status === "PendingCancel" || status === "Canceled" ? "Cancel" : "New";
}
