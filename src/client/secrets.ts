// Keeps secrets out of what the client shows. Pure; uses nothing.

const REDACTED = "[redacted]";

/** Replaces secrets in a text, in the forms in which servers echo them. */
export type Hide = (text: string) => string;

/** At least one secret must not be empty; the app key never is. */
export function hiding(secrets: readonly string[]): Hide {
  const forms = secrets
    .filter(Boolean)
    // The longest first: a secret that is part of another must not leave the rest of it behind.
    .sort((a, b) => b.length - a.length)
    .map(pattern);
  const anyForm = new RegExp(forms.join("|"), "gi");
  return (text) => text.replace(anyForm, REDACTED);
}

/** A secret of one to three characters counts as a word of its own only: every text is full of such letters. */
function pattern(secret: string): string {
  const anyForm = secret.replace(/\W/g, markPattern);
  return secret.length > 3 ? anyForm : `(?<!\\w)${anyForm}(?!\\w)`;
}

/**
 * A mark as it is, or as JSON, URLs and HTML may write it. Left as `\u0026`, a secret would be back in clear as
 * soon as the body is parsed.
 */
function markPattern(mark: string): string {
  const hex = mark.charCodeAt(0).toString(16).padStart(4, "0");
  const url = `%${hex.slice(2)}|${literal(encodeURIComponent(mark))}${mark === " " ? "|\\+" : ""}`;
  return `(?:\\\\{0,3}(?:${literal(mark)}|u${hex})|${url}|&#?\\w+;)`;
}

function literal(text: string): string {
  return text.replace(/\W/g, "\\$&");
}

/** Headers as a plain object, without the values of those that carry secrets. */
export function redactHeaders(headers: Headers, hide: Hide): Record<string, string> {
  const shown = [...headers].map(([name, value]) => [
    name,
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
    const value = (cause as unknown as Record<PropertyKey, unknown>)[key];
    if (key === "cause") return value === inner;
    const text = `${String(key)} ${String(value)}`;
    return Object(value) !== value && hide(text) === text;
  });
  if (holdsOnlyFacts) return cause;
  const copy = new Error(hide(cause.message), inner === undefined ? undefined : { cause: inner });
  const { code } = cause as { code?: unknown };
  return Object.assign(
    copy,
    { name: hide(cause.name), stack: hide(String(cause.stack)) },
    typeof code === "string" && { code: hide(code) },
  );
}
