// Owns what is asked of a `fetch`: what it is called with, what of its answer is used, and reading a body.

/** What a `fetch` is called with. Any platform's takes it, and so do node-fetch and undici. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect: "manual";
  keepalive: false;
  signal: AbortSignal;
  cache?: "no-store";
}

/** What is used of an answer. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: {
    get(name: string): string | null;
    forEach(callback: (value: string, name: string) => void): void;
  };
  /** Where the answer came from; absent or empty: not said. */
  readonly url?: string;
  readonly body?: unknown;
  text(): Promise<string>;
  clone(): unknown;
}

/** The platform's `fetch`, or one that can be called like it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** Of another fetch anything may come. */
export function isResponse(value: unknown): value is FetchResponse {
  const { status, headers, text }: Partial<FetchResponse> = Object(value);
  return typeof status === "number" && typeof headers?.get === "function" && typeof text === "function";
}

/** Whether the answer came from the address that was asked. Some fetches follow redirects whatever they are told. */
export function isFromElsewhere({ url }: FetchResponse, asked: string): boolean {
  if (!url || url === asked) return false;
  return URL.canParse(url) && addressOf(url) !== addressOf(asked);
}

/** The platform may write the same address in another way; whatwg-fetch adds the time to a read, as `_`. */
function addressOf(url: string): string {
  const address = new URL(url);
  address.searchParams.delete("_");
  return address.href;
}

/** A body, as far as it was read. */
export interface BodyText {
  readonly text: string;
  /** True: there may be more of it. */
  readonly isCut: boolean;
}

/** The text of a body, or its first `limit` bytes: an error page may be endless, or unpack into what is. */
export async function readUpTo(limit: number, response: FetchResponse): Promise<BodyText> {
  const chunks = chunksOf(response.body);
  if (!chunks) {
    const all = await response.text();
    return { text: all.slice(0, limit), isCut: all.length >= limit };
  }
  const decoder = new TextDecoder();
  let left = limit;
  let text = "";
  for await (const chunk of chunks) {
    text += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.length;
    if (left <= 0) break;
  }
  return { text: text + decoder.decode(), isCut: left <= 0 };
}

/** Undefined where a body cannot be read in pieces. */
function chunksOf(body: unknown): AsyncIterable<Uint8Array> | undefined {
  if (body instanceof ReadableStream) return chunksOfStream(body);
  const isIterable = typeof body === "object" && body !== null && Symbol.asyncIterator in body;
  return isIterable ? (body as AsyncIterable<Uint8Array>) : undefined;
}

/** Not all platforms can iterate over a stream. */
async function* chunksOfStream(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // What was not read is not wanted; a reset while it is given up is no news.
    reader.cancel().catch(() => {});
  }
}
