// Owns every response that is not in the spec: deliberate violations of the contract, and the sandbox's own messages.
import type { HttpResponse } from "./http.js";

/** Violate the contract on purpose. The vendor documents none of them. */
export const UNDOCUMENTED = {
  "html-page": {
    status: 502,
    headers: { "Content-Type": "text/html" },
    body: "<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>\n",
  },
  unavailable: {
    status: 503,
    headers: { "Content-Type": "text/plain" },
    body: "The service is unavailable.\n",
  },
  "no-content-with-body": {
    status: 204,
    headers: { "Content-Type": "application/json" },
    body: '{"State":"Succeeded"}',
    broken: "body-after-204",
  },
  truncated: {
    status: 200,
    headers: { "Content-Type": "application/json" },
    body: '{"State":"Succ',
    broken: "cut-short",
  },
} as const satisfies Record<string, HttpResponse>;

export type UndocumentedName = keyof typeof UNDOCUMENTED;

/** A message of the sandbox itself, in the shape of the vendor's simplest error. */
export function messageResponse(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): HttpResponse {
  return jsonResponse(status, { message }, headers);
}

export function jsonResponse(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): HttpResponse {
  return {
    status,
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}
