// Owns the check of what the control surface is given, before anything changes, and the sentence that says what is wrong.
import { validators } from "../generated/control.js";
import { CONTROL_SCHEMAS, type ControlSchema, type ControlSchemaName } from "./control-schemas.js";

/** What somebody asked of the control surface cannot be done; the message says what can. */
export class ControlError extends Error {
  override readonly name = "ControlError";
}

/** @param what how the value is called in the sentence */
export function check(schema: ControlSchemaName, value: unknown, what: string): void {
  const validate: Validate = validators[schema];
  if (validate(value)) return;
  // Of several, the last is about the whole of what has alternatives.
  const error = validate.errors?.at(-1);
  throw new ControlError(error ? sentence(schema, value, what, error) : `${what} is not what it should be.`);
}

/** As ajv writes them. */
interface Validate {
  (value: unknown): boolean;
  errors?: Problem[] | null;
}

/** As JSON has it, where a property that is undefined is none. */
export function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

interface Problem {
  instancePath: string;
  keyword: string;
  params: { missingProperty?: string; additionalProperty?: string };
}

function sentence(name: ControlSchemaName, value: unknown, what: string, problem: Problem): string {
  const { schema, found, place } = walk(name, value, what, problem.instancePath);
  const { missingProperty, additionalProperty } = problem.params;
  if (missingProperty !== undefined) {
    const missing = resolved(schema.properties?.[missingProperty] ?? {});
    return `${place}.${missingProperty} is missing: give ${expected(missing)}.`;
  }
  if (additionalProperty !== undefined)
    return `${place} has no "${shortened(additionalProperty)}": give ${expected(schema)}.`;
  return `${place}: give ${expected(schema)}, not ${shown(found)}.`;
}

interface Place {
  schema: ControlSchema;
  found: unknown;
  place: string;
}

/** Follows a path such as `/0/match/orderId` through schema and value. */
function walk(name: ControlSchemaName, value: unknown, what: string, path: string): Place {
  let at: Place = { schema: CONTROL_SCHEMAS[name], found: value, place: what };
  for (const key of path.split("/").slice(1)) {
    const { items, properties } = at.schema;
    at = {
      schema: resolved(items ?? properties?.[key] ?? {}),
      found: (at.found as Record<string, unknown>)[key],
      place: items ? `${at.place}[${key}]` : `${at.place}.${key}`,
    };
  }
  return at;
}

function resolved(schema: ControlSchema): ControlSchema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : CONTROL_SCHEMAS[name as ControlSchemaName];
}

/** What a schema allows, in words. */
function expected(schema: ControlSchema): string {
  const { type, enum: values, pattern, properties, maxItems, anyOf } = schema;
  if (anyOf) return anyOf.map(expected).join(" or ");
  if (values) return `one of ${values.join(", ")}`;
  if (properties) return `an object with ${Object.keys(properties).join(", ") || "nothing in it"}`;
  if (type === "array") return `a list of ${schema.minItems === maxItems ? maxItems : `at most ${maxItems}`}`;
  if (pattern !== undefined) return `a text that matches ${pattern}`;
  return `${type === "integer" ? "an integer" : "a number"} ${range(schema)}`;
}

function range({ minimum, exclusiveMinimum, maximum }: ControlSchema): string {
  if (exclusiveMinimum !== undefined) return `above ${exclusiveMinimum} and up to ${maximum}`;
  return `from ${minimum} to ${maximum}`;
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  if (typeof value === "number" && !Number.isFinite(value)) return "what is too large, or no number";
  return value === undefined ? "nothing" : String(value);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
