// The picture docs/life-cycle.svg: what can befall an order that somebody cancels, out of the sandbox's own table of
// transitions. Pure; may use that table and the drawing of a state machine.
import {
  CLOSED,
  EVENTS,
  isCancelable,
  STATUSES,
  type Status,
  TRANSITIONS,
} from "../../src/sandbox/lifecycle.js";
import { stateDiagram } from "./state-diagram.js";
import type { Table } from "./state-layout.js";

const OPEN = "open";
const PENDING = "PendingCancel";

/** The answers to a cancel stand at the events that they come with. */
const ANSWERS: Partial<Record<string, string>> = {
  "cancel-taken": "quick 204: cancel-taken",
  "cancel-confirmed": "slow 204: cancel-confirmed",
};

export const LIFE_WORDS = {
  title: "The life of an order that is being canceled",
  phase: "status",
  end: "end",
};

export const lifeCyclePicture = (): string => stateDiagram(lifeCycle(), OPEN, LIFE_WORDS);

/** All statuses that a cancel can be sent in are one; what leads away from a cancel (a replacement begun) is left out. */
export function lifeCycle(): Table {
  return { [OPEN]: rowOf(STATUSES.filter(isCancelable)), [PENDING]: rowOf([PENDING]) };
}

function rowOf(statuses: readonly Status[]): Record<string, string> {
  const moves = EVENTS.flatMap((event) => {
    const ends = statuses.flatMap((status) => TRANSITIONS[event][status] ?? []).flatMap((to) => shown(to));
    return ends.slice(0, 1).map((end) => [ANSWERS[event] ?? event, end] as const);
  });
  return Object.fromEntries(moves);
}

function shown(to: string): string[] {
  if (CLOSED.has(to as Status)) return [`=${to}`];
  if (to === PENDING) return [PENDING];
  // "as before" is one of the open ones.
  return !STATUSES.includes(to as Status) || isCancelable(to as Status) ? [OPEN] : [];
}
