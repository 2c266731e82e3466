// Owns what an order is in the sandbox and how it is shown. Pure; may use lifecycle.ts.
import { CLOSED, type EventName, isCancelable, next, type Status } from "./lifecycle.js";

export type Side = "Buy" | "Sell" | "SellShort" | "BuyToCover";

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
  createdAt: number;
  changedAt: number;
  /** What the venue does once a cancel was taken. */
  plan: Step[];
  /** Name of the fault that every cancel of the order meets. */
  fault: string | undefined;
  /** Status that a cancel of the order is refused with, whatever its state. */
  refuse: string | undefined;
  history: OrderEvent[];
}

/** Of the securities in the opening orders. */
const SYMBOLS: Record<number, string> = { 4: "AAPL", 5: "MSFT", 6: "NVDA" };

export const CANCELS: Step[] = [{ event: "cancel-confirmed", after: 1 }];

/** Kept per order; older events go first. */
const HISTORY = 1000;

export function newOrder(given: Partial<Order> & { id: number }, now: number): Order {
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

/** Lets `event` happen, if the order is in a state for it; says whether it did. */
export function befall(
  order: Order,
  event: EventName,
  { at, by, quantity }: { at: number; by: OrderEvent["by"]; quantity?: number | undefined },
): boolean {
  const to = next(order, event);
  if (to === undefined) return false;
  const from = order.status;
  if (event === "part-filled") execute(order, quantity ?? remaining(order) / 2);
  if (event === "filled") execute(order, remaining(order));
  if (event === "cancel-taken") order.before = from;
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

/** The order as the API shows it: values to fill into the documented shape. */
export function shownOrder(order: Order, legs: Order[]): Record<string, unknown> {
  return {
    Id: order.id,
    AccountId: order.accountId,
    Status: order.status,
    // The venue learns of a cancel only when its turn comes.
    ExecutionStatus: order.status === "PendingCancel" ? order.before : order.status,
    Side: order.side,
    Type: order.type,
    SecurityId: order.securityId,
    SecurityType: order.securityType,
    Symbol: SYMBOLS[order.securityId] ?? `SECURITY-${order.securityId}`,
    Quantity: order.quantity,
    ExecutedQuantity: order.executed,
    LeavesQuantity: shownLeaves(order),
    Price: order.type === "Market" ? 0 : order.price,
    StopPrice: 0,
    AveragePrice: order.averagePrice,
    TimeInForce: order.timeInForce,
    ClientId: `client-${order.id}`,
    RequestStatus: order.status === "PendingCancel" ? "Executing" : "Complete",
    Target: order.status === "PendingCancel" || order.status === "Canceled" ? "Cancel" : "New",
    ParentId: order.parentId,
    Legs: legs.map((leg) => shownOrder(leg, [])),
    CreateDate: new Date(order.createdAt).toISOString(),
    Date: new Date(order.changedAt).toISOString(),
    TransactionDate: new Date(order.changedAt).toISOString(),
  };
}

/** The vendor's own examples show 0 on a fresh order, so ours do. */
function shownLeaves(order: Order): number {
  return CLOSED.has(order.status) || order.status === "PendingNew" ? 0 : remaining(order);
}

export { isCancelable };
