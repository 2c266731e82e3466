// Sends one operation, once, and tells truthfully what became of it. The only resend is one replay after a
// 401 with a renewed token: a 401 took no effect. May use openapi-fetch and the rest of this folder.
import { createFinalURL } from "openapi-fetch";
import type { Operation } from "../generated/operations.js";
import {
  type Answer,
  type Asked,
  answerClass,
  answerError,
  effect,
  isSuccess,
  named,
  successBody,
} from "./answer.js";
import { type Arguments, refuse, sortArguments } from "./arguments.js";
import { type Deadline, startDeadline } from "./deadline.js";
import {
  AbortError,
  AutoSharesError,
  ConnectionError,
  type ErrorClass,
  type Fate,
  TimeoutError,
  TokenError,
  withFate,
} from "./errors.js";
import { observe } from "./hooks.js";
import { isBeforeSending } from "./network.js";
import { type CallOptions, type ClientOptions, checkCallOptions } from "./options.js";
import { hideInCause, hiding } from "./secrets.js";
import type { TokenSource } from "./token.js";

/** What all calls of a client share. */
export interface Context {
  readonly options: ClientOptions;
  /** The base URL as it is written out, without a slash at its end, and how much of it is the origin. */
  readonly base: { url: string; originLength: number };
  /** Whatever must not show in any error. */
  readonly secrets: readonly string[];
  /** Undefined: the client was given neither token nor credentials. */
  tokens?: TokenSource;
}

/** One call on its way. */
interface Call {
  readonly context: Context;
  readonly options: CallOptions;
  readonly asked: Asked;
  readonly url: string;
  readonly init: RequestInit;
  readonly deadline: Deadline;
  /** Whatever must not show in an error of this call. */
  readonly secrets: string[];
  /** What is known of its request so far. */
  fate: Fate;
}

const NO_OPTIONS: CallOptions = {};

/** Calls an operation: resolves with the body of its success or throws an {@link AutoSharesError}. */
export async function call(
  context: Context,
  id: string,
  operation: Operation,
  given: object | null | undefined,
  options: CallOptions = NO_OPTIONS,
): Promise<unknown> {
  if (options !== NO_OPTIONS) checkCallOptions(options);
  const current = compose(context, id, operation, (given ?? {}) as Record<string, unknown>, options);
  try {
    const answer = await withOneRenewal(current);
    if (isSuccess(answer.status)) return successBody(current.asked, answer);
    throw answerError(current.asked, answer, nowOf(context.options));
  } finally {
    current.deadline.end();
  }
}

/** Parsed once for all calls. */
export function baseOf({ baseUrl }: ClientOptions): Context["base"] {
  const { href, origin } = new URL(baseUrl);
  return { url: href.replace(/\/+$/, ""), originLength: origin.length };
}

/** Milliseconds since 1970. */
export function nowOf({ now = Date.now }: ClientOptions): number {
  return now();
}

/** The request but for its token. */
function compose(
  context: Context,
  id: string,
  operation: Operation,
  given: Record<string, unknown>,
  options: CallOptions,
): Call {
  const { appKey, version, timeoutMs = 10_000, headers } = context.options;
  const { header, ...params } = sortArguments(id, operation, given, version);
  const { base } = context;
  const url = urlOf(operation, base.url, params);
  const body = given.body === undefined ? undefined : serialize(id, given.body);
  const json = body && { "Content-Type": "application/json" };
  const secrets = [...context.secrets];
  for (const [name, value] of Object.entries(header))
    if (operation.params[name]?.secret) secrets.push(value as string);
  const line = { method: operation.method, path: url.slice(base.originLength).replace(/\?.*/, "") };
  const deadline = startDeadline(options.timeoutMs ?? timeoutMs, options.signal);
  return {
    context,
    options,
    asked: { id, operation, line, hide: (text) => hiding(secrets)(text) },
    url,
    init: {
      method: operation.method,
      headers: merged(headers, options.headers, json, header, { "Et-App-Key": appKey }),
      redirect: "manual",
      // The default, except in Bun, which sends a request again when a connection that it kept is reset.
      keepalive: false,
      signal: deadline.signal,
      ...(body && { body }),
      ...(operation.method === "GET" && UNCACHED),
    },
    deadline,
    secrets,
    fate: "not-sent",
  };
}

