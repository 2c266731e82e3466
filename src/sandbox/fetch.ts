// Owns `fetch` without a socket: the same handler, for tests that run thousands of schedules. May use the globals.
import type { Handler, Incoming, Reply } from "./handler.js";
import type { Filled } from "./response.js";

/** A `fetch` that hands each request to the handler; faults fail as they do over a socket. */
export function createFetch(handler: Handler): typeof globalThis.fetch {
  return (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      handler.handle(asIncoming(request), asReply(resolve, reject));
    });
  };
}

function asIncoming({ method, url, headers }: Request): Incoming {
  const { pathname, search } = new URL(url);
  return { method, url: pathname + search, headers: Object.fromEntries(headers) };
}

function asReply(resolve: (response: Response) => void, reject: (error: Error) => void): Reply {
  return {
    answer: (filled) => resolve(asResponse(filled)),
    close: () => reject(failed("other side closed", "UND_ERR_SOCKET")),
    reset: () => reject(failed("read ECONNRESET", "ECONNRESET")),
  };
}

function asResponse({ status, headers, body, wire }: Filled): Response {
  const hasNone = status === 204 || body === undefined;
  const content = hasNone ? null : wire === "cut-short" ? cutShort(body) : new TextEncoder().encode(body);
  return new Response(content, { status, headers });
}

function cutShort(body: string): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(body)),
    pull: (controller) => controller.error(failed("other side closed", "UND_ERR_SOCKET")),
  });
}

function failed(message: string, code: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
}
