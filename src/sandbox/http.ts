// Owns the types of requests and responses, over a socket or without one.

/** By name in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface HttpRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: RequestHeaders;
  /** "" if there is none. */
  body: string;
}

export interface HttpResponse {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
  /** How the response breaks HTTP. */
  broken?: "body-after-204" | "cut-short";
}

/** A response, or what happens to the connection instead. */
export type Outcome = HttpResponse | "closed" | "reset" | "nothing";
