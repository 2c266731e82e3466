// Checks arguments and options against rules, and sorts arguments by where they go. Nothing a caller passes can
// leave its own path segment, query value or header. Pure; may use the generated table and errors.
import type { Operation, Parameter } from "../generated/operations.js";
import { ArgumentError } from "./errors.js";

export interface Arguments {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  header: Record<string, unknown>;
}

/** A parameter; or something else to check like one, which need not go anywhere. */
export type Rule = Partial<Parameter> & Pick<Parameter, "is">;

/** Throws an {@link ArgumentError} that names operation, argument and value. */
export function sortArguments(
  id: string,
  { params, body }: Operation,
  given: Record<string, unknown>,
  version: unknown,
): Arguments {
  const sorted: Arguments = { path: {}, query: {}, header: {} };
  checkNames(`${id}: there is no argument`, body ? { ...params, body } : params, given);
  for (const [name, parameter] of Object.entries(params)) {
    const value = given[name] ?? (name === "version" ? version : undefined) ?? parameter.default;
    if (checkValue(`${id}: \`${name}\``, parameter, value)) sorted[parameter.in][name] = value;
  }
  if (body === "required" && given.body === undefined) refuse(`${id}: \`body\` is missing`);
  return sorted;
}

/** Throws an {@link ArgumentError} that names what is not known, and all that is. */
export function checkNames(thereIsNo: string, known: object, given: object): void {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(known, name))
      refuse(`${thereIsNo} \`${name}\`, only ${Object.keys(known).join(", ")}`);
}

/** Throws an {@link ArgumentError} for the first value that is missing or not what its rule says. */
export function checkValues(where: string, rules: Record<string, Rule>, given: object): void {
  for (const [name, rule] of Object.entries(rules))
    checkValue(`${where}\`${name}\``, rule, (given as Record<string, unknown>)[name]);
}

/**
 * Whether there is a value. Throws an {@link ArgumentError} unless it is what the rule says and arrives as it
 * was given.
 */
export function checkValue(
  what: string,
  { in: place, is, type, pattern, minimum, maximum, optional, secret }: Rule,
  value: unknown,
): boolean {
  if (value === undefined) return optional ? false : refuse(`${what} is missing; it must be ${is}`);
  const given = Array.isArray(value) ? "array" : typeof value;
  const text = String(Object(value) === value ? given : value);
  if (
    (type && given !== type) ||
    (pattern && !new RegExp(pattern).test(text)) ||
    (value as number) < (minimum as number) ||
    (value as number) > (maximum as number)
  ) {
    const shown = given === "string" ? JSON.stringify(text.slice(0, 40)) : `${text} (${given})`;
    refuse(`${what} must be ${is}, not ${secret ? `this ${given}` : shown}`);
  }
  if (given !== "string") return true;
  if (
    place === "header"
      ? !/^[!-~\xa1-\xff]([ -~\xa0-\xff]*[!-~\xa1-\xff])?$/.test(text)
      : /\p{Surrogate}/u.test(text) || (place === "path" && /^\.{0,2}$/.test(text))
  ) {
    const hint = place === "header" ? ", such as a space at an end" : "";
    refuse(`${what} holds what a ${place} cannot carry${hint}`);
  }
  return true;
}

/** Throws an {@link ArgumentError}. */
export function refuse(reason: string): never {
  throw new ArgumentError(`${reason}. Nothing was sent.`, { fate: "not-sent" });
}
