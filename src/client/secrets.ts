// Keeps secrets out of what the client shows. Pure; uses nothing.

const REDACTED = "[redacted]";

/** Replaces secrets in a text, in the forms in which servers echo them. */
export type Hide = (text: string) => string;

export function hiding(secrets: readonly string[]): Hide {
  const forms = secrets
    .filter((secret) => secret !== "")
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    // The longest first: a secret that is part of another must not leave the rest of it behind.
    .sort((a, b) => b.length - a.length)
    .map(pattern);
  if (forms.length === 0) return (text) => text;
  const anyForm = new RegExp(forms.join("|"), "g");
  return (text) => text.replace(anyForm, REDACTED);
}

/** A secret of one to three characters counts as a word of its own only: every text is full of such letters. */
function pattern(secret: string): string {
  const literal = secret.replace(/[^\w]/g, "\\$&");
  return secret.length > 3 ? literal : `(?<!\\w)${literal}(?!\\w)`;
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
  if (depth === 0) return undefined;
  if (!(cause instanceof Error)) return typeof cause === "string" ? hide(cause) : undefined;
  const inner = hideInCause(cause.cause, hide, depth - 1);
  const holdsOnlyFacts = Reflect.ownKeys(cause).every((key) => {
    const value = (cause as unknown as Record<PropertyKey, unknown>)[key];
    if (key === "cause") return value === inner;
    return typeof value === "string" ? hide(value) === value : Object(value) !== value;
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
