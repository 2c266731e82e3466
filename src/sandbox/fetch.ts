// Owns `fetch` without a socket: the same handler, for tests that run thousands of schedules.
import type { Handler } from "./handler.js";
import type { HttpRequest, HttpResponse } from "./http.js";

/** A `fetch` that hands each request to the handler; faults fail as they do over a socket. */
export function createFetch(handle: Handler): typeof globalThis.fetch {
  return (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      const answer = (body: string) =>
        handle(asHttpRequest(request, body), (outcome) => {
          if (outcome === "closed") reject(connectionClosed());
          else if (outcome === "reset") reject(failed("read ECONNRESET", "ECONNRESET"));
          else if (outcome !== "nothing") resolve(asResponse(outcome));
        });
      // At once where there is no body, as for all operations today: the order of requests is that of the calls.
      if (request.body === null) answer("");
      else request.text().then(answer, reject);
    });
  };
}

function asHttpRequest({ method, url, headers }: Request, body: string): HttpRequest {
  const { pathname, search } = new URL(url);
  // happy-dom keeps the case that a header was written in.
  const lower = [...headers].map(([name, value]) => [name.toLowerCase(), value]);
  return { method, url: pathname + search, headers: Object.fromEntries(lower), body };
}

function asResponse({ status, headers, body, broken }: HttpResponse): Response {
  return new Response(status === 204 ? null : content(body, broken), { status, headers });
}

function content(body: string | undefined, broken: HttpResponse["broken"]): BodyInit | null {
  if (body === undefined) return null;
  const bytes = new TextEncoder().encode(body);
  return broken === "cut-short" ? cutShort(bytes) : bytes;
}

function cutShort(bytes: Uint8Array): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes),
    pull: (controller) => controller.error(connectionClosed()),
  });
}

function connectionClosed(): TypeError {
  return failed("other side closed", "UND_ERR_SOCKET");
}

function failed(message: string, code: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}
