// What the package exports. Not exported on purpose: the transport and the table it runs on, which change
// with the spec; the checks of arguments; the token sources. What is not here may change at any time.
export {
  type CancelClient,
  type CancelOptions,
  cancel,
  type ResumeOptions,
  resume,
} from "./cancel/cancel.js";
export type { Attempt, AttemptOutcome, DeniedWhich, Ledger, Observation, Via } from "./cancel/ledger.js";
export { NotCanceledError, orThrow } from "./cancel/or-throw.js";
export type * from "./cancel/result.js";
export {
  type Bucket,
  type Budget,
  type Lesson,
  type LimitKind,
  type MemoryBudgetOptions,
  memoryBudget,
  type Permit,
  type Wait,
} from "./client/budget.js";
export { type Client, createClient } from "./client/client.js";
export type { Clock } from "./client/clock.js";
export {
  AbortError,
  AnswerError,
  AppKeyError,
  ArgumentError,
  AutoSharesError,
  ConflictError,
  ConnectionError,
  type Fate,
  NotFoundError,
  PermissionError,
  RateLimitError,
  type RequestLine,
  type SecondFactor,
  SecondFactorError,
  ServerError,
  TimeoutError,
  TokenError,
  ValidationError,
} from "./client/errors.js";
export type { Fetch, FetchInit, FetchResponse } from "./client/fetch.js";
export type {
  CallOptions,
  ClientOptions,
  Credentials,
  ErrorInfo,
  Hooks,
  RequestInfo,
  ResponseInfo,
} from "./client/options.js";
export type { TokenFunction } from "./client/token.js";
export type * from "./generated/operations.js";
export type { Schemas } from "./generated/schemas.js";
export type { components, KnownOrderStatus, operations, paths } from "./generated/types.js";
