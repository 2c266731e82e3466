// Owns the start and the end of a sandbox: puts the parts together. Node only.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type MovableClock, manualClock, realClock } from "../clock.js";
import { type Control, createControl } from "../control.js";
import { DEFAULTS } from "../defaults.js";
import { type Answers, checkNeeded } from "../documented.js";
import { createFetch } from "../fetch.js";
import { Handler } from "../handler.js";
import { createJournal } from "../log.js";
import { type ProfileName, type Switches, switchesOf } from "../profiles.js";
import { randomFrom } from "../random.js";
import { readSpec, type Spec, type SpecDocument } from "../spec.js";
import { newState, type Settings } from "../state.js";
import { ownAnswers } from "./answers.js";
import { controlRoutes } from "./control-routes.js";
import { renderAll } from "./render.js";
import { createHttpServer } from "./server.js";
import { type Cors, corsOf } from "./wire.js";

export interface SandboxOptions {
  /** Port to listen on; a free one if left out. */
  port?: number;
  /** Address to listen on; 127.0.0.1 if left out. */
  host?: string;
  /** Whether the control surface answers over HTTP. If left out: only when no other machine reaches `host`. */
  control?: boolean;
  /** Another parsed spec than the package's own. Its answers are rendered by Prism, which has to be installed. */
  spec?: SpecDocument;
  appKey?: string;
  user?: string;
  password?: string;
  /** Sides of the contradictions to play, by name. */
  profile?: ProfileName;
  /** Sides to play, one by one. */
  switches?: Partial<Switches>;
  /** `manual` moves by `advance` alone. */
  clock?: "real" | "manual" | MovableClock;
  /** The same seed and the same requests give the same answers. */
  seed?: number;
  /** Milliseconds that every answer takes on its way: a number, or the two that it lies between. */
  latency?: number | readonly [number, number];
  /** Milliseconds from a cancel to the venue's turn. */
  venueMs?: number | readonly [number, number];
  /** Milliseconds that the venue takes to answer `getSyncOrder`. */
  venueReadMs?: number;
  /** `false` lets every request in, however many. */
  limits?: boolean;
  /** Milliseconds that a request may take to arrive. */
  patienceMs?: number;
  /** How many requests are remembered for `requests()`. */
  remember?: number;
  /** Is given a line per request. */
  log?: (line: string) => void;
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

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { spec: given } = options;
  const spec = readSpec(given === undefined ? await ownSpec() : given);
  const answers = await (given === undefined ? ownAnswers(spec) : renderAll(spec));
  checkNeeded(answers);
  const { host = DEFAULTS.host, remember = 10_000 } = options;
  const clock = clockOf(options);
  const state = newState(settingsOf(options, spec), clock.now());
  const journal = createJournal(remember);
  const chance = randomFrom(options.seed ?? DEFAULTS.seed);
  const latency = range(options.latency ?? 0);
  const handler = new Handler({ spec, answers, state, clock, chance, latency, journal, log: options.log });
  const control = createControl({ state, clock, journal, delivered });
  const routes = controlRoutes(control, options.control ?? LOOPBACK.test(host));
  const cors = corsFor(spec, answers);
  const server = createHttpServer({
    handler,
    control: routes,
    cors,
    patienceMs: options.patienceMs ?? 10_000,
  });
  await listen(server, options.port ?? 0, host);
  return asSandbox(server, host, handler, control, clock, options);
}

function asSandbox(
  server: Server,
  host: string,
  handler: Handler,
  control: Control,
  clock: MovableClock,
  given: SandboxOptions,
): Sandbox {
  const { port } = server.address() as AddressInfo;
  return {
    ...control,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    appKey: given.appKey ?? DEFAULTS.appKey,
    user: given.user ?? DEFAULTS.user,
    password: given.password ?? DEFAULTS.password,
    fetch: createFetch(handler),
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

const delivered = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The spec as generated, beside this code in the sources and in the package. */
let ownDocument: Promise<SpecDocument> | undefined;

function ownSpec(): Promise<SpecDocument> {
  ownDocument ??= readFile(new URL("../../generated/openapi.json", import.meta.url), "utf8").then(
    (text) => JSON.parse(text) as SpecDocument,
  );
  return ownDocument;
}

function clockOf({ clock = "real" }: SandboxOptions): MovableClock {
  if (clock === "manual") return manualClock();
  return clock === "real" ? realClock() : clock;
}

function settingsOf(options: SandboxOptions, spec: Spec): Settings {
  const { appKey = DEFAULTS.appKey, user = DEFAULTS.user, password = DEFAULTS.password } = options;
  const example = (name: string) => exampleOf(spec, name);
  return {
    appKey,
    users: [
      { name: user, password, secondFactor: false },
      { name: `${user}2fa`, password, secondFactor: true },
    ],
    code: example("VerificationCode"),
    pin: example("PinCode"),
    switches: switchesOf(options.profile, options.switches),
    limits: options.limits === false ? {} : spec.limits,
    venueMs: range(options.venueMs ?? [600, 1200]),
    venueReadMs: options.venueReadMs ?? 0,
  };
}

/** The second factor that the sandbox accepts is the one that the spec shows. */
function exampleOf(spec: Spec, parameter: string): string {
  const parameters = spec.operations.flatMap((operation) => operation.parameters);
  return String(parameters.find(({ name }) => name === parameter)?.example ?? "");
}

function range(given: number | readonly [number, number]): readonly [number, number] {
  const [from, to] = typeof given === "number" ? [given, given] : given;
  if (!(from >= 0 && to >= from)) throw new Error(`${from} to ${to} is not a time in milliseconds.`);
  return [from, to];
}

function corsFor(spec: Spec, answers: Answers): Cors {
  const methods = new Set([
    "GET",
    "PUT",
    "POST",
    "PATCH",
    "DELETE",
    ...spec.operations.map(({ method }) => method),
  ]);
  const parameters = spec.operations.flatMap((operation) => operation.parameters);
  const headers = parameters.filter((one) => one.in === "header").map(({ name }) => name);
  const allowed = new Set(["Et-App-Key", "Authorization", "Prefer", "Content-Type", ...headers]);
  const sent = [...answers.values()].flatMap((byKey) =>
    [...byKey.values()].flatMap((one) => Object.keys(one.headers)),
  );
  return corsOf(methods, allowed, new Set(sent.filter((name) => name.toLowerCase() !== "content-type")));
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
