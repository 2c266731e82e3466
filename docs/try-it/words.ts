// Owns what the page says of statuses, verdicts and steps, beside the sentences of `describeResult`. Pure.
import type { Attempt, CancelResult, components, LeftAlone, Observation } from "autoshares-cancel";
import type { OrderTruth } from "autoshares-cancel/sandbox/web";

export type Order = components["schemas"]["Order"];
export type Tone = "good" | "open" | "wait" | "bad" | "quiet" | "unsure";
export type Verdict = CancelResult["verdict"];
type OrderEvent = OrderTruth["history"][number];

const quantities = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** What an order does not state is unknown, and not 0. */
export const quantity = (value: number | undefined): string =>
  value === undefined ? "?" : quantities.format(value);

/** What remains; the API's own `LeavesQuantity` is 0 on some orders that are open. */
export const remaining = ({ Quantity, ExecutedQuantity }: Order): number | undefined =>
  Quantity === undefined || ExecutedQuantity === undefined ? undefined : Quantity - ExecutedQuantity;

/** @param name such as `SellShort` */
export const spaced = (name: string): string =>
  name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const TONES: Readonly<Record<string, Tone>> = {
  New: "open",
  PartiallyFilled: "open",
  AcceptedForBidding: "open",
  Suspended: "open",
  Held: "open",
  Stopped: "open",
  PendingNew: "wait",
  PendingCancel: "wait",
  PendingReplace: "wait",
  Filled: "good",
  Canceled: "quiet",
  Expired: "quiet",
  Replaced: "quiet",
  Rejected: "bad",
};

export const toneOf = (status: string): Tone => TONES[status] ?? "unsure";

const NOTHING_TO_CANCEL: Readonly<Record<string, string>> = {
  Filled: "Filled: nothing is left",
  Canceled: "Canceled: nothing is left",
  Expired: "Expired: nothing is left",
  Rejected: "Rejected: nothing is left",
  Replaced: "Replaced: find its successor",
  PendingCancel: "A cancel is on its way",
};

/** Why no cancel is offered; undefined where one is. A status that is not listed here is not proven closed. */
export const whyNot = (status: string): string | undefined => NOTHING_TO_CANCEL[status];

const VERDICTS: Readonly<Record<Verdict, readonly [label: string, tone: Tone]>> = {
  canceled: ["Canceled", "good"],
  "too-late": ["Too late", "quiet"],
  pending: ["Pending", "wait"],
  "still-open": ["Still open", "bad"],
  superseded: ["Replaced", "wait"],
  "not-found": ["Not found", "unsure"],
  denied: ["Denied", "bad"],
  "not-sent": ["Not sent", "bad"],
  unresolved: ["Not known", "unsure"],
};

export const verdictLabel = (verdict: Verdict): string => VERDICTS[verdict][0];
export const verdictTone = (verdict: Verdict): Tone => VERDICTS[verdict][1];

/** Why the plan leaves an order alone. */
export const LEFT_ALONE: Readonly<Record<LeftAlone["why"], string>> = {
  pending: "a cancel of it is on its way",
  "with-parent": "goes with its parent",
  kept: "is to be kept",
  "leg-kept": "a leg of it is to be kept",
  excluded: "is not meant",
  unstated: "does not say what was asked for",
};

/** One DELETE in words. */
export function attemptWords({ operation, outcome, status, code, message = "" }: Attempt): string {
  const how = operation === "cancelOrder" ? "quick" : "slow";
  if (outcome === "unknown" && code === undefined) return `Cancel sent, ${how}: no answer so far.`;
  if (outcome !== "accepted") return message;
  return operation === "cancelOrder"
    ? `Cancel sent, quick: ${status}, the API took it. The venue has not been asked yet.`
    : `Cancel sent, slow: ${status}, the API and the venue took it. The order was not read yet.`;
}

/** One read in words. */
export function observationWords({ source, order, message }: Observation): string {
  if (!order) return message ?? "An answer about another order: no evidence.";
  const at = source === "getSyncOrder" ? "Read at the venue" : "Read";
  return `${at}: ${order.Status}, ${quantity(order.ExecutedQuantity)} of ${quantity(order.Quantity)} executed.`;
}

const BY = { api: "the API", venue: "the venue", control: "this page" };

/** What truly happened to an order of the simulation, in words. */
export function eventWords({ from, to, executed, by }: OrderEvent): string {
  const change = from === to ? to : `${from ?? "opened"} → ${to}`;
  return `In truth: ${change}, by ${BY[by]}${executed > 0 ? `, ${quantity(executed)} executed` : ""}.`;
}
