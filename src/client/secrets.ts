// Owns keeping secrets out of what the client shows: texts, data, headers and the causes of errors.
import { withoutEscapes } from "./escapes.js";

const REDACTED = "[redacted]";

/** Replaces secrets in a text, in the forms in which servers echo them; of one that is cut, half a secret at its end too. */
export type Hide = (text: string, isCut?: boolean) => string;

/** So many tokens are remembered: a token function may give a new one for each request. */
const MOST_TOKENS = 1_000;

/** A secret of up to so many characters is hidden only where it is a word: every text is full of such letters. */
const SHORT = 3;

/** A regular expression has an end: that of V8 is at some hundred thousand characters. */
const LONGEST_PATTERN = 50_000;

/** Of a longer one the first hundred characters are looked for: to find all of it may take quadratic time. */
const HUGE = 5_000;

/** What a client must not show. */
export class Secrets {
  readonly #always: (string | undefined)[];
  readonly #tokens = new Set<string>();

  constructor(...always: (string | undefined)[]) {
    this.#always = always;
  }

  /** Used tokens are secrets still: a server may repeat them. The oldest go when there are very many. */
  addToken(token: string): void {
    this.#tokens.delete(token);
    this.#tokens.add(token);
    const [oldest = ""] = this.#tokens;
    if (this.#tokens.size > MOST_TOKENS) this.#tokens.delete(oldest);
  }

  /** Hides what is known when it is called, and `more`. */
  hiding(more: readonly string[] = []): Hide {
    const secrets = [...this.#always, ...this.#tokens, ...more].filter((secret) => secret !== undefined);
    return hidingAll(secrets.filter((secret) => secret !== ""));
  }
}

function hidingAll(secrets: string[]): Hide {
  const huge = secrets
    .filter(({ length }) => length > HUGE)
    .map((secret) => withoutEscapes(secret).slice(0, 100));
  const others = secrets.filter(({ length }) => length <= HUGE);
  // The longest first: a secret that is part of another must not leave the rest of it behind.
  const longestFirst = others.sort((a, b) => b.length - a.length);
  const lower = longestFirst.map((secret) => secret.toLowerCase());
  const plain = others.map(withoutEscapes).filter((secret) => secret.length > SHORT);
  return (given, isCut = false) => {
    const text = isCut ? withoutHalf(given, secrets) : given;
    const read = withoutEscapes(text);
    if (huge.some((beginning) => read.includes(beginning))) return REDACTED;
    const lowerText = text.toLowerCase();
    const isEscaped = read !== lowerText;
    // Where a secret begins and ends in such a text is hard to say: nothing of the text is shown.
    const isIn = (secret: string) =>
      read.includes(secret) || (isCut && beginningAtEnd(read, secret) < read.length);
    if (isEscaped && plain.some(isIn)) return REDACTED;
    const found = lower.filter((secret) => lowerText.includes(secret));
    if (found.length === 0) return text;
    const pattern = found.map(patternOf).join("|");
    // Of very many secrets no pattern could be made.
    return pattern.length > LONGEST_PATTERN ? REDACTED : text.replace(new RegExp(pattern, "gi"), REDACTED);
  };
}

/** Without the beginning of a secret at the end: alone, it would not be recognized. */
function withoutHalf(text: string, secrets: string[]): string {
  const lowerText = text.toLowerCase();
  const ends = secrets.map((secret) => beginningAtEnd(lowerText, secret.toLowerCase()));
  return text.slice(0, Math.min(text.length, ...ends));
}

/** Where the text ends in the beginning of the secret; its length where it does not. */
function beginningAtEnd(text: string, secret: string): number {
  const beginning = secret.slice(0, SHORT + 1);
  let at = text.indexOf(beginning, text.length - secret.length + 1);
  while (at >= 0 && !secret.startsWith(text.slice(at))) at = text.indexOf(beginning, at + 1);
  return at < 0 ? text.length : at;
}

function patternOf(secret: string): string {
  const pattern = secret.replace(/\W/g, "\\$&");
  return secret.length > SHORT ? pattern : `(?<!\\w)${pattern}(?!\\w)`;
}

/** Nothing of the API nests so deep, and the stack has an end. */
const DEEPEST = 100;

/** A copy of plain data without secrets in texts and names. */
export function hideInData(data: unknown, hide: Hide): unknown {
  return copy(data, (value) => (typeof value === "string" ? hide(value) : value));
}

/** The same of what a server sends: there a number may be a pin. */
export function hideInBody(body: object, hide: Hide): object {
  const shown = (value: unknown) => {
    const text = String(value);
    return typeof value === "string" || hide(text) !== text ? hide(text) : value;
  };
  return Object(copy(body, shown));
}

function copy(data: unknown, shown: (value: unknown) => unknown, depth = DEEPEST): unknown {
  if (Object(data) !== data) return shown(data);
  if (depth === 0) return undefined;
  if (Array.isArray(data)) return data.map((item) => copy(item, shown, depth - 1));
  const entries = Object.entries(Object(data));
  return Object.fromEntries(entries.map(([name, value]) => [shown(name), copy(value, shown, depth - 1)]));
}

const SECRET_HEADER = /key|auth|cookie|token|secret|pass|user|pin|code/i;

/** Headers as a plain object, without the values of those that carry secrets. */
export function redactHeaders(headers: Iterable<[string, string]>, hide: Hide): Record<string, string> {
  const shown = [...headers].map(([name, value]) => [
    name.toLowerCase(),
    SECRET_HEADER.test(name) ? REDACTED : hide(value),
  ]);
  return Object.fromEntries(shown);
}

/**
 * The cause of an error without secrets: itself where it holds nothing but plain facts, otherwise a copy of
 * name, message, code and cause. A `fetch` may hang a whole request, headers included, on its error.
 */
export function hideInCause(cause: unknown, hide: Hide, depth = 9): unknown {
  if (typeof cause === "string") return hide(cause);
  // Bounded: an error may be its own cause.
  if (depth === 0 || !(cause instanceof Error)) return undefined;
  try {
    return withoutSecrets(cause, hide, hideInCause(cause.cause, hide, depth - 1));
  } catch {
    // One of its properties cannot be read.
    return undefined;
  }
}

function withoutSecrets(cause: Error & { code?: unknown }, hide: Hide, inner: unknown): Error {
  const holdsOnlyFacts = Reflect.ownKeys(cause).every((key) => {
    const value: unknown = Reflect.get(cause, key);
    if (key === "cause") return value === inner;
    const text = `${String(key)} ${String(value)}`;
    return Object(value) !== value && hide(text) === text;
  });
  if (holdsOnlyFacts) return cause;
  const { name, message, stack, code } = cause;
  const shown = new Error(hide(message), inner === undefined ? undefined : { cause: inner });
  const facts = { name: hide(name), stack: hide(String(stack)) };
  return Object.assign(shown, facts, typeof code === "string" && { code: hide(code) });
}
