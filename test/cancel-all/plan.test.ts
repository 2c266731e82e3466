// Owns: what a plan says of the orders that a list shows.
import { describe, expect, test } from "vitest";
import { ListingInProgress } from "../../src/cancel-all/listing.js";
import { pageOf } from "../../src/cancel-all/page.js";
import { etaMsOf, planOf } from "../../src/cancel-all/plan.js";
import { byExposure, exposureOf } from "../../src/cancel-all/sending-order.js";
import { checkWhere } from "../../src/cancel-all/where.js";
import type { Plan, Where } from "../../src/index.js";

const order = (Id: number, more: object = {}) => ({
  Id,
  AccountId: 1,
  Status: "New",
  Side: "Buy",
  Type: "Limit",
  Symbol: "AAPL",
  SecurityId: 4,
  Quantity: 100,
  ExecutedQuantity: 0,
  ParentId: -1,
  ...more,
});

function planned(orders: object[], where: Where = "everything", keep: number[] = []): Plan {
  const listing = new ListingInProgress(0);
  const page = pageOf(orders, 1);
  if (page) listing.add(page);
  const seen = { accountId: 1, listing: listing.end({ earlier: undefined, settleMs: 0 }) };
  return planOf({ origin: "https://api.example.test", where, keep, listedAt: "2026-01-22T14:30:30.000Z" }, [
    seen,
  ]);
}

const targets = (plan: Plan) => plan.targets.map(({ orderId }) => orderId);
const leftAlone = (plan: Plan) => plan.leftAlone.map(({ orderId, why }) => [orderId, why]);

describe("which orders", () => {
  test("open orders and those that are not proven closed are targets, whatever their status is called", () => {
    const statuses = ["New", "PartiallyFilled", "Held", "Suspended", "DoneForDay", "Error", "Unheard"];
    expect(targets(planned(statuses.map((Status, index) => order(index + 1, { Status }))))).toHaveLength(7);
  });

  test("closed orders are counted only", () => {
    const statuses = ["Canceled", "Filled", "Expired", "Rejected", "Replaced"];
    const plan = planned(statuses.map((Status, index) => order(index + 1, { Status })));
    expect(plan).toMatchObject({ targets: [], leftAlone: [], closed: 5, deletes: 0 });
  });

  test("an order with a cancel under way is sent no other", () => {
    expect(leftAlone(planned([order(1, { Status: "PendingCancel" })]))).toEqual([[1, "pending"]]);
  });

  test("all that a filter gives must hold; case does not matter for symbol and type", () => {
    const orders = [
      order(1),
      order(2, { Side: "Sell" }),
      order(3, { Symbol: "MSFT" }),
      order(4, { SecurityId: 5 }),
    ];
    const plan = planned(orders, { side: "Buy", symbol: "aapl", type: "LIMIT", securityId: 4 });
    expect(targets(plan)).toEqual([1]);
    expect(leftAlone(plan)).toEqual([
      [2, "excluded"],
      [3, "excluded"],
      [4, "excluded"],
    ]);
  });

  test("an order that does not state what the filter asks for is left alone, and it is said", () => {
    expect(leftAlone(planned([order(1, { Symbol: undefined })], { symbol: "AAPL" }))).toEqual([
      [1, "unstated"],
    ]);
  });
});

describe("keep", () => {
  test("a kept order is left alone, and so is what replaces it, and what replaces that", () => {
    const orders = [
      order(1, { Status: "Replaced", ClientId: "a" }),
      order(2, { Status: "Replaced", OrigClientId: "a", ClientId: "b" }),
      order(3, { OrigClientId: "b" }),
      order(4),
    ];
    const plan = planned(orders, "everything", [1]);
    expect(targets(plan)).toEqual([4]);
    expect(leftAlone(plan)).toEqual([[3, "kept"]]);
  });

  test("an order with a kept leg is left alone, because canceling it would cancel the leg", () => {
    const plan = planned([order(1, { Legs: [order(2), order(3)] })], "everything", [2]);
    expect(leftAlone(plan)).toEqual([
      [1, "leg-kept"],
      [2, "kept"],
    ]);
    expect(targets(plan)).toEqual([3]);
  });
});

