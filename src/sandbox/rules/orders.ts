// Owns the rules of reading orders: one, one asked at the venue, a page of them.

import { answer, type Context, type Decision } from "../decision.js";
import { ANSWER } from "../documented.js";
import { parseFilter } from "../filter.js";
import { type Order, shownOrder } from "../order.js";
import { legsOf } from "../order-store.js";
import type { State } from "../state.js";
import { orderAsked } from "./cancel.js";

export function getOrder(context: Context): Decision {
  const order = orderAsked(context);
  if (!order) return answer(context, "order", "there is no such order", ANSWER.orderUnknown);
  return answer(context, "read", `the order is ${order.status}`, ANSWER.order, {
    values: shown(order, context.state),
  });
}

export const getSyncOrder = askedAtVenue(getOrder);
export const listSyncOrders = askedAtVenue(listOrders);

/** The venue is asked now and its word arrives later. */
function askedAtVenue(read: (context: Context) => Decision): (context: Context) => Decision {
  return (context) => atVenue(context, read(context));
}

function atVenue(context: Context, decision: Decision): Decision {
  const { venueReadMs } = context.state.settings;
  return venueReadMs === 0 ? decision : { ...decision, due: context.now + venueReadMs };
}

function shown(order: Order, state: State): Record<string, unknown> {
  return shownOrder(order, legsOf(state.orders, order.id));
}

interface Query {
  pageNumber: number;
  pageSize: number;
  filter?: string;
  sortField?: string;
  desc?: boolean;
}

export function listOrders(context: Context): Decision {
  const query = context.call.args as unknown as Query & { accountId: number };
  const filter = parseFilter(query.filter);
  if ("problem" in filter) return answer(context, "filter", filter.problem, ANSWER.filterInvalid);
  const found = [...context.state.orders.byId.values()]
    .filter((order) => order.accountId === query.accountId && filter.accepts(order))
    .map((order) => shown(order, context.state));
  const sorted = sortBy(found, query);
  if (!sorted) return unknownField(context, query.sortField ?? "");
  const values = page(sorted, query, context.call.path);
  return answer(context, "list", `${values.Result.length} of ${values.TotalCount} orders`, ANSWER.orderPage, {
    values,
  });
}

function unknownField(context: Context, field: string): Decision {
  const problem = `sortField: an order has no ${field}`;
  const values = { Errors: [problem], ModelState: { sortField: [problem] } };
  return answer(context, "parameters", problem, ANSWER.invalid, { values });
}

type Shown = Record<string, unknown>;

/** By id where no field is given; orders that are equal in the field stay by id. */
function sortBy(orders: Shown[], { sortField = "Id", desc = false }: Query): Shown[] | undefined {
  const sample = orders[0];
  if (sample && !Object.hasOwn(sample, sortField)) return undefined;
  const sign = desc ? -1 : 1;
  return orders.sort((a, b) => sign * compare(a[sortField], b[sortField]) || Number(a.Id) - Number(b.Id));
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function page(orders: Shown[], query: Query, path: string) {
  const { pageNumber, pageSize } = query;
  const start = pageNumber * pageSize;
  return {
    Result: orders.slice(start, start + pageSize),
    NextPageLink: start + pageSize < orders.length ? link(path, query, pageNumber + 1) : "",
    PreviousPageLink: pageNumber > 0 ? link(path, query, pageNumber - 1) : "",
    TotalCount: orders.length,
  };
}

function link(path: string, { pageSize, filter, sortField, desc }: Query, pageNumber: number): string {
  const given = Object.entries({ filter, sortField, desc }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams({ pageNumber: String(pageNumber), pageSize: String(pageSize) });
  for (const [name, value] of given) query.set(name, String(value));
  return `${path}?${query}`;
}
