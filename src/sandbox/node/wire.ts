// Owns how an answer leaves over HTTP: headers for browsers, broken answers, ended connections. Node only.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Reply } from "../handler.js";
import type { Filled } from "../response.js";

/** What a page may send and see, made from the spec once. */
export interface Cors {
  /** Flat list, as `writeHead` takes it, for requests without an origin: those of no browser. */
  plain: readonly string[];
  exposed: string;
  methods: string;
  headers: string;
}

export function corsOf(
  methods: Iterable<string>,
  headers: Iterable<string>,
  exposed: Iterable<string>,
): Cors {
  const shown = [...exposed].join(", ");
  return {
    plain: ["Access-Control-Allow-Origin", "*"],
    exposed: shown,
    methods: [...methods, "OPTIONS"].join(", "),
    headers: [...headers].join(", "),
  };
}

/** As Prism has it: any origin, by name, so that credentials may be sent along. */
function corsHeaders({ plain, exposed }: Cors, origin: string | undefined): readonly string[] {
  if (origin === undefined) return plain;
  return [
    ...["Access-Control-Allow-Origin", origin, "Access-Control-Allow-Credentials", "true"],
    ...["Access-Control-Expose-Headers", exposed, "Vary", "Origin"],
  ];
}

export function preflight(cors: Cors, request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers["access-control-request-headers"];
  response.writeHead(204, [
    ...corsHeaders(cors, request.headers.origin),
    ...["Access-Control-Allow-Methods", cors.methods],
    ...["Access-Control-Allow-Headers", asked ?? cors.headers, "Access-Control-Max-Age", "600"],
  ]);
  response.end();
}

const flat = new WeakMap<object, string[]>();

/** Headers of answers that nothing is filled into are the same object each time: flattened once. */
function flatten(headers: Readonly<Record<string, string>>): string[] {
  let list = flat.get(headers);
  if (!list) {
    list = Object.entries(headers).flat();
    flat.set(headers, list);
  }
  return list;
}

/** The answer to one request over a socket. What comes after the caller has gone is dropped. */
export class SocketReply implements Reply {
  constructor(
    private readonly cors: Cors,
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
  ) {}

  answer(filled: Filled): void {
    const { cors, request, response } = this;
    if (response.destroyed || response.headersSent) return;
    if (filled.wire) sendBroken(filled, cors, request, response);
    else send(filled, cors, request, response);
  }

  close(): void {
    this.request.socket.destroy();
  }

  reset(): void {
    this.request.socket.resetAndDestroy();
  }
}

function send(
  { status, headers, body }: Filled,
  cors: Cors,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const list = [...corsHeaders(cors, request.headers.origin), ...flatten(headers)];
  if (status !== 204) list.push("Content-Length", String(body === undefined ? 0 : Buffer.byteLength(body)));
  response.writeHead(status, list);
  response.end(body);
}

/** Node refuses to write such answers, so they are written past it, and the connection ends. */
function sendBroken(filled: Filled, cors: Cors, request: IncomingMessage, response: ServerResponse): void {
  const body = filled.body ?? "";
  const promised = Buffer.byteLength(body) + (filled.wire === "cut-short" ? 100 : 0);
  const headers = [...corsHeaders(cors, request.headers.origin), ...flatten(filled.headers)];
  const lines = [`HTTP/1.1 ${filled.status} ${filled.status === 204 ? "No Content" : "OK"}`];
  for (let i = 0; i < headers.length; i += 2) lines.push(`${headers[i]}: ${headers[i + 1]}`);
  lines.push(`Content-Length: ${promised}`, "Connection: close", "", "");
  response.detachSocket(request.socket);
  request.socket.end(`${lines.join("\r\n")}${body}`);
}
