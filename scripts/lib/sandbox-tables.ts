// The tables of docs/sandbox.md, made from the sandbox's own tables. Pure.

import { FAULTS } from "../../src/sandbox/faults.js";
import { EVENTS, isCancelable, STATUSES, TRANSITIONS } from "../../src/sandbox/lifecycle.js";
import { CONTROL_OPERATIONS, CONTROL_PATH } from "../../src/sandbox/node/control-api.js";
import { PROFILES, SWITCHES } from "../../src/sandbox/profiles.js";
import { type DeleteOutcome, SITUATIONS } from "../../src/sandbox/situations.js";
import { table } from "./markdown.js";

/** The tables as Markdown, by the name of the place in the page that each belongs to. */
export function sandboxTables(): Record<
  "situations" | "switches" | "profiles" | "faults" | "control",
  string
> {
  return {
    situations: table(
      ["order", "situation", "what happens", "quick `DELETE`", "slow `DELETE`", "ends as", "verdict"],
      SITUATIONS.map((row) => [
        ...[row.id, row.name, row.happens, inWords(row.quick), inWords(row.slow)],
        ...[orDash(row.ends), `\`${row.verdict}\``],
      ]),
    ),
    switches: table(
      ["switch", "question", "sides, the default first", "evidence"],
      Object.entries(SWITCHES).map(([name, { question, sides, evidence }]) => [
        ...[`\`${name}\``, question, sides.map((side) => `\`${side}\``).join(" or "), evidence],
      ]),
    ),
    profiles: table(
      ["profile", "plays"],
      Object.entries(PROFILES).map(([name, { says }]) => [`\`${name}\``, says]),
    ),
    faults: table(
      ["fault", "what becomes of the request"],
      Object.entries(FAULTS).map(([name, { says }]) => [`\`${name}\``, says]),
    ),
    control: table(
      ["request", "does"],
      CONTROL_OPERATIONS.map(({ method, path, summary }) => [
        ...[`\`${method.toUpperCase()} ${CONTROL_PATH}${path}\``, summary],
      ]),
    ),
  };
}

const orDash = (text = "–"): string => text;

const OUTCOMES: Record<Exclude<DeleteOutcome, number>, string> = {
  closed: "connection closes",
  reset: "connection reset",
  nothing: "no answer",
  "broken off": "answer breaks off",
};

function inWords(outcome: DeleteOutcome): string {
  if (typeof outcome === "number") return String(outcome);
  return OUTCOMES[outcome];
}

/** What each event does to an order that can be canceled, and to one whose cancel is pending. */
export function lifeCycleTable(): string {
  const open = STATUSES.filter(isCancelable);
  const rows = EVENTS.flatMap((event) => {
    const fromOpen = open.map((status) => TRANSITIONS[event][status]).find((to) => to !== undefined);
    const fromPending = TRANSITIONS[event].PendingCancel;
    if (fromPending === undefined && fromOpen !== "PendingCancel") return [];
    return [[`\`${event}\``, orDash(fromOpen), orDash(fromPending)]];
  });
  return table(["event", "an open order becomes", "one that is `PendingCancel` becomes"], rows);
}
