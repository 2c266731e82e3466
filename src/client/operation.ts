// Owns turning an operation and its arguments into the parts of a request. What does not depend on them is made once.
import { type Operation, type Parameter, rateLimits } from "../generated/operations.js";
import { checkNames, checkValue, refuse } from "./arguments.js";
import type { Bucket } from "./budget.js";

/** An operation, prepared for a base URL and a version. */
export interface Route {
  readonly id: string;
  readonly operation: Operation;
  /** The base URL without a slash at its end. */
  readonly base: string;
  /** How much of the base URL is the origin. */
  readonly originLength: number;
  /** What is said for an argument that is not given. */
  readonly defaults: Record<string, unknown>;
}

/** The parts of a request that come from its arguments. */
export interface Composed {
  readonly url: string;
  /** URL without origin and query. */
  readonly path: string;
  readonly body: string | undefined;
  readonly headers: Record<string, string>;
  /** Values that must not show. */
  readonly secrets: string[];
}

export function prepare(id: string, operation: Operation, base: string, version: string | undefined): Route {
  const originLength = new URL(base).origin.length;
  return { id, operation, base, originLength, defaults: version === undefined ? {} : { version } };
}

/** Throws an ArgumentError that names operation, argument and value. */
export function compose(route: Route, given: Record<string, unknown>): Composed {
  const { id, operation, base, originLength, defaults } = route;
  const { params, body: bodyRule } = operation;
  const where = `${id}: `;
  const query: string[] = [];
  const secrets: string[] = [];
  const headers: Record<string, string> = {};
  const inPath: Record<string, string> = {};
  checkNames(where, bodyRule ? { ...params, body: bodyRule } : params, given, "argument");
  for (const [name, parameter] of Object.entries(params)) {
    const value = given[name] ?? defaults[name] ?? parameter.default;
    checkValue(where, name, parameter, value);
    if (value === undefined) continue;
    if (parameter.in === "header") headers[name] = String(value);
    else if (parameter.in === "query") query.push(written(parameter, name, value, `${name}=`));
    else inPath[name] = written(parameter, name, value, "");
    if (parameter.secret) secrets.push(String(value));
  }
  if (bodyRule === "required" && given.body === undefined) refuse(`${where}\`body\` is missing`);
  const path = base + operation.path.replace(/\{(\w+)\}/g, (_, name) => inPath[name] ?? "");
  const search = query.filter(Boolean).join("&");
  return {
    url: search ? `${path}?${search}` : path,
    path: path.slice(originLength),
    body: given.body === undefined ? undefined : serialize(id, given.body),
    headers,
    secrets,
  };
}

/** A list or an object is written as the spec says, all others as they are. */
function written({ write }: Parameter, name: string, value: unknown, before: string): string {
  if (write) return write(name, value as never);
  return before + (typeof value === "number" ? value : encodeURIComponent(String(value)));
}

function serialize(id: string, body: unknown): string {
  try {
    return JSON.stringify(body);
  } catch {
    return refuse(`${id}: body cannot be written as JSON`);
  }
}

/** Where a request is counted; undefined where no limit is documented. */
export function bucketOf(
  { base, operation }: Pick<Route, "base" | "operation">,
  given: Record<string, unknown>,
): Bucket | undefined {
  const kind = operation.limit;
  if (!kind) return undefined;
  // One vendor page calls the clearing number the account's id: where it is, both count as one.
  const account = given.accountId ?? given.clearingNumber;
  const whose = kind === "tokens" ? `user ${hash(String(given.Username))}` : `account ${account}`;
  return { kind, name: `${kind} ${base} ${whose}`, ...rateLimits[kind] };
}

/** FNV-1a, 32 bits: enough to tell users apart, too little to tell who they are. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const mark of text) value = Math.imul(value ^ (mark.codePointAt(0) ?? 0), 0x01000193);
  return (value >>> 0).toString(16);
}
