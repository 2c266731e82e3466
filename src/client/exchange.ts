// One request out, one answer in: sends through `fetch`, reads the body within the deadline, and says what is
// known when either fails. May use the rest of this folder.
import { type Answer, isSuccess, named } from "./answer.js";
import type { Call } from "./call.js";
import { AbortError, type AutoSharesError, ConnectionError, TimeoutError } from "./errors.js";
import { isBeforeSending } from "./network.js";
import type { RequestInfo } from "./options.js";
import { hideInCause, redactHeaders } from "./secrets.js";

export async function exchange(
  current: Call,
  url: string,
  init: RequestInit,
  attempt: number,
): Promise<Answer> {
  const { fetch = globalThis.fetch } = current.context.options;
  const request = observeRequest(current, url, init, attempt);
  let response: Response;
  try {
    // Set first: should `fetch` fail in a way that nobody foresaw, the request may have left.
    current.fate = "unknown";
    // Raced, because not every fetch settles when its signal is aborted: Node's own does not when a body claims
    // to be packed and cannot be unpacked.
    response = await current.deadline.race(fetch(url, init));
    // Throws if it is no Response: a caller's `fetch` may return anything, and the request has left.
    response.headers.has("date");
  } catch (error) {
    if (isBeforeSending(error)) current.fate = "not-sent";
    throw broken(current, "got no answer", error);
  }
  observeResponse(current, request, response);
  return { status: response.status, headers: response.headers, text: await readBody(current, response) };
}

/** A body that breaks off is an answer that never came, except where the head alone says all there is. */
async function readBody(current: Call, response: Response): Promise<string> {
  const { status } = response;
  if (status === 204) return "";
  try {
    return await current.deadline.race(response.text());
  } catch (error) {
    if (isSuccess(status) && current.asked.operation.mayBeEmpty) return "";
    throw broken(current, `was answered ${status}, but the answer broke off`, error);
  }
}

function broken(current: Call, what: string, error: unknown): AutoSharesError {
  if (current.deadline.stoppedBy()) return stopped(current, error);
  const { asked, fate } = current;
  const known = fate === "not-sent" ? "It was not sent: there was no connection." : UNKNOWN;
  const cause = hideInCause(error, asked.hide);
  return new ConnectionError(`${named(asked)} ${what}. ${known}`, { fate, request: asked.line, cause });
}

const UNKNOWN = "Whether it took effect is not known: read the order before anything else.";

const STOPPED_FATE = {
  "not-sent": "It was not sent: it was waiting for a token.",
  refused: "It was refused with 401 and was waiting for another token.",
  accepted: UNKNOWN,
  unknown: UNKNOWN,
};

/** The deadline is over, or the caller has aborted. */
export function stopped({ asked, deadline, fate }: Call, error: unknown): AutoSharesError {
  const [Class, what] =
    deadline.stoppedBy() === "timeout"
      ? ([TimeoutError, "was not answered within its timeout"] as const)
      : ([AbortError, "was aborted by its signal"] as const);
  const cause = hideInCause(error, asked.hide);
  return new Class(`${named(asked)} ${what}. ${STOPPED_FATE[fate]}`, { fate, request: asked.line, cause });
}

function observeRequest(
  { context, asked }: Call,
  url: string,
  init: RequestInit,
  attempt: number,
): RequestInfo | undefined {
  const { onRequest, onResponse } = context.options;
  if (!onRequest && !onResponse) return undefined;
  const { origin, pathname } = new URL(url);
  const headers = redactHeaders(new Headers(init.headers), asked.hide);
  const request = {
    operationId: asked.id,
    method: asked.line.method,
    url: origin + pathname,
    headers,
    attempt,
  };
  quietly(() => onRequest?.(request));
  return request;
}

function observeResponse(
  { context, asked, options }: Call,
  request: RequestInfo | undefined,
  response: Response,
): void {
  const { onResponse } = context.options;
  if (request && onResponse) {
    const headers = redactHeaders(response.headers, asked.hide);
    quietly(() => onResponse({ request, status: response.status, headers }));
  }
  const { onRawResponse } = options;
  if (onRawResponse) quietly(() => onRawResponse(response.clone()));
}

/** A hook that fails, now or later, must not change what is told of a request, nor end the process. */
async function quietly(hook: () => unknown): Promise<void> {
  try {
    await hook();
  } catch {
    // Reported nowhere: the hook is the caller's, and so is its failure.
  }
}
