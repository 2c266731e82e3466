// Owns the cancel of all that is meant in one account: who is sent a DELETE now, what is read now, and when it is over.

import { timeOf } from "../cancel/facts.js";
import type { Ledger, Order } from "../cancel/ledger.js";
import type { Listener } from "../cancel/session.js";
import { closeSession, openSession } from "../cancel/sessions.js";
import { onAbort } from "../client/abort.js";
import { startDeadline } from "../client/deadline.js";
import type { AutoSharesError } from "../client/errors.js";
import { rateLimits } from "../generated/operations.js";
import { Alarm } from "./alarm.js";
import { type Beforehand, Candidates } from "./candidates.js";
import type { Context } from "./context.js";
import { emptyLedger } from "./journal.js";
import { isDenial, Lister } from "./lister.js";
import { doubtsOf, type Listing, ListingInProgress } from "./listing.js";
import { type AccountOutcome, resultOfTask } from "./outcome.js";
import { Proof } from "./proof.js";
import { Recorder } from "./recorder.js";
import type { Stopped } from "./result.js";
import { leastThrottled } from "./sending-order.js";
import { Task } from "./task.js";

/** DELETEs that wait for room or are under way at once: more could not leave, and would lose their place. */
const MOST_SENDS = rateLimits.orders.limit;
/** Reads of single orders at once. */
const MOST_READS = 10;
/** Tries for a page of the first look, before anything was sent. */
const FIRST_TRIES = 4;
/** Milliseconds between looks, a page: half of the reads are left for single orders. */
const GAP_MS = (2 * rateLimits.reads.windowMs) / rateLimits.reads.limit;
/** So many DELETEs must be denied, and none let in, before the rest is spared. */
const DENIALS = 3;

export class Account {
  readonly #context: Context;
  readonly #accountId: number;
  readonly #proof: Proof;
  readonly #recorder: Recorder;
  readonly #candidates: Candidates;
  readonly #lister: Lister;
  readonly #problems: string[] = [];
  readonly #alarm: Alarm;
  #isListing = false;
  /** The last look at all pages, and the last that was whole. */
  #lastListing: Listing | undefined;
  #lastWhole: Listing | undefined;
  #nextListingAt = 0;
  #listFailure: AutoSharesError | undefined;
  /** Requests under way or waiting for room. */
  #underWay = 0;
  #sends = 0;
  #singles = 0;

  constructor(context: Context, beforehand: Beforehand) {
    const { client, clock, asked, deadline, now } = context;
    const { accountId } = beforehand;
    this.#context = context;
    this.#alarm = new Alarm(clock);
    this.#accountId = accountId;
    this.#proof = new Proof(asked.settleMs);
    this.#recorder = new Recorder(context, accountId, this.#proof);
    const onFailure = ({ message }: AutoSharesError) =>
      context.tell({ event: "list-failed", accountId, message });
    this.#lister = new Lister(client, clock, { accountId, via: asked.via, deadline, now, onFailure });
    const hooks = {
      taskFor: (id: number, order: Order | undefined, ledger: Ledger | undefined) =>
        this.#taskFor(id, order, ledger),
      isActive: (task: Task) => this.#isActive(task),
      onFound: (orderIds: readonly number[]) => this.#recorder.note({ orderIds }),
      onAllKnown: (known: readonly number[]) => this.#recorder.note({ orderIds: [], known, complete: true }),
    };
    const takesNewcomers = asked.newcomers === "cancel";
    this.#candidates = new Candidates({ ...asked, takesNewcomers, ...hooks }, beforehand);
  }

  async run(): Promise<AccountOutcome> {
    const stopListening = onAbort(this.#context.deadline.signal, () => this.#callOffAll());
    while (!this.#isOver()) {
      for (const task of this.#candidates.tasks) if (task.hasJustEnded()) this.#recorder.count(task);
      this.#startSends();
      this.#startReads();
      this.#startListing();
      await this.#untilSomethingHappens();
    }
    stopListening();
    for (const { session } of this.#candidates.tasks) closeSession(this.#context.client, session);
    return this.#outcome();
  }

  /** What is under way is waited for: its answer is evidence. */
  #isOver(): boolean {
    if (this.#underWay > 0) return false;
    if (this.#context.deadline.stoppedBy() || this.#isDenied()) return true;
    if (!this.#candidates.isQuiet()) return false;
    return this.#listFailure !== undefined || this.#proof.ends() !== undefined;
  }

  #isActive(task: Task): boolean {
    const maySend = this.#maySend() && !task.isShutOut(this.#recorder.letIn);
    return task.isActive() && (maySend || !task.wants("send"));
  }

  #maySend(): boolean {
    return this.#context.maySend() && !this.#isDenied();
  }

  #isDenied(): boolean {
    const { letIn, denied } = this.#recorder;
    if (letIn > 0) return false;
    const orders = this.#candidates.tasks.length;
    if (orders === 0) return this.#listFailure !== undefined && isDenial(this.#listFailure);
    return denied >= Math.min(DENIALS, orders);
  }

  #taskFor(orderId: number, order: Order | undefined, ledger: Ledger | undefined): Task {
    const { client, clock, asked } = this.#context;
    const begun = ledger ?? emptyLedger(asked, this.#accountId, orderId, this.#context.utc());
    const journaling = this.#recorder.journaling(client, orderId);
    const listener: Listener = (event, entry) => {
      const seen = entry.observation;
      if (seen?.order?.Id === orderId && seen.source !== "listOrders")
        this.#candidates.see(seen.order, timeOf(seen.sentAt));
      this.#recorder.heard(orderId, task, event, entry);
      this.#alarm.ring();
    };
    const session = openSession(client, clock, begun, listener, journaling);
    const task = new Task(orderId, order, session);
    this.#recorder.found(task);
    return task;
  }

  #startSends(): void {
    const room = MOST_SENDS - this.#sends;
    if (room <= 0 || !this.#maySend()) return;
    const due = this.#candidates.due("send", this.#context.now()).filter((task) => this.#isActive(task));
    const waiting = this.#candidates.tasks.filter(({ callOff }) => callOff);
    for (const task of leastThrottled(due, waiting).slice(0, room)) this.#start(this.#send(task));
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
      task.callOff = undefined;
      this.#release(task);
    }
  }

  #callOffAll(): void {
    for (const task of this.#candidates.tasks) task.callOff?.();
    this.#alarm.ring();
  }

  #release(task: Task): void {
    task.isBusy = false;
    this.#recorder.count(task);
  }

