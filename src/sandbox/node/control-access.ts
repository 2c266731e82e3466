// Owns who may use the control surface over HTTP. Every web page that is open on this machine can send requests to it, so
// being able to is not enough. `Origin` names such a page; `Host` does, if the page's name was pointed at this machine.
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { HttpResponse } from "../http.js";
import { messageResponse } from "../undocumented.js";

export interface ControlAccess {
  enabled: boolean;
  /** Name or address that the sandbox listens on. */
  host: string;
  /** Origins that are allowed besides those of this machine. */
  allowedOrigins: readonly string[];
}

/** Throws one sentence for a text that is not an origin. */
export function parseOrigins(given: string | readonly string[] = []): string[] {
  return [given].flat().map((text) => {
    if (URL.canParse(text) && new URL(text).origin === text) return text;
    throw new Error(
      `"${text}" is not an origin: give a scheme, a host and a port, such as http://host:8080.`,
    );
  });
}

/** Why a request is refused; undefined if it is allowed. */
export function accessRefusal(access: ControlAccess, { headers }: IncomingMessage): HttpResponse | undefined {
  const { host = "", origin } = headers;
  if (!access.enabled) return DISABLED;
  if (!isTrustedHost(access, hostname(host)))
    return messageResponse(
      403,
      `The control surface is for requests to an IP address, localhost or ${access.host}, not to "${host}".`,
    );
  if (origin !== undefined && !isAllowedOrigin(access, origin))
    return messageResponse(
      403,
      `The control surface is for pages of this machine, not of ${origin}. Start with --allow-origin to allow it.`,
    );
  return undefined;
}

const DISABLED = messageResponse(
  403,
  "The control surface is off, because other machines can reach this address. Start with --control to turn it on.",
);

/** Without the port, and without the brackets of IPv6. */
function hostname(host: string): string {
  const [, inBrackets] = /^\[([^\]]*)\](?::\d+)?$/.exec(host) ?? [];
  return (inBrackets ?? host.replace(/:\d+$/, "")).toLowerCase();
}

function isTrustedHost({ host }: ControlAccess, name: string): boolean {
  return name === "localhost" || name === host.toLowerCase() || isIP(name) !== 0;
}

function isAllowedOrigin({ allowedOrigins }: ControlAccess, origin: string): boolean {
  if (allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && isLoopback(hostname(new URL(origin).host));
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

const SAFE = ["X-Content-Type-Options", "nosniff", "Cache-Control", "no-store"];

/** Headers of every response of the control surface: only an allowed page may read it. */
export function controlHeaders(access: ControlAccess, request: IncomingMessage): string[] {
  const { origin } = request.headers;
  if (origin === undefined || accessRefusal(access, request)) return SAFE;
  return [...SAFE, "Access-Control-Allow-Origin", origin, "Vary", "Origin"];
}
