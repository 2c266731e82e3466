// Owns what comes in and what goes out, whatever carries it: a socket or a function call.

/** By name in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface HttpRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: RequestHeaders;
  /** "" where there is none. */
  body: string;
}

export interface HttpResponse {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
  /** How the bytes leave, where HTTP itself is broken. */
  broken?: "body-after-204" | "cut-short";
}

/** What becomes of a request: a response, or what happens to its connection in place of one. */
export type Outcome = HttpResponse | "closed" | "reset" | "nothing";
