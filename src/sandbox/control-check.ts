// Owns the validation of input to the control surface, before anything changes, and the sentence that says what is wrong.
import { validators } from "../generated/control.js";
import { CONTROL_SCHEMAS, type ControlSchema, type ControlSchemaName } from "./control-schemas.js";

/** The control surface was given something that is not valid or not possible. The message says what is. */
export class ControlError extends Error {
  override readonly name = "ControlError";
}

/** @param what name of the value in the sentence */
export function check(schema: ControlSchemaName, value: unknown, what: string): void {
  const validate: Validate = validators[schema];
  if (validate(value)) return;
  // For a schema with alternatives, the last error is about all of them.
  const error = validate.errors?.at(-1);
  throw new ControlError(error ? sentence(schema, value, what, error) : `${what} is not valid.`);
}

/** As ajv compiles them. */
interface Validate {
  (value: unknown): boolean;
  errors?: SchemaError[] | null;
}

interface SchemaError {
  instancePath: string;
  keyword: string;
  params: { missingProperty?: string; additionalProperty?: string };
}

function sentence(name: ControlSchemaName, value: unknown, what: string, error: SchemaError): string {
  const { schema, found, place } = locate(name, value, what, error.instancePath);
  const { missingProperty, additionalProperty } = error.params;
  if (missingProperty !== undefined)
    return `${place}.${missingProperty} is missing: give ${expected(property(schema, missingProperty))}.`;
  if (additionalProperty !== undefined)
    return `${place} has no "${shortened(additionalProperty)}": give ${expected(schema)}.`;
  return `${place}: give ${expected(schema)}, not ${inWords(found)}.`;
}

interface Place {
  schema: ControlSchema;
  found: unknown;
  place: string;
}

/** Follows a path such as `/0/match/orderId` through schema and value. */
function locate(name: ControlSchemaName, value: unknown, what: string, path: string): Place {
  let at: Place = { schema: CONTROL_SCHEMAS[name], found: value, place: what };
  for (const key of path.split("/").slice(1)) at = step(at, key);
  return at;
}

function step({ schema, found, place }: Place, key: string): Place {
  const inside = (found as Record<string, unknown>)[key];
  if (schema.items) return { schema: resolved(schema.items), found: inside, place: `${place}[${key}]` };
  return { schema: property(schema, key), found: inside, place: `${place}.${key}` };
}

function property({ properties = {} }: ControlSchema, name: string): ControlSchema {
  return resolved(properties[name] ?? {});
}

function resolved(schema: ControlSchema): ControlSchema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  return CONTROL_SCHEMAS[name as ControlSchemaName];
}

/** What a schema allows, in words. */
function expected(schema: ControlSchema): string {
  const { type, enum: values, pattern, properties, minItems, maxItems, anyOf } = schema;
  if (anyOf) return anyOf.map(expected).join(" or ");
  if (values) return `one of ${values.join(", ")}`;
  if (properties) return `an object with ${Object.keys(properties).join(", ") || "nothing in it"}`;
  if (type === "array" && minItems === maxItems) return `a list of ${maxItems}`;
  if (type === "array") return `a list of at most ${maxItems}`;
  if (pattern !== undefined) return `a text that matches ${pattern}`;
  if (type === "integer") return `an integer ${range(schema)}`;
  return `a number ${range(schema)}`;
}

function range({ minimum, exclusiveMinimum, maximum }: ControlSchema): string {
  if (exclusiveMinimum !== undefined) return `above ${exclusiveMinimum} and up to ${maximum}`;
  return `from ${minimum} to ${maximum}`;
}

function inWords(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(shortened(value));
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  if (typeof value === "number" && !Number.isFinite(value)) return "what is too large, or no number";
  return String(value);
}

function shortened(text: string): string {
  if (text.length <= 60) return text;
  return `${text.slice(0, 60)}…`;
}