describe("legs", () => {
  test("a leg goes with its parent, whether it comes inside of it or as a row of its own", () => {
    const plan = planned([order(1, { Legs: [order(2, { Legs: [order(3)] })] }), order(4, { ParentId: 1 })]);
    expect(targets(plan)).toEqual([1]);
    expect(leftAlone(plan)).toEqual([
      [2, "with-parent"],
      [3, "with-parent"],
      [4, "with-parent"],
    ]);
  });

  test("a leg goes by itself where its parent is closed, excluded or not in the list", () => {
    const orders = [
      order(1, { Status: "Filled", Legs: [order(2)] }),
      order(3, { Side: "Sell", Legs: [order(4)] }),
      order(5, { ParentId: 99 }),
    ];
    expect(targets(planned(orders, { side: "Buy" }))).toEqual([2, 4, 5]);
  });

  test("a parent without side is meant if all its open legs are", () => {
    const parent = (Id: number, sides: string[]) =>
      order(Id, { Side: undefined, Legs: sides.map((Side, index) => order(Id * 10 + index, { Side })) });
    const plan = planned([parent(1, ["Buy", "Buy"]), parent(2, ["Buy", "Sell"])], { side: "Buy" });
    expect(targets(plan)).toEqual([1, 20]);
    expect(leftAlone(plan)).toContainEqual([2, "unstated"]);
    expect(leftAlone(plan)).toContainEqual([21, "excluded"]);
  });
});

describe("the order in which they go", () => {
  test("market and stop before limit, then the larger remaining quantity, then the older order", () => {
    const orders = [
      order(1, { Quantity: 500, ExecutedQuantity: 450 }),
      order(2, { Quantity: 100 }),
      order(3, { Quantity: 100 }),
      order(4, { Type: "Market", Quantity: 1 }),
      order(5, { Type: "Stop", Quantity: 2 }),
      order(6, { Type: "StopLimit", Quantity: 1_000 }),
    ];
    expect(targets(planned(orders))).toEqual([5, 4, 6, 2, 3, 1]);
  });

  test("a quantity that is not stated counts as the largest", () => {
    const unstated = { orderId: 9, exposure: exposureOf(order(9, { Quantity: undefined }) as never) };
    const large = { orderId: 1, exposure: exposureOf(order(1, { Quantity: 1e9 }) as never) };
    expect([large, unstated].sort(byExposure)).toEqual([unstated, large]);
  });
});

describe("what it takes", () => {
  test.each([
    [0, 0],
    [1, 0],
    [49, 0],
    [50, 61_500],
    [98, 61_500],
    [1_000, 20 * 61_500],
  ])("%i DELETEs of one account leave within %i ms", (deletes, ms) => {
    expect(etaMsOf(deletes)).toBe(ms);
  });

  test("it survives JSON", () => {
    const plan = planned([order(1), order(2, { Status: "Filled" })]);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(plan).toMatchObject({ version: 1, accountIds: [1], deletes: 1, reads: 3, etaMs: 0 });
  });
});

describe("where", () => {
  test.each([
    [undefined, /must say which orders/],
    [{}, /must say which orders/],
    ["all", /must say which orders/],
    [{ sides: "Buy" }, /there is no `where.sides`, only side, securityId, symbol, type/],
    [{ side: "buy" }, /`where.side` must be Buy, Sell, SellShort, BuyToCover/],
    [{ securityId: "4" }, /`where.securityId` must be a whole number/],
    [{ symbol: " " }, /`where.symbol` must be a text that is not empty/],
  ])("%j is refused with a sentence", (where, sentence) => {
    expect(() => checkWhere("planCancelAll", where)).toThrow(sentence);
  });
});
