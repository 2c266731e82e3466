// Owns how long things take, in milliseconds.
import { ControlError } from "./control-check.js";

/** Shortest and longest. */
export type Range = readonly [from: number, to: number];

export interface Timing {
  /** Delay of every response. */
  latency: Range;
  /** From an accepted cancel to the venue's decision. */
  venueMs: Range;
  /** Time that the venue takes to answer a read. */
  venueReadMs: number;
  /** How stale the orders in `getOrder` and `listOrders` are. */
  readLagMs: Range;
}

/** A number, or the shortest and the longest. */
export type Time = number | Range;

export interface TimingChange {
  /** Delay of every response, in milliseconds: a number, or `[shortest, longest]`. */
  latency?: Time;
  /** Milliseconds from an accepted cancel to the venue's decision: a number, or `[shortest, longest]`. */
  venueMs?: Time;
  /** Milliseconds that the venue takes to answer `getSyncOrder` and `listSyncOrders`. */
  venueReadMs?: number;
  /** How stale the orders in `getOrder` and `listOrders` are, in milliseconds: a number, or `[shortest, longest]`. */
  readLagMs?: Time;
}

export const TIMING: Timing = { latency: [0, 0], venueMs: [600, 1200], venueReadMs: 0, readLagMs: [0, 0] };

/** What is left out stays. */
export function changeTiming(
  timing: Timing,
  { latency, venueMs, venueReadMs, readLagMs }: TimingChange,
): Timing {
  const changed = { ...timing };
  if (latency !== undefined) changed.latency = rangeOf(latency);
  if (venueMs !== undefined) changed.venueMs = rangeOf(venueMs);
  if (venueReadMs !== undefined) changed.venueReadMs = venueReadMs;
  if (readLagMs !== undefined) changed.readLagMs = rangeOf(readLagMs);
  return changed;
}

function rangeOf(time: Time): Range {
  if (typeof time === "number") return [time, time];
  const [from, to] = time;
  if (from > to) throw new ControlError(`timing: ${from} to ${to} is no time: give the shorter one first.`);
  return [from, to];
}

/** @param chance 0 to 1 */
export function valueIn([from, to]: Range, chance: number): number {
  return from + (to - from) * chance;
}
