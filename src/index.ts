// Exports only: the entry `autoshares-cancel`. Not exported on purpose: the transport and the table it runs on, which change
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
  cancelAll,
  planCancelAll,
  resumeCancelAll,
} from "./cancel-all/cancel-all.js";
export { type Descriptions, describeResult, descriptions } from "./cancel-all/describe.js";
export type * from "./cancel-all/journal.js";
export { eachOrder } from "./cancel-all/list-orders.js";
export type {
  CancelAllClient,
  CancelAllOptions,
  EachOrderOptions,
  PlanOptions,
  ResumeCancelAllOptions,
  Selection,
} from "./cancel-all/options.js";
export type { LeftAlone, Plan, Target } from "./cancel-all/plan.js";
export type {
  AccountResult,
  CancelAllEvent,
  CancelAllProgress,
  CancelAllResult,
  Counts,
  Newcomer,
  Requests,
  Stopped,
} from "./cancel-all/result.js";
export type { Role } from "./cancel-all/roles.js";
export type { Exposure } from "./cancel-all/sending-order.js";
export type { Filter, Where } from "./cancel-all/where.js";
export {
  type Bucket,
  type Budget,
  type BudgetState,
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
