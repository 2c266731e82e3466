// Owns the cancel of all that is meant in one account: who is sent a DELETE now, what is read now, and when it is over.

import { timeOf } from "../cancel/facts.js";
import { resultOf } from "../cancel/judge.js";
import type { Ledger, Order } from "../cancel/ledger.js";
import type { CancelResult, ProgressEvent } from "../cancel/result.js";
import { type Entry, Session } from "../cancel/session.js";
import { readingOf } from "../cancel/statuses.js";
import { onAbort } from "../client/abort.js";
import { startDeadline } from "../client/deadline.js";
import type { AutoSharesError } from "../client/errors.js";
import type { Internals } from "../client/internals.js";
import { rateLimits } from "../generated/operations.js";
import { Book, type ParentState } from "./book.js";
import type { Context } from "./context.js";
import { byExposure } from "./exposure.js";
import { emptyLedger, type OrdersEntry } from "./journal.js";
import { isDenial, Lister, type PageRead } from "./lister.js";
import { type Look, LookInProgress } from "./look.js";
import type { Listed } from "./page.js";
import { Proof } from "./proof.js";
import type { Newcomer, Stopped } from "./result.js";
import { isClosed, isToGo } from "./roles.js";
import { Task } from "./task.js";

/** DELETEs that wait for room or are under way at once: more could not leave, and would lose their place in the order. */
const MOST_SENDS = rateLimits.orders.limit;
/** Reads of single orders at once. */
const MOST_READS = 10;
/** Tries for the first page of all, before anything was sent. */
const FIRST_TRIES = 4;
/** Milliseconds between looks, a page: half of the reads are left for single orders. */
const GAP_MS = (2 * rateLimits.reads.windowMs) / rateLimits.reads.limit;
/** So many DELETEs must be denied, and none let in, before the rest is spared. */
const DENIALS = 3;

/** What is known of an account beforehand, from a plan or a journal. */
export interface Beforehand {
  /** Orders that are to go. */
  readonly targets: readonly { readonly orderId: number; readonly order?: Order; readonly ledger?: Ledger }[];
  /** Orders that are no newcomers. */
  readonly known: readonly number[];
  /** Whether a first look is behind: what is not known is a newcomer. */
  readonly isComplete: boolean;
}

/** What became of one account. */
export interface AccountOutcome {
  readonly accountId: number;
  readonly stopped: Stopped;
  readonly results: CancelResult[];
  readonly open: Order[];
  readonly lastFullLookAt: number | undefined;
  readonly newcomers: Newcomer[];
  readonly deletes: number;
  readonly reads: number;
  readonly problems: string[];
  /** The error that kept the first look from being made. */
  readonly failure: AutoSharesError | undefined;
}

export class Account {
  readonly #context: Context;
  readonly #accountId: number;
  readonly #tasks = new Map<number, Task>();
  readonly #book: Book;
  readonly #proof: Proof;
  readonly #lister: Lister;
  readonly #known: Set<number>;
  readonly #newcomers = new Map<number, Newcomer>();
  /** Orders whose last `sending` in the journal has no answer behind it. */
  readonly #unanswered = new Set<number>();
  readonly #problems: string[] = [];
  #isFirstLookDone: boolean;
  #isLooking = false;
  #lastLook: Look | undefined;
  #nextLookAt = 0;
  #listFailure: AutoSharesError | undefined;
  #underWay = 0;
  #sends = 0;
  #singles = 0;
  #singleReads = 0;
  #deletes = 0;
  #letIn = 0;
  #denials = 0;
  #wake = () => {};
  #isAwake = false;

  constructor(context: Context, accountId: number, { targets, known, isComplete }: Beforehand) {
    this.#context = context;
    this.#accountId = accountId;
    this.#book = new Book(context.asked, context.asked.settleMs);
    this.#proof = new Proof(context.asked.settleMs);
    this.#known = new Set(known);
    this.#isFirstLookDone = isComplete;
    const { via } = context.asked;
    const onFailure = ({ message }: AutoSharesError) =>
      context.tell({ event: "list-failed", accountId, message });
    const { deadline, now } = context;
    this.#lister = new Lister(context.client, context.clock, { accountId, via, deadline, now, onFailure });
    for (const { orderId, order, ledger } of targets) {
      if (order) this.#book.see({ order }, 0);
      this.#adopt(orderId, order, ledger);
    }
  }

