// Owns what the rest of the package gets out of a client, besides its methods.
import type { Operations } from "../generated/operations.js";
import type { Budget } from "./budget.js";
import type { PerformOptions } from "./call.js";
import type { Clock } from "./clock.js";
import type { Outcome } from "./perform.js";

export interface Internals {
  readonly clock: Clock;
  readonly budget: Budget;
  /** The base URL as it is written out, without a slash at its end. No secret. */
  readonly origin: string;
  /**
   * Carries out one call. Never rejects for what network, server or token function do; throws an ArgumentError for
   * arguments that are not what their description says.
   */
  perform(id: keyof Operations<unknown>, params: object, options: PerformOptions): Promise<Outcome>;
  /** A copy of plain data in which no text and no name holds a secret that the client has ever had. */
  hide(data: unknown): unknown;
}

// Registered: `cancel` of one copy of this package may be given a client of another. Enumerable: `{ ...client }` keeps it.
const INTERNALS: unique symbol = Symbol.for("autoshares-cancel/internals/1");

export function withInternals<T extends object>(client: T, internals: Internals): T {
  return Object.assign(client, { [INTERNALS]: internals });
}

/** Undefined for what `createClient` has not made. */
export function internalsOf(client: unknown): Internals | undefined {
  try {
    return Object(client)[INTERNALS];
  } catch {
    // It cannot be read, so it is none.
    return undefined;
  }
}
