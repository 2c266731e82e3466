// Shows requests and answers to whoever wants to observe them, without secrets. May use the rest of this folder.
import type { Asked } from "./answer.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { redactHeaders } from "./secrets.js";

/** Reports the request now, and returns what reports its answer. */
export function observe(
  { onRequest, onResponse }: ClientOptions,
  { onRequest: onThisRequest, onRawResponse }: CallOptions,
  { id, line, hide }: Asked,
  url: string,
  init: RequestInit,
  attempt: number,
): (response: Response) => void {
  const seen = (onRequest || onThisRequest || onResponse) && {
    operationId: id,
    method: line.method,
    url: url.replace(/\?.*/, ""),
    headers: redactHeaders(init.headers as Headers, hide),
    attempt,
  };
  if (seen) {
    quietly(() => onRequest?.(seen));
    quietly(() => onThisRequest?.(seen));
  }
  return (response) => {
    const { status } = response;
    if (seen && onResponse)
      quietly(() => onResponse({ request: seen, status, headers: redactHeaders(response.headers, hide) }));
    if (onRawResponse) quietly(() => onRawResponse(response.clone()));
  };
}

/** A hook that fails, now or later, must not change what is told of a request, nor end the process. */
async function quietly(hook: () => unknown): Promise<void> {
  try {
    await hook();
  } catch {
    // Reported nowhere: the hook is the caller's, and so is its failure.
  }
}
