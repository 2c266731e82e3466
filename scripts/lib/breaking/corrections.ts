// What `redocly diff` does not count as breaking, and what it counts without need.
import { pointerKeys, valueAt } from "../../../src/sandbox/openapi.js";
import type { Difference, Specs } from "./differences.js";

type Correction = [
  fits: (difference: Difference, specs: Specs) => boolean,
  /** What a caller will notice. Undefined: nothing. */
  means: string | undefined,
];

/** The first that fits wins; where none does, Redocly's word counts. */
export const CORRECTIONS: readonly Correction[] = [
  // Every caller says which server to ask.
  [({ typeName }) => typeName === "Server", undefined],
  // Path arguments and headers in other letters too: all are names in the argument of the client's method.
  [
    ({ typeName, property }) => typeName === "Parameter" && property === "name",
    "Code that gives it by its old name no longer compiles.",
  ],
  [
    ({ typeName, kind, now }) =>
      typeName === "RequestBody" && kind === "added" && (now as { required?: boolean }).required === true,
    "A request without a body is refused.",
  ],
  [
    (one, { after }) => one.typeName === "Response" && one.kind === "added" && isNewSuccess(one, after),
    "The method may resolve with a body of another type.",
  ],
  [
    (one) => one.typeName === "MediaType" && one.kind === "added" && inAnswer(one),
    "Code that reads the body cannot read this one.",
  ],
  [
    ({ typeName, property, old }) => typeName === "Header" && property === "required" && old === true,
    "It may be missing.",
  ],
  [(one) => one.typeName === "Example" && isGone(one), "Mocks and tests that ask for it by name fail."],
  [
    (one) => one.property === "default" && one.old !== undefined && !inAnswer(one),
    "Who leaves it out sends something else than before, or must now give it.",
  ],
  [
    ({ property, old, now }) => property === "enum" && lacksOf(now, old),
    "Code that names the value no longer compiles.",
  ],
  [
    (one) => isGone(one) && (one.typeName === "SchemaProperties" || keywordOf(one) === "properties"),
    "Code that sends or reads it no longer compiles.",
  ],
  [
    (one) => one.typeName === "Schema" && !JUDGED.has(keywordOf(one)),
    "No rule knows this keyword: better one question too many.",
  ],
];

const inAnswer = ({ path }: Difference): boolean => path.includes("/responses/");
const isGone = ({ kind, property }: Difference): boolean => kind === "removed" || property === "key";

/** A range or `default` has foretold every status that it covers. */
function isNewSuccess({ path }: Difference, after: Specs["after"]): boolean {
  const status = pointerKeys(path).at(-1) ?? "";
  const all = Object.keys(valueAt(after, path.slice(0, path.lastIndexOf("/"))) ?? {});
  const foretold = all.some((one) => one !== status && (one === "2XX" || one === "default"));
  return (status.startsWith("2") || status === "default") && !foretold;
}

const lacksOf = (values: unknown, earlier: unknown): boolean =>
  Array.isArray(values) && Array.isArray(earlier) && !earlier.every((value) => values.includes(value));

/** Which keyword of a schema differs. */
function keywordOf({ property, path }: Difference): string {
  const [outer, last = ""] = pointerKeys(path).slice(-2);
  if (property !== undefined && property !== "key") return property;
  return outer === "properties" ? outer : last;
}

/** Keywords that Redocly has rules for, and those that promise nothing. */
const JUDGED = new Set(
  `type enum const format pattern multipleOf uniqueItems additionalProperties required properties items schema
  minimum exclusiveMinimum minLength minItems minProperties maximum exclusiveMaximum maxLength maxItems
  maxProperties allOf anyOf oneOf default deprecated readOnly writeOnly`.split(/\s+/),
);
