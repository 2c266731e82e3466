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
  const { label, tone, says } = run.result ? verdictWords(run.result) : waitingWords(run);
  return make(
    "details",
    { open: true, class: "evidence", "data-tone": tone },
    make(
      "summary",
      {},
      make("span", { class: "verdict", "data-tone": tone }, label),
      make("span", { class: "says" }, says),
    ),
    make("ol", { class: "steps", "aria-label": "Evidence" }, ...run.steps.map((step) => stepItem(step, run))),
    next(run, actions),
  );
}

/** @param {Run} run @returns {{ label: string, tone: import("./words.js").Tone, says: string }} */
function waitingWords({ via, steps }) {
  const says = via === "api" ? "Asking the API to cancel…" : "Asking the API and the venue to cancel…";
  return {
    label: "Under way",
    tone: "wait",
    says: steps.length === 0 ? says : "Reading the order until it is closed…",
  };
}

/** @param {Attempt | Observation} step @param {Run} run */
function stepItem(step, { startedAt }) {
  const seconds = (Date.parse(step.at) - startedAt) / 1000;
  const words = "operation" in step ? attemptWords(step) : observationWords(step);
  const status = step.status === undefined ? "" : String(step.status);
  return make(
    "li",
    {},
    make("span", { class: "at" }, `+${Math.max(0, seconds).toFixed(1)} s`),
    make("span", { class: "code" }, status),
    make("span", {}, words),
  );
}

/** @param {Run} run @param {Actions} actions */
function next(run, actions) {
  const { orderId, result, waiting } = run;
  if (!result) {
    const name = `Stop waiting for order ${orderId}`;
    const stop = button("Stop waiting", { "aria-label": name }, () => waiting.abort());
    return make("p", { class: "next" }, "Stopping ends the waiting. It does not undo the cancel.", stop);
  }
  const goesOn = result.verdict === "pending" || result.verdict === "unresolved";
  const name = { "aria-label": `Keep watching order ${orderId}` };
  const watch = goesOn ? button("Keep watching", name, () => actions.resume(run)) : undefined;
  return make("p", { class: "next" }, verdictWords(result).next, watch);
}
