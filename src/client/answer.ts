// Owns what an answer means: a success and its data, or the error it becomes. Pure.
import type { Operation } from "../generated/operations.js";
import type { Lesson } from "./budget.js";
import { AnswerError, type AutoSharesError, type ErrorFacts, type Fate, type RequestLine } from "./errors.js";
import { errorClass, fateOf, isWrongAddress } from "./fates.js";
import type { BodyText } from "./fetch.js";
import type { HeaderReader } from "./lesson.js";
import { type Hide, hideInBody } from "./secrets.js";

/** A request, as its errors name it. */
export interface ApiRequest {
  readonly id: string;
  readonly operation: Operation;
  readonly line: RequestLine;
  /** Hides what is known when it is called. */
  hiding(): Hide;
}

/** An answer whose head and body have arrived. */
export interface Answer extends BodyText {
  status: number;
  lesson: Lesson;
  headers: HeaderReader;
  /** True: it came from another address than the one that was asked. */
  isFromElsewhere: boolean;
}

/** A success of the API. */
export interface Success {
  readonly status: number;
  readonly data: unknown;
  readonly headers: HeaderReader;
}

/** Decides by the status; of a 2xx the body has to say that it is the API's. Throws the error of all others. */
export function successOf(request: ApiRequest, answer: Answer): Success {
  const { status, text, headers, isFromElsewhere } = answer;
  const data = parseJson(text);
  if (fateOf(status) !== "accepted" && !isFromElsewhere) throw refusal(request, answer, data);
  const why = whyNotOfTheApi(request, answer, data);
  // Without its text: that of a token answer is a secret, even if it is only half of one.
  if (why)
    throw requestError(request, AnswerError, `was answered ${status}, ${why}`, effectOf(request, "unknown"), {
      fate: "unknown",
      status,
    });
  return { status, data, headers };
}

function whyNotOfTheApi(
  { operation, hiding }: ApiRequest,
  answer: Answer,
  data: unknown,
): string | undefined {
  const { text, headers, isFromElsewhere } = answer;
  if (isFromElsewhere)
    return "by another address than the one that was asked: let `fetch` follow no redirect";
  if (text === "" || text === "null")
    return operation.mayBeEmpty ? undefined : "but without the body that the API promises";
  if (data === undefined)
    return `but with ${shortened(hiding()(headers.get("content-type") ?? "a body"))} instead of the API's JSON`;
  if (Object(data) !== data) return "but without the object that the API promises";
  return saysFailed(Object(data)) ? "but its body says that it failed" : undefined;
}

/** Any of the documented shapes of an error. */
function saysFailed({ IsSucceed, Errors, ErrorsCode, error, StatusCode }: Record<string, unknown>): boolean {
  const isDenied = IsSucceed !== undefined && IsSucceed !== null && IsSucceed !== true;
  const hasErrors = [Errors, ErrorsCode].some((list) => Array.isArray(list) && list.length > 0);
  const hasWords = typeof error === "string" && error !== "";
  return isDenied || hasErrors || hasWords || (typeof StatusCode === "number" && StatusCode >= 400);
}

/** The error of an answer that is not a success. */
function refusal(
  request: ApiRequest,
  { status, text, isCut, lesson }: Answer,
  data: unknown,
): AutoSharesError {
  const hide = request.hiding();
  const isObject = Object(data) === data && !Array.isArray(data);
  const body = isObject ? hideInBody(Object(data), hide) : undefined;
  const Class = errorClass(status, Object(data));
  const wrongAddress = isWrongAddress(status, text, Object(data));
  const fate = fateOf(status);
  const advice = wrongAddress ? WRONG_ADDRESS : (ADVICE[Class.code] ?? effectOf(request, fate));
  return requestError(request, Class, `was answered ${status}${wordsOf(body)}`, advice, {
    fate,
    status,
    body,
    bodyText: hide(text, isCut),
    retryAfterMs: lesson.retryAfterMs,
    wrongAddress: wrongAddress || undefined,
  });
}

/** An error of this request: what happened to it, and what to do next. */
export function requestError<E extends AutoSharesError>(
  { id, line }: Omit<ApiRequest, "hiding">,
  Class: new (message: string, facts: ErrorFacts) => E,
  happened: string,
  next: string,
  facts: ErrorFacts,
): E {
  return new Class(`${id} (${line.method} ${line.path}) ${happened}. ${next}`, { request: line, ...facts });
}

/** So much of the server's words is shown in a message. */
const MOST_SHOWN = 300;
/** Line breaks, colors of a terminal and changes of direction. */
const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const shortened = (text: string): string => text.slice(0, MOST_SHOWN).replace(CONTROLS, " ");

/** The server's own words for a message, in whichever of the documented shapes they come. */
export function wordsOf(body: object = {}): string {
  const { message, Message, error, Reason, Errors }: Record<string, unknown> = { ...body };
  const [first] = Array.isArray(Errors) ? Errors : [];
  const words = [message, Message, error, Reason, first].find(
    (text) => typeof text === "string" && text !== "",
  );
  if (typeof words !== "string") return "";
  const shown = shortened(words);
  return `: ${shown.endsWith(".") ? shown.slice(0, -1) : shown}`;
}

/** What a fate means for this request, in words. A read and a sign-in have no effect to be unsure of. */
export function effectOf({ operation }: Pick<ApiRequest, "operation">, fate: Fate): string {
  const hasEffect = operation.method !== "GET" && !operation.tokenless;
  return fate === "unknown" && !hasEffect ? "Ask again." : EFFECT[fate];
}

const EFFECT: Record<Fate, string> = {
  accepted: "",
  "not-sent": "It was not sent.",
  refused: "It took no effect.",
  unknown: "Whether it took effect is not known: read the order before anything else.",
};

const WRONG_ADDRESS = "Nothing is at this address: check `baseUrl` and `version`.";

/** What to do next, by the code of the error; for the others see {@link EFFECT}. */
const ADVICE: Record<string, string> = {
  "app-key": "Check the app key.",
  token: "Sign in again; if that does not help, check whose account it is.",
  permission: "Check which accounts the user may use.",
  "not-found": "This does not say that an order was canceled.",
  conflict: "Read the order; do not resend.",
  validation: "Check the arguments and the order; do not resend.",
  "rate-limit": "Wait, then ask again.",
};

/** Undefined where it is no JSON, or null. */
function parseJson(text: string): unknown {
  // A 204 each time: to throw and catch a SyntaxError costs more than the rest of the call.
  if (text === "") return undefined;
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
