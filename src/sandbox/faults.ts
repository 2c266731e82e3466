// Owns the faults: what can become of a request or its answer on the way.
import { ANSWER } from "./documented.js";
import type { UndocumentedName } from "./undocumented.js";

export interface Fault {
  /** Whether the request takes effect before the fault. */
  effect: boolean;
  /** What the caller gets in place of the answer. */
  outcome:
    | "closed"
    | "reset"
    | "nothing"
    | { documented: string; empty?: boolean }
    | { undocumented: UndocumentedName };
  says: string;
}

const SERVER_ERROR = { documented: ANSWER.serverError };
const UNAVAILABLE = { undocumented: "unavailable" } as const;
const HTML_PAGE = { undocumented: "html-page" } as const;
const BODY_AFTER_204 = { undocumented: "no-content-with-body" } as const;
const TRUNCATED = { undocumented: "truncated" } as const;

export const FAULTS = {
  "lost-before": { effect: false, outcome: "closed", says: "the request is lost; the connection closes" },
  "lost-after": { effect: true, outcome: "closed", says: "it takes effect, then the connection closes" },
  reset: { effect: false, outcome: "reset", says: "the connection is reset before anything happens" },
  "reset-after": { effect: true, outcome: "reset", says: "it takes effect, then the connection is reset" },
  never: { effect: false, outcome: "nothing", says: "no answer ever comes; nothing happens" },
  "never-after": { effect: true, outcome: "nothing", says: "it takes effect, but no answer ever comes" },
  "500-before": { effect: false, outcome: SERVER_ERROR, says: "500; nothing happens" },
  "500-after": { effect: true, outcome: SERVER_ERROR, says: "500, though it takes effect" },
  "503": { effect: false, outcome: UNAVAILABLE, says: "503; nothing happens" },
  "503-after": { effect: true, outcome: UNAVAILABLE, says: "503, though it takes effect" },
  html: { effect: false, outcome: HTML_PAGE, says: "a proxy's HTML page with 502; nothing happens" },
  "html-after": { effect: true, outcome: HTML_PAGE, says: "a proxy's HTML page, though it takes effect" },
  "204-body": { effect: true, outcome: BODY_AFTER_204, says: "it takes effect; 204 with a body" },
  "200-object": {
    effect: true,
    outcome: { documented: ANSWER.acceptedWithBody },
    says: "it takes effect; 200 with an object that says nothing",
  },
  truncated: { effect: true, outcome: TRUNCATED, says: "it takes effect; the answer breaks off" },
  "409-empty": {
    effect: false,
    outcome: { documented: ANSWER.alreadyFilled, empty: true },
    says: "409 without a body; nothing happens",
  },
  "401": {
    effect: false,
    outcome: { documented: ANSWER.tokenExpired },
    says: "401 as for an expired token",
  },
  "403": {
    effect: false,
    outcome: { documented: ANSWER.notPermitted },
    says: "403: the user may not do this",
  },
  "404": {
    effect: false,
    outcome: { documented: ANSWER.orderUnknown },
    says: "404, though the order may exist",
  },
  "429": {
    effect: false,
    outcome: { documented: ANSWER.tooManyRequests },
    says: "429 with a wait of one window",
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

export function faultNamed(name: FaultName): Fault {
  return FAULTS[name];
}
