// One order as it truly is, and all that it ever was. What a read shows of it may be older.
import type { SimulatedClock } from "./clock.js";
import type { Random } from "./random.js";

/** The order at one moment. */
export interface Moment {
  readonly at: number;
  readonly status: string;
  readonly executed: number;
  readonly target: string;
  readonly requestStatus: string;
}

/** A cancel that the API has taken. `by`: the number of its DELETE; undefined: somebody else's. */
export interface Taken {
  readonly by: number | undefined;
  readonly client: string;
  readonly at: number;
  /** When it can no longer take effect. */
  decidedAt?: number;
  /** When it was refused, or forgotten. */
  refusedAt?: number;
}

export const OPEN = [
  "New",
  "PartiallyFilled",
  "AcceptedForBidding",
  "Suspended",
  "Held",
  "PendingNew",
  "Stopped",
  "PendingReplace",
];
export const CLOSED = ["Canceled", "Filled", "Expired", "Rejected", "Replaced"];

const FATES = {
  confirmed: 62,
  rejected: 12,
  "rejected-silently": 7,
  dropped: 6,
  filled: 8,
  expired: 2,
  never: 3,
};

export class Order {
  readonly history: Moment[] = [];
  readonly taken: Taken[] = [];
  origClientId: string | undefined;
  /** Numbers as the API writes them: with a fraction of three digits at most. */
  readonly quantity: number;

  constructor(
    readonly id: number,
    readonly accountId: number,
    readonly placedAt: number,
    private readonly clock: SimulatedClock,
    private readonly random: Random,
  ) {
    this.quantity = random.pick(`order ${id} quantity`, [100, 0.3, 40, 7.125, 1]);
  }

  get clientId(): string {
    return `client-${this.id}`;
  }

  start(status: string, marks: Partial<Moment> = {}): this {
    const executed =
      status === "Filled" ? this.quantity : status === "PartiallyFilled" ? this.share(0.34) : 0;
    const moment = {
      at: this.placedAt,
      status,
      executed,
      target: "New",
      requestStatus: "Complete",
      ...marks,
    };
    this.history.push(moment);
    return this;
  }

  get current(): Moment {
    return this.history[this.history.length - 1] as Moment;
  }

  get status(): string {
    return this.current.status;
  }

  isOpen(): boolean {
    return OPEN.includes(this.status);
  }

  isClosed(): boolean {
    return CLOSED.includes(this.status);
  }

  /** The order as it was; undefined: not placed yet. */
  asOf(at: number): Moment | undefined {
    return this.history.findLast((moment) => moment.at <= at);
  }

  /** Whether it was in one of the states at some moment of the span, both ends included. */
  was(statuses: readonly string[], from: number, to: number): boolean {
    return this.history.some(({ at, status }, index) => {
      const until = this.history[index + 1]?.at ?? Number.POSITIVE_INFINITY;
      return statuses.includes(status) && at <= to && until > from;
    });
  }

  change(status: string, marks: Partial<Moment> = {}): void {
    if (this.isClosed()) return;
    this.history.push({ ...this.current, ...marks, at: this.clock.monotonic(), status });
    if (!this.isClosed()) return;
    for (const taken of this.taken) taken.decidedAt ??= this.clock.monotonic();
  }

  fillPart(): void {
    if (this.isClosed()) return;
    const more = Math.round((this.current.executed + this.share(0.2)) * 1000) / 1000;
    const executed = Math.min(this.quantity, more);
    this.change(this.status === "New" ? "PartiallyFilled" : this.status, { executed });
  }

  fill(): void {
    this.change("Filled", { executed: this.quantity });
  }

  /** The API takes a cancel. What becomes of it, and when, is drawn. */
  take(by: number | undefined, client: string, atOnce: boolean): void {
    const label = `order ${this.id} cancel ${this.taken.length}`;
    const taken: Taken = { by, client, at: this.clock.monotonic() };
    // Nobody could tell the cancel of another client from one's own: the venue has one answer for both.
    const other = this.taken.find((one) => one.decidedAt === undefined);
    this.taken.push(taken);
    if (other && other.client !== client) return void this.sharing.set(taken, other);
    const late = !atOnce && this.random.happens(`${label} takes effect late`, 0.15);
    const fate = this.random.weighted(`${label} fate`, FATES);
    const lateMs = late ? this.random.between(`${label} late`, 50, 8_000) : 0;
    if (fate === "dropped" && !atOnce) {
      this.clock.after(lateMs, () => this.decide(taken, true));
      return;
    }
    this.clock.after(lateMs, () => this.pend(taken, label, fate));
    // Nobody waits for it: a read in the same millisecond must see it.
    if (lateMs === 0) this.pend(taken, label, fate);
  }

  private pend(taken: Taken, label: string, fate: string): void {
    if (taken.decidedAt !== undefined || this.pendingOf.has(taken)) return;
    this.pendingOf.add(taken);
    if (this.status !== "PendingCancel") this.back = this.status;
    this.change("PendingCancel", { target: "Cancel", requestStatus: "Executing" });
    if (fate === "never") return;
    const longest = this.random.pick(`${label} slowness`, [30, 500, 3_000, 20_000]);
    this.clock.after(this.random.between(`${label} decision`, 0, longest), () => this.settle(taken, fate));
  }

  private back = "New";
  private readonly pendingOf = new Set<Taken>();
  private readonly sharing = new Map<Taken, Taken>();

  private settle(taken: Taken, fate: string): void {
    this.decide(taken, ["rejected", "rejected-silently", "dropped"].includes(fate));
    if (fate === "confirmed") this.change("Canceled", { target: "Cancel", requestStatus: "Complete" });
    if (fate === "filled") this.fill();
    if (fate === "expired") this.change("Expired");
    // It stays pending as long as any cancel of it is.
    const others = [...this.pendingOf].some(({ decidedAt }) => decidedAt === undefined);
    if (this.status !== "PendingCancel" || others) return;
    if (fate === "rejected") this.change(this.back, { target: "CancelReject", requestStatus: "Rejected" });
    if (fate === "rejected-silently" || fate === "dropped")
      this.change(this.back, { target: "New", requestStatus: "Complete" });
  }

  private decide(taken: Taken, refused: boolean): void {
    const sharing = [...this.sharing].flatMap(([one, other]) => (other === taken ? [one] : []));
    for (const one of [taken, ...sharing]) {
      if (refused && one.decidedAt === undefined) one.refusedAt = this.clock.monotonic();
      one.decidedAt ??= this.clock.monotonic();
    }
  }

  private share(part: number): number {
    return Math.round(this.quantity * part * 1000) / 1000;
  }
}
