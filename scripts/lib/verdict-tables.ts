// The tables and the diagram of docs/verdicts.md, made from what the code of cancel() runs on. Pure.
import { type Next, type Phase, TRANSITIONS } from "../../src/cancel/machine.js";
import { READINGS, type Reading } from "../../src/cancel/statuses.js";

export function verdictTables(): Record<string, string> {
  return { diagram: diagram(), transitions: transitions(), readings: readings() };
}

const phases = Object.keys(TRANSITIONS) as Phase[];

const isVerdict = (next: Next): boolean => next.startsWith("=");
const bare = (next: Next): string => next.replace("=", "");

/** Mermaid has no hyphens in names of states; a phase and a verdict may have the same name. */
const stateName = (next: Next): string =>
  (isVerdict(next) ? `verdict_${bare(next)}` : next).replaceAll("-", "_");

/** Arrows with the same ends are one arrow; those that lead back to where they start are left to the table. */
function diagram(): string {
  const verdicts = [
    ...new Set(phases.flatMap((phase) => Object.values(TRANSITIONS[phase]).filter(isVerdict))),
  ];
  const declared = verdicts.map((verdict) => `  state "${bare(verdict)}" as ${stateName(verdict)}`);
  const ends = verdicts.map((verdict) => `  ${stateName(verdict)} --> [*]`);
  const arrows = phases.flatMap(arrowsFrom);
  return ["```mermaid", "stateDiagram-v2", ...declared, "  [*] --> sending", ...arrows, ...ends, "```"].join(
    "\n",
  );
}

function arrowsFrom(phase: Phase): string[] {
  const byEnd = new Map<Next, string[]>();
  for (const [event, next] of Object.entries(TRANSITIONS[phase])) {
    if (next !== phase) byEnd.set(next, [...(byEnd.get(next) ?? []), event]);
  }
  return [...byEnd].map(([next, events]) => `  ${phase} --> ${stateName(next)}: ${events.join(", ")}`);
}

function transitions(): string {
  const rows = phases.flatMap((phase) =>
    Object.entries(TRANSITIONS[phase]).map(
      ([event, next]) => `| ${phase} | ${event} | ${isVerdict(next) ? `**${bare(next)}**` : next} |`,
    ),
  );
  return ["| in phase | event | leads to (verdicts in bold) |", "|---|---|---|", ...rows].join("\n");
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
    return `| ${statuses.join(", ")} | ${MEANING[reading]} |`;
  });
  return ["| `Status` | read as |", "|---|---|", ...rows].join("\n");
}
