// The tables of docs/verdicts.md and its picture, made from what the code of cancel() runs on. Pure; may use the
// drawing of a state machine.
import { type Next, type Phase, START, TRANSITIONS } from "../../src/cancel/machine.js";
import { READINGS, type Reading } from "../../src/cancel/statuses.js";
import { table } from "./markdown.js";
import { stateDiagram } from "./state-diagram.js";

export function verdictTables(): Record<string, string> {
  return { transitions: transitions(), readings: readings() };
}

export const VERDICT_WORDS = { title: "The phases and verdicts of cancel()", phase: "phase", end: "verdict" };
export const verdictPicture = (): string => stateDiagram(TRANSITIONS, START.phase, VERDICT_WORDS);

const phases = Object.keys(TRANSITIONS) as Phase[];

const isVerdict = (next: Next): boolean => next.startsWith("=");
const bare = (next: Next): string => next.replace("=", "");

function transitions(): string {
  const rows = phases.flatMap((phase) =>
    Object.entries(TRANSITIONS[phase]).map(([event, next]) => [
      phase,
      event,
      isVerdict(next) ? `**${bare(next)}**` : next,
    ]),
  );
  return table(["in phase", "event", "leads to (verdicts in bold)"], rows);
}

const MEANING: Record<Reading, string> = {
  canceled: "canceled: nothing is left to do",
  closed: "closed otherwise: too late",
  replaced: "dead: the order that replaced it lives",
  pending: "a cancel is on its way: no other is sent",
  open: "open",
  unproven: "neither open nor closed is proved, as with any status that is not listed here",
};

function readings(): string {
  const rows = (Object.keys(MEANING) as Reading[]).map((reading) => {
    const statuses = Object.entries(READINGS).flatMap(([status, read]) =>
      read === reading ? [`\`${status}\``] : [],
    );
    return [statuses.join(", "), MEANING[reading]];
  });
  return table(["`Status`", "read as"], rows);
}
