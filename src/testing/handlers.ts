// Owns the request handlers for MSW, one per operation and answer.
import { delay, type HttpHandler, http } from "msw";
import { operationTable } from "../generated/operations.js";
import { type Answer, type AnswerName, fixtures, type OperationId } from "./fixtures.js";
import { type AnyWhere, requestMatcher, type Where } from "./match.js";

/** For which requests, and how. */
export type HandlerOptions<Id extends OperationId> = Where<Id> & {
  /** Only for the first matching request. */
  once?: boolean;
  /** How long the answer takes, in milliseconds. */
  delayMs?: number;
};

export type AnswerOptions<Id extends OperationId> = HandlerOptions<Id> & {
  /** Without its body: an error of this API may come so. */
  empty?: boolean;
};

/**
 * - `lost`: the connection fails. It does not say whether the request took effect: what the order reads next does.
 * - `never`: no answer ever comes.
 */
export type Failure = "lost" | "never";

/** For each operation a function that makes the handler of one answer, by its name or as data. */
export type Answers = {
  [Id in OperationId]: (answer: AnswerName<Id> | Answer, options?: AnswerOptions<Id>) => HttpHandler;
};

/** For each operation a function that makes a handler that gives no answer. */
export type Failures = {
  [Id in OperationId]: (failure: Failure, options?: HandlerOptions<Id>) => HttpHandler;
};

export interface HandlersOptions {
  /** As given to `createClient`. Default: any. */
  baseUrl?: string;
  /** What answers and remembers, such as `createSandbox()` of `autoshares-cancel/sandbox/web`. Default: nothing does. */
  sandbox?: { fetch(request: Request): Promise<Response> };
  /** Names of answers to give by every operation that has one of them; the first that fits counts. */
  prefer?: AnswerName[];
}

const ids = Object.keys(fixtures) as OperationId[];
const answersOf: Record<OperationId, Record<string, Answer>> = fixtures;

/** `answer.cancelOrder("order-already-filled")`: a handler that gives this answer, to override in one test. */
export const answer = perOperation((id, given: string | Answer, options: Options = {}) => {
  const { empty = false, ...rest } = options;
  const { body, ...head } = typeof given === "object" ? given : named(id, given);
  return handler(id, () => respond(empty ? head : { ...head, body }), rest);
}) as unknown as Answers;

/** `fail.cancelOrder("lost")`: a handler that gives no answer, to override in one test. */
export const fail = perOperation((id, failure: Failure, options: Options = {}) => {
  if (Object.hasOwn(FAILURES, failure)) return handler(id, FAILURES[failure], options);
  throw new Error(`There is no failure \`${failure}\`. There are: ${Object.keys(FAILURES).join(", ")}.`);
}) as unknown as Failures;

/**
 * A handler per operation: each gives its first documented success, unless another answer is preferred. They
 * remember nothing: an order reads as open after its cancel, unless `prefer: ["order-canceled"]` says otherwise. With a
 * sandbox they remember: it answers, unless another answer is preferred.
 */
export function handlers({ baseUrl, prefer = [], sandbox }: HandlersOptions = {}): HttpHandler[] {
  const unknown = prefer.find((name) => !ids.some((id) => find(id, name)));
  if (unknown !== undefined) throw new Error(`No operation has an answer \`${unknown}\`.`);
  return ids.map((id) => {
    const preferred = prefer.map((name) => find(id, name)).find(Boolean);
    if (sandbox && !preferred) return handler(id, (request) => sandbox.fetch(request), { baseUrl });
    const chosen = preferred ?? Object.values(answersOf[id]).find(isSuccess) ?? { status: 200 };
    return handler(id, () => respond(chosen), { baseUrl });
  });
}

const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

type Options = AnyWhere & { once?: boolean; delayMs?: number; empty?: boolean };

function perOperation<Given>(make: (id: OperationId, given: Given, options?: Options) => HttpHandler) {
  return Object.fromEntries(
    ids.map((id) => [id, (given: Given, options?: Options) => make(id, given, options)]),
  );
}

const FAILURES: Record<Failure, () => Response | Promise<Response>> = {
  lost: () => Response.error(),
  never: () => new Promise(() => {}),
};

type Reply = (request: Request) => Response | Promise<Response>;

function handler(id: OperationId, reply: Reply, options: Options): HttpHandler {
  const { once = false, delayMs = 0, ...where } = options;
  const method = operationTable[id].method.toLowerCase() as keyof typeof http;
  const matches = requestMatcher(id, where);
  const resolver = async ({ request }: { request: Request }) => {
    if (delayMs > 0) await delay(delayMs);
    return reply(request);
  };
  return http[method](({ request }) => matches(request), resolver, { once });
}

function named(id: OperationId, name: string): Answer {
  const found = find(id, name);
  if (found) return found;
  throw new Error(`${id} has no answer \`${name}\`. It has: ${Object.keys(answersOf[id]).join(", ")}.`);
}

function find(id: OperationId, name: string): Answer | undefined {
  return Object.hasOwn(answersOf[id], name) ? answersOf[id][name] : undefined;
}

function respond({ status, headers = {}, body }: Answer): Response {
  const text = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
  return new Response(text, { status, headers });
}
