// Owns: what it takes until nothing is proven to be left.
import { describe, expect, test } from "vitest";
import type { Listing } from "../../src/cancel-all/listing.js";
import { Proof } from "../../src/cancel-all/proof.js";

const listing = (startedAt: number, isWhole = true): Listing => ({
  startedAt,
  isWhole,
  isStable: isWhole,
  unread: 0,
  orders: new Map(),
  rows: new Set(),
  pages: 1,
  totalCount: 0,
});

const empty = (at: number) => ({ listing: listing(at), isQuiet: true, isEmpty: true });
const full = (at: number) => ({ listing: listing(at), isQuiet: true, isEmpty: false });

function proofOf(...witnesses: Parameters<Proof["add"]>[0][]): Proof {
  const proof = new Proof(2_000);
  proof.decided(1, "canceled", 1_000);
  for (const witness of witnesses) proof.add(witness);
  return proof;
}

describe("two whole looks in a row", () => {
  test("both empty, the second begun late enough: empty", () => {
    expect(proofOf(empty(2_000), empty(3_001)).ends()).toBe("verified-empty");
  });

  test("the second begun while reads may still lag behind the last verdict: nothing yet, and it says when", () => {
    const proof = proofOf(empty(2_000), empty(3_000));
    expect(proof.ends()).toBeUndefined();
    expect(proof.nextListingAt()).toBe(3_001);
    proof.add(empty(3_001));
    expect(proof.ends()).toBe("verified-empty");
  });

  test("an answer counts as a verdict does", () => {
    const proof = proofOf(empty(2_000), empty(3_001));
    proof.answered(1_500);
    expect(proof.ends()).toBeUndefined();
  });

  test("one of them shows something: the last decides, and emptiness takes both", () => {
    expect(proofOf(empty(2_000), full(3_001)).ends()).toBe("open");
    expect(proofOf(full(2_000), empty(3_001)).ends()).toBeUndefined();
    expect(proofOf(full(2_000), empty(3_001), empty(3_002)).ends()).toBe("verified-empty");
  });
});

describe("no proof", () => {
  test("one look", () => {
    expect(proofOf(empty(9_000)).ends()).toBeUndefined();
  });

  test("a look during which something was still to be done, and what was before it", () => {
    const busy = { ...empty(3_001), isQuiet: false };
    expect(proofOf(empty(2_000), busy).ends()).toBeUndefined();
    expect(proofOf(empty(2_000), busy, empty(4_000)).ends()).toBeUndefined();
  });

  test("a look whose rows moved, and what was before it", () => {
    const moved = { ...empty(3_001), listing: listing(3_001, false) };
    expect(proofOf(empty(2_000), moved, empty(4_000)).ends()).toBeUndefined();
  });

  test("a verdict that changes begins anew", () => {
    const proof = proofOf(empty(2_000), empty(3_001));
    proof.decided(1, "canceled", 9_000);
    expect(proof.ends()).toBe("verified-empty");
    proof.decided(1, "too-late", 9_000);
    expect(proof.ends()).toBeUndefined();
  });

  test("a list whose rows never stand still is given up in the end, as open", () => {
    const moved = { ...empty(9_000), listing: listing(9_000, false) };
    expect(proofOf(...Array(19).fill(moved)).ends()).toBeUndefined();
    expect(proofOf(...Array(20).fill(moved)).ends()).toBe("open");
  });
});
