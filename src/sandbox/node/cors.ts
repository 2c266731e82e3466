// Owns what web pages may send to the API and read from it.
import type { IncomingMessage } from "node:http";
import type { HttpResponse } from "../http.js";

/** Computed from the spec once. */
export interface Cors {
  /** Headers of every response to a page, as a flat list for `writeHead`. */
  open: readonly string[];
  /** Headers of every other response. */
  plain: readonly string[];
  methods: string;
  headers: string;
}

/** Any page may call the API, as a front end must, but without the browser's cookies and credentials. */
export function corsOf(
  methods: Iterable<string>,
  headers: Iterable<string>,
  exposed: Iterable<string>,
): Cors {
  return {
    plain: ["Access-Control-Allow-Origin", "*"],
    open: ["Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", [...exposed].join(", ")],
    methods: [...methods, "OPTIONS"].join(", "),
    headers: [...headers].join(", "),
  };
}

export function apiHeaders({ open, plain }: Cors, request: IncomingMessage): readonly string[] {
  if (request.headers.origin === undefined) return plain;
  return open;
}

export function preflight({ methods, headers }: Cors, request: IncomingMessage): HttpResponse {
  const { "access-control-request-headers": requested = "" } = request.headers;
  return {
    status: 204,
    headers: {
      "Access-Control-Allow-Methods": methods,
      "Access-Control-Allow-Headers": isList(requested) ? requested : headers,
      "Access-Control-Max-Age": "600",
    },
    body: undefined,
  };
}

/** Header names and commas; anything else is not echoed. */
function isList(text: string): boolean {
  return /^[\w-]+(, ?[\w-]+)*$/.test(text);
}
