// Owns what a status says: the fate of the request, and the class of error.
import {
  AnswerError,
  AppKeyError,
  ConflictError,
  type ErrorClass,
  type Fate,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TokenError,
  ValidationError,
} from "./errors.js";

const CLASSES: Record<number, ErrorClass> = {
  400: ValidationError,
  401: TokenError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: ValidationError,
  429: RateLimitError,
};

/** The documented words for a wrong app key. Other errors come in the same property, such as a missing scope. */
const APP_KEY = "application key is not defined or does not exist";
/** The documented words for a 404 that speaks of the address, not of an order. */
const NO_RESOURCE = "no http resource was found";

/** The class of an answer that is not a success. A wrong app key is told by the words, whatever the status. */
export function errorClass(status: number, { error }: { error?: unknown } = {}): ErrorClass {
  if ((status === 401 || status === 403) && holds(error, APP_KEY)) return AppKeyError;
  return CLASSES[status] ?? (status >= 500 ? ServerError : AnswerError);
}

/** Whether a 404 says that there is nothing at the address: in the documented words, or with the page of another server. */
export function isWrongAddress(
  status: number,
  text: string,
  { Message, message = Message }: { Message?: unknown; message?: unknown },
): boolean {
  return status === 404 && (holds(message, NO_RESOURCE) || text.trimStart().startsWith("<"));
}

function holds(value: unknown, words: string): boolean {
  return typeof value === "string" && value.toLowerCase().includes(words);
}

/**
 * The 4xx of the HTTP registry, from and to, by which a server says that it did nothing. Not 408: it gave up waiting,
 * and nobody knows on what. Not 418, which is registered as unused. Proxies use others when they lose a request, such
 * as 499.
 */
const REFUSALS = [
  [400, 407],
  [409, 417],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
] as const;

/** What the status of a complete answer says of the request. A 2xx has to be the API's, which is told by its body. */
export function fateOf(status: number): Fate {
  if (status >= 200 && status < 300) return "accepted";
  const isRefusal = REFUSALS.some(([from, to]) => status >= from && status <= to);
  return isRefusal ? "refused" : "unknown";
}
