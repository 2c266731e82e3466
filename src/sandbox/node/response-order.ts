// Owns the order of what is sent on one connection. Pipelined requests are answered in order: Node holds back a response
// until the ones before it are sent, and this does the same for a connection that is closed or broken instead.
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Runs once all requests before this one have been answered; never, if the connection ends before that. */
export type InOrder = (run: () => void) => void;

/** A connection with more unanswered requests than this is closed, because each takes memory. */
const MAX_WAITING = 1000;

interface Connection {
  latest: ServerResponse;
  waiting: number;
  /** Nothing more is answered on it. */
  isEnded: boolean;
}

const connections = new WeakMap<Socket, Connection>();

/** For a request that has just arrived; undefined if nothing more may be answered on its connection. */
export function inOrderOn(socket: Socket, response: ServerResponse): InOrder | undefined {
  if (socket.destroyed) return undefined;
  const connection = connections.get(socket);
  if (!connection) {
    connections.set(socket, { latest: response, waiting: 0, isEnded: false });
    return ifOpen(socket);
  }
  if (connection.isEnded) return undefined;
  const ahead = connection.latest;
  connection.latest = response;
  if (response.socket) return ifOpen(socket);
  if (connection.waiting >= MAX_WAITING) {
    socket.destroy();
    return undefined;
  }
  connection.waiting += 1;
  ahead.once("close", () => {
    connection.waiting -= 1;
  });
  return afterResponse(socket, response, ahead);
}

function ifOpen(socket: Socket): InOrder {
  return (run) => {
    if (!socket.destroyed && !connections.get(socket)?.isEnded) run();
  };
}

/** Node gives a response its socket when its turn comes, which is before the response ahead of it emits `close`. */
function afterResponse(socket: Socket, response: ServerResponse, ahead: ServerResponse): InOrder {
  const now = ifOpen(socket);
  return (run) => {
    if (response.socket) now(run);
    else ahead.once("close", () => now(run));
  };
}

/** Nothing more is answered on this connection. */
export function endConnection(socket: Socket): void {
  const connection = connections.get(socket);
  if (connection) connection.isEnded = true;
}
