// The table of docs/verdicts.md that says how cancel() reads a status, made from the one that it runs on.
import { READINGS, type Reading } from "../../src/cancel/statuses.js";
import { table } from "./markdown.js";

export function verdictTables(): Record<string, string> {
  return { readings: readings() };
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