/** openapi-fetch composes, and writes lists and objects; its own client would read answers past the deadline. */
function urlOf(
  { path, params }: Operation,
  baseUrl: string,
  values: Pick<Arguments, "path" | "query">,
): string {
  const inPath = (name: string, value: unknown) =>
    params[name]?.write?.(name, value as never) ?? encodeURIComponent(value as string);
  const inQuery = ([name, value]: [string, unknown]) =>
    params[name]?.write?.(name, value as never) ?? `${name}=${encodeURIComponent(value as string)}`;
  return createFinalURL(path, {
    baseUrl,
    params: values,
    pathSerializer: (url, all) => url.replace(/{([^{}]+)}/g, (_, name) => inPath(name, all[name])),
    querySerializer: (query: object) => Object.entries(query).map(inQuery).filter(Boolean).join("&"),
  });
}

/** An order read from a cache would be false evidence. Some runtimes have no cache, and refuse the option. */
const UNCACHED: RequestInit =
  typeof Request === "function" && "cache" in Request.prototype ? { cache: "no-store" } : {};

function serialize(id: string, body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    return refuse(`${id}: body cannot be written as JSON`);
  }
}

/** Later ones win, whatever the case of their names. */
function merged(...all: (Record<string, unknown> | undefined | "")[]): Headers {
  const headers = new Headers();
  for (const [name, value] of all.flatMap((some) => Object.entries(some || {})))
    headers.set(name, value as string);
  return headers;
}

async function withOneRenewal(current: Call): Promise<Answer> {
  const { options, asked, context } = current;
  const needsNone = options.token || asked.operation.tokenless;
  const tokens = needsNone ? undefined : context.tokens;
  if (!needsNone && !tokens)
    refuse(`${asked.id} needs a token: give createClient \`token\` or \`credentials\``);
  const token = tokens ? await waited(current, () => tokens.get()) : options.token;
  const answer = await exchange(current, token, 1);
  if (answer.status !== 401 || !tokens || !token || answerClass(answer) !== TokenError) return answer;
  current.fate = "refused";
  const renewed = await waited(current, () => tokens.renew(token));
  return renewed === undefined ? answer : exchange(current, renewed, 2);
}

/** Waits for a token within the deadline. A sign-in that others wait for too goes on without this call. */
async function waited<T>(current: Call, ask: () => T | Promise<T>): Promise<T> {
  const { deadline, fate } = current;
  try {
    // Before a sign-in is started that nobody waits for.
    deadline.signal.throwIfAborted();
    const token = ask();
    return token instanceof Promise ? await deadline.race(token) : token;
  } catch (error) {
    if (deadline.stoppedBy()) throw broken(current, "", error);
    if (error instanceof AutoSharesError) throw withFate(error, fate);
    throw failure(current, TokenError, "got no token: the `token` function failed", error);
  }
}

/** One request out, one answer in. */
async function exchange(current: Call, token: string | undefined, attempt: number): Promise<Answer> {
  const { asked, url, init, context, deadline, secrets } = current;
  if (deadline.stoppedBy()) throw broken(current, "", deadline.signal.reason);
  if (token !== undefined) {
    secrets.push(token);
    (init.headers as Headers).set("Authorization", `Bearer ${token}`);
  }
  const answered = observe(context.options, current.options, asked, url, init, attempt);
  const { fetch = globalThis.fetch } = context.options;
  let answer: Answer | undefined;
  try {
    // Set first: should `fetch` fail in a way that nobody foresaw, the request may have left.
    current.fate = "unknown";
    // Raced, because not every fetch settles when its signal is aborted: Node's own does not when a body claims
    // to be packed and cannot be unpacked.
    const response = await deadline.race(fetch(url, init));
    answered(response);
    const { status, headers } = response;
    answer = { status, headers, text: "" };
    if (status !== 204) answer.text = await deadline.race(response.text());
    return answer;
  } catch (error) {
    // Of a success without a body the head alone says all there is.
    if (answer && isSuccess(answer.status) && asked.operation.mayBeEmpty) return answer;
    if (!answer && isBeforeSending(error)) current.fate = "not-sent";
    const what = answer
      ? `was answered ${answer.status}, but the answer broke off`
      : `got no answer from ${url.slice(0, context.base.originLength)}`;
    throw broken(current, what, error);
  }
}

/** The error of a request without a complete answer. */
function broken(current: Call, what: string, error: unknown): AutoSharesError {
  const by = current.deadline.stoppedBy();
  if (by === "timeout") return failure(current, TimeoutError, "was not answered within its timeout", error);
  if (by) return failure(current, AbortError, "was aborted", error);
  return failure(current, ConnectionError, what, error);
}

function failure(
  { asked, fate }: Call,
  Class: ErrorClass,
  happened: string,
  error: unknown,
): AutoSharesError {
  const facts = { fate, request: asked.line, cause: hideInCause(error, asked.hide) };
  return new Class(`${named(asked)} ${happened}. ${effect(asked, fate)}`, facts);
}
