// Checks arguments against what the spec says of them, and sorts them by where they go. Nothing a caller
// passes can leave its own path segment, query value or header. Pure; may use the generated table and errors.
import type { Operation, Parameter } from "../generated/operations.js";
import { ArgumentError } from "./errors.js";

export interface Arguments {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, string>;
  body?: unknown;
}

/** Throws an {@link ArgumentError} that names operation, argument and value. */
export function sortArguments(
  id: string,
  { params, body }: Operation,
  given: Record<string, unknown>,
  defaults: Record<string, unknown>,
): Arguments {
  const sorted: Arguments = { path: {}, query: {}, header: {} };
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(params, name) && !(body && name === "body")) {
      throw invalid(
        `${id} has no argument \`${name}\`; it takes ${[...Object.keys(params), ...(body ? ["body"] : [])].join(", ")}`,
      );
    }
  }
  for (const [name, parameter] of Object.entries(params)) {
    const value = given[name] ?? defaults[name] ?? parameter.default;
    if (value === undefined && !parameter.required) continue;
    checkValue(`${id}: ${name}`, parameter, value);
    (sorted[parameter.in] as Record<string, unknown>)[name] = value;
  }
  if (body) sorted.body = given.body;
  if (body === "required" && given.body === undefined) throw invalid(`${id}: body is missing`);
  return sorted;
}

/** Throws an {@link ArgumentError} unless the value is what the parameter's description says. */
export function checkValue(what: string, parameter: Parameter, value: unknown): void {
  const wanted = expectation(parameter);
  if (!fits(parameter, value)) {
    throw invalid(
      `${what} must be ${wanted}, not ${parameter.secret ? `this ${typeof value}` : shown(value)}`,
    );
  }
  if (typeof value === "string" && !travels(parameter.in, value)) {
    throw invalid(`${what} holds a character that a ${parameter.in} cannot carry`);
  }
}

function fits(
  { type, minimum, maximum, minLength, pattern, enum: values }: Parameter,
  value: unknown,
): boolean {
  if (values && !values.includes(value)) return false;
  if (type === "string") {
    return (
      typeof value === "string" && value.length >= (minLength ?? 0) && new RegExp(pattern ?? "").test(value)
    );
  }
  if (type === "integer" || type === "number") {
    const isNumber = type === "integer" ? Number.isInteger(value) : Number.isFinite(value);
    return (
      isNumber && (value as number) >= (minimum ?? -Infinity) && (value as number) <= (maximum ?? Infinity)
    );
  }
  return type === "boolean" ? typeof value === "boolean" : value !== undefined;
}

function expectation({ type = "value", minimum, maximum, pattern, enum: values }: Parameter): string {
  if (values) return `one of ${values.join(", ")}`;
  const range =
    maximum === undefined
      ? minimum !== undefined && `of at least ${minimum}`
      : `from ${minimum} to ${maximum}`;
  const kind = type === "integer" ? "an integer" : type === "string" ? "a non-empty string" : `a ${type}`;
  return [kind, range, pattern && `matching ${pattern}`].filter(Boolean).join(" ");
}

/**
 * Whether the text arrives as it was given. A header cannot carry line breaks or what is not Latin-1; a path
 * segment `..` would climb; a lone surrogate has no encoding.
 */
function travels(place: Parameter["in"], text: string): boolean {
  if (place === "header") return isHeaderSafe(text);
  if (place === "path" && /^\.{0,2}$/.test(text)) return false;
  return !/\p{Surrogate}/u.test(text);
}

/** Whether a header carries this text unchanged. */
export function isHeaderSafe(text: string): boolean {
  return /^[!-~\xa1-\xff](?:[ -~\xa0-\xff]*[!-~\xa1-\xff])?$/.test(text);
}

function invalid(message: string): ArgumentError {
  return new ArgumentError(`${message}. Nothing was sent.`, { fate: "not-sent" });
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return typeof value === "object" && value !== null ? "an object" : `${String(value)} (${typeof value})`;
}
