// Owns: when pages together are the whole list.
import { describe, expect, test } from "vitest";
import { doubtsOf, type Listing, ListingInProgress } from "../../src/cancel-all/listing.js";
import { pageOf } from "../../src/cancel-all/page.js";

const rows = (...ids: number[]) => ids.map((Id) => ({ Id, AccountId: 1, Status: "New" }));

function listing(
  pages: object[],
  { at = 0, earlier }: { at?: number; earlier?: Listing } = {},
): Listing & { isOver: boolean } {
  const progress = new ListingInProgress(at);
  for (const data of pages) {
    const page = pageOf(data, 1);
    if (page) progress.add(page);
  }
  return { ...progress.end({ earlier, settleMs: 2_000 }), isOver: progress.isOver };
}

const page = (Result: object[], TotalCount: number, NextPageLink: string | null = null) => ({
  Result,
  TotalCount,
  NextPageLink,
});

describe("the last page", () => {
  test.each([
    ["an empty link", [page(rows(1), 1, "")], true],
    ["no link", [page(rows(1), 1, null)], true],
    ["a link", [page(rows(1), 200, "https://api.example.test/next")], false],
    ["no link, but fewer rows than the server counts", [page(rows(1), 2, "")], false],
    ["a bare array: the server may give fewer rows than were asked for", [rows(1)], false],
    ["an empty bare array", [rows(1), []], true],
    ["nothing at all", [page([], 0, "")], true],
    ["no row, whatever the link and the count say", [page([], 5, "next")], true],
  ])("%s", (_, pages, isOver) => {
    expect(listing(pages).isOver).toBe(isOver);
  });

  test("a page that brings nothing new ends the look: a server may ignore the page number", () => {
    expect(listing([page(rows(1), 1, "next"), page(rows(1), 1, "next")]).isOver).toBe(true);
  });

  test.each([[undefined], [null], ["<html>"], [{ Message: "no" }]])("%j is no page", (data) => {
    expect(pageOf(data, 1)).toBeUndefined();
  });

  test.each([
    ["of another account", { Id: 1, AccountId: 2, Status: "New" }],
    ["whose account is text", { Id: 1, AccountId: "1", Status: "New" }],
    ["without a number", { Status: "New" }],
    ["whose number is text", { Id: "1", Status: "New" }],
    ["whose number no cancel could name", { Id: 0, Status: "New" }],
    ["whose number is a fraction", { Id: 1.5, Status: "New" }],
    ["without a status", { Id: 3 }],
    ["that is null", null],
    ["with a leg that cannot be read", { Id: 2, Status: "New", Legs: [{ Id: 4 }] }],
  ])("a row %s is no order, and is counted", (_, row) => {
    const seen = pageOf([{ Id: 2, Status: "New" }, row], 1);
    expect(new Set(seen?.orders.map(({ order }) => order.Id))).toEqual(new Set([2]));
    expect(seen?.unread).toBe(1);
  });

  test("a leg that is only a number is a row elsewhere", () => {
    expect(pageOf([{ Id: 2, Status: "New", Legs: [3] }], 1)?.unread).toBe(0);
  });
});

test("a leg that comes inside of its parent and as a row of its own is given once", () => {
  const leg = { Id: 2, Status: "Held", ParentId: 1 };
  const seen = pageOf([{ Id: 1, Status: "New", Legs: [leg] }, leg], 1);
  const fresh = seen && new ListingInProgress(0).add(seen);
  expect(fresh?.map(({ order }) => order.Id)).toEqual([1, 2]);
});

describe("a whole look", () => {
  test("an order on two pages is one order", () => {
    const { orders, isWhole } = listing([page(rows(1, 2), 3, "next"), page(rows(2, 3), 3)]);
    expect([...orders.keys()]).toEqual([1, 2, 3]);
    expect(isWhole).toBe(true);
  });

  test("fewer rows than the server counts: a row moved between two pages", () => {
    expect(listing([page(rows(1, 2), 4, "next"), page(rows(2, 3), 4)]).isWhole).toBe(false);
  });

  const leg = (Id: number) => ({ Id, Status: "New" });
  const withLegs = (...legs: number[]) => [{ ...leg(1), Legs: legs.map(leg) }, leg(9)];

  test("a server that counts legs as rows: two looks that agree, further apart than reads may lag", () => {
    const earlier = listing([page(withLegs(2, 3), 4)]);
    expect(earlier.isWhole).toBe(false);
    expect(listing([page(withLegs(2, 3), 4)], { at: 2_001, earlier })).toMatchObject({ isWhole: true });
    expect(listing([page(withLegs(2, 3), 4)], { at: 2_000, earlier })).toMatchObject({ isStable: false });
    expect(listing([page(withLegs(2, 3), 5)], { at: 2_001, earlier })).toMatchObject({ isStable: false });
  });

  test("two looks that agree on fewer rows than the server counts: no other look will show more", () => {
    const earlier = listing([page(rows(1, 2), 4)]);
    const later = listing([page(rows(2, 1), 4)], { at: 2_001, earlier });
    expect(later).toMatchObject({ isWhole: false, isStable: true });
    expect(listing([page(rows(2, 3), 4)], { at: 2_001, earlier })).toMatchObject({ isStable: false });
    expect(doubtsOf(1, later)).toEqual([
      "The API counts 4 orders in account 1, and its list shows 2. The others may be in the market.",
    ]);
  });
});
