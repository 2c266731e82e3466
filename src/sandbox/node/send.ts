// Owns the sending of an outcome over a socket: a response, a broken one, or the end of the connection.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpResponse, Outcome } from "../http.js";
import { endConnection, type InOrder } from "./response-order.js";

/** A request on its connection. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  inOrder: InOrder;
  /** Headers of every response to it, as a flat list for `writeHead`. */
  headers: readonly string[];
}

/** Sends an outcome. Does nothing if the caller has gone. */
export function send(exchange: Exchange, outcome: Outcome): void {
  const { request, response, inOrder } = exchange;
  const { socket } = request;
  if (socket.destroyed || response.headersSent || outcome === "nothing") return;
  if (typeof outcome === "object" && !outcome.broken) {
    sendWhole(exchange, outcome);
    return;
  }
  inOrder(() => {
    endConnection(socket);
    // `destroySoon` sends what was answered before.
    if (outcome === "closed") socket.destroySoon();
    else if (outcome === "reset") socket.resetAndDestroy();
    else sendBroken(exchange, outcome);
  });
}

const flat = new WeakMap<object, string[]>();

/** Most responses have the same object of headers each time, which is flattened once. */
function flatten(headers: Readonly<Record<string, string>>): string[] {
  const known = flat.get(headers);
  if (known) return known;
  const list = Object.entries(headers).flat();
  flat.set(headers, list);
  return list;
}

function sendWhole(exchange: Exchange, { status, headers, body = "" }: HttpResponse): void {
  const list = [...exchange.headers, ...flatten(headers)];
  if (status !== 204) list.push("Content-Length", String(Buffer.byteLength(body)));
  exchange.response.writeHead(status, list);
  exchange.response.end(body);
}

/** Sends more or less than HTTP allows, and ends the connection. */
function sendBroken(exchange: Exchange, { status, headers, body = "", broken }: HttpResponse): void {
  const { request, response } = exchange;
  const { socket } = request;
  let length = Buffer.byteLength(body);
  if (broken === "cut-short") length += 100;
  const list = [...exchange.headers, ...flatten(headers)];
  response.writeHead(status, [...list, "Content-Length", String(length), "Connection", "close"]);
  response.flushHeaders();
  // Directly to the socket: the response would not send the body of a 204.
  socket.write(body);
  socket.destroySoon();
}
