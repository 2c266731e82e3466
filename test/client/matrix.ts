// What is expected of every answer a server can give: the one place where it is written down. The tests are
// made from it, and the tables in docs/client.md from what the tests then observed.
import type { Fate } from "../../src/index.js";
import {
  type Answer,
  chunked,
  cutChunks,
  json,
  NEVER,
  RESET_BEFORE_HEAD,
  RESET_IN_HEAD,
  resetAfterHead,
  sized,
  tooShort,
} from "./server.js";

/** What a complete answer with this status is to the caller. A 2xx resolves. */
export const STATUSES: readonly { status: number; throws?: string; fate: Fate }[] = [
  { status: 200, fate: "accepted" },
  { status: 204, fate: "accepted" },
  { status: 301, throws: "AnswerError", fate: "unknown" },
  { status: 302, throws: "AnswerError", fate: "unknown" },
  { status: 400, throws: "ValidationError", fate: "refused" },
  { status: 401, throws: "TokenError", fate: "refused" },
  { status: 403, throws: "PermissionError", fate: "refused" },
  { status: 404, throws: "NotFoundError", fate: "refused" },
  { status: 405, throws: "AnswerError", fate: "refused" },
  { status: 408, throws: "AnswerError", fate: "unknown" },
  { status: 409, throws: "ConflictError", fate: "refused" },
  { status: 410, throws: "AnswerError", fate: "refused" },
  { status: 418, throws: "AnswerError", fate: "unknown" },
  { status: 422, throws: "ValidationError", fate: "refused" },
  { status: 429, throws: "RateLimitError", fate: "refused" },
  { status: 499, throws: "AnswerError", fate: "unknown" },
  { status: 500, throws: "ServerError", fate: "unknown" },
  { status: 502, throws: "ServerError", fate: "unknown" },
  { status: 503, throws: "ServerError", fate: "unknown" },
  { status: 504, throws: "ServerError", fate: "unknown" },
];

export const OPERATIONS = ["cancelOrder", "getOrder", "createToken"] as const;
type OperationId = (typeof OPERATIONS)[number];

/** What comes after the status line. */
export interface Body {
  name: string;
  answer(status: number): Answer;
  /** The text an error keeps; absent: the answer is not complete. */
  text?: string;
  /** The text as data, where it is an object. */
  data?: object;
  /** The error of an answer that is not complete. */
  throws?: "ConnectionError" | "TimeoutError";
  /** No status line arrives, so no status is known. */
  headless?: true;
}

const SHAPES = {
  "`{error}`, app key": { error: "Application key is not defined or does not exist" },
  "`{error}`, other": { error: "No" },
  "`{Message}`": { Message: "Authorization has been denied for this request." },
  "`{message, error}`": { message: "An error occurred while processing your request", error: "Unexpected" },
  "`{message}`": { message: "No" },
  "`{State, Step, Reason}`": { State: "Failed", Step: "Password", Reason: "Wrong password" },
  "`{Errors, ModelState, …}`": {
    Errors: ["No"],
    ModelState: { orderId: ["No"] },
    ErrorsCode: null,
    IsSucceed: false,
  },
};

const HTML = "<!doctype html><title>502</title><h1>Bad gateway</h1>";
const HALF = '{"message":"An error occ';
const HTML_TYPE = { "content-type": "text/html" };

const complete = (name: string, text: string, answer: Body["answer"], data?: object): Body => ({
  name,
  answer,
  text,
  ...(data && { data }),
});
const cut = (name: string, answer: Body["answer"], throws: Body["throws"] = "ConnectionError"): Body => ({
  name,
  answer,
  ...(throws && { throws }),
});

export const BODIES: readonly Body[] = [
  complete("empty", "", (status) => sized(status, "", {})),
  complete("empty, in chunks", "", (status) => chunked(status)),
  ...Object.entries(SHAPES).map(([name, data]) =>
    complete(name, JSON.stringify(data), (status) => json(status, data), data),
  ),
  complete("JSON in chunks", '{"message":"No"}', (status) => chunked(status, '{"message":"No"}'), {
    message: "No",
  }),
  complete("JSON called HTML", '{"message":"No"}', (status) => sized(status, '{"message":"No"}', HTML_TYPE), {
    message: "No",
  }),
  complete("HTML", HTML, (status) => sized(status, HTML, HTML_TYPE)),
  complete("HTML called JSON", HTML, (status) => sized(status, HTML)),
  complete("JSON array", '["No"]', (status) => sized(status, '["No"]')),
  complete("JSON string", '"No"', (status) => sized(status, '"No"')),
  complete("JSON null", "null", (status) => sized(status, "null")),
  complete("half a JSON, said to be all", HALF, (status) => sized(status, HALF)),
  cut("cut off, by length", (status) => tooShort(status, HALF)),
  cut("cut off, in chunks", (status) => cutChunks(status, HALF)),
  cut("reset in the body", (status) => tooShort(status, HALF, "reset")),
  cut("reset after the head", resetAfterHead),
  { ...cut("reset in the head", () => RESET_IN_HEAD), headless: true },
  { ...cut("reset before the head", () => RESET_BEFORE_HEAD), headless: true },
  cut("stalls in the body", (status) => tooShort(status, HALF, "stall"), "TimeoutError"),
  cut("stalls after the head", (status) => tooShort(status, "", "stall"), "TimeoutError"),
  { ...cut("nothing, ever", () => NEVER, "TimeoutError"), headless: true },
];

/** What became of a call. */
export interface Outcome {
  /** Name of the class; absent: it resolved. */
  throws?: string;
  fate: Fate;
  status?: number;
  body?: object;
  bodyText?: string;
  /** What it resolved with; absent: nothing. */
  value?: unknown;
}

export interface Cell {
  operation: OperationId;
  status: number;
  body: Body;
}

export const CELLS: readonly Cell[] = STATUSES.flatMap(({ status }) =>
  BODIES
    // HTTP has no body after a 204, so only what comes before one can differ.
    .filter(({ name, headless }) => status !== 204 || name === "empty" || headless)
    .flatMap((body) => OPERATIONS.map((operation) => ({ operation, status, body }))),
);

export function expected({ operation, status, body }: Cell): Outcome {
  const { throws, fate } = STATUSES.find((row) => row.status === status) ?? { fate: "unknown" };
  // What has not arrived completely proves nothing; the status of its head is told.
  if (body.throws) return { throws: body.throws, fate: "unknown", ...(!body.headless && { status }) };
  if (fate === "accepted") return success(operation, status, body);
  return {
    throws: isAppKeyError(status, body) ? "AppKeyError" : (throws ?? ""),
    fate,
    status,
    ...(body.data && { body: body.data }),
    bodyText: body.text ?? "",
  };
}

/** Of a 2xx the body has to be the API's: JSON, no mere text, that does not say that it failed. A cancel promises none. */
function success(operation: OperationId, status: number, { text = "", data = {} }: Body): Outcome {
  const isStrange = [HTML, HALF, '"No"'].includes(text) || "error" in data || "Errors" in data;
  const value = isStrange || text === "" ? undefined : (JSON.parse(text) ?? undefined);
  if (value !== undefined) return { fate: "accepted", value };
  if (operation === "cancelOrder" && !isStrange) return { fate: "accepted" };
  return { throws: "AnswerError", fate: "unknown", status };
}

function isAppKeyError(status: number, { data }: Body): boolean {
  return (status === 401 || status === 403) && data === SHAPES["`{error}`, app key"];
}
