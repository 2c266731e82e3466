// Owns the check of values against rules, and the sentences that refuse them.
import type { Parameter } from "../generated/operations.js";
import { ArgumentError } from "./errors.js";

/** A parameter; or something else to check like one, which need not go anywhere. */
export type Rule = Partial<Parameter> & Pick<Parameter, "is">;

/** Throws an {@link ArgumentError} that names what is not known, and all that is. */
export function checkNames(thereIsNo: string, known: object, given: object): void {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(known, name))
      refuse(`${thereIsNo} \`${name}\`, only ${Object.keys(known).join(", ")}`);
}

/** Throws an {@link ArgumentError} for the first value that is missing or not what its rule says. */
export function checkValues(where: string, rules: Record<string, Rule>, given: object): void {
  const values = new Map<string, unknown>(Object.entries(given));
  for (const [name, rule] of Object.entries(rules)) checkValue(`${where}\`${name}\``, rule, values.get(name));
}

/**
 * Whether there is a value. Throws an {@link ArgumentError} unless it is what the rule says and arrives as it
 * was given.
 */
export function checkValue(what: string, rule: Rule, value: unknown): boolean {
  if (value === undefined) return rule.optional ? false : refuse(`${what} is missing; it must be ${rule.is}`);
  if (!isAsRuled(rule, value)) refuse(`${what} must be ${rule.is}, not ${shown(rule, value)}`);
  if (typeof value === "string" && rule.in && !isCarried(rule.in, value)) {
    const hint = rule.in === "header" ? ", such as a space at an end" : "";
    refuse(`${what} holds what a ${rule.in} cannot carry${hint}`);
  }
  return true;
}

/** Whether a value is what the rule says and arrives as it was given. */
export function fits(rule: Rule, value: unknown): boolean {
  return isAsRuled(rule, value) && (typeof value !== "string" || !rule.in || isCarried(rule.in, value));
}

/** Throws an {@link ArgumentError}. */
export function refuse(reason: string): never {
  throw new ArgumentError(`${reason}. Nothing was sent.`, { fate: "not-sent" });
}

function isAsRuled({ type, pattern, minimum, maximum }: Rule, value: unknown): boolean {
  if (typeof value === "number") {
    const isWanted =
      type === "integer" ? Number.isSafeInteger(value) : type === "number" && Number.isFinite(value);
    if (!isWanted || value < (minimum ?? value) || value > (maximum ?? value)) return false;
  } else if (type && typeOf(value) !== type) return false;
  return pattern === undefined || (Object(value) !== value && compiled(pattern).test(String(value)));
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known) return known;
  const made = new RegExp(pattern);
  patterns.set(pattern, made);
  return made;
}

const HEADER_VALUE = /^[!-~\xa1-\xff]([ -~\xa0-\xff]*[!-~\xa1-\xff])?$/;
const HALF_A_CHARACTER = /\p{Surrogate}/u;
const RELATIVE_SEGMENTS = ["", ".", ".."];

/** Whether it arrives as it is, and cannot leave its own path segment, query value or header. */
function isCarried(place: Parameter["in"], text: string): boolean {
  if (place === "header") return HEADER_VALUE.test(text);
  if (place === "path" && RELATIVE_SEGMENTS.includes(text)) return false;
  return !HALF_A_CHARACTER.test(text);
}

/** A value as a message may show it: shortened, and a secret by its type only. */
function shown({ secret }: Rule, value: unknown): string {
  const type = typeOf(value);
  if (secret) return `this ${type}`;
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  return Object(value) === value ? `${type}` : `${String(value)} (${type})`;
}
