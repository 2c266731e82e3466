// Owns the path of one request through the sandbox: find its operation, apply what the venue has done meanwhile, decide,
// apply the decision, respond when it is due. Knows no sockets.
import type { Scheduler } from "./clock.js";
import { decide, decideAfterVenue } from "./decide.js";
import type { Call, Decision } from "./decision.js";
import type { DocumentedResponses } from "./documented-responses.js";
import type { HttpRequest, HttpResponse, Outcome } from "./http.js";
import { applyDueEvents } from "./order-store.js";
import { malformedRequest } from "./request-checks.js";
import { logLine, newRecord, type RequestLog, type RequestRecord } from "./request-log.js";
import { type Respond, responder } from "./response.js";
import { createRouter, parseArguments, type Router, type WrongMethod } from "./router.js";
import type { Spec } from "./spec.js";
import { apply, type State } from "./state.js";
import { valueIn } from "./timing.js";
import { messageResponse } from "./undocumented.js";

/** Takes a request; `reply` is called once, now or later. */
export type Handler = (request: HttpRequest, reply: (outcome: Outcome) => void) => void;

export interface HandlerParts {
  spec: Spec;
  responses: DocumentedResponses;
  state: State;
  clock: Scheduler;
  /** 0 to 1, from the seed. */
  chance: () => number;
  requests: RequestLog;
  log: ((line: string) => void) | undefined;
}

export function createHandler(parts: HandlerParts): Handler {
  const { spec, responses, state, clock, chance } = parts;
  const findCall = callFinder(createRouter(spec.operations), responses);
  const respond = responder(responses, () => state.switches.errorBodies === "empty");

  const handle: Handler = (request, reply) => {
    const malformed = malformedRequest(request);
    if (malformed) return reply(malformed);
    const now = clock.now();
    applyDueEvents(state.orders, now);
    const call = findCall(request, chance);
    if ("status" in call) return reply(refuseUnrouted(parts, request, call, now));
    const decision = decide(call, state, now);
    apply(state, decision.changes, now);
    const record = recordOf(call, decision, now);
    parts.requests.add(record);
    const { due = now } = decision;
    const at = due + latency(parts);
    const finish = () => reply(finished(parts, respond, call, decision, record));
    if (at <= now) finish();
    else clock.at(at, () => answeringDefects(reply, finish));
  };

  return (request, reply) => answeringDefects(reply, () => handle(request, reply));
}

type FindCall = (request: HttpRequest, chance: () => number) => Call | HttpResponse;

/** Finds the operation of a request and parses its parameters; a 404 or 405 if there is none. */
function callFinder(route: Router, responses: DocumentedResponses): FindCall {
  const keysOf = new Map([...responses].map(([id, byKey]) => [id, [...byKey.keys()]]));
  return ({ method, url, headers }, chance) => {
    const { path, query } = splitUrl(url);
    const found = route(method, path);
    if (!found) return messageResponse(404, `No operation of the API has the path ${path.slice(0, 200)}.`);
    if ("allow" in found) return wrongMethod(method, path, found);
    const { operation } = found.route;
    const { args, problems } = parseArguments(found, query);
    const keys = keysOf.get(operation.id) ?? [];
    return { operation, method, path, args, problems, headers, keys, chance: chance() };
  };
}

function splitUrl(url: string): { path: string; query: string } {
  const mark = url.indexOf("?");
  if (mark < 0) return { path: url, query: "" };
  return { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

function wrongMethod(method: string, path: string, { allow }: WrongMethod): HttpResponse {
  const methods = allow.join(", ");
  const message = `${path.slice(0, 200)} has no ${method}. Methods there: ${methods}.`;
  return messageResponse(405, message, { Allow: methods });
}

function refuseUnrouted(parts: HandlerParts, request: HttpRequest, response: HttpResponse, now: number) {
  const record = newRecord(request.method, request.url, "route", now);
  parts.requests.add(record);
  return logged(parts, record, response, "no operation has this path and method");
}

function latency({ state, chance }: HandlerParts): number {
  const { latency } = state.timing;
  if (latency[0] === latency[1]) return latency[0];
  return Math.round(valueIn(latency, chance()));
}

/** The outcome at the moment when it is due. */
function finished(
  parts: HandlerParts,
  respond: Respond,
  call: Call,
  decided: Decision,
  record: RequestRecord,
): Outcome {
  const { state, clock } = parts;
  applyDueEvents(state.orders, clock.now());
  let decision = decided;
  if (decided.venueDecides !== undefined) decision = decideAfterVenue(decided, state);
  const { reason, fault } = decision;
  const explained = fault ? `${reason}; fault: ${fault.says}` : reason;
  return logged(parts, record, respond(call, decision), explained);
}

function logged(
  { clock, log }: HandlerParts,
  record: RequestRecord,
  outcome: Outcome,
  reason: string,
): Outcome {
  record.outcome = typeof outcome === "string" ? outcome : outcome.status;
  record.answeredAt = clock.now();
  log?.(logLine(record, reason));
  return outcome;
}

/** A defect of the sandbox is a 500: it must not end the process, and every other connection with it. */
function answeringDefects(reply: (outcome: Outcome) => void, run: () => void): void {
  try {
    run();
  } catch (error) {
    reply(messageResponse(500, `The sandbox itself failed: ${(error as Error).message}`));
  }
}

function recordOf(call: Call, { rule, changes }: Decision, now: number): RequestRecord {
  const record = newRecord(call.method, call.path, rule, now);
  record.operation = call.operation.id;
  record.accountId = idOf(call.args.accountId);
  record.orderId = idOf(call.args.orderId);
  record.counted = changes.some((change) => change.do === "count");
  return record;
}

function idOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
