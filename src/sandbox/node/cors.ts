// Owns what pages in browsers may send and see.
import type { IncomingMessage } from "node:http";
import type { HttpResponse } from "../http.js";

/** Made from the spec once. */
export interface Cors {
  /** Headers of every answer to a page, flat as `writeHead` takes them. */
  open: readonly string[];
  /** Of every other answer: nobody looks for what is exposed. */
  plain: readonly string[];
  methods: string;
  headers: string;
}

/** Any page may call the API, as front ends must, but never with what a browser knows of its user. */
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
  return request.headers.origin === undefined ? plain : open;
}

export function preflight({ methods, headers }: Cors, request: IncomingMessage): HttpResponse {
  const asked = request.headers["access-control-request-headers"] ?? "";
  return {
    status: 204,
    headers: {
      "Access-Control-Allow-Methods": methods,
      "Access-Control-Allow-Headers": isList(asked) ? asked : headers,
      "Access-Control-Max-Age": "600",
    },
    body: undefined,
  };
}

/** Names of headers and commas; anything else is not repeated. */
function isList(text: string): boolean {
  return /^[\w-]+(, ?[\w-]+)*$/.test(text);
}
