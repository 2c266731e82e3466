// Owns the start and the end of a sandbox on a port: its spec, its responses, its server.
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Control } from "../control.js";
import { DEFAULTS } from "../defaults.js";
import type { DocumentedResponses } from "../documented-responses.js";
import { createKernel, type Kernel, type KernelOptions } from "../kernel.js";
import { PACKAGED_SPEC, packagedResponses } from "../packaged-spec.js";
import { readSpec, type Spec, type SpecDocument } from "../spec.js";
import { isLoopback, parseOrigins } from "./control-access.js";
import { type Cors, corsOf } from "./cors.js";
import { renderAll } from "./render.js";
import { createHttpServer } from "./server.js";

export interface SandboxOptions extends KernelOptions {
  /** Port to listen on; a free one if left out. */
  port?: number;
  /** Address to listen on; 127.0.0.1 if left out. */
  host?: string;
  /** Whether the control surface is on over HTTP; if left out, only when no other machine can reach `host`. */
  control?: boolean;
  /** Origins whose pages may use the control surface, besides pages of this machine. */
  allowOrigin?: string | readonly string[];
  /** A parsed spec instead of the package's own. Prism, which must be installed, renders its responses. */
  spec?: SpecDocument;
  /** Milliseconds that a request may take to arrive; 10,000 if left out. */
  patienceMs?: number;
}

export interface Sandbox extends Control {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  readonly appKey: string;
  readonly user: string;
  readonly password: string;
  /** The same responses without a socket, for thousands of test runs. */
  readonly fetch: typeof globalThis.fetch;
  /** Ends every connection. Nothing keeps running. */
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = DEFAULTS.host, patienceMs = 10_000 } = options;
  const isPrivate = isLoopback(host);
  const { guessableTokens = isPrivate, control = isPrivate } = options;
  const { spec, responses } = await specOf(options);
  const kernel = createKernel(spec, responses, { ...options, guessableTokens }, delivered);
  const access = { enabled: control, host, allowedOrigins: parseOrigins(options.allowOrigin) };
  const cors = corsFor(spec, responses);
  const server = createHttpServer({ ...kernel, access, cors, patienceMs });
  await listen(server, port, host);
  return asSandbox(server, host, kernel);
}

async function specOf({ spec: document }: SandboxOptions) {
  if (document === undefined) return { spec: PACKAGED_SPEC, responses: packagedResponses() };
  return { spec: readSpec(document), responses: await renderAll(document) };
}

/** Due responses reach their sockets in this turn of the event loop, and their callers in the next. */
const delivered = () => new Promise<void>((resolve) => setImmediate(resolve));

function asSandbox(server: Server, host: string, { control, access, clock }: Kernel): Sandbox {
  const { port } = server.address() as AddressInfo;
  return {
    ...control,
    ...access,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    async close() {
      clock.close();
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function corsFor(spec: Spec, responses: DocumentedResponses): Cors {
  const methods = spec.operations.map(({ method }) => method);
  const parameters = spec.operations.flatMap((operation) => operation.parameters);
  const headers = parameters.filter((one) => one.in === "header").map(({ name }) => name);
  const sent = [...responses.values()].flatMap((byKey) =>
    [...byKey.values()].flatMap((one) => Object.keys(one.headers)),
  );
  return corsOf(
    new Set(["GET", "PUT", "POST", "PATCH", "DELETE", ...methods]),
    new Set(["Et-App-Key", "Authorization", "Prefer", "Content-Type", ...headers]),
    new Set(sent.filter((name) => name.toLowerCase() !== "content-type")),
  );
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  // With the default backlog, the 512th of many simultaneous callers waits for a second.
  server.listen({ port, host, backlog: 4096 });
  try {
    await once(server, "listening");
  } catch (cause) {
    throw new Error(listenProblem(cause as NodeJS.ErrnoException, port, host), { cause });
  }
}

function listenProblem({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === "EADDRINUSE") return `Port ${port} is in use. End what listens there, or choose another port.`;
  return `Cannot listen on ${host}, port ${port}: ${message}.`;
}
