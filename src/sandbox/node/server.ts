// Owns the HTTP server: which requests reach the handler, which are refused before, and which are dropped.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Control } from "../control.js";
import type { Handler } from "../handler.js";
import { isJson } from "../request-checks.js";
import { messageResponse } from "../undocumented.js";
import { accessRefusal, type ControlAccess, controlHeaders } from "./control-access.js";
import { controlResponse, isControlPath } from "./control-routes.js";
import { apiHeaders, type Cors, preflight } from "./cors.js";
import { inOrderOn } from "./response-order.js";
import { type Exchange, send } from "./send.js";

/** In bytes. No operation takes a body today, and those of the control surface are small. */
const MAX_BODY = 1024 * 1024;
const MAX_HEADERS = 16 * 1024;

export interface ServerParts {
  handle: Handler;
  control: Control;
  access: ControlAccess;
  cors: Cors;
  /** How long a request may take to arrive. */
  patienceMs: number;
}

export function createHttpServer({ handle, control, access, cors, patienceMs }: ServerParts): Server {
  const server = createServer({
    maxHeaderSize: MAX_HEADERS,
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    connectionsCheckingInterval: Math.max(20, Math.min(1000, patienceMs / 4)),
    keepAliveTimeout: 30_000,
  });

  function serveApi(exchange: Exchange): void {
    const { method, url, headers } = requestLine(exchange.request);
    if (method === "OPTIONS") send(exchange, preflight(cors, exchange.request));
    else
      withBody(exchange, (body) => {
        handle({ method, url, headers, body }, (outcome) => send(exchange, outcome));
      });
  }

  function serveControl(exchange: Exchange): void {
    const { method, url, headers } = requestLine(exchange.request);
    const refusal = accessRefusal(access, exchange.request);
    if (refusal) send(exchange, refusal);
    else if (method === "OPTIONS") send(exchange, preflight(cors, exchange.request));
    else
      withBody(exchange, (body) => {
        if (body !== "" && !isJson(headers["content-type"])) send(exchange, NOT_JSON);
        else void controlResponse(control, method, url, body).then((response) => send(exchange, response));
      });
  }

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const inOrder = inOrderOn(request.socket, response);
    if (!inOrder) return;
    const exchange = { request, response, inOrder };
    if (isControlPath(requestLine(request).url))
      serveControl({ ...exchange, headers: controlHeaders(access, request) });
    else serveApi({ ...exchange, headers: apiHeaders(cors, request) });
  });
  server.on("clientError", refuseUnreadable);
  return server;
}

/** Node types method and address as possibly missing, which they are only in a client. */
function requestLine({ method = "GET", url = "/", headers }: IncomingMessage) {
  return { method, url, headers };
}

const NOT_JSON = messageResponse(415, "The body must be application/json, and Content-Type must say so.");

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return (length !== undefined && length !== "0") || headers["transfer-encoding"] !== undefined;
}

/** Runs with the whole body, "" if there is none. Refuses a body as soon as it is too long. */
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
    if (length <= MAX_BODY) return void chunks.push(chunk);
    request.off("data", more).off("end", end);
    send(exchange, TOO_LONG);
    drain(request);
  };
  const end = () => done(Buffer.concat(chunks).toString());
  // Without a listener, a caller that leaves halfway would end the process.
  request
    .on("data", more)
    .on("end", end)
    .on("error", () => {});
}

const TOO_LONG = messageResponse(413, `The body is longer than ${MAX_BODY} bytes.`, { Connection: "close" });

/** Reads and drops the rest for a while: a caller that is still sending would not see the response otherwise. */
function drain(request: IncomingMessage): void {
  request.resume();
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), 2000);
  socket.once("close", () => clearTimeout(timer));
}

const UNREADABLE: Record<string, [status: string, message: string]> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    `The headers are longer than ${MAX_HEADERS} bytes.`,
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request did not arrive in time."],
};
const NOT_HTTP = ["400 Bad Request", "This is not an HTTP request."] as const;

/** For bytes that are not an HTTP request: says so, and closes the connection. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  const [status, message] = UNREADABLE[String(error.code)] ?? NOT_HTTP;
  // After the first byte of a response, another response would be read as its continuation.
  if (!socket.writable || socket.bytesWritten > 0 || error.code === "ECONNRESET")
    return void socket.destroy();
  const body = JSON.stringify({ message });
  const headers = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${body}`);
  socket.destroySoon();
}