  async run(): Promise<AccountOutcome> {
    const stopListening = onAbort(this.#context.deadline.signal, () => this.#callOffAll());
    while (!this.#isOver()) {
      this.#startSends();
      this.#startReads();
      this.#startLook();
      await this.#untilSomethingHappens();
    }
    stopListening();
    return this.#outcome();
  }

  /** What is under way is waited for: its answer is evidence. */
  #isOver(): boolean {
    if (this.#underWay > 0) return false;
    if (this.#context.deadline.stoppedBy() || this.#isDenied()) return true;
    if ([...this.#tasks.values()].some((task) => this.#isActive(task))) return false;
    return this.#listFailure !== undefined || this.#proof.ends() !== undefined;
  }

  /** Whether something is still to be done or learned for an order. */
  #isActive(task: Task): boolean {
    return task.isActive() && (this.#maySend() || !task.wants("send"));
  }

  #maySend(): boolean {
    const { deadline, journalFailure } = this.#context;
    return !deadline.stoppedBy() && !this.#isDenied() && journalFailure === undefined;
  }

  #isDenied(): boolean {
    if (this.#letIn > 0) return false;
    const isListDenied = this.#listFailure !== undefined && isDenial(this.#listFailure);
    const most = Math.min(DENIALS, this.#tasks.size);
    return (isListDenied && this.#deletes === 0 && most === 0) || (most > 0 && this.#denials >= most);
  }

  // DELETEs

  #startSends(): void {
    if (!this.#maySend()) return;
    const now = this.#context.now();
    const due = [...this.#tasks.values()].filter((task) => task.wants("send") && (task.dueAt() ?? 0) <= now);
    const room = MOST_SENDS - this.#sends;
    for (const task of due.sort(byExposure).slice(0, Math.max(0, room))) this.#start(this.#send(task));
  }

  async #send(task: Task): Promise<void> {
    const { clock, deadline } = this.#context;
    const calledOff = new AbortController();
    const own = startDeadline(clock, Math.max(1, deadline.leftMs()), calledOff.signal);
    task.isBusy = true;
    task.callOff = () => calledOff.abort();
    this.#sends += 1;
    try {
      await task.session.send(own);
    } finally {
      own.end();
      this.#sends -= 1;
      task.isBusy = false;
      task.callOff = undefined;
      this.#count(task);
    }
  }

  /** Those that have left are waited for: to stop waiting would not stop them. */
  #callOffAll(): void {
    for (const task of this.#tasks.values()) task.callOff?.();
    this.#somethingHappened();
  }

  // Reads

  #startReads(): void {
    if (this.#context.deadline.stoppedBy()) return;
    const now = this.#context.now();
    const due = [...this.#tasks.values()].filter((task) => task.wants("read") && (task.dueAt() ?? 0) <= now);
    const isListCheaper = due.length > (this.#lastLook?.pages ?? 0) && this.#listFailure === undefined;
    const singles = due.filter(({ isMissing }) => isMissing || !isListCheaper);
    for (const task of singles.slice(0, MOST_READS - this.#singles)) this.#start(this.#read(task));
  }

  async #read(task: Task): Promise<void> {
    task.isBusy = true;
    this.#singles += 1;
    try {
      await task.session.read(this.#context.deadline);
    } finally {
      this.#singles -= 1;
      task.isBusy = false;
      this.#count(task);
    }
  }

  #startLook(): void {
    if (this.#isLooking || this.#listFailure || this.#context.deadline.stoppedBy()) return;
    const at = this.#lookAt();
    if (at !== undefined && at <= this.#context.now()) this.#start(this.#look());
  }

  /** When the next look at the list is worth its reads; undefined: not now. */
  #lookAt(): number | undefined {
    if (!this.#isFirstLookDone) return this.#nextLookAt;
    const active = [...this.#tasks.values()].filter((task) => this.#isActive(task));
    if (active.length === 0)
      return Math.max(this.#proof.nextLookAt(), this.#lastLook?.isWhole ? 0 : this.#nextLookAt);
    const wanted = active.filter((task) => task.wants("read") || task.wants("list"));
    if (wanted.length === 0) return undefined;
    const dues = wanted.map((task) => task.dueAt() ?? 0);
    return Math.max(Math.min(...dues), this.#nextLookAt);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    try {
      const look = await this.#allPages();
      if (look) this.#endLook(look);
    } finally {
      this.#isLooking = false;
    }
  }

  /** New orders do not move those that are older, so the list is read from its old end, but for the first time. */
  async #allPages(): Promise<Look | undefined> {
    const { now, asked } = this.#context;
    const isFirst = !this.#isFirstLookDone;
    const progress = new LookInProgress(now());
    while (!progress.isOver) {
      const tries = isFirst && !this.#context.hasSent ? FIRST_TRIES : undefined;
      const read = await this.#lister.page(progress.pageNumber, isFirst ? "newest" : "oldest", tries);
      if (!read.ok) {
        this.#listFailed(read.error);
        return undefined;
      }
      progress.add(read.page);
      this.#take(read);
      this.#somethingHappened();
    }
    return progress.end({ earlier: this.#lastLook, settleMs: asked.settleMs });
  }

  #listFailed(error: AutoSharesError): void {
    if (this.#context.deadline.stoppedBy()) return;
    this.#listFailure = error;
    this.#problems.push(`The orders of account ${this.#accountId} could not be listed: ${error.message}`);
  }

  /** What a page shows becomes evidence of the orders that are to go, and brings new ones. */
  #take({ page, sentAt, outcome }: Extract<PageRead, { ok: true }>): void {
    for (const listed of page.orders) {
      this.#book.see(listed, sentAt);
      const { order } = listed;
      const task = this.#tasks.get(order.Id);
      if (task?.isNews(order)) task.session.observe("listOrders", sentAt, outcome, order);
    }
    // Before all of the list is known: only what needs no more to be judged.
    if (!this.#isFirstLookDone && this.#book.knowsKept())
      this.#adoptFrom(
        page.orders.filter((listed) => this.#book.isClear(listed)),
        sentAt,
      );
  }

  #endLook(look: Look): void {
    const { now } = this.#context;
    this.#nextLookAt = now() + look.pages * GAP_MS;
    this.#lastLook = look;
    this.#context.tell({ event: "listed", accountId: this.#accountId });
    for (const task of this.#tasks.values()) task.isMissing = !look.orders.has(task.orderId);
    if (!this.#isFirstLookDone && !look.isWhole) return;
    this.#adoptFrom([...look.orders.values()], look.startedAt);
    this.#nameSuccessors(look);
    if (!this.#isFirstLookDone) this.#endFirstLook(look);
    const isQuiet = ![...this.#tasks.values()].some((task) => this.#isActive(task));
    this.#proof.add({ look, isQuiet, isEmpty: this.#isEmpty(look), endedAt: now() });
  }

  #endFirstLook({ orders }: Look): void {
    this.#isFirstLookDone = true;
    const known = [...orders.values()].flatMap(({ order }) => (isClosed(order) ? [] : order.Id));
    for (const id of orders.keys()) this.#known.add(id);
    this.#note({ orderIds: [], known, complete: true });
  }

  #adoptFrom(orders: readonly Listed[], sentAt: number): void {
    const adopted = orders.filter((listed) => this.#shallGo(listed, sentAt)).map(({ order }) => order);
    if (adopted.length === 0) return;
    this.#note({ orderIds: adopted.map(({ Id }) => Id) });
    for (const order of adopted) this.#adopt(order.Id, order, undefined);
  }

  #shallGo(listed: Listed, sentAt: number): boolean {
    const { Id } = listed.order;
    if (this.#tasks.has(Id)) return false;
    const role = this.#book.roleOf(listed, (parentId) => this.#parentState(parentId));
    if (role !== "target" && role !== "pending") return false;
    const isNewcomer = this.#isFirstLookDone && !this.#known.has(Id);
    if (!isNewcomer) return true;
    const isToGo = this.#context.asked.newcomers === "cancel" || this.#isSuccessor(listed.order);
    const treated = isToGo ? "canceled" : "reported";
    const seenAt = new Date(sentAt).toISOString();
    if (!this.#newcomers.has(Id))
      this.#newcomers.set(Id, { accountId: this.#accountId, orderId: Id, seenAt, treated });
    return isToGo;
  }

  /** What takes the place of an order that is to go, goes too. */
  #isSuccessor({ OrigClientId }: Order): boolean {
    if (!OrigClientId) return false;
    return [...this.#tasks.keys()].some((id) => this.#book.get(id)?.order.ClientId === OrigClientId);
  }

  #parentState(parentId: number): ParentState {
    const task = this.#tasks.get(parentId);
    if (!task) return undefined;
    if (this.#isActive(task)) return { is: "going" };
    const seenAt = task.closedAt();
    return task.verdict() === "canceled" && seenAt !== undefined
      ? { is: "canceled", seenAt }
      : { is: "done" };
  }

  #adopt(orderId: number, order: Order | undefined, ledger: Ledger | undefined): void {
    const { client, clock, asked } = this.#context;
    const begun = ledger ?? emptyLedger(asked, this.#accountId, orderId, this.#context.utc());
    const listener = (event: ProgressEvent, entry: Entry) => this.#heard(orderId, event, entry);
    const task = new Task(
      orderId,
      order,
      new Session(this.#journaled(client, orderId), clock, begun, listener),
    );
    this.#tasks.set(orderId, task);
    this.#known.add(orderId);
    if (order && readingOf(order.Status) !== "open" && this.#book.get(orderId)?.sentAt) {
      const { sentAt } = this.#book.get(orderId) ?? {};
      task.session.observe("listOrders", sentAt, { ok: true, status: 200, data: undefined }, order);
    }
    this.#count(task);
    this.#context.tell({ event: "found", accountId: this.#accountId, orderId, verdict: task.verdict() });
  }

  /** The list is where the order is looked for that took the place of another. */
  #nameSuccessors({ startedAt }: Look): void {
    for (const task of this.#tasks.values()) {
      const order = this.#book.get(task.orderId)?.order;
      if (!order || !task.wants("list") || startedAt <= (task.closedAt() ?? 0)) continue;
      const [successor, ...others] = this.#book.successorsOf(order);
      const only = others.length === 0 ? successor : undefined;
      task.session.observe("listOrders", startedAt, { ok: true, status: 200, data: undefined }, only);
    }
  }

  // What was learned

  /** Each DELETE is in the journal before it leaves. */
  #journaled(client: Internals, orderId: number): Internals {
    const { journal } = this.#context;
    if (!journal) return client;
    const accountId = this.#accountId;
    return {
      ...client,
      perform: (id, params, options) => {
        if (id !== "cancelOrder" && id !== "cancelSyncOrder") return client.perform(id, params, options);
        const beforeSend = async () => {
          const at = this.#context.utc();
          this.#unanswered.add(orderId);
          await this.#context.write([{ kind: "sending", at, accountId, orderId, operation: id }]);
        };
        return client.perform(id, params, { ...options, beforeSend });
      },
    };
  }

  #heard(orderId: number, event: ProgressEvent, { attempt, observation }: Entry): void {
    const task = this.#tasks.get(orderId);
    const accountId = this.#accountId;
    const at = this.#context.utc();
    if (event === "sending") {
      this.#deletes += 1;
      this.#context.hasSent = true;
      if (task) task.callOff = undefined;
    } else if (attempt) {
      if (attempt.outcome === "denied") this.#denials += 1;
      else if (attempt.fate === "accepted" || attempt.fate === "refused")
        this.#letIn += attempt.status === 429 ? 0 : 1;
      if (attempt.fate !== "not-sent") this.#proof.answered(timeOf(attempt.at));
      if (this.#unanswered.delete(orderId))
        this.#context.note({ kind: "answered", at, accountId, orderId, attempt });
    }
    if (observation) this.#sawSingle(orderId, observation.source, observation.order, observation.sentAt);
    if (observation?.order && observation.order.Id === orderId && isClosed(observation.order)) {
      task?.callOff?.();
      this.#context.note({ kind: "closed", at, accountId, orderId, observation });
    }
    if (task) this.#count(task);
    const known = task && { verdict: task.verdict() };
    this.#context.tell({
      event,
      accountId,
      orderId,
      ...known,
      ...(attempt?.message && { message: attempt.message }),
    });
    this.#somethingHappened();
  }

  #sawSingle(orderId: number, source: string, order: Order | undefined, sentAt: string | undefined): void {
    if (source === "listOrders") return;
    if (sentAt !== undefined) this.#singleReads += 1;
    if (order?.Id === orderId) this.#book.see({ order }, timeOf(sentAt));
  }

  #count(task: Task): void {
    const verdict = task.verdict();
    const standing = { verdict, isSent: task.isSent(), isDecided: !task.isActive() };
    this.#context.tally.set(this.#accountId, task.orderId, standing, this.#context.now());
    if (standing.isDecided) this.#proof.decided(task.orderId, verdict, this.#context.now());
  }

  #note(orders: Pick<OrdersEntry, "orderIds" | "known" | "complete">): void {
    this.#context.note({ kind: "orders", at: this.#context.utc(), accountId: this.#accountId, ...orders });
  }

  // Waiting

  #start(work: Promise<void>): void {
    this.#underWay += 1;
    const end = () => {
      this.#underWay -= 1;
      this.#somethingHappened();
    };
    work.then(end, (error: unknown) => {
      this.#problems.push(
        `An error that nobody foresaw: ${error instanceof Error ? error.message : String(error)}`,
      );
      end();
    });
  }

  #somethingHappened(): void {
    this.#isAwake = true;
    this.#wake();
  }

  async #untilSomethingHappens(): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    if (this.#isAwake) woken.abort();
    const now = this.#context.now();
    const dues = [...this.#tasks.values()].flatMap((task) =>
      [task.dueAt() ?? [], task.isResting() ? [] : task.restsFrom()].flat(),
    );
    const later = [...dues, this.#lookAt() ?? []].flat().filter((at) => at > now);
    const ms = Math.min(...later, now + 60_000) - now;
    await this.#context.clock.sleep(ms, woken.signal);
    this.#isAwake = false;
  }

  // The end

  #isEmpty({ orders }: Look): boolean {
    return [...orders.values()].every((listed) => !this.#isMeant(listed.order)) && this.#allProven();
  }

  /** Whether it is meant and not proven closed, whoever is to cancel it. */
  #isMeant(order: Order): boolean {
    const role = this.#book.roleOf({ order }, (parentId) => this.#parentState(parentId));
    return isToGo(role) || role === "unstated";
  }

  #allProven(): boolean {
    return [...this.#tasks.values()].every((task) => PROVEN.includes(task.verdict()));
  }

  #outcome(): AccountOutcome {
    const tasks = [...this.#tasks.values()];
    return {
      accountId: this.#accountId,
      stopped: this.#stopped(),
      results: tasks.map((task) => this.#resultOf(task)),
      open: this.#open(),
      lastFullLookAt: this.#lastLook?.startedAt,
      newcomers: [...this.#newcomers.values()],
      deletes: this.#deletes,
      reads: this.#lister.reads + this.#singleReads,
      problems: this.#problems,
      failure: this.#isFirstLookDone ? undefined : this.#listFailure,
    };
  }

  #stopped(): Stopped {
    if (this.#isDenied()) return "denied";
    const proven = this.#proof.ends();
    if (proven) return proven;
    switch (this.#context.deadline.stoppedBy()) {
      case "timeout":
        return "deadline";
      case "abort":
        return "aborted";
      default:
        return "open";
    }
  }

  #resultOf({ ledger, session }: Task): CancelResult {
    const result = resultOf(ledger, session.now());
    const isAborted = result.verdict === "not-sent" && this.#context.deadline.stoppedBy() === "abort";
    return isAborted ? { ...result, why: "aborted" } : result;
  }

  /** As the API showed them last. */
  #open(): Order[] {
    const shown = [...(this.#lastLook?.orders.keys() ?? []), ...this.#tasks.keys()];
    const orders = [...new Set(shown)].flatMap((id) => this.#book.get(id)?.order ?? []);
    return orders
      .filter((order) => !isClosed(order) && this.#isMeant(order))
      .map((order) => this.#context.client.hide(order) as Order);
  }
}

const PROVEN: readonly string[] = ["canceled", "too-late", "superseded", "not-found"];
