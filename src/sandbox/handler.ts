// Owns the way of one request through the sandbox: find its operation, let happen what the venue has done, decide,
// remember, answer when it is due. Knows no sockets.
import type { Clock } from "./clock.js";
import { conclude, decide } from "./decide.js";
import type { Call, Decision } from "./decision.js";
import type { DocumentedAnswers } from "./documented.js";
import type { HttpRequest, HttpResponse, Outcome } from "./http.js";
import { settle } from "./order-store.js";
import { unreadable } from "./request-checks.js";
import { logLine, newRecord, type RequestLog, type RequestRecord } from "./request-log.js";
import { responder } from "./response.js";
import { createRouter, readArguments, type WrongMethod } from "./router.js";
import type { Spec } from "./spec.js";
import { apply, type State } from "./state.js";
import { within } from "./timing.js";
import { messageResponse } from "./undocumented.js";

/** Takes a request; `reply` is called once, now or later. */
export type Handler = (request: HttpRequest, reply: (outcome: Outcome) => void) => void;

export interface HandlerParts {
  spec: Spec;
  answers: DocumentedAnswers;
  state: State;
  clock: Clock;
  /** 0 to 1, from the seed. */
  chance: () => number;
  requests: RequestLog;
  log: ((line: string) => void) | undefined;
}

export function createHandler(parts: HandlerParts): Handler {
  const { spec, answers, state, clock, chance, requests, log } = parts;
  const route = createRouter(spec.operations);
  const respond = responder(answers, () => state.switches.errorBodies === "empty");
  const keys = new Map([...answers].map(([id, byKey]) => [id, [...byKey.keys()]]));

  function find({ method, url, headers }: HttpRequest): Call | HttpResponse {
    const mark = url.indexOf("?");
    const path = mark < 0 ? url : url.slice(0, mark);
    const found = route(method, path);
    if (!found) return messageResponse(404, `No operation of the API has the path ${path.slice(0, 200)}.`);
    if ("allow" in found) return wrongMethod(method, path, found);
    const { operation } = found.route;
    const { args, problems } = readArguments(found, mark < 0 ? "" : url.slice(mark + 1));
    const known = keys.get(operation.id) ?? [];
    return { operation, method, path, args, problems, headers, keys: known, chance: chance() };
  }

  function latency(): number {
    const [from, to] = state.timing.latency;
    return from === to ? from : Math.round(within([from, to], chance()));
  }

  function finish(call: Call, decided: Decision, record: RequestRecord): Outcome {
    settle(state.orders, clock.now());
    const decision = decided.venueDecides === undefined ? decided : conclude(decided, state);
    const outcome = respond(call, decision);
    const { reason, fault } = decision;
    close(record, outcome, fault ? `${reason}; fault: ${fault.says}` : reason);
    return outcome;
  }

  function close(record: RequestRecord, outcome: Outcome, reason: string): void {
    record.outcome = typeof outcome === "string" ? outcome : outcome.status;
    record.answeredAt = clock.now();
    log?.(logLine(record, reason));
  }

  const handle: Handler = (request, reply) => {
    const refusal = unreadable(request);
    if (refusal) return reply(refusal);
    const now = clock.now();
    settle(state.orders, now);
    const call = find(request);
    if ("status" in call) {
      const record = newRecord(request.method, request.url, "route", now);
      requests.add(record);
      close(record, call, "no operation has this path and method");
      return reply(call);
    }
    const decision = decide(call, state, now);
    apply(state, decision.changes, now);
    const record = recordOf(call, decision, now);
    requests.add(record);
    const due = (decision.due ?? now) + latency();
    if (due <= now) reply(finish(call, decision, record));
    else clock.at(due, () => safely(reply, () => reply(finish(call, decision, record))));
  };

  return (request, reply) => safely(reply, () => handle(request, reply));
}

/** A defect of a rule is answered as such: it must not end the process, and every other connection with it. */
function safely(reply: (outcome: Outcome) => void, run: () => void): void {
  try {
    run();
  } catch (error) {
    reply(messageResponse(500, `The sandbox itself failed: ${(error as Error).message}`));
  }
}

function recordOf(call: Call, { rule, changes }: Decision, now: number): RequestRecord {
  const record = newRecord(call.method, call.path, rule, now);
  record.operation = call.operation.id;
  record.accountId = call.args.accountId as number | undefined;
  record.orderId = call.args.orderId as number | undefined;
  record.counted = changes.some((change) => change.do === "count");
  return record;
}

function wrongMethod(method: string, path: string, { allow }: WrongMethod): HttpResponse {
  const names = allow.join(", ");
  return messageResponse(405, `${path.slice(0, 200)} has no ${method}: it has ${names}.`, { Allow: names });
}
