// Owns who is to go in one account: orders that lists show become tasks, newcomers are told from the rest.
import { type Ledger, type Order, utc } from "../cancel/ledger.js";
import { KnownOrders, type ParentState } from "./known-orders.js";
import type { PageRead } from "./lister.js";
import type { Listing } from "./listing.js";
import type { Listed } from "./page.js";
import type { Newcomer } from "./result.js";
import { isClosed, isToGo, type Scope } from "./roles.js";
import { byExposure } from "./sending-order.js";
import type { Task } from "./task.js";

/** What is known of an account beforehand, from a plan or a journal. */
export interface Beforehand {
  readonly accountId: number;
  /** Orders that are to go. */
  readonly targets: readonly { readonly orderId: number; readonly order?: Order; readonly ledger?: Ledger }[];
  /** Orders that are no newcomers. */
  readonly known: readonly number[];
  /** Whether a first look is behind: what is not known is a newcomer. */
  readonly isComplete: boolean;
}

export interface CandidatesOptions extends Scope {
  readonly settleMs: number;
  /** Whether newcomers are canceled too. */
  readonly takesNewcomers: boolean;
  /** Makes the task of an order that is to go from now on. */
  taskFor(orderId: number, order: Order | undefined, ledger: Ledger | undefined): Task;
  /** Whether something is still to be done or learned for an order. */
  isActive(task: Task): boolean;
  /** Told of orders before they become tasks, and of all that are no newcomers once they are known. */
  onFound(orderIds: readonly number[]): void;
  onAllKnown(orderIds: readonly number[]): void;
}

/** Verdicts that say: this order is not in the market, or not in this account. */
const PROVEN: readonly string[] = ["canceled", "too-late", "superseded", "not-found"];

export class Candidates {
  readonly #options: CandidatesOptions;
  readonly #accountId: number;
  readonly #knownOrders: KnownOrders;
  readonly #tasks = new Map<number, Task>();
  readonly #known: Set<number>;
  readonly #newcomers = new Map<number, Newcomer>();
  #isFirstListingDone: boolean;

  constructor(options: CandidatesOptions, { accountId, targets, known, isComplete }: Beforehand) {
    this.#options = options;
    this.#accountId = accountId;
    this.#knownOrders = new KnownOrders(options, options.settleMs);
    this.#known = new Set(known);
    this.#isFirstListingDone = isComplete;
    for (const { orderId, order, ledger } of targets) {
      if (order) this.#knownOrders.see({ order }, Number.NEGATIVE_INFINITY);
      this.#adopt(orderId, order, ledger);
    }
  }

  get isFirstListingDone(): boolean {
    return this.#isFirstListingDone;
  }

