// Owns the orders that account 6303 has at the start.
import { STATUSES } from "./lifecycle.js";
import { type NewOrder, newOrder, type Order, type PlannedEvent, SIDES } from "./order.js";
import { SITUATIONS, type Situation } from "./situations.js";

export const ACCOUNT = 6303;
export const FOREIGN_ACCOUNT = 6304;
/** A user id: sent instead of an account id, the vendor answers 500. */
export const USER_ID = 7125;

/** One order per status: 73501 is New, 73517 is Held. */
const FIRST = 73501;

/** The second order in the spec's examples. */
const STORY: NewOrder = {
  id: 73551,
  status: "Filled",
  side: "SellShort",
  type: "Market",
  quantity: 20.5,
};

/** An open order, whose id is an example in the spec, and a filled one. */
const MUTUAL_FUND = { securityType: "MutualFund", securityId: 7, type: "Market", price: 21.4 };
const MUTUAL_FUNDS: NewOrder[] = [
  { ...MUTUAL_FUND, id: 74001 },
  { ...MUTUAL_FUND, id: 74002, status: "Filled" },
];

/** Statuses in which the venue does not confirm the cancel. */
const PLANS: Partial<Record<string, PlannedEvent[]>> = {
  Stopped: [{ event: "filled", after: 1 }],
  PendingCancel: [],
};

export function openingOrders(now: number): Order[] {
  return [
    ...STATUSES.map((status, index) => ofStatus(status, index)),
    STORY,
    ...MUTUAL_FUNDS,
    ...SITUATIONS.filter(({ ends }) => ends !== undefined).flatMap(ofSituation),
  ].map((given, index) => newOrder({ createdAt: now - 5_400_000 + index * 60_000, ...given }, now));
}

function ofStatus(status: (typeof STATUSES)[number], index: number): NewOrder {
  const side = SIDES[index % SIDES.length];
  const order: NewOrder = { id: FIRST + index, status, ...(side && { side }), securityId: 4 + (index % 3) };
  const plan = PLANS[status];
  if (plan) order.plan = plan;
  if (status === "PartiallyFilled" || status === "PendingCancel") order.executed = 62.5;
  if (status === "PendingCancel") order.before = "PartiallyFilled";
  return order;
}

function ofSituation({ id, order, others = [], plan, fault, refuse }: Situation): NewOrder[] {
  return [{ id, ...order, ...(plan && { plan }), fault, refuse }, ...others];
}
