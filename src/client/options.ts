// Owns the options of a client and of a call: their types, their check, and the sentence for each mistake.
import { operationTable } from "../generated/operations.js";
import { checkAll, checkValue, fits, type Rule, readOnce, refuse } from "./arguments.js";
import type { Budget } from "./budget.js";
import { type Clock, isClock, LONGEST_MS } from "./clock.js";
import type { AutoSharesError } from "./errors.js";
import type { Fetch } from "./fetch.js";
import type { TokenFunction } from "./token.js";

/** User name and password for `/token`. */
export interface Credentials {
  username: string;
  password: string;
}

/** Hooks. What they throw, or reject with, is ignored. */
export interface Hooks {
  /** Called before each request is sent, replays and `/token` included. */
  onRequest?: (request: RequestInfo) => void;
  /** Called after the head of each answer arrived, whatever its status. */
  onResponse?: (response: ResponseInfo) => void;
  /** Called when a call fails, with the error that it throws. */
  onError?: (failure: ErrorInfo) => void;
}

/** What a client is made from. Checked at once: {@link createClient} throws an ArgumentError. */
export interface ClientOptions extends Hooks {
  /** Address of the API without a version, such as `https://api.autoshares.dev`. Required: there is no default. */
  baseUrl: string;
  /** Key of your application, sent as `Et-App-Key`. */
  appKey: string;
  /** A bearer token, without `Bearer`; or a function that returns one, asked before each request. */
  token?: string | TokenFunction;
  /** Instead of `token`: fetched from `/token` on first need, shared by all calls, renewed after a 401. */
  credentials?: Credentials;
  /** Version of the API in paths. Default: that of the spec, `"1.0"`. */
  version?: string;
  /** Milliseconds for a whole call: waiting for room, token, request, body and replay. Default 10000. */
  timeoutMs?: number;
  /** Headers to add to each request. Those that carry the app key and the token are refused here. */
  headers?: Record<string, string>;
  /** Used instead of the platform's `fetch`. It must not retry: a second DELETE is not harmless. */
  fetch?: Fetch;
  /** Allows `http:` to another machine, where app key, password and token travel in clear. Default false. */
  allowInsecure?: boolean;
  /** The clock by which everything is timed. Default: the system's. */
  clock?: Clock;
  /** Where requests are counted, so that the API's limits are kept. Default: a `memoryBudget()` of this client. */
  budget?: Budget;
  /** Bytes that are read of the body of an error, unpacked; the rest is dropped. Default 1048576. */
  maxErrorBytes?: number;
}

/** What can be different for one call. */
export interface CallOptions extends Hooks {
  /** Aborts waiting for the answer. It does not undo a request that was sent: see `fate` of the error. */
  signal?: AbortSignal;
  /** Milliseconds for this call. */
  timeoutMs?: number;
  /** Headers to add to this request. */
  headers?: Record<string, string>;
  /** Bearer token for this request alone, instead of the client's. */
  token?: string;
  /** Receives a copy of the answer as it came, its body unread, whatever its status. Needs a `fetch` that can copy. */
  onRawResponse?: (response: Response) => void;
}

/** A request, as a hook sees it. Secrets are redacted. */
export interface RequestInfo {
  readonly operationId: string;
  readonly method: string;
  /** Path as the spec has it, the same for all orders: `/v{version}/accounts/{accountId}/orders/{orderId}`. */
  readonly route: string;
  /** URL without its query. */
  readonly url: string;
  /** By name, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** 1, or 2 for the replay after a renewed token. */
  readonly attempt: 1 | 2;
}

/** An answer, as a hook sees it. Secrets are redacted. */
export interface ResponseInfo {
  readonly request: RequestInfo;
  readonly status: number;
  /** By name, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds from sending the request to the head of its answer. */
  readonly durationMs: number;
}

/** A call that failed, as a hook sees it. */
export interface ErrorInfo {
  readonly operationId: string;
  readonly route: string;
  readonly error: AutoSharesError;
  /** The last request that was sent; absent: none was. */
  readonly request?: RequestInfo;
  /** Milliseconds since the call began. */
  readonly durationMs: number;
}

const TEXT: Rule = { in: "header", is: "a non-empty string", type: "string", pattern: /./s, secret: true };
const TOKEN: Rule = { ...TEXT, is: "a bare token, without `Bearer` and without spaces", pattern: /^\S+$/ };
const CREDENTIALS = { username: TEXT, password: TEXT };
const FUNCTION: Rule = { is: "a function", type: "function", optional: true };
/** For what has a check of its own, or needs none. */
export const ANY: Rule = { is: "", optional: true };

/** For options that say how long. */
export const TIMEOUT: Rule = {
  is: `a number of milliseconds from above 0 to ${LONGEST_MS}`,
  type: "number",
  minimum: Number.MIN_VALUE,
  maximum: LONGEST_MS,
  optional: true,
};

