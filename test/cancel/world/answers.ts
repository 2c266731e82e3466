// Answers as they travel, and how an order is written in them.
import type { Moment, Order } from "./order.js";
import type { Random } from "./random.js";

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
  readonly toldToWaitMs?: number | undefined;
}

export const json = (status: number, data: unknown): Answer => ({
  status,
  body: JSON.stringify(data),
  headers: { "content-type": "application/json" },
});
export const empty = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  body: "",
  headers,
});
export const html = (status: number, headers: Record<string, string> = {}): Answer => ({
  status,
  body: "<!doctype html><title>Welcome</title><p>Please sign in to this network.",
  headers: { "content-type": "text/html", ...headers },
});

export const NO_HTTP_RESOURCE = "No HTTP resource was found that matches the request URI";
const APP_KEY = "Application key is not defined or does not exist";
const DENIED = "Authorization has been denied for this request.";

export const appKeyUnknown = (status: number): Answer => json(status, { error: APP_KEY });

export function denied(random: Random, label: string): Answer {
  return random.draw(`${label} empty`) < 0.3 ? empty(401) : json(401, { Message: DENIED });
}

export function forbidden(random: Random, label: string): Answer {
  return random.draw(`${label} empty`) < 0.5
    ? empty(403)
    : json(403, { message: "The user may not perform this operation" });
}

/** An error without or with a body, in one of the documented shapes. */
export function problem(status: number, random: Random, label: string): Answer {
  const words = "The request could not be performed";
  const bodies = [
    undefined,
    { Message: words },
    { message: words, error: "Unexpected server error" },
    { Errors: [words], ModelState: {}, ErrorsCode: [], IsSucceed: false },
    { error: words },
  ];
  const body = random.pick(`${label} shape`, bodies);
  return body ? json(status, body) : empty(status);
}

/** Oddities of an order as it is read. Each is one that a reader may meet. */
const ODDITIES = {
  none: 80,
  "without quantities": 4,
  "quantities null": 2,
  "quantities as text": 2,
  "another id": 3,
  "another account": 3,
  "more executed than ordered": 2,
  "unknown status": 2,
  "secrets in it": 2,
};

export function orderBody(
  order: Order,
  shown: Moment,
  random: Random,
  label: string,
  time: (at: number) => number,
  secrets: readonly string[],
): Record<string, unknown> {
  const { executed, status, target, requestStatus } = shown;
  const date = new Date(time(shown.at)).toISOString();
  const body = {
    Id: order.id,
    AccountId: order.accountId,
    Status: status,
    ExecutionStatus: status,
    Side: "Buy",
    Type: "Limit",
    Quantity: order.quantity,
    ExecutedQuantity: executed,
    LeavesQuantity: 0,
    ClientId: order.clientId,
    ...(order.origClientId && { OrigClientId: order.origClientId }),
    RequestStatus: requestStatus,
    Target: target,
    Date: date,
    TransactionDate: date,
    ParentId: -1,
  };
  // In a list every order is itself.
  const isAlone = !label.includes(" in a list");
  const odd =
    isAlone && random.happens(`${label} odd order`, 0.12)
      ? random.weighted(`${label} oddity`, ODDITIES)
      : "none";
  const { Quantity: _, ExecutedQuantity: __, LeavesQuantity: ___, ...bare } = body;
  const changed: Record<string, object> = {
    "without quantities": bare,
    "quantities null": { ...body, Quantity: null, ExecutedQuantity: null },
    "quantities as text": { ...body, Quantity: String(order.quantity), ExecutedQuantity: String(executed) },
    "another id": { ...body, Id: order.id + 1, Status: "Canceled" },
    "another account": { ...body, AccountId: order.accountId + 1, Status: "Canceled" },
    "more executed than ordered": { ...body, ExecutedQuantity: order.quantity * 2 },
    "unknown status": { ...body, Status: "Frozen" },
    "secrets in it": { ...body, Description: secrets.join(" and "), [secrets[0] ?? ""]: 1 },
  };
  return (changed[odd] ?? body) as Record<string, unknown>;
}
