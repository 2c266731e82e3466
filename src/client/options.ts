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

const KNOWN_OPTIONS: Record<keyof ClientOptions, true> = {
  baseUrl: true,
  appKey: true,
  token: true,
  credentials: true,
  version: true,
  timeoutMs: true,
  headers: true,
  fetch: true,
  allowInsecure: true,
  onRequest: true,
  onResponse: true,
  now: true,
};

/** Throws an ArgumentError that says what to change. Never shows a value that may be a secret. */
export function checkClientOptions(options: ClientOptions): void {
  const { baseUrl, appKey, token, credentials, version, timeoutMs, allowInsecure, headers } = options ?? {};
  const unknown = Object.keys(options ?? {}).find((name) => !Object.hasOwn(KNOWN_OPTIONS, name));
  if (unknown)
    refuse(`there is no option \`${unknown}\`; there are ${Object.keys(KNOWN_OPTIONS).join(", ")}`);
  checkSecret("appKey", appKey, "the key of your application");
  checkBaseUrl(baseUrl, allowInsecure === true);
  if (token !== undefined && credentials) refuse("give `token` or `credentials`, not both");
  if (token !== undefined && typeof token !== "function") checkToken(token);
  if (credentials) {
    checkSecret("credentials.username", credentials.username, "the user's name");
    checkSecret("credentials.password", credentials.password, "the user's password");
  }
  const { version: parameter } = operationTable.cancelOrder.params;
  if (version !== undefined && parameter) checkValue("`version`", parameter, version);
  checkTimeout(timeoutMs);
  checkHeaders(headers);
  checkFunctions(options, "fetch", "onRequest", "onResponse", "now");
}

/** Checks what one call gives, as far as it would be sent. */
export function checkCallOptions(options: CallOptions): void {
  const { timeoutMs, headers, token, signal } = options;
  checkTimeout(timeoutMs);
  checkHeaders(headers);
  checkFunctions(options, "onRequest", "onRawResponse");
  if (signal && typeof signal.addEventListener !== "function") refuse("`signal` must be an AbortSignal");
  if (token !== undefined) checkToken(token);
}

/** Returns the token if it can be sent as it is. */
export function checkToken(token: unknown): string {
  checkSecret("token", token, "a bearer token");
  if (/\s/.test(token as string))
    refuse("`token` must be the bare token, without `Bearer` and without spaces");
  return token as string;
}

function checkSecret(name: string, value: unknown, what: string): void {
  if (typeof value !== "string" || value === "") refuse(`\`${name}\` is missing; give ${what} as a string`);
  if (!isHeaderSafe(value as string))
    refuse(`\`${name}\` holds a space at an end or a character that a header cannot carry`);
}

function checkBaseUrl(baseUrl: unknown, allowInsecure: boolean): void {
  const url = parseUrl(baseUrl) ?? ({} as Partial<URL>);
  if (!/^https?:$/.test(`${url.protocol}`)) {
    refuse("`baseUrl` must be an address such as https://api.autoshares.dev; check its spelling");
  }
  if (url.username || url.password || url.search || url.hash) {
    refuse("`baseUrl` must have no user, password, query or fragment");
  }
  if (url.protocol === "http:" && !allowInsecure && !isThisMachine(`${url.hostname}`)) {
    refuse(
      `\`baseUrl\` is http: to ${url.hostname}, so app key and token would travel in clear; use https:, or set allowInsecure: true`,
    );
  }
}

function parseUrl(text: unknown): URL | undefined {
  return typeof text === "string" && URL.canParse(text) ? new URL(text) : undefined;
}

function isThisMachine(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Beyond 2^31 - 1 a timer fires at once. */
function checkTimeout(timeoutMs: unknown): void {
  if (timeoutMs === undefined) return;
  if (typeof timeoutMs !== "number" || !(timeoutMs > 0 && timeoutMs < 2 ** 31)) {
    const given = typeof timeoutMs === "number" ? timeoutMs : `this ${typeof timeoutMs}`;
    refuse(`\`timeoutMs\` must be a number of milliseconds from above 0 to ${2 ** 31 - 1}, not ${given}`);
  }
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
    if (typeof value !== "string" || !isHeaderSafe(value))
      refuse(`\`headers\`: ${name} holds what a header cannot carry`);
  }
}

function checkFunctions<T>(options: T, ...names: (keyof T & string)[]): void {
  for (const name of names) {
    const value = options[name];
    if (value !== undefined && typeof value !== "function") refuse(`\`${name}\` must be a function`);
  }
}
