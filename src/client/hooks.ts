// Owns calling what the user gave to be called, and what it is shown of requests, answers and errors: no secrets.

import type { Call } from "./call.js";
import { monotonic } from "./clock.js";
import type { AutoSharesError } from "./errors.js";
import type { FetchInit, FetchResponse } from "./fetch.js";
import type { CallOptions, ErrorInfo, Hooks, RequestInfo, ResponseInfo } from "./options.js";
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
  const { context, request, options } = call;
  const listeners: AllHooks[] = [context.options, options].filter(hasHooks);
  if (listeners.length === 0) return undefined;
  const sentAt = monotonic(context.clock);
  const shown: RequestInfo = {
    operationId: request.id,
    method,
    route: request.operation.path,
    url: call.url.split("?", 1)[0] ?? "",
    headers: redactHeaders(Object.entries(headers), request.hiding()),
    attempt,
  };
  call.shown = shown;
  for (const { onRequest } of listeners) callSafely(onRequest, shown);
  return (response) => {
    const info: ResponseInfo = {
      request: shown,
      status: response.status,
      headers: redactHeaders(entriesOf(response), request.hiding()),
      durationMs: monotonic(context.clock) - sentAt,
    };
    for (const { onResponse, onRawResponse } of listeners) {
      callSafely(onResponse, info);
      if (onRawResponse) callSafely(() => onRawResponse(response.clone() as Response));
    }
  };
}

function hasHooks({ onRequest, onResponse, onError, onRawResponse }: AllHooks): boolean {
  return Boolean(onRequest || onResponse || onError || onRawResponse);
}

/** Reports that a call failed. */
export function reportError(call: Call, error: AutoSharesError): void {
  const { context, request, options, shown, startedAt } = call;
  const info: ErrorInfo = {
    operationId: request.id,
    route: request.operation.path,
    error,
    ...(shown && { request: shown }),
    durationMs: monotonic(context.clock) - startedAt,
  };
  for (const { onError } of [context.options, options]) callSafely(onError, info);
}

function entriesOf({ headers }: FetchResponse): [name: string, value: string][] {
  const entries: [string, string][] = [];
  headers.forEach((value, name) => {
    entries.push([name, value]);
  });
  return entries;
}
