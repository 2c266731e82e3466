// What the sandbox's tests share. Every sandbox that is started here ends with its test.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { onTestFinished } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/index.js";
import type { SpecDocument } from "../../src/sandbox/spec.js";
import { heardFrom } from "./attacks.js";

/** With a manual clock, unless a test says otherwise. */
export async function sandboxOf(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ clock: "manual", ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export function ownSpec(): SpecDocument & { paths: Record<string, Record<string, unknown>> } {
  const path = new URL("../../src/generated/openapi.json", import.meta.url);
  return JSON.parse(readFileSync(path, "utf8"));
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

const bearers = new WeakMap<Sandbox, string>();

/** Headers that let a request in. */
export function credentials(sandbox: Sandbox): Record<string, string> {
  const token = bearers.get(sandbox) ?? sandbox.issueToken();
  bearers.set(sandbox, token);
  return { "Et-App-Key": sandbox.appKey, Authorization: `Bearer ${token}` };
}

/** One plain `fetch`, let in unless the headers say otherwise. */
export async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  init: RequestInit = {},
): Promise<Answered> {
  const all = { ...credentials(sandbox), ...headers };
  const response = await fetch(sandbox.url + path, { method, headers: all, ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: tryJson(text) };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function orderPath(id: number, kind = "orders", account = 6303): string {
  return `/v1.0/accounts/${account}/${kind}/${id}`;
}

export const LIST = "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=100";

/** Resolves once `count` requests have come in. */
export async function arrived(sandbox: Sandbox, count = 1): Promise<void> {
  while (sandbox.requests().length < count) await new Promise((resolve) => setImmediate(resolve));
}

/** All that a server says to these bytes, until it ends the connection or `until` appears. */
export function raw(sandbox: Sandbox, bytes: string | Buffer, until?: string): Promise<string> {
  return heardFrom(sandbox.url, bytes, until, 0);
}

/** Problems of a body with a schema of the spec. */
export function problems(schema: string, body: unknown): string[] {
  const validate = validator().getSchema(`spec#/components/schemas/${schema}`);
  if (!validate) throw new Error(`The spec has no schema ${schema}.`);
  validate(body);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let ajv: Ajv2020 | undefined;

function validator(): Ajv2020 {
  if (ajv) return ajv;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  ajv.addFormat("int32", {
    type: "number",
    validate: (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  });
  for (const name of ["double", "password"]) ajv.addFormat(name, true);
  ajv.addSchema(ownSpec(), "spec");
  return ajv;
}

export const KEY = { "Et-App-Key": "sandbox-app-key" };
export const SIGN_IN = { ...KEY, Username: "trader", Password: "sandbox" };

/** Asks for a token with these headers. */
export async function token(url: string, headers: Record<string, string>) {
  const response = await fetch(`${url}/token`, { method: "POST", headers });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

/** What HTTP adds to an answer, and a page does not see. */
const TRANSPORT = ["date", "connection", "keep-alive", "content-length", "transfer-encoding"];
const CORS = ["access-control-allow-origin", "access-control-expose-headers"];

/** An answer as it can be compared with that of a sandbox without a socket. */
export async function described(
  response: Response,
): Promise<[status: number, headers: string[][], text: string]> {
  const shown = [...response.headers].filter(([name]) => ![...TRANSPORT, ...CORS].includes(name));
  return [response.status, shown, await response.text().catch(() => "broken off")];
}