  /** One page shows up to 100 orders. Single reads are for what the list leaves open, or where they are fewer. */
  #startReads(): void {
    if (this.#context.deadline.stoppedBy()) return;
    const due = this.#candidates.due("read", this.#context.now());
    const isListCheaper = due.length > (this.#lastListing?.pages ?? 0) && this.#listFailure === undefined;
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
      this.#release(task);
    }
  }

  #startListing(): void {
    if (this.#isListing || this.#listFailure || this.#context.deadline.stoppedBy()) return;
    const at = this.#listingAt();
    if (at !== undefined && at <= this.#context.now()) this.#start(this.#listAll());
  }

  /** When the next look at the list is worth its reads; undefined: not as things are. */
  #listingAt(): number | undefined {
    if (!this.#candidates.isFirstListingDone) return this.#nextListingAt;
    const active = this.#candidates.active();
    if (active.length === 0) {
      if (this.#proof.ends()) return undefined;
      const at = this.#proof.nextListingAt();
      return this.#lastListing?.isWhole === false ? Math.max(at, this.#nextListingAt) : at;
    }
    const wanted = active.filter((task) => task.wants("read") || task.wants("list"));
    if (wanted.length === 0) return undefined;
    return Math.max(Math.min(...wanted.map((task) => task.dueAt() ?? 0)), this.#nextListingAt);
  }

  async #listAll(): Promise<void> {
    this.#isListing = true;
    try {
      const listing = await this.#allPages();
      if (listing) this.#endListing(listing);
    } finally {
      this.#isListing = false;
    }
  }

  /** New orders do not move those that are older, so the list is read from its old end, but for the first time. */
  async #allPages(): Promise<Listing | undefined> {
    const isFirst = !this.#candidates.isFirstListingDone;
    const progress = new ListingInProgress(this.#context.now());
    while (!progress.isOver) {
      const tries = isFirst && !this.#context.hasSent ? FIRST_TRIES : undefined;
      const read = await this.#lister.page(progress.pageNumber, isFirst ? "newest" : "oldest", tries);
      if (!read.ok) {
        this.#listFailed(read.error);
        return undefined;
      }
      progress.add(read.page);
      this.#candidates.takePage(read);
      this.#alarm.ring();
    }
    return progress.end({ earlier: this.#lastListing, settleMs: this.#context.asked.settleMs });
  }

  #listFailed(error: AutoSharesError): void {
    if (this.#context.deadline.stoppedBy()) return;
    this.#listFailure = error;
    this.#problems.push(`The orders of account ${this.#accountId} could not be listed: ${error.message}`);
  }

  #endListing(listing: Listing): void {
    this.#nextListingAt = this.#context.now() + listing.pages * GAP_MS;
    this.#lastListing = listing;
    if (listing.isWhole) this.#lastWhole = listing;
    this.#context.tell({ event: "listed", accountId: this.#accountId });
    this.#candidates.takeListing(listing);
    const isQuiet = this.#candidates.isQuiet();
    if (this.#candidates.isFirstListingDone)
      this.#proof.add({ listing, isQuiet, isEmpty: this.#candidates.isEmpty(listing) });
  }

  #start(work: Promise<void>): void {
    this.#underWay += 1;
    const end = () => {
      this.#underWay -= 1;
      this.#alarm.ring();
    };
    work.then(end, (error: unknown) => {
      this.#problems.push(`Unexpected: ${error instanceof Error ? error.message : String(error)}`);
      end();
    });
  }

  #untilSomethingHappens(): Promise<void> {
    const now = this.#context.now();
    return this.#alarm.wait(now, () =>
      Math.min(...[this.#candidates.nextDue(now), this.#listingAt() ?? now].filter((at) => at > now)),
    );
  }

  #outcome(): AccountOutcome {
    const { client } = this.#context;
    const { tasks, newcomers } = this.#candidates;
    const by = this.#context.deadline.stoppedBy();
    const listing = this.#lastListing;
    return {
      accountId: this.#accountId,
      stopped: this.#stopped(),
      results: tasks.map((task) => resultOfTask(task, by)),
      open: this.#candidates.open(listing).map((order) => client.hide(order) as Order),
      lastFullLookAt: this.#lastWhole?.startedAt,
      newcomers,
      deletes: this.#recorder.deletes,
      reads: this.#lister.reads + this.#recorder.reads,
      problems: [...this.#problems, ...(listing ? doubtsOf(this.#accountId, listing) : [])],
      unseenKept: listing ? this.#context.asked.keep.filter((id) => !this.#candidates.knows(id)) : [],
      failure: this.#candidates.isFirstListingDone ? undefined : this.#listFailure,
    };
  }

  #stopped(): Stopped {
    if (this.#isDenied()) return "denied";
    const proven = this.#candidates.isQuiet() ? this.#proof.ends() : undefined;
    if (proven) return proven;
    const by = this.#context.deadline.stoppedBy();
    if (by === undefined) return "open";
    return by === "timeout" ? "deadline" : "aborted";
  }
}
