// Owns how long things take, in milliseconds.
import { ControlError } from "./control-check.js";

/** The two that a time lies between. */
export type Range = readonly [from: number, to: number];

export interface Timing {
  /** What every answer takes on its way. */
  latency: Range;
  /** From a cancel that was taken to the venue's turn. */
  venueMs: Range;
  /** What the venue takes to answer a read. */
  venueReadMs: number;
  /** How old the orders are that `getOrder` and `listOrders` show, as from a copy that lags behind. */
  readLagMs: Range;
}

/** A number, or the two that it lies between. */
export type Time = number | Range;

export interface TimingGiven {
  /** Milliseconds that every answer takes on its way: a number, or the two that it lies between. */
  latency?: Time;
  /** Milliseconds from a cancel to the venue's turn. */
  venueMs?: Time;
  /** Milliseconds that the venue takes to answer `getSyncOrder`. */
  venueReadMs?: number;
  /** Milliseconds that the orders are old which `getOrder` and `listOrders` show. */
  readLagMs?: Time;
}

export const TIMING: Timing = { latency: [0, 0], venueMs: [600, 1200], venueReadMs: 0, readLagMs: [0, 0] };

/** What is left out stays. */
export function changeTiming(
  timing: Timing,
  { latency, venueMs, venueReadMs, readLagMs }: TimingGiven,
): Timing {
  return {
    latency: latency === undefined ? timing.latency : rangeOf(latency),
    venueMs: venueMs === undefined ? timing.venueMs : rangeOf(venueMs),
    venueReadMs: venueReadMs ?? timing.venueReadMs,
    readLagMs: readLagMs === undefined ? timing.readLagMs : rangeOf(readLagMs),
  };
}

function rangeOf(time: Time): Range {
  const [from, to] = typeof time === "number" ? [time, time] : time;
  if (from > to) throw new ControlError(`timing: ${from} to ${to} is no time: give the shorter one first.`);
  return [from, to];
}

/** @param chance 0 to 1 */
export function within([from, to]: Range, chance: number): number {
  return from + (to - from) * chance;
}
