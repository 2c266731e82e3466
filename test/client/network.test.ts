// Which failures of a `fetch` prove that the request did not leave: only those that name a connection that never was.
import { expect, test } from "vitest";
import { isBeforeSending } from "../../src/client/network.js";

const error = (facts: object, message = "failed") => Object.assign(new Error(message), facts);
const within = (cause: unknown) => new TypeError("fetch failed", { cause });

test.each([
  error({ code: "ECONNREFUSED" }),
  error({ code: "ETIMEDOUT", syscall: "connect" }),
  error({ code: "ENOTFOUND", syscall: "getaddrinfo" }),
  error({ code: "UND_ERR_CONNECT_TIMEOUT" }),
  error({ code: "ConnectionRefused" }),
  error({ code: "CERT_HAS_EXPIRED" }),
  error({ code: "ERR_TLS_CERT_ALTNAME_INVALID" }),
  error({ code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }),
  error({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
  error({ code: "SELF_SIGNED_CERT_IN_CHAIN" }),
  error({ code: "UND_ERR_ABORTED" }, "Proxy response (407) !== 200 when HTTP Tunneling"),
  error(
    { code: "ECONNRESET" },
    "Client network socket disconnected before secure TLS connection was established",
  ),
  new AggregateError([error({ code: "ECONNREFUSED" }), error({ code: "EHOSTUNREACH" })]),
])("%j did not leave", (cause) => {
  expect([cause, within(cause), within(within(cause))].map(isBeforeSending)).toEqual([true, true, true]);
});

test.each([
  undefined,
  "ECONNREFUSED",
  { code: "ECONNREFUSED" },
  new TypeError("Failed to fetch"),
  error({ code: "ECONNRESET" }),
  error({ code: "EPIPE", syscall: "write" }),
  error({ code: "UND_ERR_SOCKET" }),
  error({ code: "UND_ERR_ABORTED" }),
  error({ code: "UND_ERR_HEADERS_TIMEOUT" }),
  error({ code: "ETIMEDOUT", syscall: "read" }),
  error({ code: "ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC" }),
  new AggregateError([]),
])("%j may have left", (cause) => {
  expect([cause, within(cause)].map(isBeforeSending)).toEqual([false, false]);
});
