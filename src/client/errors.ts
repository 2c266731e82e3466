// Owns the errors: what happened, to which request, and what is known of its effect. Named by what to do next.
import type { ErrorBodies } from "../generated/operations.js";

/**
 * What is known of a request that did not simply succeed.
 *
 * - `not-sent`: it did not leave, so it took no effect.
 * - `accepted`: a 2xx of the API arrived. The API took it, on a slow operation the venue too.
 * - `refused`: a complete 4xx arrived whose status the API or the HTTP registry knows (408 apart): it took no effect.
 * - `unknown`: it was sent, and no answer says what became of it. Read the order before anything else.
 */
export type Fate = "not-sent" | "accepted" | "refused" | "unknown";

/** A request by its method and the path of its URL. No secret is in it: those travel in headers. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
}

/** What an error knows. Absent where it does not apply. */
export interface ErrorFacts {
  fate: Fate;
  request?: RequestLine | undefined;
  status?: number | undefined;
  body?: object | undefined;
  bodyText?: string | undefined;
  retryAfterMs?: number | undefined;
  cause?: unknown;
  step?: string | undefined;
  signIn?: SecondFactorError["signIn"];
  wrongAddress?: true | undefined;
  result?: object;
}

// Registered, so that the errors of a second copy of this package are recognized too.
const BRAND: unique symbol = Symbol.for("autoshares-cancel/error");

/** What all errors of this package have. */
export class BaseError extends Error {
  static readonly code: string = "any";
  static readonly title: string = "AutoSharesError";
  /** What happened, for a `switch`; unlike `instanceof` it survives `JSON.stringify`. */
  declare readonly code: string;
  /** What is known of the request's effect. */
  declare readonly fate: Fate;
  /** The request; absent where none was made up. */
  declare readonly request?: RequestLine;
  /** HTTP status of the answer, also where its body broke off; absent where no answer came. */
  declare readonly status?: number;
  /** The answer's body as data. Absent unless it was JSON and an object: **it may always be absent.** */
  declare readonly body?: object;
  /** The answer's body as text, `""` where it was empty; absent where no complete answer came, and of a 2xx. */
  declare readonly bodyText?: string;
  /** Milliseconds to wait before the next try, more than 0, where that is known. */
  declare readonly retryAfterMs?: number;

  constructor(message: string, { cause, ...facts }: ErrorFacts) {
    super(message, cause === undefined ? undefined : { cause });
    // Without what is undefined: an error shows no more than is known.
    const known = Object.entries(facts).filter(([, fact]) => fact !== undefined);
    Object.assign(this, { code: new.target.code }, Object.fromEntries(known));
  }

  /** The class's name, which minifiers shorten. */
  override get name(): string {
    return (this.constructor as typeof BaseError).title;
  }

  get [BRAND](): true {
    return true;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class that a user derives has no code of its own and is told by its prototype as usual.
    if (!Object.hasOwn(this, "code")) return Function.prototype[Symbol.hasInstance].call(this, value);
    const error: Partial<BaseError> = Object(value);
    return error[BRAND] === true && (this.code === "any" || error.code === this.code);
  }

  /** All facts, with name and message, which `JSON.stringify` would leave out, and without the cause. */
  toJSON(): object {
    return Object.assign({ name: this.name, message: this.message }, this);
  }
}

/** An argument or option is not what its description says. Nothing was sent. Correct the call. */
export class ArgumentError extends BaseError {
  static override readonly code = "argument";
  static override readonly title = "ArgumentError";
  declare readonly code: "argument";
  declare readonly status?: never;
}

/** No complete answer: the connection failed. `fate` tells whether the request may have taken effect. */
export class ConnectionError extends BaseError {
  static override readonly code = "connection";
  static override readonly title = "ConnectionError";
  declare readonly code: "connection";
  /** Present: the head of the answer had arrived. */
  declare readonly status?: number;
  declare readonly body?: never;
}

/** No complete answer within `timeoutMs`. `fate` tells whether the request may have taken effect. */
export class TimeoutError extends BaseError {
  static override readonly code = "timeout";
  static override readonly title = "TimeoutError";
  declare readonly code: "timeout";
  /** Present: the head of the answer had arrived. */
  declare readonly status?: number;
  declare readonly body?: never;
}

/** The caller's `signal` was aborted. `fate` tells whether the request may have taken effect. */
export class AbortError extends BaseError {
  static override readonly code = "abort";
  static override readonly title = "AbortError";
  declare readonly code: "abort";
  /** Present: the head of the answer had arrived. */
  declare readonly status?: number;
  declare readonly body?: never;
}

/** 401 or 403 because the app key is missing or wrong. Correct the key. */
export class AppKeyError extends BaseError {
  static override readonly code = "app-key";
  static override readonly title = "AppKeyError";
  declare readonly code: "app-key";
  declare readonly status: 401 | 403;
  declare readonly body: ErrorBodies[401] & ErrorBodies[403];
}

