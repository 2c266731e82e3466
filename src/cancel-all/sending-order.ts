// Owns the order in which DELETEs go: what may do most in the market first. Pure.
import type { Order } from "../cancel/ledger.js";
import { quantitiesOf } from "../cancel/quantities.js";

/** What ranks an order. */
export interface Exposure {
  /** True: it executes at whatever the market offers, at once or once it is triggered. */
  readonly atMarket: boolean;
  /** `Quantity` minus `ExecutedQuantity`; absent where the order does not state them. */
  readonly remainingQuantity?: number;
}

/** Types without a limit to the price. `Stop` becomes a market order when it is triggered. */
const AT_MARKET = ["market", "stop", "trailingstop", "marketonclose", "marketonopen"];

export function exposureOf(order: Order): Exposure {
  const atMarket = AT_MARKET.includes(String(order.Type).toLowerCase());
  const { remainingQuantity } = quantitiesOf(order);
  return remainingQuantity === undefined ? { atMarket } : { atMarket, remainingQuantity };
}

interface Ranked {
  readonly orderId: number;
  readonly exposure: Exposure;
}

/**
 * Market before limit, then the larger remaining quantity, then the older order. An order that does not state its
 * quantity goes before those that do: it may be any.
 */
export function byExposure(a: Ranked, b: Ranked): number {
  if (a.exposure.atMarket !== b.exposure.atMarket) return a.exposure.atMarket ? -1 : 1;
  const { remainingQuantity: ofA = Number.MAX_VALUE } = a.exposure;
  const { remainingQuantity: ofB = Number.MAX_VALUE } = b.exposure;
  return ofB - ofA || a.orderId - b.orderId;
}

interface Throttled {
  /** How many 429s in a row it has met. */
  throttled(): number;
}

/**
 * Those of `due` that may go now. After a 429 one request goes first: were it again the one that met the limit, that
 * order could hold up all others for good. So it goes behind those that wait.
 */
export function leastThrottled<T extends Throttled>(due: readonly T[], waiting: readonly Throttled[]): T[] {
  const least = Math.min(...[...due, ...waiting].map((one) => one.throttled()));
  return due.filter((one) => one.throttled() === least);
}
