// Exports only: the entry `autoshares-cancel/testing`, for tests with MSW. Without MSW: `./fixtures.js` alone.
export {
  type Answer,
  type AnswerName,
  type Fixtures,
  fixtures,
  type OperationId,
  urlPattern,
  type Where,
} from "./fixtures.js";
export {
  type AnswerOptions,
  type Answers,
  answer,
  type Failure,
  type Failures,
  fail,
  type HandlerOptions,
  type HandlersOptions,
  handlers,
} from "./handlers.js";
