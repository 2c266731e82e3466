// Owns the truth: what orders there are, and what became of each, moment by moment.
import type { VirtualClock } from "../../cancel/virtual-time.js";

/**
 * How an order takes a cancel. `obeys`: PendingCancel, then Canceled. `sticks`: PendingCancel for good. `refuses`: 409
 * for good. `rejects`: PendingCancel, then open again, and it says so. `ignores`: the first cancel leaves no trace.
 */
export type Nature = "obeys" | "sticks" | "refuses" | "rejects" | "ignores";

interface Facts {
  readonly Side?: string;
  readonly Type?: string;
  readonly Symbol?: string;
  readonly Quantity?: number;
  readonly ClientId?: string;
  readonly OrigClientId?: string;
  readonly ParentId?: number;
}

export interface Moment {
  readonly at: number;
  readonly Status: string;
  readonly ExecutedQuantity: number;
  readonly Target?: string;
}

export interface TrueOrder {
  readonly id: number;
  readonly accountId: number;
  readonly facts: Facts;
  readonly nature: Nature;
  /** Milliseconds that the venue takes to confirm or reject a cancel. */
  readonly venueMs: number;
  readonly history: Moment[];
  /** Cancels that arrived and were let in. */
  cancels: number;
}

const CLOSED = ["Canceled", "Filled", "Rejected", "Expired", "Replaced"];
export const isOver = (status: string | undefined): boolean => CLOSED.includes(status ?? "");

type Placing = Partial<Pick<TrueOrder, "nature" | "venueMs">> &
  Facts & { Status?: string; accountId?: number };

export class Venue {
  readonly orders = new Map<number, TrueOrder>();
  readonly #clock: VirtualClock;
  #nextId = 1_001;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  place({
    nature = "obeys",
    venueMs = 300,
    Status = "New",
    accountId = 1,
    ...facts
  }: Placing = {}): TrueOrder {
    const id = this.#nextId++;
    const order: TrueOrder = {
      id,
      accountId,
      facts: {
        Side: "Buy",
        Type: "Limit",
        Symbol: "AAPL",
        Quantity: 100,
        ClientId: `client-${id}`,
        ...facts,
      },
      nature,
      venueMs,
      history: [],
      cancels: 0,
    };
    this.orders.set(id, order);
    this.#becomes(order, Status);
    return order;
  }

  legsOf(parent: TrueOrder): TrueOrder[] {
    return [...this.orders.values()].filter(({ facts }) => facts.ParentId === parent.id);
  }

  /** Filled for good; what waited for it goes to the market. */
  fill(order: TrueOrder): void {
    if (isOver(statusOf(order))) return;
    this.#becomes(order, "Filled", { ExecutedQuantity: order.facts.Quantity ?? 0 });
    for (const leg of this.legsOf(order)) if (statusOf(leg) === "Held") this.#becomes(leg, "New");
  }

  expire(order: TrueOrder): void {
    if (!isOver(statusOf(order))) this.#becomes(order, "Expired");
  }

  /** Another order takes its place. */
  replace(order: TrueOrder): TrueOrder | undefined {
    if (isOver(statusOf(order)) || statusOf(order) === "PendingCancel") return undefined;
    const { accountId, nature, venueMs, facts } = order;
    const { ClientId, ...rest } = facts;
    const successor = this.place({
      accountId,
      nature,
      venueMs,
      ...rest,
      ClientId: `${ClientId}r`,
      ...(ClientId && { OrigClientId: ClientId }),
    });
    this.#becomes(order, "Replaced");
    return successor;
  }

  /** Answers as the API would. */
  cancel(order: TrueOrder, pendingAgain: 204 | 409): 204 | 409 {
    const status = statusOf(order);
    if (isOver(status) || order.nature === "refuses") return 409;
    if (status === "PendingCancel") return pendingAgain;
    order.cancels += 1;
    if (order.nature === "ignores" && order.cancels === 1) return 204;
    this.#becomes(order, "PendingCancel");
    this.#clock.at(this.#clock.elapsedMs + order.venueMs, () => this.#decide(order, status ?? "New"));
    return 204;
  }

  #decide(order: TrueOrder, before: string): void {
    if (statusOf(order) !== "PendingCancel" || order.nature === "sticks") return;
    if (order.nature === "rejects") this.#becomes(order, before, { Target: "CancelReject" });
    else {
      this.#becomes(order, "Canceled");
      this.#cancelLegs(order);
    }
  }

  #cancelLegs(order: TrueOrder): void {
    for (const leg of this.legsOf(order)) {
      // Some live on.
      if (isOver(statusOf(leg)) || leg.nature === "sticks" || leg.nature === "refuses") continue;
      this.#becomes(leg, "Canceled");
      this.#cancelLegs(leg);
    }
  }

  #becomes(order: TrueOrder, Status: string, more: Partial<Moment> = {}): void {
    const { ExecutedQuantity = 0 } = order.history.at(-1) ?? {};
    order.history.push({ at: this.#clock.elapsedMs, ExecutedQuantity, Status, ...more });
  }
}

export const statusOf = (order: TrueOrder): string | undefined => order.history.at(-1)?.Status;

/** As it was at a time; undefined: it was not placed yet. */
export const momentOf = (order: TrueOrder, at: number): Moment | undefined =>
  order.history.findLast((moment) => moment.at <= at);
