// What callers notice between two specs: a line for each difference, breaking ones first.
import { pointerKeys, valueAt } from "../../../src/sandbox/openapi.js";
import { CORRECTIONS } from "./corrections.js";
import { type Difference, differences, type Specs } from "./differences.js";

export interface Change {
  breaking: boolean;
  line: string;
}

export const compareSpecs = async (specs: Specs): Promise<Change[]> => judge(await differences(specs), specs);

export function judge(all: Difference[], specs: Specs): Change[] {
  const changes = all.map((one) => judgeOne(one, specs));
  return [...changes.filter(({ breaking }) => breaking), ...changes.filter(({ breaking }) => !breaking)];
}

/** A correction of ours overrules Redocly's verdict. */
function judgeOne(difference: Difference, specs: Specs): Change {
  const { reasons } = difference;
  const correction = CORRECTIONS.find(([fits]) => fits(difference, specs));
  if (correction) {
    const [, means] = correction;
    if (means === undefined) return fine(difference, specs);
    return breaking(difference, specs, [
      ...(reasons.length > 0 ? reasons : [`${whatOf(difference)}.`]),
      means,
    ]);
  }
  if (reasons.length === 0) return fine(difference, specs);
  return breaking(difference, specs, reasons);
}

function fine(difference: Difference, specs: Specs): Change {
  return { breaking: false, line: `fine      ${placeOf(difference, specs)}: ${whatOf(difference)}.` };
}

function breaking(difference: Difference, specs: Specs, reasons: string[]): Change {
  return { breaking: true, line: `breaking  ${placeOf(difference, specs)}: ${reasons.join(" ")}` };
}

/** A JSON pointer for people: an operation by its operationId, a parameter by its name. */
function placeOf({ pointer, old }: Difference, { before, after }: Specs): string {
  const spec = old === undefined ? after : before;
  const parts = pointer.split("/");
  const names = pointerKeys(pointer).map((key, index) => {
    const value = Object(valueAt(spec, parts.slice(0, index + 2).join("/")));
    if (parts[index] === "parameters") return String(value.name ?? key);
    return String(value.operationId ?? key);
  });
  // Without the path of an operation, which its operationId stands for.
  if (names[0] === "paths" && names.length > 2) names.splice(0, 2);
  return names.join("/");
}

function whatOf({ kind, property, old, now }: Difference): string {
  if (kind !== "modified") return kind;
  if (!Array.isArray(old) || !Array.isArray(now)) return `${property} ${inWords(old)} → ${inWords(now)}`;
  const added = now.filter((value) => !old.includes(value)).map((value) => ` +${inWords(value)}`);
  const removed = old.filter((value) => !now.includes(value)).map((value) => ` -${inWords(value)}`);
  return [property, ...added, ...removed].join("");
}

function inWords(value: unknown): string {
  if (value === undefined) return "none";
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}
