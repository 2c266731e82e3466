// Owns telling whether a failed `fetch` failed before the request could leave. Pure.

/** How codes begin of connections that did not come about, in Node, undici and Bun: refused, or by their certificates. */
const CODES = [
  "ECONNREFUSED",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
  "CERT_",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_",
];

/** What undici says when a proxy refuses to open a tunnel, and Node when a TLS connection ends before it began. */
const MESSAGES = ["Proxy response (", "Client network socket disconnected before secure TLS connection"];

/**
 * True only where that is certain. A reset, and a failure without a reason as browsers report it, may have come
 * after the request had left. So may a refused connection in Deno: it sends a request again by itself when a
 * connection that it kept is reset, and reports how the second try went.
 */
export function isBeforeSending(error: unknown): boolean {
  let cause = error;
  // Bounded: an error may be its own cause.
  for (let depth = 0; depth < 9 && cause instanceof Error; depth++) {
    if (saysSo(cause)) return true;
    const { errors } = cause as Error & { errors?: unknown };
    cause = Array.isArray(errors) ? errors[0] : cause.cause;
  }
  return false;
}

function saysSo({ message, code, syscall }: Error & { code?: unknown; syscall?: unknown }): boolean {
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  const startsWithOneOf = (text: string, starts: string[]) => starts.some((start) => text.startsWith(start));
  return startsWithOneOf(message, MESSAGES) || startsWithOneOf(String(code), CODES);
}
