// Owns the way from a decision to a response: the documented answer with its placeholders filled, or what a fault
// puts in its place. The shape stays what Prism rendered from the spec.
import type { Answer, Call, Decision } from "./decision.js";
import type { DocumentedAnswer, DocumentedAnswers } from "./documented.js";
import type { Fault } from "./faults.js";
import type { HttpResponse, Outcome } from "./http.js";
import { messageResponse, UNDOCUMENTED } from "./undocumented.js";

export type Respond = (call: Call, decision: Decision) => Outcome;

/** @param bareErrors whether errors come without a body at the moment */
export function responder(answers: DocumentedAnswers, bareErrors: () => boolean): Respond {
  function respond(call: Call, answer: Answer): HttpResponse {
    if ("response" in answer) return answer.response;
    const documented = answers.get(call.operation.id)?.get(answer.key);
    if (!documented) return missing(call, answer.key);
    const empty = answer.empty || (documented.status >= 400 && bareErrors());
    return empty ? emptied(documented, answer.headers) : filled(documented, answer, call);
  }

  return (call, { answer, fault }) => {
    if (!fault) return respond(call, answer);
    const { outcome } = fault;
    if (typeof outcome === "string") return outcome;
    const faulty =
      "undocumented" in outcome
        ? UNDOCUMENTED[outcome.undocumented]
        : respond(call, faultAnswer(answer, outcome));
    if (!fault.effect || faulty.status >= 300) return faulty;
    // A fault that looks like a success must not hide a refusal.
    const usual = respond(call, answer);
    return usual.status < 300 ? faulty : usual;
  };
}

type DocumentedFault = Extract<Fault["outcome"], { documented: string }>;

/** A 429 keeps the headers that the rules have worked out for it. */
function faultAnswer(answer: Answer, { documented, empty = false }: DocumentedFault): Answer {
  const headers = documented.startsWith("429") && "headers" in answer ? answer.headers : {};
  return { key: documented, empty, headers: headers ?? {} };
}

function missing({ operation }: Call, key: string): HttpResponse {
  return messageResponse(
    500,
    `The answer "${key}" is due, which the spec does not document for ${operation.id}.`,
  );
}

function emptied({ status, headers }: DocumentedAnswer, more: Record<string, string> = {}): HttpResponse {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type");
  return { status, headers: { ...Object.fromEntries(kept), ...more }, body: undefined };
}

function filled(
  documented: DocumentedAnswer,
  { values, headers: more }: Exclude<Answer, { response: HttpResponse }>,
  call: Call,
): HttpResponse {
  const { status, text } = documented;
  // The same object each time where nothing is added: a transport may flatten it once.
  const headers = more ? { ...documented.headers, ...more } : documented.headers;
  if (text === undefined || (values === undefined && !namesIds(documented)))
    return { status, headers, body: text };
  const shape = withIds(documented.body, call);
  return { status, headers, body: JSON.stringify(values ? fillShape(shape, values) : shape) };
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

/** Only the words of an error name ids: `Order 73552 does not exist`. */
function namesIds({ status, body }: DocumentedAnswer): boolean {
  return status >= 400 && isObject(body) && typeof body.message === "string";
}

/** Not a short text such as `1.0`, which may be a part of other words. */
function isId(example: unknown): boolean {
  return typeof example === "number" || String(example).length > 8;
}

/** The example's ids, in its words, become the ids that were asked for. */
function withIds(body: unknown, { operation, args }: Call): unknown {
  if (!isObject(body) || typeof body.message !== "string") return body;
  let { message } = body;
  for (const { name, in: place, example } of operation.parameters)
    if (place === "path" && isId(example) && args[name] !== undefined)
      message = message.replaceAll(String(example), String(args[name]));
  return { ...body, message };
}
