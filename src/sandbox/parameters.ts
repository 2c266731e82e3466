// Owns the reading of one parameter's text, as its schema says.
import type { Schema } from "./openapi.js";
import type { Parameter } from "./spec.js";

export type Value = string | number | boolean;

/** The value, or a sentence that says what is wrong with the text. */
export type Read = { value: Value } | { problem: string };

/** Compiles the pattern once, for a reader that is used a million times. */
export function readerOf({ name, schema }: Parameter): (text: string) => Read {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "integer" || type === "number") return numberReader(name, schema, type);
  if (type === "boolean") return (text) => readBoolean(name, text);
  return textReader(name, schema);
}

function textReader(name: string, schema: Schema): (text: string) => Read {
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, "u");
  return (text) => {
    if (pattern && !pattern.test(text)) return { problem: `${name} does not match ${schema.pattern}` };
    if (text.length < (schema.minLength ?? 0)) return { problem: `${name} is empty` };
    if (schema.enum && !schema.enum.includes(text))
      return { problem: `${name} is none of ${schema.enum.join(", ")}` };
    return { value: text };
  };
}

function numberReader(name: string, schema: Schema, type: string): (text: string) => Read {
  const shape = type === "integer" ? /^[+-]?\d{1,15}$/ : /^[+-]?\d{1,15}(\.\d{1,15})?$/;
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return (text) => {
    if (!shape.test(text))
      return { problem: `${name} is not ${type === "integer" ? "an integer" : "a number"}` };
    const value = Number(text);
    if (value < minimum) return { problem: `${name} is less than ${minimum}` };
    if (value > maximum) return { problem: `${name} is greater than ${maximum}` };
    return { value };
  };
}

function readBoolean(name: string, text: string): Read {
  const lower = text.toLowerCase();
  if (lower === "true") return { value: true };
  if (lower === "false") return { value: false };
  return { problem: `${name} is neither true nor false` };
}
