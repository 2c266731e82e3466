// Owns `describeResult()`: a result in one or two sentences for a person, out of a table that can be translated. Pure.
import { left } from "../cancel/facts.js";
import type { CancelResult, NotSent } from "../cancel/result.js";
import { refuse } from "../client/arguments.js";
import type { CancelAllResult } from "./result.js";

/** Sentences by what is to be said. `{name}` stands for a value. A sentence claims what its verdict proves, and no more. */
const ENGLISH = {
  canceled: "Order {orderId} was read as Canceled.",
  "too-late": "Too late: order {orderId} was read as {status}. Nothing is left to cancel.",
  superseded: "Order {orderId} was replaced by another order. Find that one and cancel it.",
  "superseded.successor":
    "Order {orderId} was replaced by order {successorId}, which may be open. Cancel that one.",
  "pending.api":
    "The API took the cancel of order {orderId}, and the order was not read closed yet. Go on watching; do not send another.",
  "pending.venue":
    "The API and the venue took the cancel of order {orderId}, and the order was not read closed yet. Go on watching; do not send another.",
  pending:
    "A cancel of order {orderId} is under way that this program did not send. Go on watching; do not send another.",
  "denied.app-key": "The cancel of order {orderId} was not let in: the app key was not accepted.",
  "denied.token": "The cancel of order {orderId} was not let in: the sign-in was not accepted.",
  "denied.account": "The cancel of order {orderId} was not let in: this user may not use the account.",
  "denied.unknown": "The cancel of order {orderId} was not let in. Check app key, sign-in and account.",
  "not-found":
    "The API knows no order {orderId} in account {accountId}. That does not say that it was canceled: check both numbers.",
  "not-sent.throttled": "No cancel of order {orderId} was let in: the limit of requests was reached.",
  "not-sent.no-connection": "Nothing was sent for order {orderId}: there was no connection.",
  "not-sent.no-token": "Nothing was sent for order {orderId}: there was no token.",
  "not-sent.aborted": "Nothing was sent for order {orderId}: it was stopped before.",
  "not-sent.aborted.throttled": "No cancel of order {orderId} was let in before it was stopped.",
  "still-open.refused":
    "Order {orderId} is in the market: the cancel was refused, and the order was read open after that.",
  "still-open.venue-rejected":
    "Order {orderId} is in the market: the venue rejected the cancel, and the order was read open after that.",
  "unresolved.lost":
    "It is not known whether the cancel of order {orderId} took effect: it may be canceled, filled or open.",
  "unresolved.no-trace":
    "The cancel of order {orderId} was taken, and the order was read open again and again. It may be open.",
  "unresolved.too-soon": "Time was over before a read proved anything about order {orderId}: it may be open.",
  "unresolved.unproven-status":
    "The last status read of order {orderId} says neither open nor closed. It may be open.",
  "unresolved.wrong-address":
    "The answer for order {orderId} is that of a wrong address. Check `baseUrl` and `version`.",
  executed: "Executed: {executedQuantity}.",
  "executed.remaining": "Executed: {executedQuantity}; not executed: {remainingQuantity}.",
  "verified-empty":
    "No order that was meant is left: two looks at the whole list showed none, the last begun at {lastFullLookAt}.",
  open: "All that can be done is done.",
  deadline: "Time was over.",
  aborted: "It was stopped.",
  denied: "Every request was refused: check app key, sign-in and account.",
  "open.none": "No order is known to be open, but that is not proven.",
  "open.one": "1 order may be in the market.",
  "open.many": "{count} orders may be in the market.",
  canceledCount: "Read as canceled: {canceled} of {orders}.",
  budgetOutages: "The limit that several processes share could not be reached ({budgetOutages} times).",
} as const;

/** Sentences by what is to be said, to be translated. `{name}` stands for a value. */
export type Descriptions = { readonly [What in keyof typeof ENGLISH]: string };

/** The sentences of {@link describeResult}, in English. */
export const descriptions: Descriptions = ENGLISH;

/**
 * One or two sentences for a person.
 *
 * @param table other sentences than the English ones; see {@link descriptions}.
 * @throws ArgumentError when it is no result, such as a promise that was not awaited.
 */
export function describeResult(
  result: CancelResult | CancelAllResult,
  table: Descriptions = descriptions,
): string {
  const isResult =
    typeof result === "object" && result !== null && ("verdict" in result || "stopped" in result);
  if (!isResult)
    refuse("describeResult: this is no result of cancel() or cancelAll(); write `await` before the call");
  return "stopped" in result ? describeAll(result, table) : describeOne(result, table);
}

function describeOne(result: CancelResult, table: Descriptions): string {
  const sentence = filled(table[keyOf(result)], result);
  const isExecutionOfInterest = ["canceled", "too-late", "still-open"].includes(result.verdict);
  if (!isExecutionOfInterest || result.executedQuantity === undefined) return sentence;
  const key = result.remainingQuantity === undefined ? "executed" : "executed.remaining";
  return `${sentence} ${filled(table[key], result)}`;
}

function keyOf(result: CancelResult): keyof Descriptions {
  switch (result.verdict) {
    case "superseded":
      return result.successorId === undefined ? "superseded" : "superseded.successor";
    case "pending":
      return result.level ? `pending.${result.level}` : "pending";
    case "denied":
      return `denied.${result.which}`;
    case "not-sent":
      return notSentKeyOf(result);
    case "still-open":
    case "unresolved":
      return `${result.verdict}.${result.why}` as keyof Descriptions;
    default:
      return result.verdict;
  }
}

/** What left and was not let in met the limit each time. */
function notSentKeyOf({ why, attempts }: NotSent): keyof Descriptions {
  if (!attempts.some(left)) return `not-sent.${why}`;
  return why === "aborted" ? "not-sent.aborted.throttled" : "not-sent.throttled";
}

function describeAll(result: CancelAllResult, table: Descriptions): string {
  const sentences = [filled(table[result.stopped], result), countWords(result, table)];
  if (result.budgetOutages) sentences.push(filled(table.budgetOutages, result));
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function countWords({ stopped, results, open }: CancelAllResult, table: Descriptions): string {
  if (stopped !== "verified-empty") return openWords(open.length, table);
  if (results.length === 0) return "";
  const canceled = results.filter(({ verdict }) => verdict === "canceled").length;
  return filled(table.canceledCount, { canceled, orders: results.length });
}

function openWords(count: number, table: Descriptions): string {
  if (count === 0) return table["open.none"];
  return count === 1 ? table["open.one"] : filled(table["open.many"], { count });
}

function filled(sentence: string, values: object): string {
  let text = sentence;
  for (const [name, value] of Object.entries(values))
    if (typeof value === "string" || typeof value === "number")
      text = text.replaceAll(`{${name}}`, String(value));
  return text;
}
