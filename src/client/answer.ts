// What an answer means: a success and its body, or the error it becomes. Pure; may use the errors.
import type { Operation } from "../generated/operations.js";
import {
  AnswerError,
  type AutoSharesError,
  type ErrorClass,
  errorClass,
  type Fate,
  fateOf,
  type RequestLine,
} from "./errors.js";
import type { Hide } from "./secrets.js";

/** An answer whose head and body have arrived. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** The request that was answered, as an error names it. */
export interface Asked {
  id: string;
  operation: Operation;
  line: RequestLine;
  hide: Hide;
}

/** Decides by status alone whether it was a success. */
export function isSuccess(status: number): boolean {
  return fateOf(status) === "accepted";
}

/** The body of a success; throws where the API promises one and none can be read. */
export function successBody(asked: Asked, { status, text }: Answer): unknown {
  const data = parseJson(text);
  if (data !== undefined || asked.operation.mayBeEmpty) return data;
  // Without its text: that of a token answer is a secret, even if it is only half of one.
  const message = `${named(asked)} was answered ${status}, but without a readable body. Ask again.`;
  throw new AnswerError(message, { fate: "accepted", status, request: asked.line });
}

/** The error of an answer that is not a success. `now` is needed for a `Retry-After` that is a date. */
export function answerError(asked: Asked, answer: Answer, now: number): AutoSharesError {
  const { status, headers, text } = answer;
  const bodyText = asked.hide(text);
  // Once more inside: what is JSON within JSON comes out of its escapes only now.
  const body = parseObject(bodyText, (_, value) => (typeof value === "string" ? asked.hide(value) : value));
  const Class = answerClass(answer);
  return new Class(
    `${named(asked)} was answered ${status}${reason(body)}. ${ADVICE[Class.code] ?? effect(asked, fateOf(status))}`,
    {
      fate: fateOf(status),
      status,
      request: asked.line,
      body,
      bodyText,
      retryAfterMs: parseRetryAfter(headers.get("retry-after"), now),
    },
  );
}

/** The class of error that an answer becomes. */
export function answerClass({ status, text }: Answer): ErrorClass {
  return errorClass(status, parseObject(text));
}

export function named({ id, line }: Asked): string {
  return `${id} (${line.method} ${line.path})`;
}

/** The server's own words, in whichever of the documented shapes they come. */
export function reason(body: object = {}): string {
  const { message, Message, error, Reason, Errors } = body as Record<string, unknown>;
  const words = message ?? Message ?? error ?? Reason ?? [Errors].flat()[0];
  return typeof words === "string" ? `: ${words.replace(/\.$/, "")}` : "";
}

/** What a fate means for this request, in words. A read and a sign-in have no effect to be unsure of. */
export function effect({ operation }: Asked, fate: Fate): string {
  return fate === "unknown" && (operation.method === "GET" || operation.tokenless)
    ? "Ask again."
    : EFFECT[fate];
}

const EFFECT = {
  accepted: "",
  "not-sent": "It was not sent.",
  refused: "It took no effect.",
  unknown: "Whether it took effect is not known: read the order before anything else.",
};

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

/** Milliseconds out of seconds or an HTTP date; undefined for anything else. */
function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const ms = Math.max(0, Date.parse(/ GMT$/.test(text) ? text : "") - now);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Undefined for what is JSON but no object: nobody could look for a property in it. */
function parseObject(text: string, reviver?: Reviver): object | undefined {
  const data = parseJson(text, reviver);
  return Object(data) === data && !Array.isArray(data) ? (data as object) : undefined;
}

type Reviver = (key: string, value: unknown) => unknown;

function parseJson(text: string, reviver?: Reviver): unknown {
  // A 204 each time: to throw and catch a SyntaxError costs more than the rest of the call.
  if (text === "") return undefined;
  try {
    return JSON.parse(text, reviver) ?? undefined;
  } catch {
    return undefined;
  }
}
