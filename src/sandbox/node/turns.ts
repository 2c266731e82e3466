// Owns the order of what leaves on one connection. Pipelined requests are answered in their order: Node holds back whole
// responses until it is their turn, and this does the same for what happens to a connection in place of one.
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Runs when all requests before this one have been answered; never if the connection ends before that. */
export type InTurn = (run: () => void) => void;

/** More unanswered requests than this on one connection end it: each takes memory. */
const MOST_WAITING = 1000;

interface Connection {
  latest: ServerResponse | undefined;
  waiting: number;
}

const connections = new WeakMap<Socket, Connection>();
const over = new WeakSet<Socket>();

/** The turn of a request that has just arrived; undefined if nothing more may be answered on its connection. */
export function turnOf(socket: Socket, response: ServerResponse): InTurn | undefined {
  if (socket.destroyed || over.has(socket)) return undefined;
  const connection = connectionOf(socket);
  const { latest } = connection;
  connection.latest = response;
  if (response.socket || !latest) return runIfOpen(socket);
  if (connection.waiting >= MOST_WAITING) {
    socket.destroy();
    return undefined;
  }
  connection.waiting += 1;
  latest.once("close", () => {
    connection.waiting -= 1;
  });
  return whenFree(socket, response, latest);
}

function connectionOf(socket: Socket): Connection {
  let connection = connections.get(socket);
  if (!connection) {
    connection = { latest: undefined, waiting: 0 };
    connections.set(socket, connection);
  }
  return connection;
}

function runIfOpen(socket: Socket): InTurn {
  return (run) => {
    if (!socket.destroyed && !over.has(socket)) run();
  };
}

/** A response has its socket when it is its turn, which is before the one ahead of it says that it is closed. */
function whenFree(socket: Socket, response: ServerResponse, ahead: ServerResponse): InTurn {
  const now = runIfOpen(socket);
  return (run) => {
    if (response.socket) now(run);
    else ahead.once("close", () => now(run));
  };
}

/** Nothing that comes after this on the connection is answered. */
export function isLast(socket: Socket): void {
  over.add(socket);
}
