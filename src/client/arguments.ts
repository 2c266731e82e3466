// Checks arguments against what the spec says of them, and sorts them by where they go. Nothing a caller
// passes can leave its own path segment, query value or header. Pure; may use the generated table and errors.
import type { Operation, Parameter } from "../generated/operations.js";
import { ArgumentError } from "./errors.js";

export interface Arguments {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
}

/** Throws an {@link ArgumentError} that names operation, argument and value. */
export function sortArguments(
  id: string,
  { params, body }: Operation,
  given: Record<string, unknown>,
  version: unknown,
): Arguments {
  const sorted: Arguments = { path: {}, query: {}, header: {} };
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(params, name) && !(body && name === "body")) {
      refuse(`${id}: there is no argument \`${name}\`, only ${Object.keys(params).join(", ")}`);
    }
  }
  for (const [name, parameter] of Object.entries(params)) {
    const value = given[name] ?? (name === "version" ? version : undefined) ?? parameter.default;
    if (value !== undefined || !parameter.optional) {
      checkValue(`${id}: ${name}`, parameter, value);
      sorted[parameter.in][name] = value;
    }
  }
  if (body === "required" && given.body === undefined) refuse(`${id}: body is missing`);
  return sorted;
}

/** Throws an {@link ArgumentError} unless the value is what the spec says and arrives as it was given. */
export function checkValue(
  what: string,
  { in: place, is, type, pattern, minimum, maximum, secret }: Parameter,
  value: unknown,
): void {
  const text = String(Object(value) === value ? typeof value : value);
  if (
    value === undefined ||
    (type && typeof value !== type) ||
    (pattern && !new RegExp(pattern).test(text)) ||
    (value as number) < (minimum as number) ||
    (value as number) > (maximum as number)
  ) {
    const shown = typeof value === "string" ? JSON.stringify(text.slice(0, 40)) : `${text} (${typeof value})`;
    refuse(`${what} must be ${is}, not ${secret ? `this ${typeof value}` : shown}`);
  }
  if (
    place === "header"
      ? !isHeaderSafe(text)
      : /\p{Surrogate}/u.test(text) || (place === "path" && /^\.{0,2}$/.test(text))
  ) {
    refuse(`${what} holds what a ${place} cannot carry`);
  }
}

/** Whether a header carries this text unchanged. */
export function isHeaderSafe(text: unknown): boolean {
  return typeof text === "string" && /^[!-~\xa1-\xff]([ -~\xa0-\xff]*[!-~\xa1-\xff])?$/.test(text);
}

/** Throws an {@link ArgumentError}. */
export function refuse(reason: string): never {
  throw new ArgumentError(`${reason}. Nothing was sent.`, { fate: "not-sent" });
}
