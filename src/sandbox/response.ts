// Owns the HTTP response of a decision: the documented response with its placeholders filled in, or what a fault sends
// instead. The shape of a body stays as Prism rendered it from the spec.
import type { Call, ChosenResponse, Decision, DocumentedChoice } from "./decision.js";
import type { DocumentedResponse, DocumentedResponses } from "./documented-responses.js";
import type { Fault } from "./faults.js";
import type { HttpResponse, Outcome } from "./http.js";
import { messageResponse, UNDOCUMENTED } from "./undocumented.js";

export type Respond = (call: Call, decision: Decision) => Outcome;

/** @param omitErrorBodies whether errors are sent without a body at the moment */
export function responder(responses: DocumentedResponses, omitErrorBodies: () => boolean): Respond {
  function respond(call: Call, choice: ChosenResponse): HttpResponse {
    if ("response" in choice) return choice.response;
    const documented = responses.get(call.operation.id)?.get(choice.key);
    if (!documented) return missing(call, choice.key);
    if (choice.empty || (documented.status >= 400 && omitErrorBodies()))
      return withoutBody(documented, choice);
    return withValues(documented, choice, call);
  }

  function respondFaulty(call: Call, choice: ChosenResponse, fault: Fault): Outcome {
    const { outcome, takesEffect } = fault;
    if (typeof outcome === "string") return outcome;
    const faulty =
      "undocumented" in outcome
        ? UNDOCUMENTED[outcome.undocumented]
        : respond(call, documentedFault(choice, outcome));
    if (!takesEffect || faulty.status >= 300) return faulty;
    // A fault that looks like a success must not hide that the request was refused.
    const usual = respond(call, choice);
    return usual.status < 300 ? faulty : usual;
  }

  return (call, { response, fault }) =>
    fault ? respondFaulty(call, response, fault) : respond(call, response);
}

/** A 429 keeps the headers that the rule has computed. */
function documentedFault(
  choice: ChosenResponse,
  { documented, empty = false }: Extract<Fault["outcome"], { documented: string }>,
): DocumentedChoice {
  const faulty: DocumentedChoice = { key: documented, empty };
  if (documented.startsWith("429") && "headers" in choice) faulty.headers = choice.headers;
  return faulty;
}

function missing({ operation }: Call, key: string): HttpResponse {
  const message = `The sandbox would answer "${key}", which the spec does not document for ${operation.id}.`;
  return messageResponse(500, message);
}

function withoutBody({ status, headers }: DocumentedResponse, choice: DocumentedChoice): HttpResponse {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type");
  return { status, headers: { ...Object.fromEntries(kept), ...choice.headers }, body: undefined };
}

function withValues(documented: DocumentedResponse, choice: DocumentedChoice, call: Call): HttpResponse {
  const { status, text } = documented;
  const { values } = choice;
  let { headers } = documented;
  // Without additions it stays the same object, which a transport can flatten once.
  if (choice.headers) headers = { ...headers, ...choice.headers };
  if (text === undefined || (!values && !mentionsIds(documented))) return { status, headers, body: text };
  const shape = withIds(documented.body, call);
  const body = values ? fillPlaceholders(shape, values) : shape;
  return { status, headers, body: JSON.stringify(body) };
}

/** Replaces the properties that have a value; all others stay as in the example. */
function fillPlaceholders(shape: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return fillList(shape, value);
  if (!isObject(value) || !isObject(shape)) return value;
  const filled = Object.entries(value).map(([name, one]) => [name, fillPlaceholders(shape[name], one)]);
  return { ...shape, ...Object.fromEntries(filled) };
}

/** The first item of the example is the shape of every item. */
function fillList(shape: unknown, values: unknown[]): unknown[] {
  if (!Array.isArray(shape) || shape.length === 0) return values;
  return values.map((value) => fillPlaceholders(shape[0], value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Only the messages of errors mention ids: `Order 73552 does not exist`. */
function mentionsIds({ status, body }: DocumentedResponse): boolean {
  return status >= 400 && isObject(body) && typeof body.message === "string";
}

/** A short text such as `1.0` may be a part of other words. */
function isId(example: unknown): boolean {
  return typeof example === "number" || String(example).length > 8;
}

/** Replaces the example's ids in a message with the ids in the request. */
function withIds(body: unknown, { operation, args }: Call): unknown {
  if (!isObject(body) || typeof body.message !== "string") return body;
  let { message } = body;
  for (const { name, in: place, example } of operation.parameters)
    if (place === "path" && isId(example) && args[name] !== undefined)
      message = message.replaceAll(String(example), String(args[name]));
  return { ...body, message };
}
