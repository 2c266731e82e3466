// What the contract's checks share: a scripted server, and assertions that say what they found. Runs in every
// JavaScript runtime, so it may use nothing but the package and what browsers have too.
import { AutoSharesError, type Client, type ClientOptions, createClient, type Fate } from "autoshares-cancel";

export interface Check {
  name: string;
  /** Resolves if the check holds; rejects saying what was found instead. */
  run(baseUrl: string): Promise<void>;
}

/** What the contract server answers, and how it misbehaves while doing so. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /**
   * `reset`: the connection, before any answer. `truncate`: the body stops short of its Content-Length and the
   * connection closes. `hang`: nothing ever comes. `stall`: the head and the body come, but no end of it.
   */
  fault?: "reset" | "truncate" | "hang" | "stall";
  /** The body holds all request headers, as a server does that echoes them in its error page. */
  echo?: boolean;
}

/** The first rule that fits a request answers it. */
export interface Rule extends Answer {
  method?: string;
  /** Fits requests with this Authorization header only. */
  authorization?: string;
  /** For so many requests; default: all. */
  times?: number;
}

/** A request as it reached the server. Preflights of browsers are not among them. */
export interface Seen {
  method: string;
  path: string;
  headers: Record<string, string>;
}

export interface Scene {
  /** To be given as `baseUrl`. */
  url: string;
  /** What arrived so far. */
  requests(): Promise<Seen[]>;
  /** Resolves as soon as a request has arrived. */
  arrived(): Promise<unknown>;
}

let scenes = 0;

/** Tells the server what to answer, in a corner of its own. */
export async function scene(baseUrl: string, ...rules: Rule[]): Promise<Scene> {
  const name = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${scenes++}`;
  await fetch(`${baseUrl}/control/${name}`, { method: "POST", body: JSON.stringify(rules) });
  const ask = async (what: string) => (await fetch(`${baseUrl}/control/${name}/${what}`)).json();
  return {
    url: `${baseUrl}/scene/${name}`,
    requests: () => ask("requests") as Promise<Seen[]>,
    arrived: () => ask("arrived"),
  };
}

/** An address on this machine where nobody listens. */
export async function deafUrl(baseUrl: string): Promise<string> {
  return (await fetch(`${baseUrl}/control/deaf`)).text();
}

/** A server that answers once, and goes down while it has the second request in hand. */
export async function mortalUrl(baseUrl: string): Promise<string> {
  return (await fetch(`${baseUrl}/control/mortal`)).text();
}

export const ORDER = { accountId: 6303, orderId: 73552 };

export function clientFor({ url }: { url: string }, more: Partial<ClientOptions> = {}): Client {
  const token = more.credentials ? {} : { token: "the-token" };
  return createClient({ baseUrl: url, appKey: "the-app-key", ...token, ...more });
}

/** The error with which `call` fails, which must be one of ours. */
export async function failure(call: Promise<unknown>): Promise<AutoSharesError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("value" in outcome) throw new Error(`it resolved, with ${JSON.stringify(outcome.value)}`);
  if (!(outcome.error instanceof AutoSharesError))
    throw new Error(`it threw what is not ours: ${outcome.error}`);
  return outcome.error;
}

/** Fails unless the error has these properties. */
export function expectError(
  error: AutoSharesError,
  expected: { code: string; fate: Fate; status?: number },
): void {
  for (const [name, value] of Object.entries({ status: undefined, ...expected })) {
    same(`${name} of "${error.message}"`, error[name as "code"], value);
  }
}

export function same(what: string, found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, found ${left}`);
}

export function holds(what: string, condition: unknown): void {
  if (!condition) throw new Error(`it does not hold that ${what}`);
}

const AGENT = typeof navigator === "object" ? navigator.userAgent : "";
export const IN_BROWSER = typeof document === "object";
export const IN_WORKERD = AGENT === "Cloudflare-Workers";
export const IN_DENO = AGENT.startsWith("Deno/");

/**
 * The one request of a call reached the server once; or, in some runtimes, a few times. Those send it again by
 * themselves, a DELETE too, when a connection that they used before is reset (Chromium also after a 408), and
 * nothing that a client can say prevents it. That is one more reason for `unknown`.
 */
export async function sentOnce(server: Scene): Promise<void> {
  const { length } = await server.requests();
  if (!IN_BROWSER && !IN_WORKERD && !IN_DENO) return same("requests sent", length, 1);
  holds(`the request was sent once or resent a few times, not ${length} times`, length >= 1 && length <= 4);
}
