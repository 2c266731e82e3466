// Owns what all accounts of one cancel of many share: what was asked for, the limits of time, the journal, the counts.

import { utc, type Via } from "../cancel/ledger.js";
import type { Clock } from "../client/clock.js";
import type { Deadline } from "../client/deadline.js";
import { callSafely } from "../client/hooks.js";
import type { Internals } from "../client/internals.js";
import type { Journal, JournalEntry, Newcomers } from "./journal.js";
import { steadyTime } from "./lister.js";
import { OrderCounts } from "./order-counts.js";
import type { CancelAllProgress } from "./result.js";
import type { Scope } from "./roles.js";

export interface Asked extends Scope {
  readonly origin: string;
  readonly via: Via;
  readonly newcomers: Newcomers;
  readonly settleMs: number;
}

type News = Omit<CancelAllProgress, "counts" | "etaMs">;

export class Context {
  readonly orderCounts = new OrderCounts();
  /** Milliseconds since 1970, never going back. */
  readonly now: () => number;
  readonly #onProgress: ((progress: CancelAllProgress) => unknown) | undefined;
  /** Why nothing may be sent any more; undefined: it may. */
  journalFailure: { readonly message: string; readonly cause: unknown } | undefined;
  /** Outages of the budget that were over before this began. */
  readonly #earlierOutages: number;
  /** Whether a DELETE has left. From then on nothing throws. */
  hasSent = false;

  constructor(
    readonly client: Internals,
    readonly clock: Clock,
    readonly asked: Asked,
    readonly deadline: Deadline,
    readonly journal: Journal | undefined,
    onProgress: ((progress: CancelAllProgress) => unknown) | undefined,
  ) {
    this.now = steadyTime(clock);
    this.#onProgress = onProgress;
    const { outages = 0, isDown = false } = client.budget.state?.() ?? {};
    this.#earlierOutages = isDown ? outages - 1 : outages;
  }

  /** How often the budget could not be reached since this began. */
  outages(): number {
    return (this.client.budget.state?.().outages ?? 0) - this.#earlierOutages;
  }

  maySend(): boolean {
    return !this.deadline.stoppedBy() && this.journalFailure === undefined;
  }

  utc(): string {
    return utc(this.now());
  }

  /** Rejects when the entries may not be on disk; then nothing more is sent. */
  async write(entries: readonly JournalEntry[]): Promise<void> {
    if (!this.journal) return;
    try {
      await this.journal.append(entries);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The journal ${this.journal.name} could not be written (${reason}). No DELETE was sent after that.`;
      this.journalFailure ??= { message, cause: error };
      throw error;
    }
  }

  /** The same for facts that nobody has to wait for. */
  note(entry: JournalEntry): void {
    this.write([entry]).catch(() => {});
  }

  tell(news: News): void {
    const counts = this.orderCounts.counts();
    callSafely(this.#onProgress, { ...news, counts, etaMs: this.orderCounts.etaMs(this.now()) });
  }
}
