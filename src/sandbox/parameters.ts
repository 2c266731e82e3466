// Owns the parsing of one parameter, as its schema says.
import type { Schema } from "./openapi.js";
import type { Parameter } from "./spec.js";

export type Value = string | number | boolean;

/** The value, or a sentence that says what is wrong. */
export type Read = { value: Value } | { problem: string };

/** Compiles the pattern once, because the reader is used for every request. */
export function readerOf({ name, schema }: Parameter): (text: string) => Read {
  const [type] = [schema.type].flat();
  if (type === "integer") return numberReader(name, schema, /^[+-]?\d{1,15}$/, "an integer");
  if (type === "number") return numberReader(name, schema, /^[+-]?\d{1,15}(\.\d{1,15})?$/, "a number");
  if (type === "boolean") return (text) => readBoolean(name, text);
  return textReader(name, schema);
}

function textReader(name: string, schema: Schema): (text: string) => Read {
  // Without a pattern the empty one, which every text matches.
  const { pattern = "", minLength = 0 } = schema;
  const compiled = new RegExp(pattern, "u");
  return (text) => {
    if (!compiled.test(text)) return { problem: `${name} does not match ${pattern}` };
    if (text.length < minLength) return { problem: `${name} is empty` };
    if (schema.enum && !schema.enum.includes(text))
      return { problem: `${name} is none of ${schema.enum.join(", ")}` };
    return { value: text };
  };
}

function numberReader(name: string, schema: Schema, shape: RegExp, what: string): (text: string) => Read {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return (text) => {
    if (!shape.test(text)) return { problem: `${name} is not ${what}` };
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
