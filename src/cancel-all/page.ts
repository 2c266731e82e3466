// Owns what a page of the list says: its orders with their legs, and whether another one follows. Pure.
import type { Order } from "../cancel/ledger.js";
import { operationTable } from "../generated/operations.js";

/** The most that the API gives at once. */
export const PAGE_SIZE = 100;

/** An order as the list shows it, alone or as a leg of another. */
export interface Listed {
  readonly order: Order;
  /** The order that it depends on; absent: none. */
  readonly parentId?: number;
}

export interface Page {
  /** Rows and, behind each, its legs. */
  readonly orders: readonly Listed[];
  /** Numbers of the rows, without legs that are shown inside of them. */
  readonly rows: readonly number[];
  /** How many rows and legs are no orders of this account that can be read. They may be in the market all the same. */
  readonly unread: number;
  /** Whether it has no row at all. */
  readonly isEmpty: boolean;
  /** Whether the answer names no page after this one. A bare array never says. */
  readonly isLast: boolean;
  /** Number of rows on all pages, where the answer says so. */
  readonly totalCount?: number;
}

const { minimum = 1, maximum = Number.MAX_SAFE_INTEGER } = operationTable.cancelOrder.params.orderId ?? {};

/** Undefined: this is no page. A list may come as a bare array. */
export function pageOf(data: unknown, accountId: number): Page | undefined {
  const result = Array.isArray(data) ? data : (Object(data) as { Result?: unknown }).Result;
  if (!Array.isArray(result)) return undefined;
  const found: Found = { orders: [], unread: 0 };
  for (const row of result) addWithLegs(found, row, accountId, undefined);
  const { NextPageLink, TotalCount } = Object(data) as { NextPageLink?: unknown; TotalCount?: unknown };
  const page = {
    ...found,
    rows: result.filter(isOrder).map(({ Id }) => Id),
    isEmpty: result.length === 0,
    // Empty on the last page, or null.
    isLast: NextPageLink !== undefined && !NextPageLink,
  };
  return typeof TotalCount === "number" ? { ...page, totalCount: TotalCount } : page;
}

interface Found {
  readonly orders: Listed[];
  unread: number;
}

function addWithLegs(found: Found, row: unknown, accountId: number, parentId: number | undefined): void {
  if (!isOrder(row) || (row.AccountId !== undefined && row.AccountId !== accountId)) {
    found.unread += 1;
    return;
  }
  const parent = parentOf(row) ?? parentId;
  found.orders.push(parent === undefined ? { order: row } : { order: row, parentId: parent });
  const legs: readonly unknown[] = Array.isArray(row.Legs) ? row.Legs : [];
  // A leg that is only a number stands in the list as a row of its own.
  for (const leg of legs) if (typeof leg !== "number") addWithLegs(found, leg, accountId, row.Id);
}

/** The API writes -1, or nothing, where there is no parent. No order is a leg of itself. */
function parentOf({ Id, ParentId }: Order): number | undefined {
  return typeof ParentId === "number" && ParentId > 0 && ParentId !== Id ? ParentId : undefined;
}

/** What has no number that a cancel could name, or no status, cannot be read. */
function isOrder(value: unknown): value is Order {
  const { Id, Status } = Object(value) as Partial<Order>;
  return Number.isInteger(Id) && Number(Id) >= minimum && Number(Id) <= maximum && typeof Status === "string";
}
