// Owns the HTTP server: what reaches the handler, what is refused before, what is dropped.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Control } from "../control.js";
import type { Handler } from "../handler.js";
import { isJson } from "../request-checks.js";
import { messageResponse } from "../undocumented.js";
import { controlResponse, isControlPath } from "./control-routes.js";
import { apiHeaders, type Cors, preflight } from "./cors.js";
import { type Gate, gateHeaders, refusalAt } from "./gate.js";
import { type Exchange, send } from "./send.js";
import { turnOf } from "./turns.js";

/** No operation takes a body today, and the control surface takes small ones. */
const BODY = 1024 * 1024;
const HEADERS = 16 * 1024;

export interface ServerParts {
  handle: Handler;
  control: Control;
  gate: Gate;
  cors: Cors;
  /** How long a request may take to arrive. */
  patienceMs: number;
}

export function createHttpServer({ handle, control, gate, cors, patienceMs }: ServerParts): Server {
  const server = createServer({
    maxHeaderSize: HEADERS,
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    connectionsCheckingInterval: Math.max(20, Math.min(1000, patienceMs / 4)),
    keepAliveTimeout: 30_000,
  });

  function serveApi(exchange: Exchange): void {
    const { method = "GET", url = "/", headers } = exchange.request;
    if (method === "OPTIONS") send(exchange, preflight(cors, exchange.request));
    else
      withBody(exchange, (body) => {
        handle({ method, url, headers, body }, (outcome) => send(exchange, outcome));
      });
  }

  function serveControl(exchange: Exchange): void {
    const { method = "GET", url = "/", headers } = exchange.request;
    const refusal = refusalAt(gate, exchange.request);
    if (refusal) send(exchange, refusal);
    else if (method === "OPTIONS") send(exchange, preflight(cors, exchange.request));
    else
      withBody(exchange, (body) => {
        if (body !== "" && !isJson(headers["content-type"])) send(exchange, NOT_JSON);
        else void controlResponse(control, method, url, body).then((answer) => send(exchange, answer));
      });
  }

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const inTurn = turnOf(request.socket, response);
    if (!inTurn) return;
    const isControl = isControlPath(request.url ?? "/");
    const headers = isControl ? gateHeaders(gate, request) : apiHeaders(cors, request);
    const serve = isControl ? serveControl : serveApi;
    serve({ request, response, inTurn, headers });
  });
  server.on("clientError", refuseUnreadable);
  return server;
}

const NOT_JSON = messageResponse(415, "The body is not application/json, as Content-Type has to say.");

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return (length !== undefined && length !== "0") || headers["transfer-encoding"] !== undefined;
}

/** Runs with the whole body, "" if there is none; a body that is too long is refused as soon as it is. */
function withBody(exchange: Exchange, done: (body: string) => void): void {
  const { request } = exchange;
  if (!hasBody(request)) {
    done("");
    return;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  const more = (chunk: Buffer) => {
    length += chunk.length;
    if (length <= BODY) return void chunks.push(chunk);
    request.off("data", more).off("end", end);
    send(exchange, TOO_LONG);
    drain(request);
  };
  const end = () => done(Buffer.concat(chunks).toString());
  // A caller that leaves halfway gets no answer; without a listener its leaving would end the process.
  request
    .on("data", more)
    .on("end", end)
    .on("error", () => {});
}

const TOO_LONG = messageResponse(413, `The body is longer than ${BODY} bytes.`, { Connection: "close" });

/** The rest is read and thrown away for a while: who is still sending would not see an answer else. */
function drain(request: IncomingMessage): void {
  request.resume();
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), 2000);
  socket.once("close", () => clearTimeout(timer));
}

const UNREADABLE: Record<string, [status: string, message: string]> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    `The headers are longer than ${HEADERS} bytes.`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request did not arrive in time."],
};

/** What is not HTTP never becomes a request: it is told so, and dropped. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  const [status, message] = UNREADABLE[error.code ?? ""] ?? [
    "400 Bad Request",
    "This is not an HTTP request.",
  ];
  // After the first byte of an answer, another one would be read as its continuation.
  if (!socket.writable || socket.bytesWritten > 0 || error.code === "ECONNRESET")
    return void socket.destroy();
  const body = JSON.stringify({ message });
  const headers = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${body}`);
  socket.destroySoon();
}
