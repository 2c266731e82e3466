// Owns the proof that nothing is left: two whole looks in a row, the second begun after the last verdict. Pure.
import type { Verdict } from "../cancel/result.js";
import type { Listing } from "./listing.js";

interface Witness {
  readonly listing: Listing;
  /** Nothing was to be done or learned for any order when it ended. */
  readonly isQuiet: boolean;
  /** It showed nothing that is meant and not closed. */
  readonly isEmpty: boolean;
}

/** Looks that may differ before it is given up. */
const MOST_LISTINGS = 20;

export class Proof {
  readonly #settleMs: number;
  readonly #verdicts = new Map<number, Verdict>();
  #decidedAt = Number.NEGATIVE_INFINITY;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #witnesses: Witness[] = [];
  #quietListings = 0;

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
    this.#quietListings += 1;
    if (witness.listing.isWhole) this.#witnesses = [...this.#witnesses, witness].slice(-2);
    else this.#witnesses = [];
  }

  /** When a look would be the next witness. */
  nextListingAt(): number {
    const isSecond = this.#witnesses.length > 0;
    return isSecond ? this.#secondFrom() : Number.NEGATIVE_INFINITY;
  }

  /** Undefined: it is not over. */
  ends(): "verified-empty" | "open" | undefined {
    const [first, second] = this.#witnesses;
    const isProof = first && second && second.listing.startedAt >= this.#secondFrom();
    if (isProof && first.isEmpty && second.isEmpty) return "verified-empty";
    const isOpen = isProof && !second.isEmpty;
    return isOpen || this.#quietListings >= MOST_LISTINGS ? "open" : undefined;
  }

  /** Reads may lag: an earlier one may show what was before the last answer, or a leg before its parent took it along. */
  #secondFrom(): number {
    return Math.max(this.#decidedAt, this.#answeredAt) + this.#settleMs + 1;
  }
}
