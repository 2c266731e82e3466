// Owns what an answer means: a success and its data, or the error it becomes. Pure.
import type { Operation } from "../generated/operations.js";
import type { Lesson } from "./budget.js";
import { AnswerError, type AutoSharesError, type Fate, type RequestLine } from "./errors.js";
import { errorClass, fateOf, isWrongAddress } from "./fates.js";
import { dateOf, type HeaderReader } from "./lesson.js";
import { type Hide, hideInBody } from "./secrets.js";

/** An answer whose head and body have arrived. */
export interface Answer {
  status: number;
  text: string;
  lesson: Lesson;
  headers: HeaderReader;
  /** True: it came from another address than the one that was asked. */
  isFromElsewhere: boolean;
}

/** The request that was answered, as an error names it. */
export interface Asked {
  id: string;
  operation: Operation;
  line: RequestLine;
  /** Hides what is known when it is called. */
  hiding(): Hide;
}

/** A success of the API. */
export interface Success {
  ok: true;
  status: number;
  data: unknown;
  /** When it was given, by the server's clock, in milliseconds since 1970; undefined: it does not say. */
  serverMs?: number | undefined;
}

/** What a complete answer comes to. */
export type Meaning = Success | { ok: false; error: AutoSharesError };

/** Decides by the status; of a 2xx the body has to say that it is the API's. */
export function meaningOf(asked: Asked, answer: Answer): Meaning {
  const { status, text, isFromElsewhere } = answer;
  if (isFromElsewhere) {
    const why = "by another address than the one that was asked: let `fetch` follow no redirect";
    return { ok: false, error: notOfTheApi(asked, status, why) };
  }
  if (fateOf(status) !== "accepted") return { ok: false, error: refusal(asked, answer) };
  const data = parseJson(text);
  const why = strangeness(asked, answer, data);
  if (why) return { ok: false, error: notOfTheApi(asked, status, why) };
  return { ok: true, status, data, serverMs: dateOf(answer.headers.get("date")) };
}

/** Why a 2xx is not the API's; undefined if it is. */
function strangeness({ operation }: Asked, { text, headers }: Answer, data: unknown): string | undefined {
  if (text === "" || text === "null")
    return operation.mayBeEmpty ? undefined : "but without the body that the API promises";
  if (data === undefined)
    return `but with ${headers.get("content-type") ?? "a body"} instead of the API's JSON`;
  const hasFailed = isObject(data) && "IsSucceed" in data && data.IsSucceed === false;
  return hasFailed ? "but its body says that it failed" : undefined;
}

/** Without its text: that of a token answer is a secret, even if it is only half of one. */
function notOfTheApi(asked: Asked, status: number, why: string): AutoSharesError {
  const message = `${named(asked)} was answered ${status}, ${why}. ${effect(asked, "unknown")}`;
  return new AnswerError(message, { fate: "unknown", status, request: asked.line });
}

/** The error of an answer that is not a success. */
function refusal(asked: Asked, { status, text, lesson }: Answer): AutoSharesError {
  const hide = asked.hiding();
  const data = parseJson(text);
  const body = isObject(data) ? hideInBody(data, hide) : undefined;
  const Class = errorClass(status, isObject(data) ? data : undefined);
  const wrongAddress = isWrongAddress(status, body) || undefined;
  const fate = fateOf(status);
  const advice = wrongAddress ? WRONG_ADDRESS : (ADVICE[Class.code] ?? effect(asked, fate));
  return new Class(`${named(asked)} was answered ${status}${words(body)}. ${advice}`, {
    fate,
    status,
    request: asked.line,
    body,
    bodyText: hide(text),
    retryAfterMs: lesson.retryAfterMs,
    wrongAddress,
  });
}

export function named({ id, line }: Pick<Asked, "id" | "line">): string {
  return `${id} (${line.method} ${line.path})`;
}

/** So much of the server's words is shown in a message. */
const MOST_SHOWN = 300;

/** The server's own words for a message, in whichever of the documented shapes they come. */
export function words(body: object = {}): string {
  const { message, Message, error, Reason, Errors } = body as Record<string, unknown>;
  const said = [message, Message, error, Reason, Array.isArray(Errors) ? Errors[0] : undefined].find(
    (text) => typeof text === "string",
  );
  if (typeof said !== "string") return "";
  const shown = said.slice(0, MOST_SHOWN).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
  return `: ${shown.endsWith(".") ? shown.slice(0, -1) : shown}`;
}

/** What a fate means for this request, in words. A read and a sign-in have no effect to be unsure of. */
export function effect({ operation }: Pick<Asked, "operation">, fate: Fate): string {
  return fate === "unknown" && (operation.method === "GET" || operation.tokenless)
    ? "Ask again."
    : EFFECT[fate];
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

function isObject(data: unknown): data is object {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

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
