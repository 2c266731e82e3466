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
    says: "the connection closes; the request has no effect",
  },
  "lost-after": {
    takesEffect: true,
    outcome: "closed",
    says: "the connection closes; the request takes effect",
  },
  reset: { takesEffect: false, outcome: "reset", says: "the connection is reset; the request has no effect" },
  "reset-after": {
    takesEffect: true,
    outcome: "reset",
    says: "the connection is reset; the request takes effect",
  },
  never: { takesEffect: false, outcome: "nothing", says: "no answer ever comes; the request has no effect" },
  "never-after": {
    takesEffect: true,
    outcome: "nothing",
    says: "no answer ever comes; the request takes effect",
  },
  "500-before": { takesEffect: false, outcome: SERVER_ERROR, says: "500; the request has no effect" },
  "500-after": { takesEffect: true, outcome: SERVER_ERROR, says: "500; the request takes effect" },
  "503": { takesEffect: false, outcome: UNAVAILABLE, says: "503; the request has no effect" },
  "503-after": { takesEffect: true, outcome: UNAVAILABLE, says: "503; the request takes effect" },
  html: {
    takesEffect: false,
    outcome: HTML_PAGE,
    says: "a proxy's HTML page with 502; the request has no effect",
  },
  "html-after": {
    takesEffect: true,
    outcome: HTML_PAGE,
    says: "a proxy's HTML page with 502; the request takes effect",
  },
  "204-body": {
    takesEffect: true,
    outcome: BODY_AFTER_204,
    says: "204 with a body, which HTTP forbids; the request takes effect",
  },
  "200-object": {
    takesEffect: true,
    outcome: { documented: RESPONSE.acceptedWithBody },
    says: "200 with an object that says nothing; the request takes effect",
  },
  truncated: {
    takesEffect: true,
    outcome: TRUNCATED,
    says: "the answer breaks off; the request takes effect",
  },
  "409-empty": {
    takesEffect: false,
    outcome: { documented: RESPONSE.alreadyFilled, empty: true },
    says: "409 without a body; the request has no effect",
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
    says: "404, even if the order exists",
  },
  "429": {
    takesEffect: false,
    outcome: { documented: RESPONSE.tooManyRequests },
    says: "429, with a wait of one minute",
  },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

export function faultNamed(name: FaultName): Fault {
  return FAULTS[name];
}
