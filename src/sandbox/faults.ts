// Owns the faults: what can become of a request or its answer on the way. Pure; may use breaches.ts.
import type { BreachName } from "./undocumented.js";

export interface Fault {
  /** Whether the request takes effect before the fault. */
  effect: boolean;
  /** What the caller gets instead of the answer. */
  wire: "closed" | "reset" | "nothing" | { answer: string; empty?: boolean } | { breach: BreachName };
  says: string;
}

export const FAULTS = {
  "lost-before": { effect: false, wire: "closed", says: "the request is lost; the connection closes" },
  "lost-after": { effect: true, wire: "closed", says: "it takes effect, then the connection closes" },
  reset: { effect: false, wire: "reset", says: "the connection is reset before anything happens" },
  "reset-after": { effect: true, wire: "reset", says: "it takes effect, then the connection is reset" },
  never: { effect: false, wire: "nothing", says: "no answer ever comes; nothing happens" },
  "never-after": { effect: true, wire: "nothing", says: "it takes effect, but no answer ever comes" },
  "500-before": { effect: false, wire: { answer: "500 server-error" }, says: "500; nothing happens" },
  "500-after": { effect: true, wire: { answer: "500 server-error" }, says: "500, though it takes effect" },
  "503": { effect: false, wire: { breach: "unavailable" }, says: "503; nothing happens" },
  "503-after": { effect: true, wire: { breach: "unavailable" }, says: "503, though it takes effect" },
  html: {
    effect: false,
    wire: { breach: "html-page" },
    says: "a proxy's HTML page with 502; nothing happens",
  },
  "html-after": {
    effect: true,
    wire: { breach: "html-page" },
    says: "a proxy's HTML page, though it takes effect",
  },
  "204-body": {
    effect: true,
    wire: { breach: "no-content-with-body" },
    says: "it takes effect; 204 with a body",
  },
  "200-object": {
    effect: true,
    wire: { answer: "200 accepted-with-body" },
    says: "it takes effect; 200 with an object that says nothing",
  },
  truncated: { effect: true, wire: { breach: "truncated" }, says: "it takes effect; the answer breaks off" },
  "409-empty": {
    effect: false,
    wire: { answer: "409 order-already-filled", empty: true },
    says: "409 without a body; nothing happens",
  },
  "401": { effect: false, wire: { answer: "401 token-expired" }, says: "401 as for an expired token" },
  "403": { effect: false, wire: { answer: "403 not-permitted" }, says: "403: the user may not do this" },
  "404": { effect: false, wire: { answer: "404 order-unknown" }, says: "404, though the order may exist" },
  "429": { effect: false, wire: { answer: "429 too-many-requests" }, says: "429 with a wait of one window" },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

export function faultNamed(name: string): Fault {
  const fault = (FAULTS as Record<string, Fault>)[name];
  if (!fault || !Object.hasOwn(FAULTS, name))
    throw new Error(`There is no fault "${name}". Faults: ${Object.keys(FAULTS).join(", ")}.`);
  return fault;
}
