// Owns one call on its way: what it sends, what is known of its fate, and the errors that follow from both.
import { type ApiRequest, effectOf, requestError } from "./answer.js";
import { readOnce, refuse } from "./arguments.js";
import type { Bucket, Budget } from "./budget.js";
import { type Clock, monotonic } from "./clock.js";
import type { Deadline } from "./deadline.js";
import { AbortError, type AutoSharesError, type ErrorFacts, type Fate, TimeoutError } from "./errors.js";
import { mergeHeaders } from "./headers.js";
import { bucketOf, compose, type Route } from "./operation.js";
import type { CallOptions, ClientOptions, RequestInfo } from "./options.js";
import { hideInCause, type Secrets } from "./secrets.js";
import type { TokenSource } from "./token.js";

/** What all calls of a client share. */
export interface Context {
  readonly options: ClientOptions;
  readonly clock: Clock;
  readonly budget: Budget;
  readonly secrets: Secrets;
  /** Those that go with each request. */
  readonly headers: Record<string, string>;
  /** The token that was given as a text. It is never renewed. */
  readonly fixedToken: string | undefined;
  /** Where tokens come from that can be renewed. */
  tokens: TokenSource | undefined;
}

/** How a call is carried out. */
export interface PerformOptions {
  /** Covers waiting for room, token, request, body and replay. What is left may grow while it waits. */
  readonly deadline: Pick<Deadline, "signal" | "leftMs" | "stoppedBy" | "race">;
  /** Milliseconds for one exchange, from sending to the end of the body. Asked just before sending. */
  answerMs?(leftMs: number): number;
  /** Whether a 401 is followed by one renewal of the token and one replay. Default true. */
  readonly renew?: boolean;
  /** Waited for before each request leaves, once there is room for it. If it rejects, the request does not leave. */
  beforeSend?(): Promise<void>;
  /** Called the moment before the request leaves: in the same turn. */
  onSend?(attempt: 1 | 2): void;
  /** Called with the 401 that a renewal is about to follow, whether or not the replay then leaves. */
  onRefused?(error: AutoSharesError): void;
}

export interface Call {
  readonly context: Context;
  readonly how: PerformOptions;
  readonly options: CallOptions;
  readonly request: ApiRequest;
  readonly url: string;
  readonly body: string | undefined;
  readonly headers: Record<string, string>;
  /** Where it is counted; undefined: nowhere. */
  readonly bucket: Bucket | undefined;
  /** The token it was given as a text, by the call or the client. */
  readonly token: string | undefined;
  /** Where its token comes from; undefined: it needs none, or was given one. */
  readonly tokens: TokenSource | undefined;
  readonly startedAt: number;
  /** What is known of its request so far. */
  fate: Fate;
  /** Status of the answer whose head has arrived. */
  status: number | undefined;
  /** Whether what failed was getting a token. */
  hasNoToken: boolean;
  /** The request that was sent last, as hooks were shown it. */
  shown?: RequestInfo;
}

/** Throws an ArgumentError when the call cannot be made like this. */
export function callOf(
  context: Context,
  route: Route,
  params: object | undefined,
  how: PerformOptions,
  options: CallOptions = {},
): Call {
  const { id, operation } = route;
  const given: Record<string, unknown> = params ? { ...readOnce(`${id}: `, params, "argument") } : {};
  const { url, path, body, headers, secrets } = compose(route, given);
  const token = options.token ?? (operation.tokenless ? undefined : context.fixedToken);
  const needsToken = token === undefined && !operation.tokenless;
  if (needsToken && !context.tokens)
    refuse(`${id} needs a token: give createClient \`token\` or \`credentials\``);
  // Without it a request could not leave, and yet would count as one whose fate is unknown.
  if (typeof (context.options.fetch ?? globalThis.fetch) !== "function")
    refuse("there is no `fetch` here: give createClient one as `fetch`");
  if (options.token) context.secrets.addToken(options.token);
  const json = body === undefined ? undefined : { "Content-Type": "application/json" };
  return {
    context,
    how,
    options,
    request: {
      id,
      operation,
      line: { method: operation.method, path },
      hiding: () => context.secrets.hiding(secrets),
    },
    url,
    body,
    headers: mergeHeaders(context.headers, options.headers, json, headers),
    bucket: bucketOf(route, given),
    token,
    tokens: needsToken ? context.tokens : undefined,
    startedAt: monotonic(context.clock),
    fate: "not-sent",
    status: undefined,
    hasNoToken: false,
  };
}

/** An error of this call. */
export function failure<E extends AutoSharesError>(
  { request, fate, status }: Call,
  Class: new (message: string, facts: ErrorFacts) => E,
  happened: string,
  { cause, ...facts }: { cause?: unknown; retryAfterMs?: number },
): E {
  return requestError(request, Class, happened, effectOf(request, fate), {
    fate,
    status,
    cause: hideInCause(cause, request.hiding()),
    ...facts,
  });
}

/** The error of a step that failed: the call was stopped meanwhile, or else `happened`. */
export function stepFailure(
  call: Call,
  cause: unknown,
  Class: new (message: string, facts: ErrorFacts) => AutoSharesError,
  happened: string,
  stoppedBy = call.how.deadline.stoppedBy(),
): AutoSharesError {
  if (stoppedBy === "timeout")
    return failure(call, TimeoutError, `${withoutAnswer(call)} within its timeout`, { cause });
  if (stoppedBy === "abort")
    return failure(call, AbortError, `${withoutAnswer(call)} before it was aborted`, { cause });
  return failure(call, Class, happened, { cause });
}

/** How far a call came that has no complete answer. */
export function withoutAnswer({ status, url }: Call): string {
  if (status !== undefined) return `was answered ${status}, but not to the end`;
  return `got no answer from ${new URL(url).origin}`;
}
