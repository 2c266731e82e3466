// Owns the way of one request through the sandbox: route, settle what the venue has done, decide, remember,
// answer when it is due. Knows no sockets; may use the clock and the rules.

import type { Clock } from "./clock.js";
import type { Answer, Ask, Decision, RequestHeaders } from "./decision.js";
import type { Answers } from "./documented.js";
import { type Journal, logLine, newRecord, type RequestRecord } from "./log.js";
import { type Filled, fill, ofOwn } from "./response.js";
import { createRouter, type Found, type Router, readArguments, type WrongMethod } from "./router.js";
import { conclude, decide } from "./rules.js";
import type { Spec } from "./spec.js";
import { apply, type State, settle } from "./state.js";
import { BREACHES, type OwnAnswer, own } from "./undocumented.js";

export interface Incoming {
  method: string;
  /** Path and query. */
  url: string;
  /** By name in lower case. */
  headers: RequestHeaders;
}

/** Where an answer goes; one of them is called, once. */
export interface Reply {
  answer(answer: Filled): void;
  /** The connection ends without an answer. */
  close(): void;
  /** The connection is reset. */
  reset(): void;
}

export interface HandlerParts {
  spec: Spec;
  answers: Answers;
  state: State;
  clock: Clock;
  /** 0 to 1, from the seed. */
  chance: () => number;
  /** Milliseconds that every answer takes on its way. */
  latency: readonly [number, number];
  journal: Journal;
  log: ((line: string) => void) | undefined;
}

type Outcome = Filled | "closed" | "reset" | "nothing";

export class Handler {
  readonly #parts: HandlerParts;
  readonly #router: Router;
  readonly #keys: ReadonlyMap<string, readonly string[]>;

  constructor(parts: HandlerParts) {
    this.#parts = parts;
    this.#router = createRouter(parts.spec.operations);
    this.#keys = new Map([...parts.answers].map(([id, byKey]) => [id, [...byKey.keys()]]));
  }

  handle(incoming: Incoming, reply: Reply): void {
    const { state, clock, latency, chance } = this.#parts;
    const now = clock.now();
    settle(state, now);
    const mark = incoming.url.indexOf("?");
    const path = mark < 0 ? incoming.url : incoming.url.slice(0, mark);
    const found = this.#router(incoming.method, path);
    if (!found || "allow" in found) {
      this.#nowhere(incoming.method, path, found, reply);
      return;
    }
    const ask = this.#ask(incoming, found, path, mark < 0 ? "" : incoming.url.slice(mark + 1));
    const decision = decide(ask, state, now);
    apply(state, decision.changes, now);
    const record = this.#remember(ask, decision, now);
    const due = (decision.due ?? now) + drawn(latency, chance);
    if (due <= now) this.#finish(ask, decision, record, reply);
    else clock.at(due, () => this.#finish(ask, decision, record, reply));
  }

  #ask({ method, headers }: Incoming, found: Found, path: string, search: string): Ask {
    const { operation } = found.route;
    const { args, problems } = readArguments(found, search);
    const keys = this.#keys.get(operation.id) ?? [];
    return { operation, method, path, args, problems, headers, keys, luck: this.#parts.chance() };
  }

  #nowhere(method: string, path: string, found: WrongMethod | undefined, reply: Reply): void {
    const answer = found ? wrongMethod(method, path, found.allow) : unknownPath(path);
    const record = newRecord(method, path, "route", this.#parts.clock.now());
    this.#parts.journal.add(record);
    this.#close(record, answer.status, found ? "the path has other methods" : "no operation has the path");
    reply.answer(ofOwn(answer));
  }

  #remember(ask: Ask, { rule, changes }: Decision, now: number): RequestRecord {
    const record = newRecord(ask.method, ask.path, rule, now);
    record.operation = ask.operation.id;
    record.accountId = ask.args.accountId as number | undefined;
    record.orderId = ask.args.orderId as number | undefined;
    record.counted = changes.some((change) => change.do === "count");
    this.#parts.journal.add(record);
    return record;
  }

  #finish(ask: Ask, decided: Decision, record: RequestRecord, reply: Reply): void {
    const { state, clock } = this.#parts;
    settle(state, clock.now());
    const decision = decided.venueDecides === undefined ? decided : conclude(decided, state);
    const outcome = this.#outcome(ask, decision);
    const reason = decision.fault ? `${decision.reason}; fault: ${decision.fault.says}` : decision.reason;
    this.#close(record, typeof outcome === "string" ? outcome : outcome.status, reason);
    if (outcome === "closed") reply.close();
    else if (outcome === "reset") reply.reset();
    else if (outcome !== "nothing") reply.answer(outcome);
  }

  /** What goes over the wire: the answer, unless a fault takes its place. */
  #outcome(ask: Ask, { answer, fault }: Decision): Outcome {
    if (!fault) return this.#filled(ask, answer);
    const { wire } = fault;
    if (typeof wire === "string") return wire;
    const stead = "breach" in wire ? ofOwn(BREACHES[wire.breach]) : this.#filled(ask, instead(answer, wire));
    if (!fault.effect || stead.status >= 300) return stead;
    // A fault that looks like a success must not stand in for a refusal.
    const usual = this.#filled(ask, answer);
    return usual.status < 300 ? stead : usual;
  }

  #filled(ask: Ask, answer: Answer): Filled {
    if ("own" in answer) return ofOwn(answer.own);
    const rendered = this.#parts.answers.get(ask.operation.id)?.get(answer.key);
    if (!rendered) return ofOwn(undocumented(ask, answer.key));
    const bare = rendered.status >= 400 && this.#parts.state.settings.switches.errorBodies === "empty";
    return fill(rendered, answer, answer.empty || bare, ask);
  }

  #close(record: RequestRecord, outcome: RequestRecord["outcome"], reason: string): void {
    record.outcome = outcome;
    record.answeredAt = this.#parts.clock.now();
    this.#parts.log?.(logLine(record, reason));
  }
}

function drawn([from, to]: readonly [number, number], chance: () => number): number {
  return from === to ? from : Math.round(from + (to - from) * chance());
}

/** A fault's answer keeps the headers of a limit that the rules have worked out for it. */
function instead(answer: Answer, wire: { answer: string; empty?: boolean }): Answer {
  const headers = wire.answer.startsWith("429") && "headers" in answer ? answer.headers : undefined;
  return { key: wire.answer, ...(wire.empty ? { empty: true } : {}), ...(headers ? { headers } : {}) };
}

function unknownPath(path: string): OwnAnswer {
  return own(404, `No operation of the API has the path ${path.slice(0, 200)}.`);
}

function wrongMethod(method: string, path: string, allow: string[]): OwnAnswer {
  const names = allow.join(", ");
  return own(405, `${path.slice(0, 200)} has no ${method}: it has ${names}.`, { Allow: names });
}

function undocumented({ operation }: Ask, key: string): OwnAnswer {
  return own(500, `The answer "${key}" is due, which the spec does not document for ${operation.id}.`);
}
