// How one keyword of a JSON Schema moved: does the schema now allow less, more, or something else? Pure.
// A request breaks when less is allowed, an answer when more may come; "different" breaks both.

export type Shift = "narrower" | "wider" | "different";
type Rule = (before: unknown, after: unknown) => Shift;

/** A limit from below or above; none is no limit. */
const lowerLimit: Rule = (before, after) =>
  Number(after ?? -Infinity) > Number(before ?? -Infinity) ? "narrower" : "wider";
const upperLimit: Rule = (before, after) =>
  Number(after ?? Infinity) < Number(before ?? Infinity) ? "narrower" : "wider";

/** A condition that is there or not; two of them are not comparable. */
const condition: Rule = (before, after) => {
  if (before === undefined) return "narrower";
  return after === undefined ? "wider" : "different";
};

/** Removing a value is "different" on both sides: code that names it no longer compiles. */
const closedList: Rule = (before, after) => {
  if (!Array.isArray(before) || !Array.isArray(after)) return condition(before, after);
  return before.every((value) => after.includes(value)) ? "wider" : "different";
};

const ALL_TYPES = ["string", "number", "boolean", "null", "array", "object"];
const typesOf = (type: unknown): string[] => (type === undefined ? ALL_TYPES : ([type].flat() as string[]));

const covers = (types: string[], others: string[]): boolean =>
  others.every((one) => types.includes(one) || (one === "integer" && types.includes("number")));

const type: Rule = (before, after) => {
  if (covers(typesOf(before), typesOf(after))) return "narrower";
  return covers(typesOf(after), typesOf(before)) ? "wider" : "different";
};

/** false, a schema, anything: each allows more than the one before. */
const openness = (value: unknown): number => (value === false ? 0 : typeof value === "object" ? 1 : 2);
const additional: Rule = (before, after) => {
  if (openness(before) === openness(after)) return "different";
  return openness(after) < openness(before) ? "narrower" : "wider";
};

const RULES: Record<string, Rule> = {
  type,
  enum: closedList,
  const: condition,
  format: condition,
  pattern: condition,
  multipleOf: condition,
  uniqueItems: condition,
  items: condition,
  additionalProperties: additional,
  minimum: lowerLimit,
  exclusiveMinimum: lowerLimit,
  minLength: lowerLimit,
  minItems: lowerLimit,
  minProperties: lowerLimit,
  maximum: upperLimit,
  exclusiveMaximum: upperLimit,
  maxLength: upperLimit,
  maxItems: upperLimit,
  maxProperties: upperLimit,
};

/** A keyword that no rule knows counts as "different": better one question too many. */
export function shiftOf(keyword: string, before: unknown, after: unknown): Shift {
  return RULES[keyword]?.(before, after) ?? "different";
}
