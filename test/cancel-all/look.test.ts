// Owns: when pages together are the whole list.
import { describe, expect, test } from "vitest";
import { type Look, LookInProgress } from "../../src/cancel-all/look.js";
import { pageOf } from "../../src/cancel-all/page.js";

const rows = (...ids: number[]) => ids.map((Id) => ({ Id, AccountId: 1, Status: "New" }));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

function look(
  pages: object[],
  { at = 0, earlier }: { at?: number; earlier?: Look } = {},
): Look & { isOver: boolean } {
  const progress = new LookInProgress(at);
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
    ["an empty link", page(rows(1), 1, ""), true],
    ["no link", page(rows(1), 1, null), true],
    ["a link", page(rows(1), 200, "https://api.example.test/next"), false],
    ["a full bare array", rows(...range(1, 100)), false],
    ["a bare array that is not full", rows(1), true],
    ["an empty bare array", [], true],
  ])("%s", (_, data, isLast) => {
    expect(pageOf(data, 1)?.isLast).toBe(isLast);
  });

  test("a page that brings nothing new ends the look: a server may ignore the page number", () => {
    expect(look([page(rows(1), 1, "next"), page(rows(1), 1, "next")]).isOver).toBe(true);
  });

  test.each([[undefined], [null], ["<html>"], [{ Message: "no" }]])("%j is no page", (data) => {
    expect(pageOf(data, 1)).toBeUndefined();
  });

  test("orders of another account and rows without number or status are no evidence", () => {
    const data = [{ Id: 1, AccountId: 2, Status: "New" }, { Id: 2, Status: "New" }, { Id: 3 }, null];
    expect(pageOf(data, 1)?.orders.map(({ order }) => order.Id)).toEqual([2]);
  });
});

describe("a whole look", () => {
  test("an order on two pages is one order", () => {
    const { orders, isWhole } = look([page(rows(1, 2), 3, "next"), page(rows(2, 3), 3)]);
    expect([...orders.keys()]).toEqual([1, 2, 3]);
    expect(isWhole).toBe(true);
  });

  test("fewer rows than the server counts: a row moved between two pages", () => {
    expect(look([page(rows(1, 2), 4, "next"), page(rows(2, 3), 4)]).isWhole).toBe(false);
  });

  test("two looks that agree, further apart than reads may lag: the server counts otherwise", () => {
    const earlier = look([page(rows(1, 2), 4)]);
    expect(look([page(rows(2, 1), 4)], { at: 2_001, earlier }).isWhole).toBe(true);
    expect(look([page(rows(2, 1), 4)], { at: 2_000, earlier }).isWhole).toBe(false);
    expect(look([page(rows(2, 3), 4)], { at: 2_001, earlier }).isWhole).toBe(false);
    expect(look([page(rows(2, 1), 5)], { at: 2_001, earlier }).isWhole).toBe(false);
  });
});
