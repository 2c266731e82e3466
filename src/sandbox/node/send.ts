// Owns how an outcome leaves over a socket: a response, a broken one, the end of its connection.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpResponse, Outcome } from "../http.js";
import { type Cors, corsHeaders } from "./cors.js";

/** Sends what was decided, on this response; what comes after the caller has gone is dropped. */
export function send(cors: Cors, request: IncomingMessage, response: ServerResponse, outcome: Outcome): void {
  if (response.destroyed || response.headersSent || outcome === "nothing") return;
  if (outcome === "closed") request.socket.destroy();
  else if (outcome === "reset") request.socket.resetAndDestroy();
  else if (outcome.broken) sendBroken(outcome, cors, request, response);
  else sendWhole(outcome, cors, request, response);
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

function sendWhole(
  { status, headers, body }: HttpResponse,
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
function sendBroken(
  { status, headers, body = "", broken }: HttpResponse,
  cors: Cors,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const promised = Buffer.byteLength(body) + (broken === "cut-short" ? 100 : 0);
  const list = [...corsHeaders(cors, request.headers.origin), ...flatten(headers)];
  const lines = [`HTTP/1.1 ${status} ${status === 204 ? "No Content" : "OK"}`];
  for (let i = 0; i < list.length; i += 2) lines.push(`${list[i]}: ${list[i + 1]}`);
  lines.push(`Content-Length: ${promised}`, "Connection: close", "", "");
  response.detachSocket(request.socket);
  request.socket.end(`${lines.join("\r\n")}${body}`);
}
