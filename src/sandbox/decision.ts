// Owns the words between the rules and the rest: what a rule sees, what it decides. Types, and makers of them.
import type { Fault } from "./faults.js";
import type { HttpResponse, RequestHeaders } from "./http.js";
import type { Value } from "./parameters.js";
import type { Operation } from "./spec.js";
import type { Change, State } from "./state.js";

/** A request to one operation, with its arguments read. */
export interface Call {
  operation: Operation;
  method: string;
  path: string;
  /** Values of path and query, read as their schemas say. */
  args: Record<string, Value | undefined>;
  /** What is wrong with path or query, by parameter. */
  problems: readonly [name: string, problem: string][];
  headers: RequestHeaders;
  /** Names of the answers that the operation documents. */
  keys: readonly string[];
  /** 0 to 1, from the seed: the only chance in a decision. */
  chance: number;
}

/** What a rule sees: the request, what is remembered, the time. */
export interface Context {
  call: Call;
  state: State;
  now: number;
  /** What happens besides the answer; rules that let a request pass add to it. */
  changes: Change[];
  /** Headers of whatever answer is given; rules that let a request pass add to it. */
  headers: Record<string, string>;
}

/** A documented answer with values for its placeholders, or a response of the sandbox's own. */
export type Answer =
  | {
      key: string;
      values?: Record<string, unknown>;
      headers?: Record<string, string> | undefined;
      empty?: boolean;
    }
  | { response: HttpResponse };

export interface Decision {
  /** Name of the rule that decided. */
  rule: string;
  /** For a person; without secrets. */
  reason: string;
  answer: Answer;
  changes: readonly Change[];
  fault?: Fault;
  /** Time at which the answer leaves; now, if left out. */
  due?: number;
  /** The answer is decided only when it is due, by what the venue has done with this order by then. */
  venueDecides?: number;
}

/** A rule decides, or lets the request pass to the next. */
export type Rule = (context: Context) => Decision | undefined;

export function answer(
  context: Context,
  rule: string,
  reason: string,
  key: string,
  { values, headers }: { values?: Record<string, unknown>; headers?: Record<string, string> } = {},
): Decision {
  const all = { ...context.headers, ...headers };
  return {
    rule,
    reason,
    answer: { key, ...(values && { values }), ...(Object.keys(all).length > 0 && { headers: all }) },
    changes: context.changes,
  };
}

/** A header's value; a header that was sent twice is none of those that are read here. */
export function header({ headers }: Call, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}
