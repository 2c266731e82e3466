// A server that misbehaves on demand. It speaks HTTP by hand over a real socket, so that it can break every
// rule of it, and it keeps each request byte for byte. What it does is scripted by the test, per request.
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request as its bytes arrived. */
export interface Received {
  /** Everything up to the empty line, as Latin-1. */
  raw: string;
  /** The first line, such as `DELETE /v1.0/accounts/6303/orders/73552 HTTP/1.1`. */
  line: string;
  method: string;
  /** Path and query as they were sent. */
  target: string;
  /** Name, in lower case, and value of each header line, in order. */
  headers: [name: string, value: string][];
  header(name: string): string | undefined;
  /** Resolves when the client has closed the connection. */
  closed: Promise<void>;
}

/** Bytes to write, and what happens to the connection then. The default keeps it open for the next request. */
export interface Answer {
  bytes: string;
  ending?: "end" | "reset" | "stall";
  /** Waited for between the bytes and what happens then. */
  until?: Promise<unknown>;
}

export type Script = (request: Received, index: number) => Answer | Promise<Answer>;

export interface Server {
  url: string;
  port: number;
  /** All requests, in the order of their arrival. */
  requests: Received[];
  /** Number of requests for `/token`. */
  tokenRequests(): number;
  /** Resolves when so many requests have arrived. */
  arrived(count: number): Promise<void>;
  /** Replaces the script. */
  answer(script: Script): void;
  close(): Promise<void>;
}

/** Starts a server on a free port. It is the caller's to close; {@link testServer} does so by itself. */
export async function startServer(first: Script): Promise<Server> {
  let script = first;
  const requests: Received[] = [];
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A client that hangs up while it is written to is part of the game.
    socket.on("error", () => {});
    eachRequest(socket, async (request) => {
      requests.push(request);
      for (const check of waiting) check();
      const { bytes, ending, until } = await script(request, requests.length - 1);
      if (bytes !== "" && !socket.destroyed) await new Promise((sent) => socket.write(bytes, "latin1", sent));
      await until;
      if (ending === "end") socket.end();
      if (ending === "reset") socket.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    tokenRequests: () => requests.filter(({ target }) => target === "/token").length,
    arrived: (count) =>
      new Promise((resolve) => {
        const check = () => requests.length >= count && resolve();
        waiting.add(check);
        check();
      }),
    answer(next) {
      script = next;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A server that lives as long as the test. */
export async function testServer(script: Script | Answer): Promise<Server> {
  const server = await startServer(typeof script === "function" ? script : () => script);
  onTestFinished(() => server.close());
  return server;
}

function eachRequest(socket: Socket, handle: (request: Received) => Promise<void>): void {
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  let buffer = "";
  let last = Promise.resolve();
  socket.setEncoding("latin1").on("data", (text: string) => {
    buffer += text;
    for (let end = buffer.indexOf("\r\n\r\n"); end >= 0; end = buffer.indexOf("\r\n\r\n")) {
      const request = parseHead(buffer.slice(0, end), closed);
      buffer = buffer.slice(end + 4);
      last = last.then(() => handle(request));
    }
  });
}

function parseHead(raw: string, closed: Promise<void>): Received {
  const [line = "", ...rest] = raw.split("\r\n");
  const [method = "", target = ""] = line.split(" ");
  const headers = rest.map((text): [string, string] => {
    const colon = text.indexOf(":");
    return [text.slice(0, colon).toLowerCase(), text.slice(colon + 1).trim()];
  });
  const header = (name: string) => headers.find(([found]) => found === name)?.[1];
  return { raw, line, method, target, headers, header, closed };
}

type Headers = Record<string, string>;

function head(status: number, headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join("")}\r\n`;
}

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** A complete answer whose length is said in its head. A 204 has no body by definition. */
export function sized(status: number, body = "", headers: Headers = JSON_TYPE): Answer {
  const bytes = Buffer.from(body, "utf8").toString("latin1");
  const length = status === 204 ? {} : { "content-length": String(bytes.length) };
  return { bytes: head(status, { ...headers, ...length }) + bytes };
}

export function json(status: number, data: unknown, headers: Headers = {}): Answer {
  return sized(status, JSON.stringify(data), { ...JSON_TYPE, ...headers });
}

/** A complete answer in chunks; with an empty body, the last chunk alone. */
export function chunked(status: number, body = "", headers: Headers = JSON_TYPE): Answer {
  return { bytes: head(status, { ...headers, "transfer-encoding": "chunked" }) + chunk(body) + LAST_CHUNK };
}

const LAST_CHUNK = "0\r\n\r\n";
const chunk = (body: string) => (body === "" ? "" : `${body.length.toString(16)}\r\n${body}\r\n`);

/** Says a length, sends less, and then ends, resets or stalls. */
export function tooShort(
  status: number,
  body: string,
  ending: NonNullable<Answer["ending"]> = "end",
): Answer {
  return {
    bytes: head(status, { ...JSON_TYPE, "content-length": String(body.length + 100) }) + body,
    ending,
  };
}

/** A chunk without the last one. */
export function cutChunks(
  status: number,
  body: string,
  ending: NonNullable<Answer["ending"]> = "end",
): Answer {
  return { bytes: head(status, { ...JSON_TYPE, "transfer-encoding": "chunked" }) + chunk(body), ending };
}

export const NO_CONTENT = sized(204, "", {});
export const NEVER: Answer = { bytes: "", ending: "stall" };
export const RESET_BEFORE_HEAD: Answer = { bytes: "", ending: "reset" };
export const RESET_IN_HEAD: Answer = { bytes: "HTTP/1.1 204 No Cont", ending: "reset" };
export const resetAfterHead = (status: number): Answer => tooShort(status, "", "reset");

/** A promise and the function that resolves it: delays under the test's control. */
export function gate<T = void>(): { opened: Promise<T>; open(value: T): void } {
  let open: (value: T) => void = () => {};
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
