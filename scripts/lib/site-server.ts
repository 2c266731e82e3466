// Serves the built site to who asks by an address of this machine: files of one folder, to be read.
import { readFile, realpath } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { extname, join, sep } from "node:path";
import { HOST } from "../../src/cli/port.js";
import type { Running } from "../../src/cli/running.js";
import { portTaken } from "./cli.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};
const TEXT = "text/plain; charset=utf-8";

/** What a page may fetch and run it says itself, wherever it is served. */
const HEADERS = {
  // The site is built anew at each start: an old module beside a new one would break it.
  "Cache-Control": "no-cache",
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** `index.html` stands for its folder. Nothing above the folder is served, a link that leads there neither. */
export async function serveFolder(folder: string, port: number, host = HOST): Promise<Running> {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    answer(root, host, request, response).catch(() => refuse(response, 404, "Not found."));
  });
  return { url: `http://${host}:${await listen(server, port, host)}`, close: () => closeServer(server) };
}

async function answer(
  root: string,
  host: string,
  { method = "", url = "/", headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOurs(headers.host, host))
    return refuse(response, 403, `This is for requests to an IP address, localhost or ${host}.`);
  if (method !== "GET" && method !== "HEAD")
    return refuse(response.setHeader("Allow", "GET, HEAD"), 405, "GET and HEAD are all there is.");
  const [, asked = "/", query = ""] = /^\/*(\/[^?#]*)([?]?[^#]*)/.exec(url) ?? [];
  const path = await pathBelow(root, asked);
  const content = await readFile(path).catch((error) => {
    if (error.code !== "EISDIR") throw error;
  });
  // Without its slash the links of the page would lead elsewhere.
  if (content === undefined) response.writeHead(308, { Location: `${asked}/${query}` }).end();
  else send(response, 200, TYPES[extname(path)] ?? TEXT, content);
}

/** A name that is not ours was pointed at this machine by somebody else, whose page would then read what is served. */
function isOurs(header = "", host: string): boolean {
  const [, inBrackets, plain = ""] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d+)?$/.exec(header) ?? [];
  const name = inBrackets ?? plain.toLowerCase();
  return name === "localhost" || name === host.toLowerCase() || isIP(name) !== 0;
}

/** Rejects for what is not there, and for what leads out of the folder, in whichever way it is written. */
async function pathBelow(root: string, asked: string): Promise<string> {
  const path = await realpath(
    join(root, decodeURIComponent(asked.endsWith("/") ? `${asked}index.html` : asked)),
  );
  if (!path.startsWith(root + sep)) throw new Error(`${path} is not below ${root}.`);
  return path;
}

function refuse(response: ServerResponse, status: number, text: string): void {
  send(response, status, TEXT, Buffer.from(`${text}\n`));
}

/** Node keeps the body back where HEAD was asked. */
function send(response: ServerResponse, status: number, type: string, content: Buffer): void {
  response.writeHead(status, { "Content-Type": type, "Content-Length": content.length }).end(content);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? portTaken(port, "docs-port") : error),
    );
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
