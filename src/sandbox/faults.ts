// Owns the faults: what can happen to a request or its response on the way.
import { RESPONSE } from "./documented-responses.js";
import type { UndocumentedName } from "./undocumented.js";

export interface Fault {
  /** Whether the request takes effect before the fault happens. */
  takesEffect: boolean;
  /** What the caller gets instead of the response. */
  outcome:
    | "closed"
    | "reset"
    | "nothing"
    | { documented: string; empty?: boolean }
    | { undocumented: UndocumentedName };
  says: string;
}

const SERVER_ERROR = { documented: RESPONSE.serverError };
const UNAVAILABLE = { undocumented: "unavailable" } as const;
const HTML_PAGE = { undocumented: "html-page" } as const;
const BODY_AFTER_204 = { undocumented: "no-content-with-body" } as const;
const TRUNCATED = { undocumented: "truncated" } as const;

export const FAULTS = {
  "lost-before": {
    takesEffect: false,
    outcome: "closed",
    says: "the request is lost; the connection closes",
  },
  "lost-after": { takesEffect: true, outcome: "closed", says: "it takes effect, then the connection closes" },
  reset: { takesEffect: false, outcome: "reset", says: "the connection is reset before anything happens" },
  "reset-after": {
    takesEffect: true,
    outcome: "reset",
    says: "it takes effect, then the connection is reset",
  },
  never: { takesEffect: false, outcome: "nothing", says: "no answer ever comes; nothing happens" },
  "never-after": { takesEffect: true, outcome: "nothing", says: "it takes effect, but no answer ever comes" },
  "500-before": { takesEffect: false, outcome: SERVER_ERROR, says: "500; nothing happens" },
  "500-after": { takesEffect: true, outcome: SERVER_ERROR, says: "500, though it takes effect" },
  "503": { takesEffect: false, outcome: UNAVAILABLE, says: "503; nothing happens" },
  "503-after": { takesEffect: true, outcome: UNAVAILABLE, says: "503, though it takes effect" },
  html: { takesEffect: false, outcome: HTML_PAGE, says: "a proxy's HTML page with 502; nothing happens" },
  "html-after": {
    takesEffect: true,
    outcome: HTML_PAGE,
    says: "a proxy's HTML page, though it takes effect",
  },
  "204-body": { takesEffect: true, outcome: BODY_AFTER_204, says: "it takes effect; 204 with a body" },
  "200-object": {
    takesEffect: true,
    outcome: { documented: RESPONSE.acceptedWithBody },
    says: "it takes effect; 200 with an object that says nothing",
  },
  truncated: { takesEffect: true, outcome: TRUNCATED, says: "it takes effect; the answer breaks off" },
  "409-empty": {
    takesEffect: false,
    outcome: { documented: RESPONSE.alreadyFilled, empty: true },
    says: "409 without a body; nothing happens",
  },
  "401": {
    takesEffect: false,
    outcome: { documented: RESPONSE.tokenExpired },
    says: "401 as for an expired token",
  },
  "403": {
    takesEffect: false,
    outcome: { documented: RESPONSE.notPermitted },
    says: "403: the user may not do this",
  },
  "404": {
    takesEffect: false,
    outcome: { documented: RESPONSE.orderUnknown },
    says: "404, though the order may exist",
  },
  "429": {
    takesEffect: false,
    outcome: { documented: RESPONSE.tooManyRequests },
    says: "429 with a wait of one window",
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

export function faultNamed(name: FaultName): Fault {
  return FAULTS[name];
}
