// What is known of a cancel and what follows from each event: one table, from which the diagram in
// docs/verdicts.md is drawn too. Pure; may use the types of its neighbors.
import type { Verdict } from "./result.js";
import type { Reading } from "./statuses.js";

/**
 * - `sending`: no DELETE can have taken effect yet.
 * - `checking`: the latest DELETE was refused; only the order can say why.
 * - `doubting`: a DELETE of unknown fate is out; nothing is sent before the order was read.
 * - `resending`: a DELETE of unknown fate is out, and the order was seen open since.
 * - `accepted`: a 2xx arrived; the order was not seen pending yet.
 * - `pending`: the order was seen with a cancel on its way.
 */
export type Phase = "sending" | "checking" | "doubting" | "resending" | "accepted" | "pending";

/** What became of a DELETE. */
export type Sent = "accepted" | "refused" | "not-found" | "denied" | "throttled" | "not-sent" | "unknown";

/** What a read showed. */
export type Seen = `seen-${Reading}` | "read-failed";

/** `stopped`: the deadline, or the caller's signal. */
export type Event = Sent | Seen | "stopped";

/** The next phase, or the verdict (marked with `=`) that ends it. */
export type Next = Phase | `=${Verdict}`;

/** An order that was seen closed ends it in every phase; what proves nothing leaves the phase as it is. */
const CLOSED = {
  "seen-canceled": "=canceled",
  "seen-closed": "=too-late",
  "seen-replaced": "=superseded",
  "seen-pending": "pending",
} as const;

export const TRANSITIONS: Record<Phase, Partial<Record<Event, Next>>> = {
  sending: {
    accepted: "accepted",
    refused: "checking",
    unknown: "doubting",
    throttled: "sending",
    "not-sent": "sending",
    "not-found": "=not-found",
    denied: "=denied",
    stopped: "=not-sent",
  },
  checking: { ...CLOSED, "seen-open": "=still-open", stopped: "=unresolved" },
  doubting: { ...CLOSED, "seen-open": "resending", stopped: "=unresolved" },
  resending: {
    ...CLOSED,
    accepted: "accepted",
    // What they stumble over may be the first DELETE: after an unknown fate none of these proves anything.
    refused: "checking",
    "not-found": "checking",
    denied: "doubting",
    unknown: "doubting",
    throttled: "resending",
    "not-sent": "resending",
    stopped: "=unresolved",
  },
  // Seen open here, the order has not moved yet.
  accepted: { ...CLOSED, stopped: "=pending" },
  // Seen open here, it went back: the venue has refused the cancel.
  pending: { ...CLOSED, "seen-open": "=still-open", stopped: "=pending" },
};

/** DELETEs that may have left, for one cancel. A server that fails each time is not hammered. */
export const MOST_DELETES = 3;

/** What is known so far. Plain data, so that another process can go on from it. */
export interface State {
  readonly phase: Phase;
  /** DELETEs that have left or may have. */
  readonly deletes: number;
  /** Reads since the latest DELETE. */
  readonly reads: number;
}

export const START: State = { phase: "sending", deletes: 0, reads: 0 };

/** The state after an event, or the verdict that it ends in. */
export function transition(state: State, event: Event): State | Verdict {
  const next = TRANSITIONS[state.phase][event] ?? state.phase;
  if (next.startsWith("=")) return next.slice(1) as Verdict;
  const isRead = event === "read-failed" || event.startsWith("seen-");
  const left = !isRead && event !== "not-sent" && event !== "throttled";
  return {
    phase: next as Phase,
    deletes: state.deletes + (left ? 1 : 0),
    reads: isRead ? state.reads + 1 : 0,
  };
}

/** Whether a DELETE comes next; otherwise a read. */
export function sendsNext({ phase, deletes }: State): boolean {
  return phase === "sending" || (phase === "resending" && deletes < MOST_DELETES);
}
