// Owns one order that is to go: its session, what comes next for it, and whether it is worth waiting for.
import { closedSighting, left, sightingsOf, timeOf } from "../cancel/facts.js";
import { judge } from "../cancel/judge.js";
import type { Ledger, Order } from "../cancel/ledger.js";
import { next, type Step } from "../cancel/next.js";
import type { Verdict } from "../cancel/result.js";
import type { Session } from "../cancel/session.js";
import { readingOf } from "../cancel/statuses.js";
import { type Exposure, exposureOf } from "./exposure.js";

/** How long reads of an order go on after its last DELETE, in milliseconds. A few must not hold up the end. */
const PATIENCE_MS = 60_000;

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
  #step: { readonly of: Ledger; readonly is: Step } | undefined;
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

  /** What comes next; worked out anew only when something was learned. */
  step(): Step {
    const { ledger } = this;
    if (this.#step?.of !== ledger) this.#step = { of: ledger, is: next(ledger, this.session.now()) };
    return this.#step.is;
  }

  wants(what: "send" | "read" | "list"): boolean {
    const step = this.step();
    return step.do === what && !this.isBusy && (step.do === "send" || !this.isResting());
  }

  /** When that is due; undefined: nothing is wanted. */
  dueAt(): number | undefined {
    const step = this.step();
    if (step.do === "stop" || this.isBusy) return undefined;
    return step.do === "send" || !this.isResting() ? step.at : undefined;
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
    return Math.max(this.#since, timeOf(this.ledger.attempts.at(-1)?.at)) + PATIENCE_MS;
  }

  verdict(): Verdict {
    return judge(this.ledger, this.session.now()).verdict;
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
