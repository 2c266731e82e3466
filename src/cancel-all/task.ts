// Owns one order that is to go: its session, what comes next for it, and whether it is worth waiting for.
import { closedSighting, left, sightingsOf, timeOf } from "../cancel/facts.js";
import { judge } from "../cancel/judge.js";
import type { Attempt, Ledger, Order } from "../cancel/ledger.js";
import { next, type Step } from "../cancel/next.js";
import type { Verdict } from "../cancel/result.js";
import type { Session } from "../cancel/session.js";
import { readingOf } from "../cancel/statuses.js";
import { type Exposure, exposureOf } from "./sending-order.js";

/** Met for so long, while other orders are let in, a limit is not that of the account: the order will not be let in. */
const LONGEST_THROTTLED_MS = 180_000;

/** How long reads of an order go on after its last DELETE, in milliseconds. A few must not hold up the end. */
const PATIENCE_MS = 60_000;

interface Known {
  readonly ledger: Ledger;
  readonly step: Step;
  readonly verdict: Verdict;
  readonly restsFrom: number;
}

export class Task {
  readonly orderId: number;
  readonly exposure: Exposure;
  readonly session: Session;
  /** A request for this order is under way, or waits for room. */
  isBusy = false;
  /** The last whole look did not show it. */
  isMissing = false;
  /** Calls off a DELETE that waits for room. */
  callOff: (() => void) | undefined;
  #known: Known | undefined;
  #isEnded = false;
  /** How many DELETEs of the account were let in when this one first met the limit. */
  #letInBefore: number | undefined;
  readonly #since: number;

  constructor(orderId: number, order: Order | undefined, session: Session) {
    this.orderId = orderId;
    this.exposure = order ? exposureOf(order) : { atMarket: false };
    this.session = session;
    this.#since = session.now();
  }

  get ledger(): Ledger {
    return this.session.ledger;
  }

  /** Worked out anew only when something was learned: it is asked for at every turn. */
  #now(): Known {
    const { ledger } = this;
    if (this.#known?.ledger === ledger) return this.#known;
    const now = this.session.now();
    const restsFrom = Math.max(this.#since, timeOf(ledger.attempts.at(-1)?.at)) + PATIENCE_MS;
    this.#known = { ledger, restsFrom, step: next(ledger, now), verdict: judge(ledger, now).verdict };
    return this.#known;
  }

  wants(what: "send" | "read" | "list"): boolean {
    const { step } = this.#now();
    return step.do === what && !this.isBusy && (step.do === "send" || !this.isResting());
  }

  /** When that is due; undefined: nothing is wanted. */
  dueAt(): number | undefined {
    const { step } = this.#now();
    if (step.do === "stop" || this.isBusy) return undefined;
    return step.do === "send" || !this.isResting() ? step.at : undefined;
  }

  /** How many DELETEs in a row the server has answered with 429, up to now. */
  throttled(): number {
    return this.#throttled().length;
  }

  /** Whether its DELETE is not let in, though those of other orders are. `letIn`: how many were so far. */
  isShutOut(letIn: number): boolean {
    const [first, ...others] = this.#throttled();
    if (!first) return false;
    this.#letInBefore ??= letIn;
    const ms = timeOf(others.at(-1)?.at) - timeOf(first.at);
    return ms >= LONGEST_THROTTLED_MS && letIn > this.#letInBefore;
  }

  #throttled(): readonly Attempt[] {
    const { attempts } = this.ledger;
    return attempts.slice(attempts.findLastIndex(({ status }) => status !== 429) + 1);
  }

  /** True once, when nothing more is to be done or learned for it. */
  hasJustEnded(): boolean {
    const isNews = this.#isEnded !== !this.isActive();
    this.#isEnded = !this.isActive();
    return isNews && this.#isEnded;
  }

  /** Whether something is still to be done or learned for it. */
  isActive(): boolean {
    return this.isBusy || this.dueAt() !== undefined;
  }

  /** Whether it was read for long enough after its last DELETE. */
  isResting(): boolean {
    return this.session.now() >= this.restsFrom();
  }

  restsFrom(): number {
    return this.#now().restsFrom;
  }

  verdict(): Verdict {
    return this.#now().verdict;
  }

  isSent(): boolean {
    return this.ledger.attempts.some(left);
  }

  /** When it was first read closed; undefined: it was not. */
  closedAt(): number | undefined {
    return closedSighting(this.ledger)?.at;
  }

  /** Whether it is news that a list shows the order like this. Entries for what was known would grow for ever. */
  isNews(order: Order): boolean {
    const last = sightingsOf(this.ledger).at(-1);
    if (this.wants("read")) return true;
    const reading = readingOf(order.Status);
    if (!last) return reading !== "open" || this.isSent();
    return last.reading !== reading && closedSighting(this.ledger) === undefined;
  }
}
