// Owns the check of values against rules, and the sentences that refuse them.
import type { Parameter } from "../generated/operations.js";
import { ArgumentError } from "./errors.js";

/** What a value must be. A parameter of the API is a rule; so is what options must be, which go nowhere. */
export interface Rule extends Partial<Omit<Parameter, "is">> {
  /** In words. */
  is: string;
  /** A check of its own. */
  fits?: (value: unknown) => boolean;
}

type Rules = Readonly<Record<string, Rule>>;

/**
 * Returns a copy of what is given, checked: use nothing else, since a getter may say something else the next time, and
 * the caller may change the object. Throws an {@link ArgumentError} for the first name that has no rule, and for the
 * first value that is missing or not what its rule says. `where` is what the sentence begins with.
 */
export function checkAll<T extends object>(where: string, rules: Rules, given: T, what = "option"): T {
  const values = readOnce(where, given, what, Object.keys(rules));
  checkNames(where, rules, values, what);
  const byName = new Map<string, unknown>(Object.entries(values));
  for (const [name, rule] of Object.entries(rules)) checkValue(where, name, rule, byName.get(name));
  return values;
}

/** A plain copy; of what an object inherits, these names. Throws an {@link ArgumentError} where it cannot be read. */
export function readOnce<T extends object>(
  where: string,
  given: T,
  what: string,
  inherited: readonly string[] = [],
): T {
  const type = typeOf(given);
  if (type !== "object") refuse(`${where}the ${what}s must be an object, not ${type}`);
  const values = new Map<string, unknown>();
  try {
    for (const name of Object.keys(given)) values.set(name, Reflect.get(given, name));
    for (const name of inherited)
      if (!values.has(name) && name in given) values.set(name, Reflect.get(given, name));
  } catch {
    // Without what was thrown: it may tell a secret.
    refuse(`${where}an ${what} cannot be read; give a plain object`);
  }
  return Object.fromEntries(values) as T;
}

/** Throws an {@link ArgumentError} that names what is not known, and all that is. */
export function checkNames(where: string, rules: object, given: object, what: string): void {
  for (const name of Object.keys(given))
    if (!Object.hasOwn(rules, name))
      refuse(`${where}there is no ${what} \`${name.slice(0, 40)}\`, only ${Object.keys(rules).join(", ")}`);
}

/** Throws an {@link ArgumentError} unless the value is what the rule says and arrives as it was given. */
export function checkValue(where: string, name: string, rule: Rule, value: unknown): void {
  const isGood = value === undefined ? rule.optional : fits(rule, value);
  if (isGood) return;
  const what = `${where}\`${name}\``;
  if (value === undefined) refuse(`${what} is missing; it must be ${rule.is}`);
  if (!isAsRuled(rule, value)) refuse(`${what} must be ${rule.is}, not ${shown(rule, value)}`);
  refuse(`${what} holds what a ${rule.in} cannot carry, such as a line break or a space at an end`);
}

/** Whether a value is what the rule says and arrives as it was given. */
export function fits(rule: Rule, value: unknown): boolean {
  return isAsRuled(rule, value) && (typeof value !== "string" || isCarried(rule.in, value));
}

/** Throws an {@link ArgumentError}. */
export function refuse(reason: string): never {
  throw new ArgumentError(`${reason}. Nothing was sent.`, { fate: "not-sent" });
}

function isAsRuled({ type, minimum, maximum, pattern, fits }: Rule, value: unknown): boolean {
  if (type && !hasType(type, value)) return false;
  if (typeof value === "number") {
    if (minimum !== undefined && value < minimum) return false;
    if (maximum !== undefined && value > maximum) return false;
  }
  if (fits && !isPassed(fits, value)) return false;
  return !pattern || (Object(value) !== value && pattern.test(String(value)));
}

/** What cannot be read is not what the rule says. */
function isPassed(fits: (value: unknown) => boolean, value: unknown): boolean {
  try {
    return fits(value);
  } catch {
    return false;
  }
}

function hasType(type: string, value: unknown): boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "number") return Number.isFinite(value);
  return typeOf(value) === type;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const HEADER_VALUE = /^[!-~\xa1-\xff]([ -~\xa0-\xff]*[!-~\xa1-\xff])?$/;
const HALF_A_CHARACTER = /\p{Surrogate}/u;
const RELATIVE_SEGMENTS = ["", ".", ".."];

/** Whether it arrives as it is, and cannot leave its own path segment, query value or header. */
function isCarried(place: Parameter["in"] | undefined, text: string): boolean {
  if (!place) return true;
  if (place === "header") return HEADER_VALUE.test(text);
  if (place === "path" && RELATIVE_SEGMENTS.includes(text)) return false;
  return !HALF_A_CHARACTER.test(text);
}

/** A value as a message may show it: shortened, and a secret by its type only. */
function shown({ secret }: Rule, value: unknown): string {
  const type = typeOf(value);
  if (secret) return `this ${type}`;
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  return Object(value) === value ? type : `${String(value).slice(0, 40)} (${type})`;
}