export const CLOCK: Rule = {
  is: "an object with functions `now()` and `sleep(ms, signal)`, and perhaps `monotonic()`",
  fits: isClock,
  optional: true,
};

export const SIGNAL: Rule = {
  is: "an AbortSignal",
  fits: (value) => typeof Object(value).addEventListener === "function" && "aborted" in Object(value),
  optional: true,
};

const BASE_URL: Rule = {
  is: "an address such as https://api.autoshares.dev, without user, password, query, fragment, a placeholder such as {environment}, or a version at its end; check its spelling",
  fits: isBaseUrl,
  secret: true,
};

const HEADERS: Rule = {
  is: "an object of names and values",
  secret: true,
  // Of a `Headers` nothing would be seen here, whatever it carries.
  fits: (value) => Object(value) === value && !(Symbol.iterator in Object(value)),
  optional: true,
};

const BUDGET: Rule = {
  is: "a budget, such as memoryBudget() makes one",
  fits: (value) => typeof Object(value).reserve === "function",
  optional: true,
};

const HOOKS = { onRequest: FUNCTION, onResponse: FUNCTION, onError: FUNCTION };

const CLIENT_RULES = {
  appKey: TEXT,
  baseUrl: BASE_URL,
  token: {
    is: `${TOKEN.is}, or a function`,
    fits: (value) => typeof value === "function" || isToken(value),
    optional: true,
    secret: true,
  },
  credentials: { is: "an object", type: "object", optional: true, secret: true },
  version: { ...operationTable.cancelOrder.params.version, is: "a version", optional: true },
  timeoutMs: TIMEOUT,
  headers: HEADERS,
  fetch: FUNCTION,
  allowInsecure: ANY,
  clock: CLOCK,
  budget: BUDGET,
  maxErrorBytes: { is: "a whole number of bytes, at least 0", type: "integer", minimum: 0, optional: true },
  ...HOOKS,
} satisfies Record<keyof ClientOptions, Rule>;

const CALL_RULES = {
  signal: SIGNAL,
  timeoutMs: TIMEOUT,
  headers: HEADERS,
  token: { ...TOKEN, optional: true },
  onRawResponse: FUNCTION,
  ...HOOKS,
} satisfies Record<keyof CallOptions, Rule>;

/** A copy, checked. Throws an ArgumentError that says what to change. Never shows a value that may be a secret. */
export function checkClientOptions(given: ClientOptions): ClientOptions {
  const options: ClientOptions = checkAll("", CLIENT_RULES, Object(given));
  const { baseUrl, token, credentials, allowInsecure, headers } = options;
  if (token && credentials) refuse("give `token` or `credentials`, not both");
  if (credentials) options.credentials = checkAll("`credentials`: ", CREDENTIALS, credentials);
  if (headers) options.headers = checkHeaders(headers);
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === "http:" && allowInsecure !== true && !isThisMachine(hostname))
    refuse(
      `\`baseUrl\` is http: to ${hostname}, so app key and token would travel in clear; use https:, or set allowInsecure: true`,
    );
  return options;
}

/** A copy of what one call gives, checked. Throws an ArgumentError. */
export function checkCallOptions(id: string, given: CallOptions): CallOptions {
  const options = checkAll(`${id}: `, CALL_RULES, given);
  if (options.headers) options.headers = checkHeaders(options.headers);
  return options;
}

/** Whether it can be sent as a bearer token, as it is. */
export function isToken(value: unknown): value is string {
  return fits(TOKEN, value);
}

/** What a token must be, in words. */
export const A_TOKEN = TOKEN.is;

function isBaseUrl(value: unknown): boolean {
  if (typeof value !== "string" || /[{}<>]/.test(value) || !URL.canParse(value)) return false;
  const { href, protocol, pathname, username, password } = new URL(value);
  const isWeb = protocol === "https:" || protocol === "http:";
  return isWeb && !username && !password && !/[?#]/.test(href) && !/\/v\d+(\.\d+)?\/*$/i.test(pathname);
}

/** Names and addresses that never leave this machine. The URL has brought them into their one form. */
function isThisMachine(hostname: string): boolean {
  if (hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]") return true;
  return /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The base URL as it is written out, without a slash at its end. */
export function writtenBase(baseUrl: string): string {
  const { href } = new URL(baseUrl);
  let end = href.length;
  while (href[end - 1] === "/") end--;
  return href.slice(0, end);
}

function checkHeaders(given: Record<string, string>): Record<string, string> {
  const headers = readOnce("`headers`: ", given, "header");
  for (const [name, value] of Object.entries(headers)) {
    if (/^(et-app-key|authorization)$/i.test(name))
      refuse(`\`headers\` must not set ${name}; use \`appKey\` or \`token\``);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) refuse("`headers` holds a name that is not a header name");
    checkValue("`headers`: ", name, TEXT, value);
  }
  return headers;
}
