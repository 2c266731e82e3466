// Owns the orders that account 6303 opens with.
import { STATUSES } from "./lifecycle.js";
import { newOrder, type Order, type OrderSeed, SIDES, type Step } from "./order.js";
import { SITUATIONS, type Situation } from "./situations.js";

export const ACCOUNT = 6303;
export const FOREIGN_ACCOUNT = 6304;
/** A user id, which the vendor answers with 500 in place of an account id. */
export const USER_ID = 7125;

/** One order per status: 73501 is New, 73517 is Held. */
const FIRST = 73501;

/** The other order of the spec's story. */
const STORY: OrderSeed = {
  id: 73551,
  status: "Filled",
  side: "SellShort",
  type: "Market",
  quantity: 20.5,
};

/** Orders for shares of a mutual fund: an open one, whose id the spec has as an example, and a filled one. */
const MUTUAL_FUND = { securityType: "MutualFund", securityId: 7, type: "Market", price: 21.4 };
const MUTUAL_FUNDS: OrderSeed[] = [
  { ...MUTUAL_FUND, id: 74001 },
  { ...MUTUAL_FUND, id: 74002, status: "Filled" },
];

/** Statuses after which the venue does something else than to cancel. */
const PLANS: Partial<Record<string, Step[]>> = {
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

function ofStatus(status: (typeof STATUSES)[number], index: number): OrderSeed {
  const order: OrderSeed = {
    id: FIRST + index,
    status,
    side: SIDES[index % SIDES.length] ?? "Buy",
    securityId: 4 + (index % 3),
  };
  const plan = PLANS[status];
  if (plan) order.plan = plan;
  if (status === "PartiallyFilled" || status === "PendingCancel") order.executed = 62.5;
  if (status === "PendingCancel") order.before = "PartiallyFilled";
  return order;
}

function ofSituation({ id, order, others = [], plan, fault, refuse }: Situation): OrderSeed[] {
  return [{ id, ...order, ...(plan ? { plan } : {}), fault, refuse }, ...others];
}
