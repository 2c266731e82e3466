// What an answer means: a success and its body, or the error it becomes. Pure; may use the errors.
import type { Operation } from "../generated/operations.js";
import type { AutoSharesError, ErrorClass, Fate, RequestLine } from "./errors.js";
import { AnswerError, errorClass, fateOf } from "./errors.js";
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
  throw new AnswerError(
    `${named(asked)} was answered ${status} without a readable body (${text.length} characters). ` +
      "The request was accepted; what it should have returned is not known.",
    { fate: "accepted", status, request: asked.line },
  );
}

/** The error of an answer that is not a success. `now` is needed for a `Retry-After` that is a date. */
export function answerError(asked: Asked, answer: Answer, now: number): AutoSharesError {
  const { status, headers, text } = answer;
  const bodyText = asked.hide(text);
  // Once more inside: an escape sequence, or JSON within JSON, would come out as the secret by parsing.
  const body = parseObject(bodyText, (_, value) => (typeof value === "string" ? asked.hide(value) : value));
  const Class = answerClass(answer);
  const fate = fateOf(status);
  const message = `${named(asked)} was answered ${status}${reason(body)}. ${advice(Class.code, fate)}`;
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), now);
  return new Class(message, {
    fate,
    status,
    request: asked.line,
    ...(body && { body }),
    bodyText,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** The class of error that an answer becomes. */
export function answerClass({ status, text }: Answer): ErrorClass {
  return errorClass(status, parseObject(text));
}

export function named({ id, line }: Asked): string {
  return `${id} (${line.method} ${line.path})`;
}

/** The server's own words, in whichever of the documented shapes they come. */
function reason(body: object | undefined): string {
  const { message, Message, error, Reason, Errors } = (body ?? {}) as Record<string, unknown>;
  const words = message ?? Message ?? error ?? Reason ?? [Errors].flat()[0];
  return typeof words === "string" ? `: ${words.replace(/\.$/, "")}` : "";
}

const ADVICE: Record<string, string> = {
  "app-key": "Check the app key.",
  token: "Check the sign-in, and whose account it is.",
  permission: "Check which account the user may use.",
  "not-found": "That does not say that an order was canceled.",
  conflict: "Read the order to learn its state; do not send it again.",
  validation: "Check the arguments, and on a cancel the order's state; do not send it again.",
  "rate-limit": "Wait before the next request.",
};

function advice(code: string, fate: Fate): string {
  if (fate === "unknown") return "Whether it took effect is not known: read the order before anything else.";
  return ADVICE[code] ?? "Correct the request; do not send it again.";
}

/** Milliseconds out of seconds or an HTTP date; undefined for anything else. */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = / GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Undefined for what is JSON but no object: nobody could look for a property in it. */
function parseObject(text: string, reviver?: Reviver): object | undefined {
  const data = parseJson(text, reviver);
  return typeof data === "object" && !Array.isArray(data) ? (data as object) : undefined;
}

type Reviver = (key: string, value: unknown) => unknown;

function parseJson(text: string, reviver?: Reviver): unknown {
  try {
    return JSON.parse(text, reviver) ?? undefined;
  } catch {
    return undefined;
  }
}
