// Owns the middleware for openapi-fetch's own client: each request is carried out by a client of this package.
import type { Middleware } from "openapi-fetch";
import { refuse } from "../client/arguments.js";
import { type Client, createClient } from "../client/client.js";
import type { Fetch } from "../client/fetch.js";
import type { CallOptions, ClientOptions, ResponseInfo } from "../client/options.js";
import { type Operations, operationTable } from "../generated/operations.js";

/** What `createClient` of this package takes, but for what openapi-fetch's client is given. */
export type MiddlewareOptions = Omit<ClientOptions, "baseUrl" | "fetch">;

type Call = Parameters<NonNullable<Middleware["onRequest"]>>[0];

/**
 * Makes openapi-fetch's client truthful: `createClient<paths>({ baseUrl })`, then `use(autoSharesMiddleware(…))`. A call
 * resolves with `data`, or throws an AutoSharesError, also where an error comes without a body; there is never an
 * `error` to look at. The deadline covers headers and body, a 401 is followed by one renewed token and one replay, and
 * requests are counted. Put it last: what is used before it sees the request, what is used after it does not.
 *
 * @throws ArgumentError when an option is missing or wrong: at the first call, because openapi-fetch knows the address.
 */
export function autoSharesMiddleware(options: MiddlewareOptions): Middleware {
  const clients = new Map<string, Client>();

  function clientFor({ baseUrl, fetch }: Call["options"]): Client {
    const known = clients.get(baseUrl);
    if (known) return known;
    const client = createClient({ ...options, baseUrl, fetch: fetch as Fetch });
    clients.set(baseUrl, client);
    return client;
  }

  return {
    async onRequest(call) {
      const id = operationOf(call);
      let answered: ResponseInfo | undefined;
      const onResponse = (response: ResponseInfo) => {
        answered = response;
      };
      const data = await send(clientFor(call.options), id, await paramsOf(call, id), {
        ...callOptionsOf(call, id),
        onResponse,
      });
      return responseOf(data, answered);
    },
  };
}

type OperationId = keyof Operations<unknown>;

/** One method stands for all: which arguments it takes is checked when it is called. */
function send(client: Client, id: OperationId, params: object, options: CallOptions): Promise<unknown> {
  const method = client[id] as (params: object, options: CallOptions) => Promise<unknown>;
  return method(params, options);
}

function operationOf({ request, schemaPath }: Call): OperationId {
  const ids = Object.keys(operationTable) as OperationId[];
  const isAsked = (id: OperationId) =>
    operationTable[id].path === schemaPath && operationTable[id].method === request.method;
  return ids.find(isAsked) ?? refuse(`${request.method} ${schemaPath} is no operation of this API`);
}

async function paramsOf({ request, params }: Call, id: OperationId): Promise<object> {
  const given = { ...params.path, ...params.query, ...params.header };
  return operationTable[id].body && request.body ? { ...given, body: await request.clone().json() } : given;
}

const BEARER = "Bearer ";

/** A token in a header is for this call alone. What openapi-fetch or the parameters put there is not sent twice. */
function callOptionsOf({ request }: Call, id: OperationId): CallOptions {
  const own = ["authorization", "et-app-key", "content-type", ...Object.keys(operationTable[id].params)];
  const names = own.map((name) => name.toLowerCase());
  const headers = Object.fromEntries([...request.headers].filter(([name]) => !names.includes(name)));
  const authorization = request.headers.get("authorization") ?? "";
  const token = authorization.startsWith(BEARER) ? { token: authorization.slice(BEARER.length) } : {};
  return { headers, signal: request.signal, ...token };
}

/** Of the body's own: it is read and written anew here. */
const OF_THE_BODY = ["content-length", "content-encoding", "transfer-encoding", "content-type"];

/** The success as openapi-fetch reads it. */
function responseOf(data: unknown, answered: ResponseInfo | undefined): Response {
  const { status = 200, headers = {} } = answered ?? {};
  const kept = new Headers(Object.entries(headers).filter(([name]) => !OF_THE_BODY.includes(name)));
  if (data === undefined) {
    // Else openapi-fetch would try to read an empty 200 as JSON.
    if (status !== 204) kept.set("content-length", "0");
    return new Response(null, { status, headers: kept });
  }
  kept.set("content-type", "application/json");
  return new Response(JSON.stringify(data), { status, headers: kept });
}
