// Whether a failed `fetch` failed before the request could leave. Pure; uses nothing.

/** Bun's names, undici's, and certificates: all of them stand for a connection that did not come about. */
const NO_CONNECTION =
  /^(?:ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|UNABLE_TO_\w+|(?:\w+_)?CERT(?:_\w+)?)$/;

/**
 * True only where that is certain. A reset, and a failure without a reason as browsers report it, may have come
 * after the request had left. So may a refused connection in Deno: it sends a request again by itself when a
 * connection that it kept is reset, and reports how the second try went.
 */
export function isBeforeSending(error: unknown): boolean {
  let cause = error;
  // Bounded: an error may be its own cause.
  for (let depth = 0; depth < 9 && cause instanceof Error; depth++) {
    const { code, syscall, errors } = cause as Error & {
      code?: unknown;
      syscall?: unknown;
      errors?: unknown[];
    };
    if (syscall === "connect" || syscall === "getaddrinfo" || NO_CONNECTION.test(String(code))) return true;
    cause = errors?.[0] ?? cause.cause;
  }
  return false;
}
