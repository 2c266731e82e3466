// Owns the requests for one order, each written into its ledger: before it leaves, and when it is answered.

import type { PerformOptions } from "../client/call.js";
import { type Clock, monotonic } from "../client/clock.js";
import type { AutoSharesError } from "../client/errors.js";
import type { Internals } from "../client/internals.js";
import type { Outcome } from "../client/perform.js";
import { attemptOf, type Ended, observationOf } from "./entries.js";
import { closedSighting, deletesOf, lastAnswer, left, timeOf } from "./facts.js";
import {
  type Attempt,
  inOrder,
  type Ledger,
  merged,
  newId,
  type Observation,
  type Order,
  utc,
  type Via,
} from "./ledger.js";
import { MOST_DELETES, mayReplay, next } from "./next.js";
import type { ProgressEvent } from "./result.js";
import { readingOf } from "./statuses.js";
import { type SessionDeadline, stoppable } from "./stoppable.js";

export type { SessionDeadline };

/** Which operation asks whom to cancel. */
export const DELETES = { api: "cancelOrder", venue: "cancelSyncOrder" } as const;
const READS = { api: "getOrder", venue: "getSyncOrder" } as const;

/** Longest wait for one answer, in milliseconds. A DELETE leaves a third of what is left for the reads after it. */
const LONGEST_MS = { api: 5_000, venue: 30_000, read: 5_000 } as const;

/** What was written down. */
export interface Entry {
  readonly attempt?: Attempt;
  readonly observation?: Observation;
}

/** Is told each event once it is in the ledger, and what comes `then` where the plan does not say it. */
export type Listener = (event: ProgressEvent, entry: Entry, then?: "sending") => void;

export class Session {
  readonly #client: Internals;
  readonly #listener: Listener;
  readonly #time: LedgerTime;
  #ledger: Ledger;
  /** Calls off a DELETE that has not left, if what was just learned forbids it. */
  #reconsider = () => {};

  /** `ledger`: a new one, or one to go on with. `peers`: sessions of the same order, told of what this one learns. */
  constructor(
    client: Internals,
    clock: Clock,
    ledger: Ledger,
    listener: Listener,
    readonly peers: Iterable<Session> = [],
  ) {
    this.#client = client;
    this.#listener = listener;
    this.#time = ledgerTime(clock);
    this.#ledger = this.#goneOnWith(ledger);
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  /** Milliseconds since 1970 on the ledger's own clock: whole, and never going back. */
  now(): number {
    return this.#time.now();
  }

  /** Adds what somebody else knows of the same order. */
  absorb(ledger: Ledger): void {
    this.learn(this.#goneOnWith(ledger));
    this.share();
  }

  /** Adds what another session of the same client has just learned. */
  learn(ledger: Ledger): void {
    this.#ledger = merged(this.#ledger, ledger);
    if (!isBlank(ledger)) this.#time.reach(latestOf(ledger));
    this.#reconsider();
  }

  share(): void {
    for (const peer of this.peers) if (peer !== this) peer.learn(this.#ledger);
  }

  /**
   * Sends one DELETE, and its replay where a token had to be renewed. Somebody who joins before it has left may know
   * what forbids it, or ask for the venue: then it does not leave, and the plan is made anew.
   */
  async send(deadline: SessionDeadline): Promise<void> {
    const { via } = this.#ledger;
    const operation = DELETES[via];
    const leaving = stoppable(deadline);
    let open: Attempt | undefined;
    let refused: Attempt | undefined;
    this.#reconsider = () => {
      const maySend = refused ? mayReplay(this.#ledger) : this.#maySendStill(via);
      if (!open && !maySend) leaving.stop();
    };
    const outcome = await this.#perform(operation, {
      deadline: leaving.deadline,
      answerMs: (leftMs) => Math.min(LONGEST_MS[via], (leftMs * 2) / 3),
      // A replay is a DELETE too.
      renew: deletesOf(this.#ledger).length + 2 <= MOST_DELETES,
      onSend: () => {
        open = this.#opened(operation);
      },
      onRefused: (error) => {
        refused = this.#refused(operation, open, error);
        open = undefined;
        this.#reconsider();
      },
    });
    this.#reconsider = () => {};
    leaving.release();
    if (leaving.isStopped && !open) return;
    if (!outcome.ok && outcome.error.code === "argument" && !this.#ledger.attempts.some(left))
      throw outcome.error;
    // The 401 is on record already: there was no other token to replay with.
    const isTheSame401 = refused && !open && !outcome.ok && !outcome.forToken && outcome.error.status === 401;
    if (isTheSame401) return;
    this.#close(attemptOf(this.#ended(operation, open), outcome, refused !== undefined));
  }

  #maySendStill(via: Via): boolean {
    return this.#ledger.via === via && next(this.#ledger, this.now()).do === "send";
  }

  /** Reads the order, at the venue where the venue was asked to cancel. */
  async read(deadline: SessionDeadline): Promise<void> {
    const { accountId, orderId, via } = this.#ledger;
    await this.#observe(READS[via], {}, deadline, (data) =>
      isOrder(data) && data.Id === orderId && isOfAccount(data, accountId) ? data : undefined,
    );
  }

  /** Looks for the order that replaced this one: it carries its `ClientId`. Newest first, so one page is enough. */
  async findSuccessor(deadline: SessionDeadline): Promise<void> {
    const replaced = closedSighting(this.#ledger)?.order;
    const query = { pageNumber: 0, pageSize: 100, sortField: "CreateDate", desc: true };
    await this.#observe("listOrders", query, deadline, (data) => {
      const successors = ordersIn(data).filter(
        (order) =>
          order.OrigClientId === replaced?.ClientId &&
          order.Id !== replaced?.Id &&
          isOfAccount(order, this.#ledger.accountId),
      );
      return successors.length === 1 ? successors[0] : undefined;
    });
  }

  /** Writes down how a read ended, whoever made it. Times are of {@link now}. */
  observe(source: Observation["source"], sentAt: number | undefined, outcome: Outcome, found?: Order): void {
    const order = found && (this.#client.hide(found) as Order);
    const at = this.#utc();
    const observation = observationOf(
      source,
      at,
      sentAt === undefined ? undefined : utc(sentAt),
      outcome,
      order,
    );
    this.#record({ observations: [...this.#ledger.observations, observation] });
    this.#listener(order ? `seen-${readingOf(order.Status)}` : "read-failed", { observation });
  }

  async #observe(
    source: Observation["source"],
    query: object,
    deadline: SessionDeadline,
    orderIn: (data: unknown) => Order | undefined,
  ): Promise<void> {
    let sentAt: number | undefined;
    const options: PerformOptions = {
      deadline,
      answerMs: (leftMs) => Math.min(LONGEST_MS.read, leftMs),
      // Who was refused even with a new token would only use up sign-ins.
      renew: lastAnswer(this.#ledger)?.outcome !== "denied",
      onSend: () => {
        sentAt = this.now();
      },
    };
    const outcome = await this.#perform(source, options, query);
    this.observe(source, sentAt, outcome, outcome.ok ? orderIn(outcome.data) : undefined);
  }

  #perform(
    id: Attempt["operation"] | Observation["source"],
    options: PerformOptions,
    query = {},
  ): Promise<Outcome> {
    const { accountId, orderId } = this.#ledger;
    const ids = id === "listOrders" ? { accountId } : { accountId, orderId };
    return this.#client.perform(id, { ...ids, ...query }, options);
  }

  /** Writes a DELETE down at the moment it leaves: from now on it may take effect. */
  #opened(operation: Attempt["operation"]): Attempt {
    const at = this.#utc();
    const open: Attempt = { id: newId(), at, sentAt: at, operation, outcome: "unknown", fate: "unknown" };
    this.#record({ attempts: [...this.#ledger.attempts, open] });
    this.#listener("sending", { attempt: open }, "sending");
    return open;
  }

