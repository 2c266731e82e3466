// Owns the counts that progress is told with: how many orders are where, over all accounts.
import type { Verdict } from "../cancel/result.js";
import { etaMsOf } from "./plan.js";
import type { Counts } from "./result.js";

interface Standing {
  readonly accountId: number;
  readonly verdict: Verdict;
  readonly isSent: boolean;
  readonly isDecided: boolean;
}

export class Tally {
  readonly #standings = new Map<string, Standing>();
  readonly #verdicts: { [verdict in Verdict]?: number } = {};
  readonly #unsent = new Map<number, number>();
  #sent = 0;
  #decided = 0;

  set(accountId: number, orderId: number, standing: Omit<Standing, "accountId">): void {
    const key = `${accountId}/${orderId}`;
    const before = this.#standings.get(key);
    if (before) this.#add(before, -1);
    const now = { accountId, ...standing };
    this.#standings.set(key, now);
    this.#add(now, 1);
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
  etaMs(): number {
    return Math.max(0, ...[...this.#unsent.values()].map(etaMsOf));
  }

  #add({ accountId, verdict, isSent, isDecided }: Standing, by: 1 | -1): void {
    this.#verdicts[verdict] = (this.#verdicts[verdict] ?? 0) + by;
    if (isSent) this.#sent += by;
    if (isDecided) this.#decided += by;
    if (!isSent && !isDecided) this.#unsent.set(accountId, (this.#unsent.get(accountId) ?? 0) + by);
  }
}
