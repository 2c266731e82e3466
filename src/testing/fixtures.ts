// Owns the entry `autoshares-cancel/testing/fixtures`: what a test needs of the API's answers without MSW.
import { fixtures as generated } from "../generated/fixtures.js";
import { frozen } from "./frozen.js";

export { urlPattern, type Where } from "./match.js";

/**
 * Every documented answer of the API by operationId and name: `{ status, headers, body }`. Without a `body`:
 * the answers that have none, which go by their status, `"204"`. The data is frozen: spread it to change it.
 *
 * They tell one story: the trader of account 6303 cancels order 73552.
 */
export const fixtures: typeof generated = frozen(generated);

export type Fixtures = typeof fixtures;

/** Name of an operation of the API. */
export type OperationId = keyof Fixtures;

/** The names of the documented answers of an operation. */
export type AnswerName<Id extends OperationId = OperationId> = Id extends OperationId
  ? keyof Fixtures[Id]
  : never;

/** An answer as data. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Absent: the answer has none. Text is sent as it is, anything else as JSON. */
  body?: unknown;
}
