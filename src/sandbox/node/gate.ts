// Owns who may use the control surface over HTTP. Whoever can send a request to this machine is not enough: every web
// page that somebody here looks at can do that. A page shows in `Origin`, or in `Host` if its name was pointed at us.
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { HttpResponse } from "../http.js";
import { messageResponse } from "../undocumented.js";

export interface Gate {
  /** Whether the control surface is on at all. */
  on: boolean;
  /** Name or address that the sandbox listens on. */
  host: string;
  /** Origins besides those of this machine. */
  origins: readonly string[];
}

/** Throws one sentence for what is not an origin. */
export function originsOf(given: string | readonly string[] = []): string[] {
  return [given].flat().map((text) => {
    const origin = URL.canParse(text) ? new URL(text).origin : "null";
    if (origin === "null" || origin !== text)
      throw new Error(
        `"${text}" is not an origin: give a scheme, a host and a port, such as http://host:8080.`,
      );
    return origin;
  });
}

/** Why a request is not let in; undefined if it is. */
export function refusalAt(gate: Gate, { headers }: IncomingMessage): HttpResponse | undefined {
  const { host = "", origin } = headers;
  if (!gate.on) return OFF;
  if (!isOurs(gate, hostname(host)))
    return messageResponse(
      403,
      `The control surface is for requests to an IP address, localhost or ${gate.host}, not to "${host}".`,
    );
  if (origin !== undefined && !isLetIn(gate, origin))
    return messageResponse(
      403,
      `The control surface is for pages of this machine, not for ${origin}. Start with --allow-origin to let it in.`,
    );
  return undefined;
}

const OFF = messageResponse(
  403,
  "The control surface is off, because others can reach this address. Start with --control to have it.",
);

/** Without the port, and without the brackets of IPv6. */
function hostname(host: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d+)?$/.exec(host) ?? [];
  return (inBrackets ?? host.replace(/:\d+$/, "")).toLowerCase();
}

function isOurs({ host }: Gate, name: string): boolean {
  return name === "localhost" || name === host.toLowerCase() || isIP(name) !== 0;
}

function isLetIn({ origins }: Gate, origin: string): boolean {
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && isLoopback(hostname(new URL(origin).host));
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

const SAFE = ["X-Content-Type-Options", "nosniff", "Cache-Control", "no-store"];

/** Headers of what the control surface answers: only a page that is let in may read it. */
export function gateHeaders(gate: Gate, request: IncomingMessage): string[] {
  const { origin } = request.headers;
  if (origin === undefined || refusalAt(gate, request)) return SAFE;
  return [...SAFE, "Access-Control-Allow-Origin", origin, "Vary", "Origin"];
}
