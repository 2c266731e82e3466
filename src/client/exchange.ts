// Owns one request out and one answer in: the only place that calls `fetch`.
import { type Success, successOf } from "./answer.js";
import type { Permit } from "./budget.js";
import { type Call, failure, stepFailure, withoutAnswer } from "./call.js";
import { type Deadline, startDeadline } from "./deadline.js";
import { AbortError, AutoSharesError, ConnectionError } from "./errors.js";
import { fateOf } from "./fates.js";
import {
  type BodyText,
  type FetchInit,
  type FetchResponse,
  isFromElsewhere,
  isResponse,
  readUpTo,
} from "./fetch.js";
import { reportRequest } from "./hooks.js";
import { lessonOf } from "./lesson.js";
import { isBeforeSending } from "./network.js";

const MEBIBYTE = 2 ** 20;
const NO_BODY: BodyText = { text: "", isCut: false };

/** Sends the request, and ends the permit for it. Throws the error of whatever is no success of the API. */
export async function exchange(
  call: Call,
  token: string | undefined,
  attempt: 1 | 2,
  permit: Permit,
): Promise<Success> {
  const { context, how, request, url } = call;
  if (how.beforeSend) await makeReady(call, permit);
  holdBackIfStopped(call, permit);
  const { deadline, answerMs } = how;
  const own = answerMs && startDeadline(context.clock, answerMs(deadline.leftMs()), deadline.signal);
  const limit = own ?? deadline;
  const init = initOf(call, token, limit.signal);
  const reportResponse = reportRequest(call, init, attempt);
  how.onSend?.(attempt);
  try {
    const response = await headOf(call, init, limit, permit);
    const { status, headers } = response;
    call.status = status;
    const lesson = lessonOf(status, headers, context.clock.now());
    permit.end(lesson);
    reportResponse?.(response);
    const body = status === 204 ? NO_BODY : await limit.race(bodyOf(call, response));
    return successOf(request, {
      ...body,
      status,
      lesson,
      headers,
      isFromElsewhere: isFromElsewhere(response, url),
    });
  } catch (error) {
    if (error instanceof AutoSharesError) throw error;
    throw stepFailure(call, error, ConnectionError, withoutAnswer(call), limit.stoppedBy());
  } finally {
    own?.end();
  }
}

async function makeReady(call: Call, permit: Permit): Promise<void> {
  try {
    await call.how.beforeSend?.();
  } catch (cause) {
    permit.end("not-sent");
    throw stepFailure(call, cause, AbortError, "was held back");
  }
}

/** In the same turn as the request leaves: what is stopped a moment earlier must not count as sent. */
function holdBackIfStopped(call: Call, permit: Permit): void {
  const { signal, stoppedBy } = call.how.deadline;
  if (!stoppedBy()) return;
  permit.end("not-sent");
  throw stepFailure(call, signal.reason, AbortError, "was held back");
}

const NO_RESPONSE = "got an answer that is no Response: the function given as `fetch` must resolve with one";

/** Sends the request and waits for the head of its answer. */
async function headOf(
  call: Call,
  init: FetchInit,
  { race }: Pick<Deadline, "race">,
  permit: Permit,
): Promise<FetchResponse> {
  const { fetch = globalThis.fetch } = call.context.options;
  const fateBefore = call.fate;
  try {
    // Set first: should `fetch` fail in a way that nobody foresaw, the request may have left.
    call.fate = "unknown";
    // Raced, because not every fetch settles when its signal is aborted: Node's own does not when a body claims
    // to be packed and cannot be unpacked.
    const response = await race(Promise.resolve(fetch(call.url, init)));
    if (isResponse(response)) return response;
    throw failure(call, ConnectionError, NO_RESPONSE, {});
  } catch (error) {
    if (isBeforeSending(error)) call.fate = fateBefore;
    permit.end(call.fate === "unknown" ? "lost" : "not-sent");
    throw error;
  }
}

/** An order read from a cache would be false evidence. Some runtimes have no cache, and refuse the option. */
const HAS_CACHE = typeof Request === "function" && "cache" in Request.prototype;

function initOf({ request, headers, body }: Call, token: string | undefined, signal: AbortSignal): FetchInit {
  const { method } = request.operation;
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
async function bodyOf({ context, request }: Call, response: FetchResponse): Promise<BodyText> {
  const isPromised = fateOf(response.status) === "accepted" && !request.operation.mayBeEmpty;
  if (isPromised) return { text: await response.text(), isCut: false };
  return readUpTo(context.options.maxErrorBytes ?? MEBIBYTE, response);
}
