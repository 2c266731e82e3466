// Owns the options of a client and of a call: their types, their check, and the sentence for each mistake.
import { operationTable } from "../generated/operations.js";
import { checkNames, checkValue, checkValues, fits, type Rule, refuse } from "./arguments.js";
import type { Budget } from "./budget.js";
import { type Clock, checkClock, LONGEST_MS } from "./clock.js";
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

const TEXT: Rule = { in: "header", is: "a non-empty string", type: "string", pattern: "[^]", secret: true };
const TOKEN: Rule = { ...TEXT, is: "a bare token, without `Bearer` and without spaces", pattern: "^\\S+$" };
const FUNCTION: Rule = { is: "a function", type: "function", optional: true };
/** For what has a check of its own. */
const ANY: Rule = { is: "", optional: true };

/** For options that say how long. */
export const TIMEOUT: Rule = {
  is: `a number of milliseconds from above 0 to ${LONGEST_MS}`,
  type: "number",
  minimum: Number.MIN_VALUE,
  maximum: LONGEST_MS,
  optional: true,
};

const HOOKS = { onRequest: FUNCTION, onResponse: FUNCTION, onError: FUNCTION };

const CLIENT_RULES: Record<keyof ClientOptions, Rule> = {
  appKey: TEXT,
  baseUrl: ANY,
  token: ANY,
  credentials: ANY,
  version: { is: "a version", ...operationTable.cancelOrder.params.version, optional: true },
  timeoutMs: TIMEOUT,
  headers: ANY,
  fetch: FUNCTION,
  allowInsecure: ANY,
  clock: ANY,
  budget: ANY,
  maxErrorBytes: { is: "a whole number of bytes, at least 0", type: "integer", minimum: 0, optional: true },
  ...HOOKS,
};

const CALL_RULES: Record<keyof CallOptions, Rule> = {
  signal: ANY,
  timeoutMs: TIMEOUT,
  headers: ANY,
  token: { ...TOKEN, optional: true },
  onRawResponse: FUNCTION,
  ...HOOKS,
};

/** Throws an ArgumentError that says what to change. Never shows a value that may be a secret. */
export function checkClientOptions(options: ClientOptions): void {
  const given: Partial<ClientOptions> = options ?? {};
  const { baseUrl, token, credentials, allowInsecure, headers, clock, budget } = given;
  checkNames("there is no option", CLIENT_RULES, given);
  checkValues("", CLIENT_RULES, given);
  checkBaseUrl(baseUrl, allowInsecure === true);
  if (token !== undefined && credentials) refuse("give `token` or `credentials`, not both");
  if (token !== undefined && typeof token !== "function") checkValue("`token`", TOKEN, token);
  if (credentials) {
    checkValue("`credentials.username`", TEXT, credentials.username);
    checkValue("`credentials.password`", TEXT, credentials.password);
  }
  if (clock !== undefined) checkClock(clock);
  if (budget !== undefined && typeof budget?.reserve !== "function")
    refuse("`budget` must be a budget, such as memoryBudget() makes one");
  checkHeaders(headers);
}

/** Checks what one call gives. Throws an ArgumentError. */
export function checkCallOptions(id: string, options: CallOptions): void {
  const { headers, signal } = options;
  checkNames(`${id}: there is no option`, CALL_RULES, options);
  checkValues(`${id}: `, CALL_RULES, options);
  checkHeaders(headers);
  checkSignal(signal);
}

/** Throws an ArgumentError unless it is an AbortSignal or left out. */
export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal === undefined) return;
  if (typeof Object(signal).addEventListener !== "function") refuse("`signal` must be an AbortSignal");
}

/** Whether it can be sent as a bearer token, as it is. */
export function isToken(value: unknown): value is string {
  return fits(TOKEN, value);
}

/** What a token must be, in words. */
export const A_TOKEN = TOKEN.is;

const ADDRESS =
  "an address such as https://api.autoshares.dev, without user, password, query or fragment; check its spelling";

function checkBaseUrl(given: unknown, allowInsecure: boolean): void {
  const baseUrl = typeof given === "string" ? given : "";
  if (/[{}<>]/.test(baseUrl))
    refuse(
      "`baseUrl` holds a placeholder such as {environment}; put the name of your environment in its place",
    );
  if (!URL.canParse(baseUrl)) refuse(`\`baseUrl\` must be ${ADDRESS}`);
  const { href, protocol, hostname, pathname, username, password } = new URL(baseUrl);
  const isWeb = protocol === "https:" || protocol === "http:";
  if (!isWeb || username || password || href.includes("?") || href.includes("#"))
    refuse(`\`baseUrl\` must be ${ADDRESS}`);
  const last = pathname.split("/").findLast((segment) => segment !== "") ?? "";
  if (/^v\d+(\.\d+)?$/i.test(last))
    refuse(
      `\`baseUrl\` ends in a version, /${last}; leave that out: the client adds it, and \`version\` changes it`,
    );
  if (protocol === "http:" && !allowInsecure && !isThisMachine(hostname)) {
    refuse(
      `\`baseUrl\` is http: to ${hostname}, so app key and token would travel in clear; use https:, or set allowInsecure: true`,
    );
  }
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

function checkHeaders(headers: Record<string, string> | undefined): void {
  if (headers === undefined) return;
  // Of a `Headers` nothing would be seen here, whatever it carries.
  if (Object(headers) !== headers || Symbol.iterator in headers)
    refuse("`headers` must be an object of names and values");
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (lower === "et-app-key" || lower === "authorization")
      refuse(`\`headers\` must not set ${name}; use \`appKey\` or \`token\``);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) refuse("`headers` holds a name that is not a header name");
    checkValue(`\`headers\`: ${name}`, TEXT, value);
  }
}
