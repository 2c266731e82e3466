// Owns the way of one request through the sandbox: route, settle what the venue has done, decide, remember,
// answer when it is due. Knows no sockets; may use the clock and the rules.
import { BREACHES, type OwnAnswer, own } from "./breaches.js";
import type { Clock } from "./clock.js";
import type { Answer, Ask, Decision } from "./decision.js";
import { type Filled, fill, ofOwn } from "./fill.js";
import { type Journal, logLine, type RequestRecord } from "./log.js";
import type { Answers } from "./render.js";
import { createRouter, type Found, readArguments } from "./router.js";
import { conclude, decide } from "./rules.js";
import type { Spec } from "./spec.js";
import { apply, type State, settle } from "./state.js";

export interface Incoming {
  method: string;
  /** Path and query. */
  url: string;
  header(name: string): string | undefined;
}

/** Where an answer goes; each is called once at most. */
export interface Reply {
  answer(answer: Filled): void;
  /** The connection ends without an answer. */
  close(): void;
  /** The connection is reset. */
  reset(): void;
}

export interface Desk {
  handle(incoming: Incoming, reply: Reply): void;
}

export interface DeskParts {
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

export function createDesk(parts: DeskParts): Desk {
  const { spec, answers, state, clock } = parts;
  const router = createRouter(spec.operations);
  const keys = new Map([...answers].map(([id, byKey]) => [id, [...byKey.keys()]]));

  function handle(incoming: Incoming, reply: Reply): void {
    const now = clock.now();
    settle(state, now);
    const [path, search] = splitUrl(incoming.url);
    const found = router(incoming.method, path);
    if (!found || "allow" in found) return nowhere(incoming, path, found, reply, now);
    const ask = askOf(
      incoming,
      found,
      path,
      search,
      keys.get(found.route.operation.id) ?? [],
      parts.chance(),
    );
    const decision = decide(ask, state, now);
    apply(state, decision.changes, now);
    const record = remember(ask, decision, now);
    const due = (decision.due ?? now) + drawn(parts.latency, parts.chance);
    if (due <= now) finish(ask, decision, record, reply);
    else clock.at(due, () => finish(ask, decision, record, reply));
  }

  function nowhere(
    { method }: Incoming,
    path: string,
    found: { allow: string[] } | undefined,
    reply: Reply,
    now: number,
  ): void {
    const answer = found ? wrongMethod(method, path, found.allow) : unknownPath(path);
    const record = newRecord(method, path, "route", now);
    parts.journal.add(record);
    close(record, answer.status, found ? "another method" : "no such path");
    reply.answer(ofOwn(answer));
  }

  function remember(ask: Ask, { rule, changes }: Decision, now: number): RequestRecord {
    const record = newRecord(ask.method, ask.path, rule, now);
    record.operation = ask.operation.id;
    record.accountId = ask.args.accountId as number | undefined;
    record.orderId = ask.args.orderId as number | undefined;
    record.counted = changes.some((change) => change.do === "count");
    parts.journal.add(record);
    return record;
  }

  function finish(ask: Ask, decided: Decision, record: RequestRecord, reply: Reply): void {
    settle(state, clock.now());
    const decision = decided.venueDecides === undefined ? decided : conclude(decided, state);
    const outcome = outcomeOf(ask, decision);
    close(record, typeof outcome === "string" ? outcome : outcome.status, decision.reason);
    if (outcome === "closed") reply.close();
    else if (outcome === "reset") reply.reset();
    else if (outcome !== "nothing") reply.answer(outcome);
  }

  /** What goes over the wire: the answer, unless a fault takes its place. */
  function outcomeOf(ask: Ask, { answer, fault }: Decision): Filled | "closed" | "reset" | "nothing" {
    if (!fault) return filled(ask, answer);
    const { wire } = fault;
    if (typeof wire === "string") return wire;
    const stead = "breach" in wire ? ofOwn(BREACHES[wire.breach]) : filled(ask, instead(answer, wire));
    if (!fault.effect || stead.status >= 300) return stead;
    // A fault that looks like a success must not stand in for a refusal.
    const usual = filled(ask, answer);
    return usual.status < 300 ? stead : usual;
  }

  function filled(ask: Ask, answer: Answer): Filled {
    if ("own" in answer) return ofOwn(answer.own);
    const rendered = answers.get(ask.operation.id)?.get(answer.key);
    if (!rendered) return ofOwn(undocumented(ask, answer.key));
    const empty = answer.empty || (rendered.status >= 400 && state.settings.switches.errorBodies === "empty");
    return fill(rendered, answer, empty, ask);
  }

  function close(record: RequestRecord, outcome: RequestRecord["outcome"], reason: string): void {
    record.outcome = outcome;
    record.answeredAt = clock.now();
    parts.log?.(logLine(record, reason));
  }

  return { handle };
}

function splitUrl(url: string): [path: string, search: string] {
  const mark = url.indexOf("?");
  return mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark + 1)];
}

function askOf(
  { method, header }: Incoming,
  found: Found,
  path: string,
  search: string,
  keys: readonly string[],
  luck: number,
): Ask {
  const { args, problems } = readArguments(found, search);
  return { operation: found.route.operation, method, path, args, problems, header, keys, luck };
}

function newRecord(method: string, path: string, rule: string, at: number): RequestRecord {
  return {
    at,
    operation: undefined,
    method,
    path,
    accountId: undefined,
    orderId: undefined,
    counted: false,
    rule,
    outcome: undefined,
    answeredAt: undefined,
  };
}

function drawn([from, to]: readonly [number, number], chance: () => number): number {
  return from === to ? from : Math.round(from + (to - from) * chance());
}

/** The headers of the limit were computed with the fault's answer in mind. */
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
