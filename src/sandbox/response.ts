// Owns the filling of values into a rendered answer. Its shape stays what Prism rendered from the spec. Pure.

import type { Ask } from "./decision.js";
import type { Rendered } from "./documented.js";
import type { OwnAnswer } from "./undocumented.js";

/** An answer, ready to leave. */
export interface Filled {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
  wire?: OwnAnswer["wire"];
}

interface Values {
  values?: Record<string, unknown>;
  headers?: Record<string, string>;
}

export function ofOwn({ status, headers, body, wire }: OwnAnswer): Filled {
  return wire ? { status, headers, body, wire } : { status, headers, body };
}

export function fill(
  rendered: Rendered,
  { values, headers }: Values,
  empty: boolean | undefined,
  ask: Ask,
): Filled {
  const { status, text } = rendered;
  if (empty)
    return {
      status,
      headers: withoutType({ ...rendered.headers, ...known(rendered, headers) }),
      body: undefined,
    };
  const kept = headers ? { ...rendered.headers, ...known(rendered, headers) } : rendered.headers;
  if (text === undefined) return { status, headers: kept, body: undefined };
  if (values === undefined && !mentionsIds(rendered)) return { status, headers: kept, body: text };
  const shape = withIds(rendered.body, ask);
  return { status, headers: kept, body: JSON.stringify(values ? fillShape(shape, values) : shape) };
}

/** Headers that the answer documents; the sandbox adds none. */
function known({ headers }: Rendered, values: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in headers));
}

function withoutType(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type"),
  );
}

/** Properties that the rules know get their value; others stay as the example has them. */
function fillShape(shape: unknown, value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((one) => (Array.isArray(shape) && shape.length > 0 ? fillShape(shape[0], one) : one));
  if (!isObject(value) || !isObject(shape)) return value;
  const filled = Object.entries(value).map(([name, one]) => [name, fillShape(shape[name], one)]);
  return { ...shape, ...Object.fromEntries(filled) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const mentions = new WeakMap<Rendered, boolean>();

/** Only the words of an error name ids: `Order 73552 does not exist`. */
function mentionsIds(rendered: Rendered): boolean {
  let found = mentions.get(rendered);
  if (found === undefined) {
    found = rendered.status >= 400 && /\d{3}/.test(rendered.text ?? "");
    mentions.set(rendered, found);
  }
  return found;
}

/** The example's ids, in its words, become the ids that were asked for. */
function withIds(body: unknown, { operation, args }: Ask): unknown {
  if (!isObject(body) || typeof body.message !== "string") return body;
  let { message } = body;
  for (const { name, in: place, example } of operation.parameters)
    if (place === "path" && typeof example === "number" && args[name] !== undefined)
      message = message.replaceAll(String(example), String(args[name]));
  return { ...body, message };
}
