// Owns the change of an order by hand: what can be set, and whether the order that comes of it can be.
import { ControlError, check } from "./control-check.js";
import { defined } from "./defined.js";
import type { OrderEvent } from "./order.js";
import { newOrder, type Order } from "./order.js";
import { legsOf, type OrderStore } from "./order-store.js";

/** What can be set of an order. */
export type OrderChange = Partial<
  Pick<
    Order,
    | "accountId"
    | "status"
    | "side"
    | "type"
    | "securityId"
    | "securityType"
    | "quantity"
    | "executed"
    | "price"
    | "timeInForce"
    | "parentId"
    | "replaces"
    | "successorId"
    | "plan"
    | "fault"
    | "refuse"
  >
>;

/** More orders than anybody needs, and few enough to keep in memory. */
const MAX_ORDERS = 50_000;
const MAX_LEGS = 100;

/** The order as it will be; throws, before anything has changed, if it cannot be. */
export function changeOrder(
  store: OrderStore,
  id: number,
  given: OrderChange,
  documented: ReadonlyMap<string, readonly string[]>,
  now: number,
): Order {
  check("OrderId", id, "order");
  check("OrderChange", given, "order");
  const old = store.byId.get(id);
  if (!old && store.byId.size >= MAX_ORDERS)
    throw new ControlError(
      `There are ${MAX_ORDERS} orders already: change one of them, or reset the sandbox.`,
    );
  const order = changed(old, id, defined(given), now);
  checkQuantity(order);
  checkFamily(store, order);
  checkRefusal(order, documented.get("cancelOrder") ?? []);
  return order;
}

/** Changing keeps the history; the change itself becomes a part of it. */
function changed(old: Order | undefined, id: number, given: OrderChange, now: number): Order {
  if (!old) return newOrder({ ...given, id, createdAt: now }, now);
  const order = newOrder({ ...old, ...given, id, changedAt: now, cancelRejected: false }, now);
  const put = order.history.map((opened): OrderEvent => ({ ...opened, event: "put", from: old.status }));
  order.history = [...old.history, ...put];
  return order;
}

function checkQuantity({ executed, quantity }: Order): void {
  if (executed > quantity)
    throw new ControlError(
      `order.executed: give at most the quantity, which is ${quantity}, not ${executed}.`,
    );
}

/** An order has legs or is one: nothing else is documented, and a circle would have no end. */
function checkFamily(store: OrderStore, { id, parentId }: Order): void {
  if (parentId < 0) return;
  const parent = store.byId.get(parentId);
  if (parentId === id || (parent && parent.parentId >= 0))
    throw new ControlError(`order.parentId: ${parentId} is a leg itself: give an order that is none.`);
  if (legsOf(store, id).length > 0)
    throw new ControlError(`order.parentId: order ${id} has legs, so it cannot be one.`);
  if (legsOf(store, parentId).filter((leg) => leg.id !== id).length >= MAX_LEGS)
    throw new ControlError(`order.parentId: order ${parentId} has ${MAX_LEGS} legs already.`);
}

function checkRefusal({ refuse }: Order, keys: readonly string[]): void {
  if (refuse === undefined || keys.includes(refuse)) return;
  const refusals = keys.filter((key) => Number(key.slice(0, 3)) >= 400);
  throw new ControlError(`order.refuse: give one of ${refusals.join(", ")}, not "${refuse}".`);
}
