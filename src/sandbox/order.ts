// Owns an order: its data, what an event does to it, and the body that the API sends for it.
import type { FaultName } from "./faults.js";
import { CLOSED, type EventName, next, type Status } from "./lifecycle.js";

export const SIDES = ["Buy", "Sell", "SellShort", "BuyToCover"] as const;
type Side = (typeof SIDES)[number];

/** What the venue does some time after a cancel was accepted. */
export interface PlannedEvent {
  event: EventName;
  /** When, as a multiple of `venueMs`: 1 is when the venue decides. */
  after: number;
  /** Share of the remaining quantity, for `part-filled`. */
  share?: number;
}

/** One entry of an order's history. */
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
  /** Status before PendingCancel: the one that the venue still has. */
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
  /** Id of the order that this one replaces. */
  replaces: number | undefined;
  /** Id of the order that will replace this one. */
  successorId: number | undefined;
  /** Whether the venue rejected the latest cancel. */
  cancelRejected: boolean;
  createdAt: number;
  changedAt: number;
  /** What the venue does after a cancel was accepted. */
  plan: PlannedEvent[];
  /** Fault for every cancel of this order. */
  fault: FaultName | undefined;
  /** Documented response that refuses every cancel of this order: status and name of its example. */
  refuse: string | undefined;
  history: OrderEvent[];
}

const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [4, "AAPL"],
  [5, "MSFT"],
  [6, "NVDA"],
  [7, "FUNDX"],
]);

/** What a new order needs; the rest has defaults. */
export type NewOrder = Partial<Order> & { id: number };

/** The venue's plan unless an order has another one. */
export const CONFIRMS_CANCEL: PlannedEvent[] = [{ event: "cancel-confirmed", after: 1 }];

/** Events kept per order; the oldest are dropped. */
const MAX_HISTORY = 200;

export function newOrder(given: NewOrder, now: number): Order {
  const { status = "New", quantity = 150 } = given;
  const order: Order = {
    status,
    accountId: 6303,
    before: "New",
    side: "Buy",
    type: "Limit",
    securityId: 4,
    securityType: "CommonStock",
    quantity,
    executed: status === "Filled" ? quantity : 0,
    price: 156.5,
    averagePrice: 0,
    timeInForce: "Day",
    parentId: -1,
    replaces: undefined,
    successorId: undefined,
    cancelRejected: false,
    createdAt: now - 5_400_000,
    changedAt: now,
    plan: CONFIRMS_CANCEL,
    fault: undefined,
    refuse: undefined,
    ...given,
    history: [],
  };
  if (order.executed > 0 && order.averagePrice === 0) order.averagePrice = order.price;
  record(order, { at: now, event: "opened", from: undefined, by: "control" });
  return order;
}

function record(order: Order, event: Omit<OrderEvent, "to" | "executed">): void {
  if (order.history.length >= MAX_HISTORY) order.history.shift();
  order.history.push({ ...event, to: order.status, executed: order.executed });
}

/** When an event happens, who reports it, and how much a partial fill executes. */
export interface ExecutionReport {
  at: number;
  by: OrderEvent["by"];
  quantity?: number | undefined;
}

/** Applies an event to an order. Returns false, and changes nothing, if the order's status does not allow it. */
export function applyEvent(order: Order, event: EventName, { at, by, quantity }: ExecutionReport): boolean {
  const to = next(order, event);
  if (to === undefined) return false;
  const from = order.status;
  if (event === "part-filled") execute(order, quantity);
  if (event === "filled") execute(order, remaining(order));
  if (event === "cancel-taken") order.before = from;
  if (event.startsWith("cancel-")) order.cancelRejected = event === "cancel-rejected";
  order.status = to;
  if (event === "part-filled" && remaining(order) === 0) order.status = "Filled";
  order.changedAt = at;
  record(order, { at, event, from, by });
  return true;
}

export function remaining({ quantity, executed }: Order): number {
  return quantity - executed;
}

/** Half of what remains, unless a quantity is given. */
function execute(order: Order, quantity = remaining(order) / 2): void {
  order.executed = Math.min(order.quantity, order.executed + quantity);
  order.averagePrice = order.price;
}

/** The order as it was at `time`, from its history; undefined if it did not exist yet. */
export function orderAt(order: Order, time: number): Order | undefined {
  if (order.changedAt <= time) return order;
  const past = order.history.filter(({ at }) => at <= time);
  const last = past.at(-1);
  if (last) return orderAfter(order, past, last);
  // The opening orders existed before their history begins.
  if (order.createdAt <= time) return openedOrder(order);
  return undefined;
}

/** The order right after the last of these events. */
function orderAfter(order: Order, past: OrderEvent[], last: OrderEvent): Order {
  const accepted = past.findLast(({ event }) => event === "cancel-taken");
  const latestCancel = past.findLast(({ event }) => event.startsWith("cancel-"));
  const { to: status, executed, at: changedAt } = last;
  const cancelRejected = latestCancel?.event === "cancel-rejected";
  const before = accepted?.from ?? order.before;
  const averagePrice = executed > 0 ? order.price : 0;
  return { ...order, status, before, executed, averagePrice, cancelRejected, changedAt };
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

type PropertyOf = (order: Order) => string | number;

/** The properties of an order in the API's bodies, and where their values come from. */
export const API_PROPERTIES = {
  Id: ({ id }) => id,
  AccountId: ({ accountId }) => accountId,
  Status: ({ status }) => status,
  ExecutionStatus: executionStatus,
  Side: ({ side }) => side,
  Type: ({ type }) => type,
  SecurityId: ({ securityId }) => securityId,
  SecurityType: ({ securityType }) => securityType,
  Symbol: ({ securityId }) => SYMBOLS.get(securityId) ?? `SECURITY-${securityId}`,
  Quantity: ({ quantity }) => quantity,
  ExecutedQuantity: ({ executed }) => executed,
  LeavesQuantity: leavesQuantity,
  Price: limitPrice,
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
} as const satisfies Record<string, PropertyOf>;

const PROPERTIES: readonly (readonly [string, PropertyOf])[] = Object.entries(API_PROPERTIES);

/** The order as the API sends it: values for the placeholders of the documented body. */
export function orderBody(order: Order, legs: Order[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, value] of PROPERTIES) body[name] = value(order);
  if (order.replaces !== undefined) body.OrigClientId = clientId(order.replaces);
  if (order.cancelRejected) body.Description = "The venue refused to cancel the order.";
  body.Legs = legs.map((leg) => orderBody(leg, []));
  return body;
}

function clientId(id: number): string {
  return `client-${id}`;
}

/** The venue learns of a cancel only when it decides. */
function executionStatus({ status, before }: Order): Status {
  if (status === "PendingCancel") return before;
  return status;
}

function limitPrice({ type, price }: Order): number {
  if (type === "Market") return 0;
  return price;
}

/** 0 for a PendingNew order, as in the vendor's own examples. */
function leavesQuantity(order: Order): number {
  if (CLOSED.has(order.status) || order.status === "PendingNew") return 0;
  return remaining(order);
}

function requestStatus({ status, cancelRejected }: Order): string {
  if (cancelRejected) return "Rejected";
  if (status === "PendingCancel") return "Executing";
  return "Complete";
}

function target({ status, cancelRejected }: Order): string {
  if (cancelRejected) return "CancelReject";
  if (status === "PendingCancel" || status === "Canceled") return "Cancel";
  return "New";
}
