// Results that somebody has changed, or that never were results: what `resume` must not be fooled by.
import type { Result } from "./calls.js";
import type { Random } from "./random.js";

const WAYS: Record<string, (result: Result) => unknown> = {
  "an empty object": () => ({}),
  "a text": () => "canceled",
  nothing: () => undefined,
  "a promise": (result) => Promise.resolve(result),
  "only a verdict": () => ({ verdict: "canceled" }),
  "no attempts": ({ attempts: _, ...rest }) => rest,
  "attempts that are none": (result) => ({ ...result, attempts: [null, 7] }),
  "attempts forgotten": (result) => ({ ...result, attempts: [], outstanding: 0 }),
  "observations that are none": (result) => ({ ...result, observations: "New" }),
  "another origin": (result) => ({ ...result, origin: "https://elsewhere.test" }),
  "another version": (result) => ({ ...result, version: 99 }),
  "no version": ({ version: _, ...rest }) => rest,
  "an order that is no number": (result) => ({ ...result, orderId: "../1" }),
  "less than none outstanding": (result) => ({ ...result, outstanding: -1000 }),
  "a state of the old version": (result) => ({
    ...result,
    state: { phase: "sending", deletes: -1000, reads: -1000, throttles: -1000 },
  }),
  "another verdict": (result) => ({ ...result, verdict: "pending" }),
  "an unknown verdict": (result) => ({ ...result, verdict: "fine" }),
  "times that are none": (result) => ({ ...result, startedAt: "yesterday" }),
  "an unknown via": (result) => ({ ...result, via: "phone" }),
};

export function tamper(result: Result, random: Random, label: string): unknown {
  const way = random.pick(`${label} tampering`, Object.keys(WAYS));
  random.happened.add(`${label} tampering: ${way}`);
  return WAYS[way]?.(result);
}
