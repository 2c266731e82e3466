// The options of a client and of a call, and their check. May use the generated table and the errors.
import { operationTable } from "../generated/operations.js";
import { checkValue, isHeaderSafe, refuse } from "./arguments.js";
import type { TokenFunction } from "./token.js";

/** User name and password for `/token`. */
export interface Credentials {
  username: string;
  password: string;
}

/** What a client is made from. Checked at once: {@link createClient} throws an ArgumentError. */
export interface ClientOptions {
  /** Address of the API without a version, such as `https://api.autoshares.dev`. Required: nothing is assumed. */
  baseUrl: string;
  /** Key of your application, sent as `Et-App-Key`. */
  appKey: string;
  /** A bearer token, without `Bearer`; or a function that returns one, asked before each request. */
  token?: string | TokenFunction;
  /** Instead of `token`: fetched from `/token` on first need, shared by all calls, renewed after a 401. */
  credentials?: Credentials;
  /** Version of the API in paths. Default: that of the spec, `"1.0"`. */
  version?: string;
  /** Milliseconds for a whole call: token, request, body and replay. Default 10000. */
  timeoutMs?: number;
  /** Headers to add to each request. Those that carry the app key and the token are refused here. */
  headers?: Record<string, string>;
  /** Used instead of the platform's `fetch`. It must not retry: a second DELETE is not harmless. */
  fetch?: typeof globalThis.fetch;
  /** Allows `http:` to another machine, where app key, password and token travel in clear. Default false. */
  allowInsecure?: boolean;
  /** Milliseconds since 1970, for tests with a clock of their own. Default: the system's. */
  now?: () => number;
  /** Called before each request is sent, replays and `/token` included. What it throws is ignored. */
  onRequest?: (request: RequestInfo) => void;
  /** Called after the head of each answer arrived. What it throws is ignored. */
  onResponse?: (response: ResponseInfo) => void;
}

/** What can be different for one call. */
export interface CallOptions {
  /** Aborts waiting for the answer. It does not undo a request that was sent: see `fate` of the error. */
  signal?: AbortSignal;
  /** Milliseconds for this call. */
  timeoutMs?: number;
  /** Headers to add to this request. */
  headers?: Record<string, string>;
  /** Bearer token for this request alone, instead of the client's. */
  token?: string;
  /** Receives the answer as it came, its body unread, whatever its status. */
  onRawResponse?: (response: Response) => void;
}

/** A request, as a hook sees it. Secrets are redacted. */
export interface RequestInfo {
  operationId: string;
  method: string;
  /** URL without its query. */
  url: string;
  headers: Record<string, string>;
  /** 1, or 2 for the replay after a renewed token. */
  attempt: number;
}

/** An answer, as a hook sees it. Secrets are redacted. */
export interface ResponseInfo {
  request: RequestInfo;
  status: number;
  headers: Record<string, string>;
}

/** Throws an ArgumentError that says what to change. Never shows a value that may be a secret. */
export function checkClientOptions(options: ClientOptions): void {
  const { baseUrl, appKey, token, credentials, version, allowInsecure } = options ?? {};
  checkSecret("appKey", appKey);
  checkBaseUrl(baseUrl, allowInsecure);
  if (credentials) {
    if (token !== undefined) refuse("createClient: give `token` or `credentials`, not both");
    checkSecret("credentials.username", credentials.username);
    checkSecret("credentials.password", credentials.password);
  }
  const { version: parameter } = operationTable.cancelOrder.params;
  if (parameter && version !== undefined) checkValue("createClient: version", parameter, version);
  checkCallOptions(options);
}

const FUNCTIONS = ["fetch", "now", "onRequest", "onResponse", "onRawResponse"] as const;

/** Checks what a call may give too. */
export function checkCallOptions(options: Partial<ClientOptions & Omit<CallOptions, "token">>): void {
  const { timeoutMs, headers = {}, token, signal } = options;
  // Beyond 2^31 - 1 a timer fires at once.
  if (timeoutMs !== undefined && !(Number.isFinite(timeoutMs) && timeoutMs > 0 && timeoutMs < 2 ** 31)) {
    refuse(`timeoutMs must be milliseconds from above 0 to ${2 ** 31 - 1}, not ${Number(timeoutMs)}`);
  }
  for (const name of FUNCTIONS) {
    if (options[name] !== undefined && typeof options[name] !== "function")
      refuse(`${name} must be a function`);
  }
  if (signal && typeof signal.addEventListener !== "function") refuse("signal must be an AbortSignal");
  if (token !== undefined && typeof token !== "function") checkToken(token);
  // Of a `Headers` nothing would be seen here, whatever it carries.
  if (Object(headers) !== headers || Symbol.iterator in headers)
    refuse("headers must be an object of names and values");
  for (const [name, value] of Object.entries(headers)) {
    const taken = /^(et-app-key|authorization)$/i.test(name);
    if (taken || !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !isHeaderSafe(value)) {
      refuse(
        `headers: ${taken ? `${name} is set by the client` : "a name or value is not fit for a header"}`,
      );
    }
  }
}

/** Returns the token if it can be sent as it is. */
export function checkToken(token: string): string {
  checkSecret("token", token);
  if (token.includes(" ")) refuse("token must be bare, without `Bearer` and spaces");
  return token;
}

function checkSecret(name: string, value: string): void {
  if (!isHeaderSafe(value)) refuse(`${name} is missing, or is not fit for a header`);
}

function checkBaseUrl(baseUrl: string, allowInsecure = false): void {
  const { protocol, hostname, href, origin, pathname } = URL.canParse(baseUrl)
    ? new URL(baseUrl)
    : ({} as Partial<URL>);
  if (!/^https?:$/.test(`${protocol}`) || href !== `${origin}${pathname}`) {
    refuse("baseUrl must be an address like https://api.autoshares.dev, without user, query and fragment");
  }
  if (
    protocol === "http:" &&
    !allowInsecure &&
    !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1])$/.test(`${hostname}`)
  ) {
    refuse(
      `baseUrl is http: to ${hostname}, where key and token travel in clear; use https:, or allowInsecure: true`,
    );
  }
}
