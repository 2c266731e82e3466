// Owns what a rule gets and what it returns: the request with its context, and the decision. Types, and two helpers.
import type { Fault } from "./faults.js";
import type { HttpResponse, RequestHeaders } from "./http.js";
import type { Value } from "./parameters.js";
import type { Operation } from "./spec.js";
import type { Change, State } from "./state.js";

/** A request to one operation, with its parameters parsed. */
export interface Call {
  operation: Operation;
  method: string;
  path: string;
  /** Values of the path and query parameters, of the types that their schemas give. */
  args: Record<string, Value | undefined>;
  /** What is wrong with path and query, by parameter. */
  problems: readonly [name: string, problem: string][];
  headers: RequestHeaders;
  /** Keys of the responses that the operation documents. */
  keys: readonly string[];
  /** 0 to 1, from the seed: the only randomness in a decision. */
  chance: number;
}

/** What a rule works on. */
export interface Context {
  call: Call;
  state: State;
  now: number;
  /** Changes of the state. A rule that passes a request on may add to them. */
  changes: Change[];
  /** Headers of whatever response is sent. A rule that passes a request on may add to them. */
  headers: Record<string, string>;
}

/** A documented response, with values for its placeholders; or a response that the spec does not document. */
export type ChosenResponse = DocumentedChoice | { response: HttpResponse };

export interface DocumentedChoice {
  key: string;
  values?: Record<string, unknown> | undefined;
  headers?: Record<string, string> | undefined;
  /** Send it without its body. */
  empty?: boolean;
}

export interface Decision {
  /** Name of the rule that decided. */
  rule: string;
  /** For the log; without secrets. */
  reason: string;
  response: ChosenResponse;
  changes: readonly Change[];
  fault?: Fault;
  /** When the response is sent; now, if left out. */
  due?: number;
  /** Id of an order: the response is chosen again when it is due, by the order's status at that time. */
  venueDecides?: number;
}

/** Returns a decision, or undefined to pass the request on to the next rule. */
export type Rule = (context: Context) => Decision | undefined;

/** Decides for a documented response. */
export function respondWith(
  context: Context,
  rule: string,
  reason: string,
  key: string,
  { values, headers }: Pick<DocumentedChoice, "values" | "headers"> = {},
): Decision {
  const response: DocumentedChoice = { key };
  if (values) response.values = values;
  const all = { ...context.headers, ...headers };
  if (Object.keys(all).length > 0) response.headers = all;
  return { rule, reason, response, changes: context.changes };
}

/** Value of a header; undefined if it is missing or was sent twice. */
export function header({ headers }: Call, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}

/** The value of `Authorization: Bearer …`, with one space, as the vendor writes it. */
export function bearerToken(call: Call): string | undefined {
  const scheme = "Bearer ";
  const value = header(call, "authorization");
  return value?.startsWith(scheme) ? value.slice(scheme.length) : undefined;
}
