// Owns calling what the user gave to be called, and what it is shown of requests, answers and errors: no secrets.

import type { Call } from "./call.js";
import { monotonic } from "./clock.js";
import type { AutoSharesError } from "./errors.js";
import type { FetchInit, FetchResponse } from "./fetch.js";
import type { CallOptions, ErrorInfo, Hooks, RequestInfo } from "./options.js";
import { redactHeaders } from "./secrets.js";

/**
 * Calls a hook. One that fails, now or later, must not change what is told of a request, nor end the process: its
 * failure is the caller's, and reported nowhere.
 */
export async function callSafely<Args extends unknown[]>(
  hook: ((...args: Args) => unknown) | undefined,
  ...args: Args
): Promise<void> {
  try {
    await hook?.(...args);
  } catch {
    // See above.
  }
}

type AllHooks = Hooks & Pick<CallOptions, "onRawResponse">;

/** Reports the request now, and returns what reports its answer; undefined where nobody looks. */
export function reportRequest(
  call: Call,
  { headers, method }: FetchInit,
  attempt: 1 | 2,
): ((response: FetchResponse) => void) | undefined {
  const { context, asked, options } = call;
  if (!hasHooks(context.options) && !hasHooks(options)) return undefined;
  const all: AllHooks[] = [context.options, options];
  const hide = asked.hiding();
  const sentAt = monotonic(context.clock);
  const request: RequestInfo = {
    operationId: asked.id,
    method,
    route: asked.operation.path,
    url: call.url.split("?", 1)[0] ?? "",
    headers: redactHeaders(Object.entries(headers), hide),
    attempt,
  };
  call.seen = request;
  for (const { onRequest } of all) callSafely(onRequest, request);
  return (response) => {
    const { status } = response;
    const durationMs = monotonic(context.clock) - sentAt;
    const shown = {
      request,
      status,
      headers: redactHeaders(entriesOf(response), asked.hiding()),
      durationMs,
    };
    for (const { onResponse, onRawResponse } of all) {
      callSafely(onResponse, shown);
      if (onRawResponse) callSafely(() => onRawResponse(response.clone() as Response));
    }
  };
}

function hasHooks(options: AllHooks): boolean {
  return Boolean(options.onRequest ?? options.onResponse ?? options.onError ?? options.onRawResponse);
}

/** Reports that a call failed. */
export function reportError(
  { context, asked, options, seen, startedAt }: Call,
  error: AutoSharesError,
): void {
  const durationMs = monotonic(context.clock) - startedAt;
  const failure: ErrorInfo = {
    operationId: asked.id,
    route: asked.operation.path,
    error,
    ...(seen && { request: seen }),
    durationMs,
  };
  for (const { onError } of [context.options, options]) callSafely(onError, failure);
}

function entriesOf({ headers }: FetchResponse): [name: string, value: string][] {
  const entries: [string, string][] = [];
  headers.forEach((value, name) => {
    entries.push([name, value]);
  });
  return entries;
}
