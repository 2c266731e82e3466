// Owns the proof that nothing is left: two whole looks in a row, the second begun after the last verdict. Pure.
import type { Verdict } from "../cancel/result.js";
import type { Look } from "./look.js";

interface Witness {
  readonly look: Look;
  /** Nothing was to be done or learned for any order when it ended. */
  readonly isQuiet: boolean;
  /** It showed nothing that is meant and not closed. */
  readonly isEmpty: boolean;
  readonly endedAt: number;
}

/** Looks that may differ before it is given up. */
const MOST_LOOKS = 20;

export class Proof {
  readonly #settleMs: number;
  readonly #verdicts = new Map<number, Verdict>();
  #decidedAt = Number.NEGATIVE_INFINITY;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #witnesses: Witness[] = [];
  #quietLooks = 0;

  constructor(settleMs: number) {
    this.#settleMs = settleMs;
  }

  /** An answer to a DELETE came. */
  answered(at: number): void {
    this.#answeredAt = Math.max(this.#answeredAt, at);
  }

  /** Nothing more will be learned of an order. */
  decided(orderId: number, verdict: Verdict, at: number): void {
    if (this.#verdicts.get(orderId) === verdict) return;
    this.#verdicts.set(orderId, verdict);
    this.#decidedAt = at;
  }

  add(witness: Witness): void {
    if (!witness.isQuiet) {
      this.#witnesses = [];
      return;
    }
    this.#quietLooks += 1;
    if (witness.look.isWhole) this.#witnesses = [...this.#witnesses, witness].slice(-2);
    else this.#witnesses = [];
  }

  /** When a look would be the next witness. */
  nextLookAt(): number {
    const isSecond = this.#witnesses.length > 0;
    return isSecond ? this.#secondFrom() : Number.NEGATIVE_INFINITY;
  }

  /** Undefined: it is not over. */
  ends(): "verified-empty" | "open" | undefined {
    const [first, second] = this.#witnesses;
    if (this.#quietLooks >= MOST_LOOKS) return "open";
    if (!first || !second || second.look.startedAt < this.#secondFrom()) return undefined;
    if (!second.isEmpty) return "open";
    return first.isEmpty ? "verified-empty" : undefined;
  }

  /** Reads may lag: what an earlier one shows may be from before the last answer. */
  #secondFrom(): number {
    return Math.max(this.#decidedAt, this.#answeredAt + this.#settleMs) + 1;
  }
}
