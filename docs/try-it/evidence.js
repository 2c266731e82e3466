// @ts-check
// Owns how a cancel is shown while it runs and after: verdict, what it rests on, what to do next. Uses dom.js, words.js.
import { button, make } from "./dom.js";
import { attemptWords, observationWords, verdictWords } from "./words.js";

/** @typedef {import("autoshares-cancel").Attempt} Attempt */
/** @typedef {import("autoshares-cancel").Observation} Observation */
/** @typedef {import("autoshares-cancel").CancelResult} CancelResult */

/**
 * @typedef {object} Run One cancel, from the click on.
 * @property {number} orderId
 * @property {"api" | "venue"} via
 * @property {number} startedAt
 * @property {(Attempt | Observation)[]} steps As they came in.
 * @property {AbortController} waiting Aborting it ends the waiting, not the cancel.
 * @property {CancelResult} [result]
 */

/** @typedef {{ resume(run: Run): void }} Actions */

/** @param {Run} run @param {Actions} actions */
export function evidence(run, actions) {
  const { label, tone, says, next } = run.result ? verdictWords(run.result) : waitingWords(run);
  return make(
    "details",
    { open: true, class: "evidence", "data-tone": tone },
    make(
      "summary",
      {},
      make("span", { class: "verdict", "data-tone": tone }, label),
      make("span", { class: "says" }, says),
      make("span", { class: "next" }, next),
    ),
    make("ol", { class: "steps", "aria-label": "Evidence" }, ...run.steps.map((step) => stepItem(step, run))),
    doing(run, actions),
  );
}

/** @param {Run} run @returns {import("./words.js").Verdict} */
function waitingWords({ via, steps }) {
  const asking = via === "api" ? "Asking the API to cancel…" : "Asking the API and the venue to cancel…";
  const says = steps.length === 0 ? asking : "Reading the order until it is closed…";
  return { label: "Under way", tone: "wait", says, next: "" };
}

/** @param {Attempt | Observation} step @param {Run} run */
function stepItem(step, { startedAt }) {
  const seconds = (Date.parse(step.at) - startedAt) / 1000;
  const words = "operation" in step ? attemptWords(step) : observationWords(step);
  return make(
    "li",
    {},
    make("span", { class: "at" }, `+${Math.max(0, seconds).toFixed(1)} s`),
    make("span", {}, words),
  );
}

/** What can be done about it here, where there is something. @param {Run} run @param {Actions} actions */
function doing(run, actions) {
  const { orderId, result, waiting } = run;
  if (!result) {
    const name = { "aria-label": `Stop waiting for order ${orderId}` };
    const stop = button("Stop waiting", name, () => waiting.abort());
    return make("p", { class: "doing" }, stop, "It ends the waiting and does not undo the cancel.");
  }
  if (result.verdict !== "pending" && result.verdict !== "unresolved") return undefined;
  const name = { "aria-label": `Keep watching order ${orderId}` };
  const watch = button("Keep watching", name, () => actions.resume(run));
  return make("p", { class: "doing" }, watch, "It reads the order before anything else.");
}
