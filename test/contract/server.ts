// The server of the contract's checks: answers each scene by its own rules and misbehaves where they say so. Any
// origin may call it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server as SocketServer } from "node:net";
import { text } from "node:stream/consumers";
import type { Answer, Rule, Seen } from "./kit.js";

const HOST = "127.0.0.1";

interface Stage {
  rules: Rule[];
  requests: Seen[];
  /** Those who wait for a request to arrive. */
  waiting: (() => void)[];
}

export interface ContractServer {
  url: string;
  close(): Promise<void>;
}

export async function startContractServer(): Promise<ContractServer> {
  const stages = new Map<string, Stage>();
  const server = createServer((request, response) => void serve(stages, request, response));
  return { url: await listen(server), close: () => close(server) };
}

async function serve(
  stages: Map<string, Stage>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  allowOrigins(request, response);
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  const [, area = "", name = "", ...rest] = (request.url ?? "").split("/");
  if (area === "control") return control(stages, name, rest[0], request, response);
  const stage = stages.get(name);
  if (area !== "scene" || !stage) return void response.writeHead(404).end("There is no such scene.\n");
  await text(request);
  play(stage, seen(request, `/${rest.join("/")}`), response);
}

/** A `*` in Allow-Headers would not cover Authorization; Retry-After is hidden from pages unless exposed. */
function allowOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-methods", "GET, POST, DELETE");
  response.setHeader("access-control-expose-headers", "Retry-After");
  const wanted = request.headers["access-control-request-headers"];
  if (wanted) response.setHeader("access-control-allow-headers", wanted);
}

async function control(
  stages: Map<string, Stage>,
  name: string,
  what: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (name === "deaf") return void response.end(await deafUrl());
  if (name === "mortal") return void response.end(await mortalUrl());
  if (!what) {
    stages.set(name, { rules: JSON.parse(await text(request)), requests: [], waiting: [] });
    return void response.end("{}");
  }
  const stage = stages.get(name);
  if (what === "arrived" && stage?.requests.length === 0) {
    await new Promise<void>((resolve) => stage.waiting.push(resolve));
  }
  response.end(JSON.stringify(stage?.requests));
}

function seen({ method = "", headers }: IncomingMessage, path: string): Seen {
  const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return { method, path, headers: Object.fromEntries(pairs) };
}

function play(stage: Stage, request: Seen, response: ServerResponse): void {
  stage.requests.push(request);
  for (const resolve of stage.waiting.splice(0)) resolve();
  const rule = stage.rules.find((each) => fits(each, request));
  if (!rule) return void response.writeHead(404).end("No rule of this scene fits the request.\n");
  if (rule.times) rule.times--;
  answer(rule, request, response);
}

function fits({ method, authorization, times }: Rule, request: Seen): boolean {
  if (times === 0 || (method && method !== request.method)) return false;
  return !authorization || authorization === request.headers.authorization;
}

function answer(
  { status = 200, headers, body, fault, echo }: Answer,
  request: Seen,
  response: ServerResponse,
) {
  if (fault === "hang") return;
  if (fault === "reset") return void response.socket?.resetAndDestroy();
  const content = echo ? JSON.stringify({ message: JSON.stringify(request.headers) }) : (body ?? "");
  const cut = fault === "truncate" || fault === "stall";
  const length = Buffer.byteLength(content) + (cut ? 1000 : 0);
  response.writeHead(status, { ...headers, ...(status !== 204 && { "content-length": length }) });
  if (fault === "stall") return void response.write(content);
  if (fault === "truncate") return void response.write(content, () => response.socket?.end());
  response.end(content);
}

/** A port that was free a moment ago, and that nobody listens on. */
async function deafUrl(): Promise<string> {
  const probe = createSocketServer();
  const url = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return url;
}

/** A server that answers 204 once; its second request it takes, and is gone without an answer. */
async function mortalUrl(): Promise<string> {
  let count = 0;
  const server = createServer((request, response) => {
    allowOrigins(request, response);
    if (request.method === "OPTIONS" || count++ === 0) return void response.writeHead(204).end();
    server.close();
    server.closeAllConnections();
  });
  // A check that fails before the second request must not keep the runner alive.
  server.unref();
  return listen(server);
}

function listen(server: Server | SocketServer): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, HOST, () => resolve(`http://${HOST}:${(server.address() as AddressInfo).port}`));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
