// Owns the drawing of a cancel in time: the order's statuses as they truly were, or as they were read; below them what
// the client sent and read. It says nothing that the list of steps does not say.
import type { Attempt, Observation } from "autoshares-cancel";
import type { OrderTruth } from "autoshares-cancel/sandbox/web";
import { make } from "./dom.js";
import { isAttempt, type Run, type Step, timeOf } from "./run.js";
import { spaced, type Tone, toneOf } from "./words.js";

export type History = OrderTruth["history"];

interface Span {
  readonly status: string;
  readonly from: number;
  readonly to: number;
}

/** Less than that would be drawn as if it had taken no time. */
const SHORTEST_MS = 1_000;

/** @param history undefined: what truly happened is not known here */
export function timeline(run: Run, history: History | undefined, now: number): HTMLElement {
  const from = run.startedAt;
  const to = Math.max(from + SHORTEST_MS, now, ...run.steps.map(timeOf));
  const place = (time: number) => Math.min(1, Math.max(0, (time - from) / (to - from)));
  const spans = history ? spansOf(history, from, to) : readSpans(run.steps, to);
  const lanes: [name: string, marks: HTMLElement[]][] = [
    [history ? "Order" : "Order, as read", spans.map((span) => spanBar(span, place))],
    ["DELETE", run.steps.flatMap((step) => (isAttempt(step) ? [sentBar(step, place, to)] : []))],
    ["Reads", run.steps.flatMap((step) => (isAttempt(step) ? [] : [readMark(step, place)]))],
  ];
  return make(
    "div",
    { class: "timeline", "aria-hidden": "true" },
    ...lanes.flatMap(([name, marks]) => [
      make("span", { class: "lane-name" }, name),
      make("div", { class: "lane" }, ...marks),
    ]),
    make("span", {}),
    make("div", { class: "axis" }, make("span", {}, "0 s"), make("span", {}, `${seconds(to - from)} s`)),
  );
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

/** The statuses between two times. A fill of a part changes none. */
function spansOf(history: History, from: number, to: number): Span[] {
  const changes = history.filter((event, index) => event.to !== history[index - 1]?.to);
  const spans = changes.map(({ at, to: status }, index) => ({
    status,
    from: Math.max(from, at),
    to: Math.min(to, changes[index + 1]?.at ?? to),
  }));
  return spans.filter((span) => span.to > span.from);
}

function readSpans(steps: readonly Step[], to: number): Span[] {
  const reads = steps.flatMap((step) =>
    !isAttempt(step) && step.order ? [{ status: step.order.Status, from: timeOf(step), to }] : [],
  );
  return reads
    .filter(({ status }, index) => status !== reads[index - 1]?.status)
    .map((span, index, all) => ({ ...span, to: all[index + 1]?.from ?? to }));
}

function spanBar({ status, from, to }: Span, place: (time: number) => number): HTMLElement {
  const bar = make("div", { class: "span", "data-tone": toneOf(status) }, spaced(status));
  return placed(bar, place(from), place(to));
}

/** From its leaving to its answer. */
function sentBar(attempt: Attempt, place: (time: number) => number, end: number): HTMLElement {
  const { outcome, status, code, sentAt } = attempt;
  const isUnderWay = outcome === "unknown" && code === undefined;
  const until = isUnderWay ? end : timeOf(attempt);
  const from = sentAt === undefined ? until : Date.parse(sentAt);
  const text = isUnderWay ? "…" : String(status ?? code ?? "");
  const bar = make("div", { class: "sent", "data-tone": OUTCOME_TONES[outcome] ?? "bad" }, text);
  return placed(bar, place(from), place(until));
}

const OUTCOME_TONES: { readonly [outcome in Attempt["outcome"]]?: Tone } = {
  accepted: "good",
  unknown: "unsure",
};

/** A point, in the tone of what it showed. */
function readMark(read: Observation, place: (time: number) => number): HTMLElement {
  const tone = read.order ? toneOf(read.order.Status) : "unsure";
  return placed(make("div", { class: "read", "data-tone": tone }), place(timeOf(read)));
}

/** By properties: the page's policy takes no styles out of attributes. */
function placed(element: HTMLElement, from: number, to = from): HTMLElement {
  element.style.left = `${from * 100}%`;
  if (to > from) element.style.width = `${(to - from) * 100}%`;
  return element;
}
