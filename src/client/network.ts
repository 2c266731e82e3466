// Whether a failed `fetch` failed before the request could leave. Pure; uses nothing.

/** Bun's names, undici's, and certificates: all of them stand for a connection that did not come about. */
const NO_CONNECTION =
  /^(?:ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/;

/**
 * True only where that is certain. A reset, and a failure without a reason as browsers report it, may have come
 * after the request had left. So may a refused connection in Deno: it sends a request again by itself when a
 * connection that it kept is reset, and reports how the second try went.
 */
export function isBeforeSending(error: unknown): boolean {
  let cause = error;
  while (cause instanceof Error) {
    const { code, syscall, errors } = cause as Error & {
      code?: unknown;
      syscall?: unknown;
      errors?: unknown[];
    };
    if (syscall === "connect" || syscall === "getaddrinfo") return true;
    if (NO_CONNECTION.test(String(code))) return true;
    cause = errors?.[0] ?? cause.cause;
  }
  return false;
}