/** The token or the sign-in was not accepted, or (401) the account is another user's. Sign in again, once. */
export class TokenError extends BaseError {
  static override readonly code = "token";
  static override readonly title = "TokenError";
  declare readonly code: "token";
  /** 202: the API took the sign-in and gave no token. Absent: the function given as `token` failed. */
  declare readonly status?: 401 | 202;
  declare readonly body?: ErrorBodies[401];
}

/** 202 to a sign-in: a second factor is wanted. Go on with `signIn` and the code. */
export class SecondFactorError extends BaseError {
  static override readonly code = "second-factor";
  static override readonly title = "SecondFactorError";
  declare readonly code: "second-factor";
  declare readonly status: 202;
  /** Which factor is wanted, in the server's words; absent where it did not say. */
  declare readonly step?: string;
  /** Signs in with the code; calls of the client that created this error work from then on. */
  declare readonly signIn: (factor: SecondFactor) => Promise<void>;
}

/** The second factor of a sign-in: a code that the user received, or the user's pin. */
export type SecondFactor = { verificationCode: string } | { pinCode: string };

/** 403: the user may not use this account or operation. A new token does not help. */
export class PermissionError extends BaseError {
  static override readonly code = "permission";
  static override readonly title = "PermissionError";
  declare readonly code: "permission";
  declare readonly status: 403;
  declare readonly body?: ErrorBodies[403];
}

/** 404: no such order, account or address. It does not say that the order was canceled. */
export class NotFoundError extends BaseError {
  static override readonly code = "not-found";
  static override readonly title = "NotFoundError";
  declare readonly code: "not-found";
  declare readonly status: 404;
  declare readonly body?: ErrorBodies[404];
  /** True: the server has nothing at this address. It says nothing of the order: check `baseUrl` and `version`. */
  declare readonly wrongAddress?: true;
}

/** 409: the order's state does not allow it: filled, canceled, or a cancel is pending. Read the order. */
export class ConflictError extends BaseError {
  static override readonly code = "conflict";
  static override readonly title = "ConflictError";
  declare readonly code: "conflict";
  declare readonly status: 409;
  declare readonly body?: ErrorBodies[409];
}

/** 400 or 422: the server found the request invalid; on a cancel perhaps the order's state. Do not repeat it. */
export class ValidationError extends BaseError {
  static override readonly code = "validation";
  static override readonly title = "ValidationError";
  declare readonly code: "validation";
  declare readonly status: 400 | 422;
  declare readonly body?: ErrorBodies[400] & ErrorBodies[422];
}

/** A limit is reached: a 429, or no room for the request before its deadline. Wait `retryAfterMs` if present. */
export class RateLimitError extends BaseError {
  static override readonly code = "rate-limit";
  static override readonly title = "RateLimitError";
  declare readonly code: "rate-limit";
  /** Absent: the request was held back. */
  declare readonly status?: 429;
  declare readonly body?: ErrorBodies[429];
}

/** 5xx: it is not known whether the request took effect. Read the order before anything else. */
export class ServerError extends BaseError {
  static override readonly code = "server";
  static override readonly title = "ServerError";
  declare readonly code: "server";
  declare readonly status: 500 | 501 | 502 | 503 | 504;
  declare readonly body?: ErrorBodies[500];
}

/** An answer that the API does not document: a redirect, another 4xx, or a 2xx that is not the API's. */
export class AnswerError extends BaseError {
  static override readonly code = "answer";
  static override readonly title = "AnswerError";
  declare readonly code: "answer";
  declare readonly status: UndocumentedStatus;
}

/** Listed rather than `number`, so that comparing `status` narrows an error to one class. Others may occur. */
type UndocumentedStatus =
  | 0
  | 200
  | 201
  | 202
  | 301
  | 302
  | 303
  | 304
  | 307
  | 308
  | 402
  | 405
  | 406
  | 408
  | 410
  | 413
  | 415
  | 418;

/** Any error of this package. Comparing its `status` or `code` narrows it to one class, and its body with it. */
export type AutoSharesError =
  | ArgumentError
  | ConnectionError
  | TimeoutError
  | AbortError
  | AppKeyError
  | TokenError
  | SecondFactorError
  | PermissionError
  | NotFoundError
  | ConflictError
  | ValidationError
  | RateLimitError
  | ServerError
  | AnswerError;

/** For `instanceof`: true for every error of this package, and narrows to the union of them. */
export const AutoSharesError = BaseError as unknown as {
  readonly prototype: BaseError;
  [Symbol.hasInstance](value: unknown): value is AutoSharesError;
};

export type ErrorClass = (new (message: string, facts: ErrorFacts) => AutoSharesError) & { code: string };

/** The same error, seen from a request that it kept from being sent or replayed. */
export function withFate(error: AutoSharesError, fate: Fate): AutoSharesError {
  if (error.fate === fate) return error;
  const Class = error.constructor as ErrorClass;
  return new Class(error.message, { ...error, cause: error.cause, fate });
}
