// @ts-check
// Owns what the page says: statuses, verdicts and steps in a trader's words. Pure. A sentence claims what its
// verdict proves and no more; docs/verdicts.md lists what each proves.

/** @typedef {import("autoshares-cancel").CancelResult} CancelResult */
/** @typedef {import("autoshares-cancel").Attempt} Attempt */
/** @typedef {import("autoshares-cancel").Observation} Observation */
/** @typedef {import("autoshares-cancel").components["schemas"]["Order"]} Order */
/** @typedef {"good" | "open" | "wait" | "bad" | "quiet" | "unsure"} Tone */
/** @typedef {{ label: string, tone: Tone, says: string, next: string }} Verdict */

const quantities = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** What an order does not state is unknown, and not 0. @param {number | undefined} value */
export const quantity = (value) => (value === undefined ? "?" : quantities.format(value));

/** What remains; the API's own `LeavesQuantity` is 0 on some orders that are open. @param {Order} order */
export const remaining = ({ Quantity, ExecutedQuantity }) =>
  Quantity === undefined || ExecutedQuantity === undefined ? undefined : Quantity - ExecutedQuantity;

/** @param {string} name Such as `SellShort`. */
export const spaced = (name) => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** @type {Record<string, Tone>} */
const TONES = {
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

/** @param {string} status @returns {Tone} */
export const toneOf = (status) => TONES[status] ?? "unsure";

/** @type {Record<string, string>} */
const NOTHING_TO_CANCEL = {
  Filled: "Filled: nothing is left",
  Canceled: "Canceled: nothing is left",
  Expired: "Expired: nothing is left",
  Rejected: "Rejected: nothing is left",
  Replaced: "Replaced: find its successor",
  PendingCancel: "A cancel is on its way",
};

/** Why no cancel is offered; undefined where one is. A status that nobody listed is not proven closed. @param {string} status */
export const whyNot = (status) => NOTHING_TO_CANCEL[status];

const DENIED = {
  "app-key": "the app key was not accepted",
  token: "the sign-in was not accepted",
  account: "this user may not cancel it",
  unknown: "the answer does not say why",
};

const NOT_SENT = {
  throttled: "the limit of requests is reached",
  "no-connection": "there was no connection",
  "no-token": "there was no token",
  aborted: "the waiting was stopped before it was sent",
};

const TAKEN = {
  api: "The API took the cancel",
  venue: "The API and the venue took the cancel",
  nobody: "A cancel is on its way",
};

const UNRESOLVED = {
  lost: "It is not known whether the cancel took effect.",
  "no-trace": "The cancel was accepted, but the order was read as open again and again.",
  "too-soon": "No read was late enough to prove anything.",
  "unproven-status": "The order's last status says neither open nor closed.",
  "wrong-address": "The server does not know the address: check the base URL and the version.",
};

/** @param {CancelResult} result @returns {Verdict} */
export function verdictWords(result) {
  switch (result.verdict) {
    case "canceled":
      return words(
        "Canceled",
        "good",
        `The order was read as Canceled. ${shares(result)}`,
        "Nothing is left to do.",
      );
    case "too-late":
      return words(
        "Too late",
        "quiet",
        `The order was read as ${result.status}. ${shares(result)}`,
        "Nothing is left to cancel.",
      );
    case "pending":
      return words(
        "Pending",
        "wait",
        `${TAKEN[result.level ?? "nobody"]}, and the order was not seen closed.`,
        "Keep watching. Do not send another cancel.",
      );
    case "still-open":
      return words(
        "Still open",
        "bad",
        `${whyOpen(result.why)}, and the order was read as open. ${shares(result)}`,
        "It is in the market: decide anew.",
      );
    case "superseded":
      return words(
        "Replaced",
        "wait",
        `Another order took the place of this one: ${result.successorId ?? "the API did not say which"}.`,
        "Find that order and cancel it.",
      );
    case "not-found":
      return words(
        "Not found",
        "unsure",
        "The API knows no such order in this account. That does not say that it was canceled.",
        "Check the order number and the account.",
      );
    case "denied":
      return words(
        "Denied",
        "bad",
        `The cancel was not let in: ${DENIED[result.which]}. It took no effect.`,
        "Check what was not accepted.",
      );
    case "not-sent":
      return words(
        "Not sent",
        "bad",
        `Nothing took effect: ${NOT_SENT[result.why]}.`,
        result.retryAt ? `There is room again at ${clock(result.retryAt)}.` : "Try again.",
      );
    case "unresolved":
      return words(
        "Not known",
        "unsure",
        `${UNRESOLVED[result.why]} The order may be canceled, filled or open.`,
        "Keep watching, or read the order.",
      );
  }
}

/** @param {string} label @param {Tone} tone @param {string} says @param {string} next @returns {Verdict} */
const words = (label, tone, says, next) => ({ label, tone, says, next });

/** @param {{ executedQuantity?: number, remainingQuantity?: number }} known */
const shares = ({ executedQuantity, remainingQuantity }) => {
  if (executedQuantity === undefined) return "How much was executed is not stated.";
  if (remainingQuantity === undefined) return `Executed ${quantity(executedQuantity)}.`;
  return `Executed ${quantity(executedQuantity)}, not executed ${quantity(remainingQuantity)}.`;
};

/** @param {"refused" | "venue-rejected"} why */
const whyOpen = (why) => (why === "refused" ? "The cancel was refused" : "The venue rejected the cancel");

/** @param {string} iso */
const clock = (iso) => new Date(iso).toLocaleTimeString("en-GB");

/** One DELETE in words. @param {Attempt} attempt */
export function attemptWords({ operation, outcome, message = "" }) {
  if (outcome !== "accepted") return message;
  return operation === "cancelOrder"
    ? "Cancel sent, quick: the API took it. The venue has not been asked yet."
    : "Cancel sent, slow: the API and the venue took it. The order was not read yet.";
}

/** One read in words. @param {Observation} observation */
export function observationWords({ source, order, message = "An answer about another order: no evidence." }) {
  if (!order) return message;
  const at = source === "getSyncOrder" ? "Read at the venue" : "Read";
  return `${at}: ${order.Status}, ${quantity(order.ExecutedQuantity)} of ${quantity(order.Quantity)} executed.`;
}
