// What one call carries from its arguments to its answer. Types only.
import type { Asked } from "./answer.js";
import type { Arguments } from "./arguments.js";
import type { Deadline } from "./deadline.js";
import type { Fate } from "./errors.js";
import type { CallOptions, ClientOptions } from "./options.js";
import type { TokenSource } from "./token.js";

/** Composes a request, hands it to the `fetch` in `init`, and resolves when that has. */
export type Transport = (method: string, path: string, init: object) => Promise<unknown>;

/** What all calls of a client share. */
export interface Context {
  readonly options: ClientOptions;
  readonly transport: Transport;
  /** Undefined: the client was given neither token nor credentials. */
  tokens?: TokenSource;
}

export interface Call {
  readonly context: Context;
  readonly options: CallOptions;
  readonly asked: Asked;
  readonly args: Arguments;
  readonly deadline: Deadline;
  /** Tokens this call has sent, to keep them out of its errors. */
  readonly tokens: string[];
  /** What is known of its request so far. */
  fate: Fate;
}
