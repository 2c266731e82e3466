// Owns the counts that progress is told with: how many orders are where, over all accounts.
import type { Verdict } from "../cancel/result.js";
import { etaMsOf } from "./plan.js";
import type { Counts } from "./result.js";

interface Standing {
  readonly verdict: Verdict;
  readonly isSent: boolean;
  readonly isDecided: boolean;
}

interface Account {
  /** DELETEs that have left or are to leave. */
  deletes: number;
  unsent: number;
  firstSentAt?: number;
}

export class OrderCounts {
  readonly #standings = new Map<string, Standing>();
  readonly #verdicts: { [verdict in Verdict]?: number } = {};
  readonly #accounts = new Map<number, Account>();
  #sent = 0;
  #decided = 0;

  /** `now`: milliseconds from any start, never going back. */
  set(accountId: number, orderId: number, standing: Standing, now: number): void {
    const key = `${accountId}/${orderId}`;
    const account = this.#accounts.get(accountId) ?? { deletes: 0, unsent: 0 };
    this.#accounts.set(accountId, account);
    const before = this.#standings.get(key);
    if (before) this.#add(account, before, -1);
    this.#standings.set(key, standing);
    this.#add(account, standing, 1);
    if (standing.isSent) account.firstSentAt ??= now;
  }

  counts(): Counts {
    return {
      orders: this.#standings.size,
      sent: this.#sent,
      decided: this.#decided,
      verdicts: { ...this.#verdicts },
    };
  }

  /** Milliseconds until the last DELETE has left, by the documented limits. All accounts go at once. */
  etaMs(now: number): number {
    const waits = [...this.#accounts.values()].map(({ deletes, unsent, firstSentAt = now }) =>
      unsent === 0 ? 0 : etaMsOf(deletes) - (now - firstSentAt),
    );
    return Math.max(0, ...waits);
  }

  #add(account: Account, { verdict, isSent, isDecided }: Standing, by: 1 | -1): void {
    if (isSent) this.#sent += by;
    if (isDecided) {
      this.#decided += by;
      this.#verdicts[verdict] = (this.#verdicts[verdict] ?? 0) + by;
    }
    const isUnsent = !isSent && !isDecided;
    if (isUnsent) account.unsent += by;
    if (isSent || isUnsent) account.deletes += by;
  }
}
