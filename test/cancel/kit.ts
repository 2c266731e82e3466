// Owns a client in virtual time whose `fetch` is played by a test: it is given each request, and answers.
import {
  type CancelClient,
  type CancelOptions,
  type CancelResult,
  type ClientOptions,
  cancel,
  createClient,
} from "../../src/index.js";
import { BASE_URL, ORDER } from "./order.js";
import { VirtualClock } from "./virtual-time.js";

export interface PlayedRequest {
  readonly method: string;
  /** Last parts of the path: `token`, `orders/2`, `syncorders/2`, `orders`. */
  readonly what: string;
  readonly token: string | undefined;
  /** Milliseconds since the beginning. */
  readonly at: number;
  /** How many of this method came before. */
  readonly nth: number;
}

/** A status, a JSON body with 200, a whole response, or an error to fail with; after `ms` of virtual time. */
type Played = number | object | Response | Error;
export type Script = (request: PlayedRequest) => Played | Promise<Played>;

export interface Stage {
  readonly clock: VirtualClock;
  readonly client: CancelClient;
  /** Every request that left. */
  readonly sent: PlayedRequest[];
  sentBy(method: string): PlayedRequest[];
  cancel(options?: Partial<CancelOptions>): Promise<CancelResult>;
}

const CREDENTIALS = { username: "trader", password: "secret-password" };

export const SIGNED_IN = { State: "Succeeded", Token: "token-1" };

/** A fixed token unless the options say otherwise: most scripts are about the order. */
export function stage(script: Script, options: Partial<ClientOptions> = {}): Stage {
  const clock = new VirtualClock();
  const sent: PlayedRequest[] = [];
  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input));
    const method = init.method ?? "GET";
    const authorization = new Headers(init.headers).get("authorization");
    const request = {
      method,
      what: url.pathname.replace(/^.*\/accounts\/\d+\//, "").replace(/^\//, ""),
      token: authorization?.replace("Bearer ", ""),
      at: clock.elapsedMs,
      nth: sent.filter((other) => other.method === method).length,
    };
    sent.push(request);
    const played = await Promise.race([script(request), aborted(init.signal)]);
    if (played instanceof Error) throw played;
    if (played instanceof Response) return played;
    if (typeof played === "number") return new Response(null, { status: played });
    return Response.json(played);
  };
  const token = options.credentials ? {} : { token: "token-0" };
  const client = createClient({ baseUrl: BASE_URL, appKey: "app-key-1", fetch, clock, ...token, ...options });
  return {
    clock,
    client,
    sent,
    sentBy: (method) => sent.filter((request) => request.method === method),
    cancel: (more) => clock.run(cancel(client, { ...ORDER, ...more })),
  };
}

/** The same with a user who signs in. */
export const stageSigningIn = (script: Script, options: Partial<ClientOptions> = {}): Stage =>
  stage(script, { credentials: CREDENTIALS, ...options });

function aborted(signal: AbortSignal | null | undefined): Promise<Error> {
  return new Promise((resolve) => {
    signal?.addEventListener("abort", () => resolve(signal.reason), { once: true });
  });
}

/** A failure of `fetch` after which nobody knows whether the request arrived. */
export const reset = (): Error =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
  });

/** A failure of `fetch` before anything could leave. */
export const refusedConnection = (): Error =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" }),
  });
