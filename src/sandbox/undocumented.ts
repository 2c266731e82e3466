// Owns every answer that is not in the spec, in one place: breaches of the contract that are played on
// purpose, and what the sandbox says for itself when no operation was reached. Pure; imports nothing.

export interface OwnAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** How the bytes leave, where HTTP itself is broken. */
  wire?: "body-after-204" | "cut-short";
}

/** BREACHES OF THE CONTRACT, ON PURPOSE. Nothing here is documented by the vendor. */
export const BREACHES = {
  "html-page": {
    status: 502,
    headers: { "Content-Type": "text/html" },
    body: "<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>\n",
  },
  unavailable: {
    status: 503,
    headers: { "Content-Type": "text/plain" },
    body: "The service is unavailable.\n",
  },
  "no-content-with-body": {
    status: 204,
    headers: { "Content-Type": "application/json" },
    body: '{"State":"Succeeded"}',
    wire: "body-after-204",
  },
  truncated: {
    status: 200,
    headers: { "Content-Type": "application/json" },
    body: '{"State":"Succ',
    wire: "cut-short",
  },
} as const satisfies Record<string, OwnAnswer>;

export type BreachName = keyof typeof BREACHES;

/** What the sandbox says for itself: always a message, in the shape of the vendor's plainest error. */
export function own(status: number, message: string, headers: Record<string, string> = {}): OwnAnswer {
  return {
    status,
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify({ message }),
  };
}
