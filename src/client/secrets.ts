// Keeps secrets out of what the client shows. Pure; uses nothing.

const REDACTED = "[redacted]";

/** Replaces secrets in a text, in the forms in which servers echo them. */
export type Hide = (text: string) => string;

export function hiding(secrets: readonly string[]): Hide {
  const forms = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    // The longest first: a secret that is part of another must not leave the rest of it behind.
    .sort((a, b) => b.length - a.length)
    .map(pattern);
  const anyForm = new RegExp(forms.join("|"), "g");
  return (text) => text.replace(anyForm, REDACTED);
}

/** A secret of one to three characters counts as a word of its own only: every text is full of such letters. */
function pattern(secret: string): string {
  const literal = secret.replace(/\W/g, "\\$&");
  return secret.length > 3 ? literal : `\\b${literal}\\b`;
}

/** Headers as a plain object, without the values of those that carry secrets. */
export function redactHeaders(headers: Headers, hide: Hide): Record<string, string> {
  const isSecret = /key|auth|cookie|token|secret|pass|user|pin|code/i;
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, isSecret.test(name) ? REDACTED : hide(value)]),
  );
}

/**
 * The cause of an error without secrets: itself where it holds nothing but plain facts, otherwise a copy of
 * name, message, code, stack and cause. A `fetch` may hang a whole request, headers included, on its error.
 */
export function hideInCause(cause: unknown, hide: Hide): unknown {
  if (!(cause instanceof Error)) return cause === undefined ? cause : hide(String(cause));
  const { message, name, stack, code } = cause as Error & { code?: unknown };
  const inner = hideInCause(cause.cause, hide);
  const holdsOnlyFacts = Reflect.ownKeys(cause).every((key) => {
    const value = (cause as unknown as Record<PropertyKey, unknown>)[key];
    return key === "cause"
      ? value === inner
      : Object(value) !== value && hide(String(value)) === String(value);
  });
  if (holdsOnlyFacts) return cause;
  const copy = Object.assign(new Error(hide(message)), { name: hide(name), stack: hide(`${stack}`) });
  return Object.assign(
    copy,
    code !== undefined && { code: hide(String(code)) },
    inner !== undefined && { cause: inner },
  );
}
