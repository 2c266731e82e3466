// What callers notice between two specs: a line for each difference, what breaks first.
import { pointerKeys, valueAt } from "../../../src/sandbox/openapi.js";
import { CORRECTIONS } from "./corrections.js";
import { type Difference, differences, type Specs } from "./differences.js";

export interface Change {
  breaking: boolean;
  line: string;
}

export const compareSpecs = async (specs: Specs): Promise<Change[]> => judge(await differences(specs), specs);

export function judge(all: Difference[], specs: Specs): Change[] {
  const changes = all.map((one) => {
    const correction = CORRECTIONS.find(([fits]) => fits(one, specs));
    const [, means] = correction ?? [];
    const breaking = correction ? means !== undefined : one.reasons.length > 0;
    const said = breaking && one.reasons.length > 0 ? one.reasons : [`${whatOf(one)}.`];
    const what = means ? [...said, means] : said;
    return {
      breaking,
      line: `${breaking ? "breaking" : "fine    "}  ${placeOf(one, specs)}: ${what.join(" ")}`,
    };
  });
  return [...changes.filter(({ breaking }) => breaking), ...changes.filter(({ breaking }) => !breaking)];
}

/** A JSON pointer for people: an operation by its operationId, an argument by its name. */
function placeOf({ pointer, old }: Difference, { before, after }: Specs): string {
  const spec = old === undefined ? after : before;
  const parts = pointer.split("/");
  const names = pointerKeys(pointer).map((key, index) => {
    const value = valueAt(spec, parts.slice(0, index + 2).join("/")) as Record<string, unknown> | undefined;
    return String(value?.operationId ?? (parts[index] === "parameters" ? value?.name : undefined) ?? key);
  });
  return names.slice(names[0] === "paths" && names.length > 2 ? 2 : 0).join("/");
}

function whatOf({ kind, property, old, now }: Difference): string {
  if (kind !== "modified") return kind;
  if (!Array.isArray(old) || !Array.isArray(now)) return `${property} ${shown(old)} → ${shown(now)}`;
  const added = now.filter((value) => !old.includes(value)).map((value) => ` +${shown(value)}`);
  const removed = old.filter((value) => !now.includes(value)).map((value) => ` -${shown(value)}`);
  return [property, ...added, ...removed].join("");
}

function shown(value: unknown): string {
  if (value === undefined) return "none";
  return typeof value === "string" ? value : JSON.stringify(value);
}
