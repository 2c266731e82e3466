// Owns one request out and one answer in.
import type { Answer } from "./answer.js";
import type { Permit } from "./budget.js";
import { type Call, failure, stopped } from "./call.js";
import { type Deadline, startDeadline } from "./deadline.js";
import { AbortError, AutoSharesError, ConnectionError } from "./errors.js";
import { fateOf } from "./fates.js";
import { type FetchInit, type FetchResponse, isFromElsewhere, isResponse, readUpTo } from "./fetch.js";
import { reportRequest } from "./hooks.js";
import { lessonOf } from "./lesson.js";
import { isBeforeSending } from "./network.js";

const MEBIBYTE = 2 ** 20;

/** Sends the request with its last word on the token. Throws the error of a request without a complete answer. */
export async function exchange(
  call: Call,
  token: string | undefined,
  attempt: 1 | 2,
  permit: Permit,
): Promise<Answer> {
  const { context, how, url } = call;
  if (how.beforeSend) await prepared(call, how.beforeSend, permit);
  const by = how.deadline.stoppedBy();
  if (by) {
    permit.end("not-sent");
    throw stopped(call, by);
  }
  const { fetch = globalThis.fetch } = context.options;
  const limit = limitOf(call);
  const init = initOf(call, token, limit.signal);
  const knownBefore = call.fate;
  const answered = reportRequest(call, init, attempt);
  how.onSend?.(attempt);
  try {
    // Set first: should `fetch` fail in a way that nobody foresaw, the request may have left.
    call.fate = "unknown";
    // Raced, because not every fetch settles when its signal is aborted: Node's own does not when a body claims
    // to be packed and cannot be unpacked.
    const response = await limit.race(Promise.resolve(fetch(url, init)));
    if (!isResponse(response)) throw failure(call, ConnectionError, NO_RESPONSE);
    const { status, headers } = response;
    call.status = status;
    const lesson = lessonOf(status, headers, context.clock.now());
    permit.end(lesson);
    answered?.(response);
    const text = status === 204 ? "" : await limit.race(bodyOf(call, response));
    return { status, text, lesson, headers, isFromElsewhere: isFromElsewhere(response, url) };
  } catch (error) {
    if (call.status === undefined && isBeforeSending(error)) call.fate = knownBefore;
    permit.end(call.fate === "unknown" ? "lost" : "not-sent");
    throw error instanceof AutoSharesError ? error : broken(call, limit, error);
  } finally {
    if (limit !== how.deadline) limit.end?.();
  }
}

/** Room for a request that must not leave is given back. */
async function prepared(
  call: Call,
  beforeSend: () => Promise<void>,
  permit: Permit | undefined,
): Promise<void> {
  try {
    await beforeSend();
  } catch (cause) {
    permit?.end("not-sent");
    throw failure(call, AbortError, "was held back", { cause });
  }
}

const NO_RESPONSE = "got an answer that is no Response: the function given as `fetch` must resolve with one";

type Limit = Pick<Deadline, "signal" | "race" | "stoppedBy"> & { end?(): void };

/** The deadline of the call, or an earlier one for this exchange. */
function limitOf({ context, how }: Call): Limit {
  const { deadline, answerMs } = how;
  return answerMs ? startDeadline(context.clock, answerMs(deadline.leftMs()), deadline.signal) : deadline;
}

/** An order read from a cache would be false evidence. Some runtimes have no cache, and refuse the option. */
const HAS_CACHE = typeof Request === "function" && "cache" in Request.prototype;

function initOf({ asked, headers, body }: Call, token: string | undefined, signal: AbortSignal): FetchInit {
  const { method } = asked.operation;
  const init: FetchInit = {
    method,
    headers: token === undefined ? headers : { ...headers, Authorization: `Bearer ${token}` },
    redirect: "manual",
    // The default, except in Bun, which sends a request again when a connection that it kept is reset.
    keepalive: false,
    signal,
  };
  if (body !== undefined) init.body = body;
  if (method === "GET" && HAS_CACHE) init.cache = "no-store";
  return init;
}

/** A success that promises a body is read whole; of all others there is no more than a person would read. */
function bodyOf({ context, asked }: Call, response: FetchResponse): Promise<string> {
  const isPromised = fateOf(response.status) === "accepted" && !asked.operation.mayBeEmpty;
  return isPromised ? response.text() : readUpTo(context.options.maxErrorBytes ?? MEBIBYTE, response);
}

/** The error of a request without a complete answer. */
function broken(call: Call, limit: Limit, cause: unknown): AutoSharesError {
  const by = limit.stoppedBy();
  if (by) return stopped(call, by, cause);
  const { status, url } = call;
  const what =
    status === undefined
      ? `got no answer from ${new URL(url).origin}`
      : `was answered ${status}, but the answer broke off`;
  return failure(call, ConnectionError, what, { cause });
}
