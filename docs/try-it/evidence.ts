// Owns how a cancel is shown while it runs and after: verdict, what it rests on, what to do next. Changed in place, so
// that the keyboard's focus stays where it is.
import { describeResult } from "autoshares-cancel";
import { button, make, setText } from "./dom.js";
import { isAttempt, type Run, timeOf } from "./run.js";
import { type History, timeline } from "./timeline.js";
import { attemptWords, eventWords, observationWords, type Tone, verdictLabel, verdictTone } from "./words.js";

/** What the evidence asks of the page. */
export interface Watch {
  /** Goes on with a cancel that was not over when its time was. */
  resume(run: Run): void;
  /** What truly happened to the order; undefined where that is not known. */
  historyOf(orderId: number): History | undefined;
  now(): number;
}

export interface Evidence {
  readonly element: HTMLDetailsElement;
  readonly run: Run;
  /** Shows what has become known since. */
  update(): void;
}

export function createEvidence(run: Run, watch: Watch): Evidence {
  const verdict = make("span", { class: "verdict" });
  const says = make("span", { class: "says" });
  const summary = make("summary", {}, verdict, says);
  const drawing = make("div", { class: "drawing" });
  const steps = make("ol", { class: "steps", "aria-label": "Evidence" });
  const doing = make("div", {});
  const element = make("details", { open: true, class: "evidence" }, summary, drawing, steps, doing);
  let offered: string | undefined;

  const update = () => {
    const { label, tone, text } = wordsOf(run);
    for (const one of [element, verdict]) one.dataset.tone = tone;
    setText(verdict, label);
    setText(says, text);
    const history = historyOf(run, watch);
    drawing.replaceChildren(timeline(run, history, endOf(run) ?? watch.now()));
    showSteps(steps, linesOf(run, history));
    const offer = offerOf(run);
    if (offer === offered) return;
    offered = offer;
    const focused = doing.contains(document.activeElement);
    doing.replaceChildren(...(offer ? [OFFERS[offer](run, watch)] : []));
    if (focused) (doing.querySelector("button") ?? summary).focus();
  };
  update();
  return { element, run, update };
}

function wordsOf({ orderId, via, steps, result }: Run): { label: string; tone: Tone; text: string } {
  if (result)
    return {
      label: verdictLabel(result.verdict),
      tone: verdictTone(result.verdict),
      text: describeResult(result),
    };
  const asking =
    via === "api"
      ? "Asking the API to cancel it…"
      : "Asking the API, and the venue through it, to cancel it…";
  const isAnswered = steps.some((step) => isAttempt(step) && step.fate !== "not-sent" && step.status);
  const text = isAnswered ? "Reading it until it is closed…" : asking;
  return { label: "Under way", tone: "wait", text: `Order ${orderId}. ${text}` };
}

const endOf = ({ result }: Run): number | undefined => result && Date.parse(result.endedAt);

/** What happened to the order since the click, and its status before. */
function historyOf({ orderId, startedAt, ...run }: Run, watch: Watch): History | undefined {
  const history = watch.historyOf(orderId);
  const end = run.result ? Date.parse(run.result.endedAt) : Number.POSITIVE_INFINITY;
  const before = history?.findLastIndex(({ at }) => at < startedAt) ?? 0;
  return history?.slice(Math.max(0, before)).filter(({ at }) => at <= end);
}

interface Line {
  at: number;
  kind: "truth" | "step";
  text: string;
}

function linesOf({ steps, startedAt }: Run, history: History = []): Line[] {
  const events = history.filter(({ at }) => at >= startedAt);
  const lines: Line[] = [
    ...events.map((event) => ({ at: event.at, kind: "truth" as const, text: eventWords(event) })),
    ...steps.map((step) => ({
      at: timeOf(step),
      kind: "step" as const,
      text: isAttempt(step) ? attemptWords(step) : observationWords(step),
    })),
  ];
  return lines.sort((a, b) => a.at - b.at).map((line) => ({ ...line, at: line.at - startedAt }));
}

/** Lines that stay as they are stay in the page: a screen reader and a selection lose nothing. */
function showSteps(list: HTMLOListElement, lines: readonly Line[]): void {
  lines.forEach(({ at, kind, text }, index) => {
    const time = `+${(Math.max(0, at) / 1000).toFixed(1)} s`;
    const shown = list.children[index];
    if (shown?.textContent === time + text) return;
    const item = make("li", { class: kind }, make("span", { class: "at" }, time), make("span", {}, text));
    if (shown) shown.replaceWith(item);
    else list.append(item);
  });
  while (list.children.length > lines.length) list.lastElementChild?.remove();
}

type Offer = "stop" | "watch";

function offerOf({ result }: Run): Offer | undefined {
  if (!result) return "stop";
  return result.verdict === "pending" || result.verdict === "unresolved" ? "watch" : undefined;
}

/** What can be done about it here. */
const OFFERS: Readonly<Record<Offer, (run: Run, watch: Watch) => HTMLElement>> = {
  stop: (run) =>
    offer("Stop waiting", `Stop waiting for order ${run.orderId}`, () => run.waiting.abort(), [
      "It ends the waiting and does not undo the cancel.",
    ]),
  watch: (run, watch) =>
    offer("Keep watching", `Keep watching order ${run.orderId}`, () => watch.resume(run), [
      "It reads the order before anything else.",
    ]),
};

function offer(text: string, name: string, does: () => void, besides: string[]): HTMLElement {
  return make("p", { class: "doing" }, button([text], { "aria-label": name }, does), ...besides);
}
