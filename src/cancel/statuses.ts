// Owns how each order status is read by someone who wants the order canceled: one table. Pure.
import type { KnownOrderStatus } from "../generated/types.js";

/**
 * - `canceled`, `closed`: nothing more can happen to the order.
 * - `replaced`: this number is dead, the order that replaced it lives.
 * - `pending`: a cancel is on its way; another one must not be sent.
 * - `open`: the order is in the market.
 * - `unproven`: neither open nor closed is proved.
 */
export type Reading = "canceled" | "closed" | "replaced" | "pending" | "open" | "unproven";

/** From the FIX order-state matrices. The type makes a status that the spec adds a compile error here. */
export const READINGS: Record<KnownOrderStatus, Reading> = {
  New: "open",
  PartiallyFilled: "open",
  AcceptedForBidding: "open",
  Suspended: "open",
  Held: "open",
  PendingNew: "open",
  Stopped: "open",
  PendingReplace: "open",
  PendingCancel: "pending",
  Canceled: "canceled",
  Filled: "closed",
  Rejected: "closed",
  Expired: "closed",
  Replaced: "replaced",
  // Ends for today only: a good-till-cancel order comes back tomorrow.
  DoneForDay: "unproven",
  Calculated: "unproven",
  Error: "unproven",
};

/** A status that nobody listed proves nothing. */
export function readingOf(status: string): Reading {
  return Object.hasOwn(READINGS, status) ? READINGS[status as KnownOrderStatus] : "unproven";
}
