// Owns what one account's DELETEs and reads leave behind: entries in the journal, counts, and the news for the caller.

import { timeOf } from "../cancel/facts.js";
import type { Attempt, Observation } from "../cancel/ledger.js";
import type { ProgressEvent } from "../cancel/result.js";
import type { Entry } from "../cancel/session.js";
import type { Internals } from "../client/internals.js";
import type { Context } from "./context.js";
import type { OrdersEntry } from "./journal.js";
import type { Proof } from "./proof.js";
import { isClosed } from "./roles.js";
import type { Task } from "./task.js";

export class Recorder {
  readonly #context: Context;
  readonly #accountId: number;
  readonly #proof: Proof;
  /** Orders whose last `sending` in the journal has no answer behind it. */
  readonly #unanswered = new Set<number>();
  /** How many requests left; reads of single orders only. */
  deletes = 0;
  reads = 0;
  /** DELETEs that the API let in, whatever it then said, and those that it did not. */
  letIn = 0;
  denied = 0;

  constructor(context: Context, accountId: number, proof: Proof) {
    this.#context = context;
    this.#accountId = accountId;
    this.#proof = proof;
  }

  /** A client for one order, each DELETE of which is in the journal before it leaves. */
  journaling(client: Internals, orderId: number): Internals {
    if (!this.#context.journal) return client;
    const accountId = this.#accountId;
    return {
      ...client,
      perform: (id, params, options) => {
        if (id !== "cancelOrder" && id !== "cancelSyncOrder") return client.perform(id, params, options);
        const beforeSend = () => {
          this.#unanswered.add(orderId);
          const at = this.#context.utc();
          return this.#context.write([{ kind: "sending", at, accountId, orderId, operation: id }]);
        };
        return client.perform(id, params, { ...options, beforeSend });
      },
    };
  }

  note(orders: Pick<OrdersEntry, "orderIds" | "known" | "complete">): void {
    this.#context.note({ kind: "orders", at: this.#context.utc(), accountId: this.#accountId, ...orders });
  }

  heard(
    orderId: number,
    task: Task | undefined,
    event: ProgressEvent,
    { attempt, observation }: Entry,
  ): void {
    if (event === "sending") this.#left(task);
    else if (attempt) this.#answered(orderId, attempt);
    if (observation) this.#read(orderId, task, observation);
    const message = attempt?.message ?? observation?.message;
    const known = task && { verdict: task.verdict() };
    if (task) this.count(task);
    const news = { event, accountId: this.#accountId, orderId, ...known };
    this.#context.tell(message === undefined ? news : { ...news, message });
  }

  found(task: Task): void {
    this.count(task);
    const { orderId } = task;
    this.#context.tell({ event: "found", accountId: this.#accountId, orderId, verdict: task.verdict() });
  }

  /** Takes over where an order stands. */
  count(task: Task): void {
    const verdict = task.verdict();
    const now = this.#context.now();
    const standing = { verdict, isSent: task.isSent(), isDecided: !task.isActive() };
    this.#context.orderCounts.set(this.#accountId, task.orderId, standing, now);
    if (standing.isDecided) this.#proof.decided(task.orderId, verdict, now);
  }

  /** What has left is waited for: to stop waiting would not stop it. */
  #left(task: Task | undefined): void {
    this.deletes += 1;
    this.#context.hasSent = true;
    if (task) task.callOff = undefined;
  }

  #answered(orderId: number, attempt: Attempt): void {
    const { fate, outcome } = attempt;
    if (outcome === "denied") this.denied += 1;
    else if (fate === "accepted" || (fate === "refused" && outcome !== "throttled")) this.letIn += 1;
    if (fate !== "not-sent") this.#proof.answered(timeOf(attempt.at));
    if (!this.#unanswered.delete(orderId)) return;
    const at = this.#context.utc();
    this.#context.note({ kind: "answered", at, accountId: this.#accountId, orderId, attempt });
  }

  #read(orderId: number, task: Task | undefined, observation: Observation): void {
    const { source, sentAt, order } = observation;
    if (source !== "listOrders" && sentAt !== undefined) this.reads += 1;
    if (order?.Id !== orderId || !isClosed(order)) return;
    task?.callOff?.();
    const at = this.#context.utc();
    this.#context.note({ kind: "closed", at, accountId: this.#accountId, orderId, observation });
  }
}
