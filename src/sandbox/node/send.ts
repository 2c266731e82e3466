// Owns how an outcome leaves over a socket: a response, a broken one, the end of its connection.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { HttpResponse, Outcome } from "../http.js";
import { type InTurn, isLast } from "./turns.js";

/** What a request came with and is answered on. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  inTurn: InTurn;
  /** Headers of every response to it, flat as `writeHead` takes them. */
  headers: readonly string[];
}

/** Sends what was decided; what comes after the caller has gone is dropped. */
export function send(exchange: Exchange, outcome: Outcome): void {
  const { request, response, inTurn } = exchange;
  const { socket } = request;
  if (socket.destroyed || response.headersSent || outcome === "nothing") return;
  if (typeof outcome === "object" && !outcome.broken) {
    sendWhole(exchange, outcome);
    return;
  }
  inTurn(() => {
    isLast(socket);
    // In this order, so that what was answered before still arrives.
    if (outcome === "closed") socket.destroySoon();
    else if (outcome === "reset") socket.resetAndDestroy();
    else sendBroken(exchange, outcome);
  });
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

function sendWhole(exchange: Exchange, { status, headers, body }: HttpResponse): void {
  const list = [...exchange.headers, ...flatten(headers)];
  if (status !== 204) list.push("Content-Length", String(body === undefined ? 0 : Buffer.byteLength(body)));
  exchange.response.writeHead(status, list);
  exchange.response.end(body);
}

/** More or less than HTTP allows, and then the connection ends. */
function sendBroken(exchange: Exchange, { status, headers, body = "", broken }: HttpResponse): void {
  const { request, response } = exchange;
  const { socket } = request;
  const promised = Buffer.byteLength(body) + (broken === "cut-short" ? 100 : 0);
  const list = [...exchange.headers, ...flatten(headers)];
  response.writeHead(status, [...list, "Content-Length", String(promised), "Connection", "close"]);
  response.flushHeaders();
  // Past the response, which would not send the body of a 204.
  socket.write(body);
  socket.destroySoon();
}