  get newcomers(): Newcomer[] {
    return [...this.#newcomers.values()];
  }

  get tasks(): Task[] {
    return [...this.#tasks.values()];
  }

  active(): Task[] {
    return this.tasks.filter((task) => this.#options.isActive(task));
  }

  isQuiet(): boolean {
    for (const task of this.#tasks.values()) if (this.#options.isActive(task)) return false;
    return true;
  }

  /** Whether a read has shown the order. */
  knows(orderId: number): boolean {
    return this.#knownOrders.get(orderId) !== undefined;
  }

  /** Those that want it now, the most exposed first. */
  due(what: "send" | "read", now: number): Task[] {
    return this.tasks.filter((task) => task.wants(what) && (task.dueAt() ?? 0) <= now).sort(byExposure);
  }

  /** When something becomes due next, or an order is no longer waited for; Infinity: never. */
  nextDue(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (const task of this.#tasks.values())
      for (const at of [task.dueAt() ?? now, task.restsFrom()]) if (at > now && at < next) next = at;
    return next;
  }

  /** A read of a single order. */
  see(order: Order, sentAt: number): void {
    this.#knownOrders.see({ order }, sentAt);
  }

  /** What a page shows becomes evidence of the orders that are to go, and brings new ones. */
  takePage({ page, sentAt, outcome }: Extract<PageRead, { ok: true }>): void {
    for (const listed of page.orders) {
      this.#knownOrders.see(listed, sentAt);
      const { order } = listed;
      const task = this.#tasks.get(order.Id);
      if (task?.isNews(order)) task.session.observe("listOrders", sentAt, outcome, order);
    }
    // Before all of the list is known: only what needs no more to be judged.
    if (!this.#isFirstListingDone && this.#knownOrders.knowsKept())
      this.#adoptFrom(
        page.orders.filter((listed) => this.#knownOrders.isClear(listed)),
        sentAt,
      );
  }

  takeListing(listing: Listing): void {
    for (const task of this.#tasks.values()) task.isMissing = !listing.orders.has(task.orderId);
    if (!this.#isFirstListingDone && !listing.isStable) return;
    this.#adoptFrom([...listing.orders.values()], listing.startedAt);
    this.#nameSuccessors(listing.startedAt);
    if (!this.#isFirstListingDone) this.#endFirstListing(listing);
  }

  /** Whether a look shows nothing that is meant and not closed, and no verdict is open. */
  isEmpty({ orders, unread }: Listing): boolean {
    if (unread > 0) return false;
    const isProven = this.tasks.every((task) => PROVEN.includes(task.verdict()));
    return isProven && [...orders.values()].every((listed) => !this.#isMeant(listed.order));
  }

  /** Orders that are meant and not proven closed, as the API showed them last. */
  open(listing: Listing | undefined): Order[] {
    const ids = new Set([...(listing?.orders.keys() ?? []), ...this.#tasks.keys()]);
    const orders = [...ids].flatMap((id) => this.#knownOrders.get(id)?.order ?? []);
    return orders.filter((order) => this.#isMeant(order));
  }

  #endFirstListing({ orders }: Listing): void {
    this.#isFirstListingDone = true;
    for (const id of orders.keys()) this.#known.add(id);
    this.#options.onAllKnown([...orders.values()].flatMap(({ order }) => (isClosed(order) ? [] : order.Id)));
  }

  #adoptFrom(orders: readonly Listed[], sentAt: number): void {
    const adopted = orders.filter((listed) => this.#shallGo(listed, sentAt)).map(({ order }) => order);
    if (adopted.length > 0) this.#options.onFound(adopted.map(({ Id }) => Id));
    for (const order of adopted) this.#adopt(order.Id, order, undefined);
  }

  #shallGo(listed: Listed, sentAt: number): boolean {
    const { Id } = listed.order;
    if (this.#tasks.has(Id)) return false;
    const role = this.#knownOrders.roleOf(listed, (parentId) => this.#parentState(parentId));
    if (role !== "target" && role !== "pending") return false;
    return !this.#isFirstListingDone || this.#known.has(Id) || this.#takesNewcomer(listed.order, sentAt);
  }

  /** What takes the place of an order that is to go, goes too. */
  #takesNewcomer(order: Order, sentAt: number): boolean {
    const isTaken = this.#options.takesNewcomers || this.#isSuccessor(order);
    const treated = isTaken ? "included" : "reported";
    const newcomer = { accountId: this.#accountId, orderId: order.Id, seenAt: utc(sentAt), treated } as const;
    if (!this.#newcomers.has(order.Id)) this.#newcomers.set(order.Id, newcomer);
    return isTaken;
  }

  #isSuccessor({ OrigClientId }: Order): boolean {
    if (!OrigClientId) return false;
    return [...this.#tasks.keys()].some((id) => this.#knownOrders.get(id)?.order.ClientId === OrigClientId);
  }

  #adopt(orderId: number, order: Order | undefined, ledger: Ledger | undefined): void {
    const task = this.#options.taskFor(orderId, order, ledger);
    this.#tasks.set(orderId, task);
    this.#known.add(orderId);
    const { sentAt = Number.NEGATIVE_INFINITY } = this.#knownOrders.get(orderId) ?? {};
    // A plan is no read of now.
    if (order && Number.isFinite(sentAt) && task.isNews(order))
      task.session.observe("listOrders", sentAt, LISTED, order);
  }

  /** The list is where the order is looked for that took the place of another. */
  #nameSuccessors(startedAt: number): void {
    for (const task of this.#tasks.values()) {
      const order = this.#knownOrders.get(task.orderId)?.order;
      if (!order || !task.wants("list") || startedAt <= (task.closedAt() ?? 0)) continue;
      const [successor, ...others] = this.#knownOrders.successorsOf(order);
      task.session.observe("listOrders", startedAt, LISTED, others.length === 0 ? successor : undefined);
    }
  }

  #parentState(parentId: number): ParentState {
    const task = this.#tasks.get(parentId);
    if (!task) return undefined;
    if (this.#options.isActive(task)) return { is: "going" };
    const seenAt = task.closedAt();
    const isCanceled = seenAt !== undefined && task.verdict() === "canceled";
    return isCanceled ? { is: "canceled", seenAt } : { is: "done" };
  }

  /** Whoever is to cancel it. */
  #isMeant(order: Order): boolean {
    const role = this.#knownOrders.roleOf({ order }, (parentId) => this.#parentState(parentId));
    return isToGo(role) || role === "unstated";
  }
}

const LISTED = { ok: true, status: 200, data: undefined } as const;
