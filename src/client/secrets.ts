// Owns keeping secrets out of what the client shows: texts, data, headers and the causes of errors.
import { lowerCase, plain } from "./plain.js";

const REDACTED = "[redacted]";

/** Replaces secrets in a text, in the forms in which servers echo them. */
export type Hide = (text: string) => string;

/** So many tokens are remembered: a token function may give a new one for each request. */
const MOST_TOKENS = 1_000;

/** What a client must not show. */
export class Secrets {
  private readonly always: string[];
  private readonly tokens = new Set<string>();

  constructor(...always: (string | undefined)[]) {
    this.always = always.filter((secret) => secret !== undefined);
  }

  /** Used up tokens are secrets still: a server may repeat them. The oldest go when there are very many. */
  addToken(token: string): void {
    this.tokens.delete(token);
    this.tokens.add(token);
    const [oldest = ""] = this.tokens;
    if (this.tokens.size > MOST_TOKENS) this.tokens.delete(oldest);
  }

  /** Hides what is known when it is called, and `more`. */
  hiding(more: readonly string[] = []): Hide {
    const needles = [...this.always, ...this.tokens, ...more]
      .filter((secret) => secret !== "")
      .map((secret) => ({ lower: lowerCase(secret), plain: plain(secret).text }));
    return (text) => hide(text, needles);
  }
}

/** A secret, as it is looked for. */
interface Needle {
  readonly lower: string;
  readonly plain: string;
}

interface Range {
  start: number;
  end: number;
}

/** In linear time, whatever text and secrets look like. */
function hide(text: string, needles: readonly Needle[]): string {
  const lower = lowerCase(text);
  const read = plain(text);
  const found: Range[] = [];
  for (const needle of needles) {
    for (const range of occurrences(lower, needle.lower)) found.push(range);
    // What is as short as this is everywhere once it is read in any way.
    if (needle.plain.length <= SHORT) continue;
    for (const { start, end } of occurrences(read.text, needle.plain))
      found.push({ start: read.startOf(start), end: read.endOf(end - 1) });
  }
  return found.length === 0 ? text : without(text, found);
}

/** A secret of up to so many characters counts as a word of its own only: every text is full of such letters. */
const SHORT = 3;

function* occurrences(text: string, secret: string): Generator<Range> {
  for (let start = text.indexOf(secret); start >= 0; start = text.indexOf(secret, start + 1)) {
    const end = start + secret.length;
    if (secret.length > SHORT || !(isWord(text[start - 1]) || isWord(text[end]))) yield { start, end };
  }
}

const isWord = (mark = ""): boolean => /^\w/.test(mark);

/** Ranges that overlap become one: a secret that is part of another must not leave the rest of it behind. */
function without(text: string, ranges: Range[]): string {
  let shown = "";
  let at = 0;
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start >= at) shown += text.slice(at, start) + REDACTED;
    at = end;
  }
  return shown + text.slice(at);
}

/** Nothing of the API nests so deep, and the stack has an end. */
const DEEPEST = 100;

/** A copy of plain data without secrets in texts and names. */
export function hideInData(data: unknown, hide: Hide): unknown {
  return copy(data, (value) => (typeof value === "string" ? hide(value) : value));
}

/** The same of what a server sends: there a number may be a pin. */
export function hideInBody(body: object, hide: Hide): object {
  const isSecret = (value: unknown) => typeof value === "number" && hide(String(value)) !== String(value);
  return Object(
    copy(body, (value) => (isSecret(value) ? REDACTED : typeof value === "string" ? hide(value) : value)),
  );
}

function copy(data: unknown, shown: (value: unknown) => unknown, depth = DEEPEST): unknown {
  if (Object(data) !== data) return shown(data);
  if (depth === 0) return undefined;
  if (Array.isArray(data)) return data.map((item) => copy(item, shown, depth - 1));
  const entries = Object.entries(Object(data));
  return Object.fromEntries(entries.map(([name, value]) => [shown(name), copy(value, shown, depth - 1)]));
}

/** Headers as a plain object, without the values of those that carry secrets. */
export function redactHeaders(headers: Iterable<[string, string]>, hide: Hide): Record<string, string> {
  const shown = [...headers].map(([name, value]) => [
    name.toLowerCase(),
    SECRET_HEADER.test(name) ? REDACTED : hide(value),
  ]);
  return Object.fromEntries(shown);
}

const SECRET_HEADER = /key|auth|cookie|token|secret|pass|user|pin|code/i;

/**
 * The cause of an error without secrets: itself where it holds nothing but plain facts, otherwise a copy of
 * name, message, code and cause. A `fetch` may hang a whole request, headers included, on its error.
 */
export function hideInCause(cause: unknown, hide: Hide, depth = 9): unknown {
  // Bounded: an error may be its own cause.
  if (depth === 0 || !(cause instanceof Error)) return typeof cause === "string" ? hide(cause) : undefined;
  try {
    return withoutSecrets(cause, hide, hideInCause(cause.cause, hide, depth - 1));
  } catch {
    // One of its properties cannot be read.
    return undefined;
  }
}

function withoutSecrets(cause: Error, hide: Hide, inner: unknown): Error {
  const holdsOnlyFacts = Reflect.ownKeys(cause).every((key) => {
    const value: unknown = Reflect.get(cause, key);
    if (key === "cause") return value === inner;
    const text = `${String(key)} ${String(value)}`;
    return Object(value) !== value && hide(text) === text;
  });
  if (holdsOnlyFacts) return cause;
  const shown = new Error(hide(cause.message), inner === undefined ? undefined : { cause: inner });
  const { code } = cause as { code?: unknown };
  return Object.assign(
    shown,
    { name: hide(cause.name), stack: hide(String(cause.stack)) },
    typeof code === "string" && { code: hide(code) },
  );
}