  #refused(operation: Attempt["operation"], open: Attempt | undefined, error: AutoSharesError): Attempt {
    const refused = attemptOf(this.#ended(operation, open), { ok: false, error, forToken: false }, false);
    // A replay comes next, if a token is to be had.
    this.#close(refused, "sending");
    return refused;
  }

  /** `open`: the entry that was written when it left. */
  #ended(operation: Attempt["operation"], open: Attempt | undefined): Ended {
    const at = this.#utc();
    return open?.sentAt === undefined
      ? { id: newId(), at, operation }
      : { id: open.id, at, sentAt: open.sentAt, operation };
  }

  /** Puts what became of a DELETE in the place of the entry that was written when it left. */
  #close(closed: Attempt, then?: "sending"): void {
    const { attempts } = this.#ledger;
    const isKnown = attempts.some(({ id }) => id === closed.id);
    const known = isKnown
      ? attempts.map((one) => (one.id === closed.id ? closed : one))
      : [...attempts, closed];
    this.#record({ attempts: inOrder(known) });
    this.#listener(closed.outcome, { attempt: closed }, then);
  }

  #record(news: Partial<Pick<Ledger, "attempts" | "observations">>): void {
    this.#ledger = { ...this.#ledger, ...news };
    this.share();
  }

  /** A ledger with entries is gone on with from now, after all of them: they are of another clock, or of long ago. */
  #goneOnWith(ledger: Ledger): Ledger {
    if (isBlank(ledger)) return ledger;
    this.#time.reach(latestOf(ledger) + 1);
    return { ...ledger, resumedAt: this.#utc() };
  }

  #utc(): string {
    return utc(this.now());
  }
}

const isBlank = ({ attempts, observations }: Ledger): boolean => attempts.length + observations.length === 0;

interface LedgerTime {
  now(): number;
  /** An entry of another clock may be ahead: then time goes on from there. */
  reach(ms: number): void;
}

/** The wall clock at the beginning, and durations that never go back from there. */
function ledgerTime(clock: Clock): LedgerTime {
  let aheadMs = clock.now() - monotonic(clock);
  const now = () => Math.floor(aheadMs + monotonic(clock));
  return {
    now,
    reach(ms) {
      aheadMs += Math.max(0, ms - now());
    },
  };
}

/** Milliseconds since 1970 of the last entry. */
export function latestOf({ startedAt, attempts, observations }: Ledger): number {
  return Math.max(timeOf(startedAt), ...[...attempts, ...observations].map(({ at }) => timeOf(at)));
}

/** The orders of a page, which may come as a bare list. */
function ordersIn(data: unknown): Order[] {
  const orders = Array.isArray(data) ? data : (data as { Result?: unknown } | undefined)?.Result;
  return Array.isArray(orders) ? orders.filter(isOrder) : [];
}

/** What has no number or no status is no evidence. */
function isOrder(data: unknown): data is Order {
  const { Id, Status } = Object(data) as Partial<Order>;
  return typeof Id === "number" && typeof Status === "string";
}

const isOfAccount = ({ AccountId }: Partial<Order>, accountId: number): boolean =>
  AccountId === undefined || AccountId === accountId;
