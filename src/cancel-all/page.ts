// Owns what a page of the list says: its orders with their legs, and whether another one follows. Pure.
import type { Order } from "../cancel/ledger.js";

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
  readonly isLast: boolean;
  /** Number of rows on all pages, where the answer says so. */
  readonly totalCount?: number;
}

/** Undefined: this is no page. A list may come as a bare array. */
export function pageOf(data: unknown, accountId: number): Page | undefined {
  const result = Array.isArray(data) ? data : (Object(data) as { Result?: unknown }).Result;
  if (!Array.isArray(result)) return undefined;
  const orders = result.flatMap((row) => withLegs(row, accountId, undefined));
  const rows = result.filter(isOrder).map(({ Id }) => Id);
  const { NextPageLink, TotalCount } = Object(data) as { NextPageLink?: unknown; TotalCount?: unknown };
  // Empty on the last page, or null; a bare array has none.
  const isLast = NextPageLink === undefined ? result.length < PAGE_SIZE : !NextPageLink;
  const page = { orders, rows, isLast: isLast || result.length === 0 };
  return typeof TotalCount === "number" ? { ...page, totalCount: TotalCount } : page;
}

function withLegs(row: unknown, accountId: number, parentId: number | undefined): Listed[] {
  if (!isOrder(row) || !isOfAccount(row, accountId)) return [];
  const parent = parentOf(row) ?? parentId;
  const legs = Array.isArray(row.Legs) ? row.Legs : [];
  const listed = parent === undefined ? { order: row } : { order: row, parentId: parent };
  return [listed, ...legs.flatMap((leg) => withLegs(leg, accountId, row.Id))];
}

/** The API writes -1, or nothing, where there is no parent. */
function parentOf({ ParentId }: Order): number | undefined {
  return typeof ParentId === "number" && ParentId > 0 ? ParentId : undefined;
}

/** What has no number or no status is no evidence. */
function isOrder(value: unknown): value is Order {
  const { Id, Status } = Object(value) as Partial<Order>;
  return typeof Id === "number" && typeof Status === "string";
}

const isOfAccount = ({ AccountId }: Partial<Order>, accountId: number): boolean =>
  AccountId === undefined || AccountId === accountId;
