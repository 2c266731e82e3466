// The options of a client and of a call, and their check. May use the generated table and the errors.
import { operationTable } from "../generated/operations.js";
import { checkNames, checkValue, checkValues, type Rule, refuse } from "./arguments.js";
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
  /** Called before this request and its replay are sent, besides the client's. What it throws is ignored. */
  onRequest?: (request: RequestInfo) => void;
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

const TEXT: Rule = { in: "header", is: "a non-empty string", type: "string", pattern: "[^]", secret: true };
const TOKEN: Rule = { ...TEXT, is: "a bare token, without `Bearer` and without spaces", pattern: "^\\S+$" };
const FUNCTION: Rule = { is: "a function", type: "function", optional: true };
/** For what has a check of its own. */
const ANY: Rule = { is: "", optional: true };

/** Beyond 2^31 - 1 a timer fires at once. */
export const TIMEOUT: Rule = {
  is: `a number of milliseconds from above 0 to ${2 ** 31 - 1}`,
  type: "number",
  pattern: "\\d",
  minimum: Number.MIN_VALUE,
  maximum: 2 ** 31 - 1,
  optional: true,
};

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
  now: FUNCTION,
  onRequest: FUNCTION,
  onResponse: FUNCTION,
};

const CALL_RULES = { timeoutMs: TIMEOUT, onRequest: FUNCTION, onRawResponse: FUNCTION };

/** Throws an ArgumentError that says what to change. Never shows a value that may be a secret. */
export function checkClientOptions(options: ClientOptions): void {
  const { baseUrl, token, credentials, allowInsecure, headers } = options ?? {};
  checkNames("there is no option", CLIENT_RULES, options ?? {});
  checkValues("", CLIENT_RULES, options ?? {});
  checkBaseUrl(baseUrl, allowInsecure === true);
  if (token !== undefined && credentials) refuse("give `token` or `credentials`, not both");
  if (token !== undefined && typeof token !== "function") checkToken(token);
  if (credentials) {
    checkValue("`credentials.username`", TEXT, credentials.username);
    checkValue("`credentials.password`", TEXT, credentials.password);
  }
  checkHeaders(headers);
}

/** Checks what one call gives, as far as it would be sent. */
export function checkCallOptions(options: CallOptions): void {
  const { headers, token, signal } = options;
  checkValues("", CALL_RULES, options);
  checkHeaders(headers);
  if (signal && typeof signal.addEventListener !== "function") refuse("`signal` must be an AbortSignal");
  if (token !== undefined) checkToken(token);
}

/** Returns the token if it can be sent as it is. */
export function checkToken(token: unknown): string {
  checkValue("`token`", TOKEN, token);
  return token as string;
}

function checkBaseUrl(baseUrl: unknown, allowInsecure: boolean): void {
  const { href = "", protocol, hostname = "" } = parseUrl(baseUrl) ?? {};
  if (!/^https?:\/\/[^@/]+\/[^?#]*$/.test(href)) {
    refuse(
      "`baseUrl` must be an address such as https://api.autoshares.dev, without user, password, query or fragment; check its spelling",
    );
  }
  if (protocol === "http:" && !allowInsecure && !isThisMachine(hostname)) {
    refuse(
      `\`baseUrl\` is http: to ${hostname}, so app key and token would travel in clear; use https:, or set allowInsecure: true`,
    );
  }
}

function parseUrl(text: unknown): URL | undefined {
  return typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
}

function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function checkHeaders(headers: Record<string, string> | undefined): void {
  if (headers === undefined) return;
  // Of a `Headers` nothing would be seen here, whatever it carries.
  if (Object(headers) !== headers || Symbol.iterator in headers)
    refuse("`headers` must be an object of names and values");
  for (const [name, value] of Object.entries(headers)) {
    if (/^(?:et-app-key|authorization)$/i.test(name))
      refuse(`\`headers\` must not set ${name}; use \`appKey\` or \`token\``);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) refuse("`headers` holds a name that is not a header name");
    checkValue(`\`headers\`: ${name}`, TEXT, value);
  }
}
