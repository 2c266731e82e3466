// Owns the HTTP server: what reaches the handler, what is refused before, what is dropped. Node only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Handler } from "../handler.js";
import type { HttpResponse } from "../http.js";
import { messageResponse } from "../undocumented.js";
import type { ControlRoutes } from "./control-routes.js";
import { type Cors, preflight } from "./cors.js";
import { send } from "./send.js";

/** No operation takes a body today, and the control surface takes small ones. */
const BODY = 1024 * 1024;
const HEADERS = 16 * 1024;

export interface ServerParts {
  handle: Handler;
  control: ControlRoutes;
  cors: Cors;
  /** How long a request may take to arrive. */
  patienceMs: number;
}

export function createHttpServer({ handle, control, cors, patienceMs }: ServerParts): Server {
  const server = createServer({
    maxHeaderSize: HEADERS,
    headersTimeout: patienceMs,
    requestTimeout: patienceMs,
    connectionsCheckingInterval: Math.max(20, Math.min(1000, patienceMs / 4)),
    keepAliveTimeout: 30_000,
  });

  function serve(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { method = "GET", url = "/", headers } = request;
    if (control.owns(url))
      void control.handle(method, url, body).then((outcome) => send(cors, request, response, outcome));
    else handle({ method, url, headers }, (outcome) => send(cors, request, response, outcome));
  }

  function refuse(request: IncomingMessage, response: ServerResponse, answer: HttpResponse): void {
    send(cors, request, response, answer);
  }

  function serveWithBody(request: IncomingMessage, response: ServerResponse, body: string | undefined): void {
    if (body === undefined) {
      refuse(request, response, TOO_LONG);
      drain(request);
    } else if (isJson(request.headers["content-type"]) && !parses(body)) refuse(request, response, MALFORMED);
    else serve(request, response, body);
  }

  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const { accept } = request.headers;
    if (request.method === "OPTIONS") preflight(cors, request, response);
    else if (accept !== undefined && !isReadable(accept)) refuse(request, response, unreadableAccept(accept));
    else if (hasBody(request)) readBody(request, (body) => serveWithBody(request, response, body));
    else serve(request, response, "");
  });
  server.on("clientError", refuseUnreadable);
  return server;
}

/** A list of media types, such as those every browser sends; `foo` is none. */
function isReadable(accept: string): boolean {
  return accept === "*/*" || accept === "application/json" || accept.split(",").every(isMediaRange);
}

function isMediaRange(text: string): boolean {
  return /^\s*[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+\s*(;.*)?$/.test(text);
}

function unreadableAccept(accept: string): HttpResponse {
  return messageResponse(
    406,
    `Accept: ${accept.slice(0, 100)} is not a list of media types. The answers are application/json.`,
  );
}

const MALFORMED = messageResponse(
  400,
  "The body is not JSON, though Content-Type says so. The API's operations take no body.",
);

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return (length !== undefined && length !== "0") || headers["transfer-encoding"] !== undefined;
}

/** Hands over the whole body, or undefined as soon as it is too long. */
function readBody(request: IncomingMessage, done: (body: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const more = (chunk: Buffer) => {
    length += chunk.length;
    if (length > BODY) finish(undefined);
    else chunks.push(chunk);
  };
  const end = () => finish(Buffer.concat(chunks).toString());
  const finish = (body: string | undefined) => {
    request.off("data", more).off("end", end);
    done(body);
  };
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

function isJson(type = ""): boolean {
  return /^application\/(.+\+)?json\b/i.test(type);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
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
