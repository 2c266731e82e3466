// Owns the start and the end of a sandbox that listens: its spec, its answers, its server.
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Control } from "../control.js";
import { DEFAULTS } from "../defaults.js";
import type { DocumentedAnswers } from "../documented.js";
import { createKernel, type Kernel, type KernelOptions } from "../kernel.js";
import { OWN_SPEC, ownAnswers } from "../own.js";
import { readSpec, type Spec, type SpecDocument } from "../spec.js";
import { type Cors, corsOf } from "./cors.js";
import { isLoopback, originsOf } from "./gate.js";
import { renderAll } from "./render.js";
import { createHttpServer } from "./server.js";

export interface SandboxOptions extends KernelOptions {
  /** Port to listen on; a free one if left out. */
  port?: number;
  /** Address to listen on; 127.0.0.1 if left out. */
  host?: string;
  /** Whether the control surface answers over HTTP. If left out: only when no other machine reaches `host`. */
  control?: boolean;
  /** Origins whose pages may use the control surface, besides those of this machine. */
  allowOrigin?: string | readonly string[];
  /** Another parsed spec than the package's own. Its answers are rendered by Prism, which has to be installed. */
  spec?: SpecDocument;
  /** Milliseconds that a request may take to arrive. */
  patienceMs?: number;
}

export interface Sandbox extends Control {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  readonly appKey: string;
  readonly user: string;
  readonly password: string;
  /** The same answers without a socket: for thousands of runs in a row. */
  readonly fetch: typeof globalThis.fetch;
  /** Ends every connection and leaves nothing running. */
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { spec: document } = options;
  const spec = document === undefined ? OWN_SPEC : readSpec(document);
  const answers = document === undefined ? ownAnswers() : await renderAll(document);
  const { host = DEFAULTS.host, patienceMs = 10_000 } = options;
  const kernel = createKernel(spec, answers, { guessableTokens: isLoopback(host), ...options }, delivered);
  const gate = { on: options.control ?? isLoopback(host), host, origins: originsOf(options.allowOrigin) };
  const cors = corsFor(spec, answers);
  const server = createHttpServer({ ...kernel, gate, cors, patienceMs });
  await listen(server, options.port ?? 0, host);
  return asSandbox(server, host, kernel);
}

/** Answers that have become due reach their sockets in this turn of the loop, and their callers in the next. */
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

function corsFor(spec: Spec, answers: DocumentedAnswers): Cors {
  const methods = spec.operations.map(({ method }) => method);
  const parameters = spec.operations.flatMap((operation) => operation.parameters);
  const headers = parameters.filter((one) => one.in === "header").map(({ name }) => name);
  const sent = [...answers.values()].flatMap((byKey) =>
    [...byKey.values()].flatMap((one) => Object.keys(one.headers)),
  );
  return corsOf(
    new Set(["GET", "PUT", "POST", "PATCH", "DELETE", ...methods]),
    new Set(["Et-App-Key", "Authorization", "Prefer", "Content-Type", ...headers]),
    new Set(sent.filter((name) => name.toLowerCase() !== "content-type")),
  );
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  // Else the system makes the 512th caller of a crowd wait for a second.
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
