// Sends one operation, once, and tells truthfully what became of it. The only resend is one replay after a
// 401 with a renewed token: a 401 took no effect. May use openapi-fetch and the rest of this folder.
import createTransport, { defaultPathSerializer } from "openapi-fetch";
import type { Operation } from "../generated/operations.js";
import { type Answer, answerClass, answerError, isSuccess, named, successBody } from "./answer.js";
import { type Arguments, sortArguments } from "./arguments.js";
import type { Call, Context, Transport } from "./call.js";
import { startDeadline } from "./deadline.js";
import { ArgumentError, AutoSharesError, type RequestLine, TokenError, withFate } from "./errors.js";
import { exchange, stopped } from "./exchange.js";
import { type CallOptions, type ClientOptions, checkCallOptions } from "./options.js";
import { type Hide, hideInCause, hiding } from "./secrets.js";

const DEFAULT_TIMEOUT_MS = 10_000;

/** openapi-fetch composes the request. Without a real `Request` it is not built twice: fetch builds its own. */
class Outgoing {
  constructor(
    readonly url: string,
    readonly init: RequestInit,
  ) {}
}

/**
 * What openapi-fetch is told the answer was. It would read error bodies outside of the deadline, and take an
 * error without a body for one without an error; so the answer is read here.
 */
const NOTHING_TO_READ = { ok: true, status: 204, headers: { get: () => null } };

export function transportTo({ baseUrl, headers }: ClientOptions): Transport {
  const client = createTransport({ baseUrl, headers: headers ?? {}, Request: Outgoing as never });
  return client.request as unknown as Transport;
}

/** Calls an operation: resolves with the body of its success or throws an {@link AutoSharesError}. */
export async function call(
  context: Context,
  id: string,
  operation: Operation,
  given: object = {},
  options: CallOptions = {},
): Promise<unknown> {
  const { version, timeoutMs = DEFAULT_TIMEOUT_MS } = context.options;
  const args = sortArguments(id, operation, given as Record<string, unknown>, { version });
  checkCallOptions(options);
  const deadline = startDeadline(options.timeoutMs ?? timeoutMs, options.signal);
  const tokens: string[] = [];
  const hide: Hide = (text) =>
    hiding([...secretsOf(context.options), ...secretArguments(operation, args), ...tokens])(text);
  const asked = { id, operation, line: requestLine(context.options, operation, args), hide };
  const current: Call = { context, options, asked, args, deadline, tokens, fate: "not-sent" };
  try {
    const answer = await withOneRenewal(current);
    if (isSuccess(answer.status)) return successBody(asked, answer);
    throw answerError(asked, answer, Date.now());
  } finally {
    deadline.end();
  }
}

async function withOneRenewal(current: Call): Promise<Answer> {
  const token = await firstToken(current);
  const answer = await send(current, token, 1);
  const { tokens } = current.context;
  if (answer.status !== 401 || token === undefined || current.options.token !== undefined || !tokens)
    return answer;
  if (answerClass(answer) !== TokenError) return answer;
  current.fate = "refused";
  const renewed = await waitForToken(current, tokens.renew(token));
  return renewed === undefined ? answer : send(current, renewed, 2);
}

function firstToken(current: Call): string | undefined | Promise<string | undefined> {
  const { asked, options, context } = current;
  if (options.token !== undefined || asked.operation.token) return options.token;
  if (!context.tokens) {
    const message = `${named(asked)} needs a token: give createClient \`token\` or \`credentials\`. Nothing was sent.`;
    throw new ArgumentError(message, { fate: "not-sent", request: asked.line });
  }
  const token = context.tokens.get();
  return typeof token === "string" ? token : waitForToken(current, token);
}

/** Waits within the deadline. A sign-in that others wait for too goes on without this call. */
async function waitForToken<T>(current: Call, token: Promise<T>): Promise<T> {
  try {
    return await current.deadline.race(token);
  } catch (error) {
    if (current.deadline.stoppedBy()) throw stopped(current, error);
    if (error instanceof AutoSharesError) throw withFate(error, current.fate);
    const { asked, fate } = current;
    throw new TokenError(`${named(asked)} has no token: the \`token\` function failed. See \`cause\`.`, {
      fate,
      request: asked.line,
      cause: hideInCause(error, asked.hide),
    });
  }
}

async function send(current: Call, token: string | undefined, attempt: number): Promise<Answer> {
  const { context, asked, args, deadline, options } = current;
  if (deadline.stoppedBy()) throw stopped(current, deadline.signal.reason);
  if (token !== undefined) current.tokens.push(token);
  let answer: Answer | undefined;
  const authorization = token !== undefined && { Authorization: `Bearer ${token}` };
  try {
    await context.transport(asked.operation.method, asked.operation.path, {
      ...(options.headers && { headers: options.headers }),
      params: { ...args, header: { ...args.header, "Et-App-Key": context.options.appKey, ...authorization } },
      body: args.body,
      redirect: "manual",
      // The default, except in Bun, which sends a request again when a connection that it kept is reset.
      keepalive: false,
      signal: deadline.signal,
      ...UNCACHED,
      async fetch({ url, init }: Outgoing) {
        answer = await exchange(current, url, init, attempt);
        return NOTHING_TO_READ;
      },
    });
  } catch (error) {
    if (error instanceof AutoSharesError) throw error;
    const reason = asked.hide(String((error as Error).message));
    throw new ArgumentError(`${named(asked)} cannot be composed: ${reason}. Nothing was sent.`, {
      fate: "not-sent",
    });
  }
  return answer as unknown as Answer;
}

/** An order read from a cache would be false evidence. Some runtimes have no cache, and refuse the option. */
const UNCACHED = typeof Request === "function" && "cache" in Request.prototype ? { cache: "no-store" } : {};

function requestLine({ baseUrl }: ClientOptions, { method, path }: Operation, args: Arguments): RequestLine {
  const base = new URL(baseUrl).pathname.replace(/\/$/, "");
  return { method, path: base + defaultPathSerializer(path, args.path) };
}

function secretsOf({ appKey, token, credentials }: ClientOptions): string[] {
  return [appKey, ...(typeof token === "string" ? [token] : []), ...Object.values(credentials ?? {})];
}

function secretArguments({ params }: Operation, { header }: Arguments): string[] {
  return Object.entries(header).flatMap(([name, value]) => (params[name]?.secret ? [value] : []));
}
