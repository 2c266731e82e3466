// Owns the record of what went over the wire, kept by the client's own hooks, which see no secret. Of a sign-in the
// answer's body is not kept: it holds the token.
import type { AutoSharesError, ClientOptions, ErrorInfo, RequestInfo, ResponseInfo } from "autoshares-cancel";

/** One request, and what is known of its answer. */
export interface Exchange {
  readonly number: number;
  readonly request: RequestInfo;
  readonly path: string;
  /** Until the head of the answer. */
  ms?: number;
  response?: ResponseInfo;
  answered?: boolean;
  /** Of a success. */
  body?: unknown;
  error?: AutoSharesError;
}

const KEPT = 200;

export function recordWire(changed: (exchange: Exchange) => void) {
  let exchanges: Exchange[] = [];
  let number = 0;

  const learn = (exchange: Exchange | undefined, facts: Partial<Exchange>) =>
    exchange && changed(Object.assign(exchange, facts));
  const of = (request: RequestInfo | undefined) => exchanges.find((exchange) => exchange.request === request);

  /** The hooks see no body, so what is answered is read beside them. */
  const readBeside = (send: typeof fetch) => async (address: string, init?: RequestInit) => {
    const { method = "GET" } = init ?? {};
    const response = await send(address, init);
    const exchange = exchanges.findLast(
      ({ request, answered }) => request.method === method && request.url === bare(address) && !answered,
    );
    if (exchange) exchange.answered = true;
    if (response.ok && response.status !== 204 && exchange?.request.operationId !== "createToken")
      response
        .clone()
        .json()
        .then(
          (body) => learn(exchange, { body }),
          () => {},
        );
    return response;
  };

  return {
    clear() {
      exchanges = [];
    },
    /** The same options, with a record of what they send. */
    recorded(options: ClientOptions): ClientOptions {
      const send = (options.fetch ?? fetch) as typeof fetch;
      return {
        ...options,
        fetch: readBeside((...request) => send(...request)) as typeof fetch,
        onRequest(request: RequestInfo) {
          const exchange = { number: ++number, request, path: new URL(request.url).pathname };
          exchanges = [exchange, ...exchanges].slice(0, KEPT);
          changed(exchange);
        },
        onResponse(response: ResponseInfo) {
          learn(of(response.request), { response, ms: response.durationMs });
        },
        onError({ request, error }: ErrorInfo) {
          learn(of(request), { error });
        },
      };
    },
  };
}

const bare = (address: string) => address.split("?")[0];
