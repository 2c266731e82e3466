// Owns the quantities of an order: what it states, and what remains of it. Pure.
import type { Order } from "./ledger.js";

/** Absent where the order does not state them. */
export interface Quantities {
  /** Quantity executed so far, in units of the order; fractions exist. */
  readonly executedQuantity?: number;
  /** `Quantity` minus `ExecutedQuantity`, never below 0. */
  readonly remainingQuantity?: number;
}

export function quantitiesOf(order: Partial<Order> | undefined): Quantities {
  const executedQuantity = stated(order?.ExecutedQuantity);
  if (executedQuantity === undefined) return {};
  const quantity = stated(order?.Quantity);
  if (quantity === undefined) return { executedQuantity };
  return { executedQuantity, remainingQuantity: Math.max(0, difference(quantity, executedQuantity)) };
}

function stated(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 ? value : undefined;
}

/** Without the dust of binary fractions: 0.3 minus 0.1 is 0.2. */
function difference(a: number, b: number): number {
  return Number((a - b).toFixed(Math.max(decimalsOf(a), decimalsOf(b))));
}

/** The most that `toFixed` takes. */
const MOST_DECIMALS = 100;

/** Digits behind the point. */
function decimalsOf(value: number): number {
  let digits = 0;
  while (digits < MOST_DECIMALS && Number(value.toFixed(digits)) !== value) digits++;
  return digits;
}
