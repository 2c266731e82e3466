// Owns the words between the rules and the rest: what is asked, what was decided. Types, and makers of them.

import type { Fault } from "./faults.js";
import type { Operation } from "./spec.js";
import type { Change, State } from "./state.js";
import type { OwnAnswer } from "./undocumented.js";

/** By name in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A request, as far as the rules see it. */
export interface Ask {
  operation: Operation;
  method: string;
  path: string;
  /** Values of path and query, read as their schemas say. */
  args: Record<string, string | number | boolean | undefined>;
  /** What is wrong with path or query, by parameter. */
  problems: readonly [name: string, problem: string][];
  headers: RequestHeaders;
  /** Names of the answers that the operation documents. */
  keys: readonly string[];
  /** Drawn from the seed, 0 to 1: the only chance in a decision. */
  luck: number;
}

/** What a rule sees: the request, what is remembered, the time. */
export interface Scene {
  ask: Ask;
  state: State;
  now: number;
  /** What happens besides the answer; rules that let a request pass add to it. */
  changes: Change[];
}

export type Answer =
  | { key: string; values?: Record<string, unknown>; headers?: Record<string, string>; empty?: boolean }
  | { own: OwnAnswer };

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
export type Rule = (scene: Scene) => Decision | undefined;

export function answer(
  { changes }: Scene,
  rule: string,
  reason: string,
  key: string,
  rest: { values?: Record<string, unknown>; headers?: Record<string, string> } = {},
): Decision {
  return { rule, reason, answer: { key, ...rest }, changes };
}

/** A header's value; a header that was sent twice is none of those that are read here. */
export function header({ headers }: Ask, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
}
