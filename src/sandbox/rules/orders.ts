// Owns the rules of reading orders: one order, one order asked of the venue, a page of orders.
import { type Context, type Decision, respondWith } from "../decision.js";
import { RESPONSE } from "../documented-responses.js";
import { parseFilter } from "../filter.js";
import { API_PROPERTIES, type Order, orderAt, orderBody } from "../order.js";
import { legsOf } from "../order-store.js";
import type { State } from "../state.js";
import { valueIn } from "../timing.js";
import { requestedOrder } from "./cancel.js";

/** From the API's own copy of the orders, which may be stale. */
export function getOrder(context: Context): Decision {
  return readOrder(context, timeOfCopy(context));
}

/** From the venue, whose answer takes its time and is not stale. */
export function getSyncOrder(context: Context): Decision {
  return afterVenue(context, readOrder(context, context.now));
}

/** From the API's own copy of the orders, which may be stale. */
export function listOrders(context: Context): Decision {
  return list(context, timeOfCopy(context));
}

export function listSyncOrders(context: Context): Decision {
  return afterVenue(context, list(context, context.now));
}

function afterVenue({ state, now }: Context, decision: Decision): Decision {
  return { ...decision, due: now + state.timing.venueReadMs };
}

function timeOfCopy({ call, state, now }: Context): number {
  return now - Math.round(valueIn(state.timing.readLagMs, call.chance));
}

function readOrder(context: Context, time: number): Decision {
  const current = requestedOrder(context);
  const order = current && orderAt(current, time);
  if (!order) return respondWith(context, "order", "there is no such order", RESPONSE.orderUnknown);
  const values = bodyOf(order, context.state, time);
  return respondWith(context, "read", `the order is ${order.status}`, RESPONSE.order, { values });
}

function bodyOf(order: Order, state: State, time: number): Record<string, unknown> {
  const legs = legsOf(state.orders, order.id).map((leg) => orderAt(leg, time) ?? leg);
  return orderBody(order, legs);
}

interface Query {
  accountId: number;
  pageNumber: number;
  pageSize: number;
  filter?: string;
  sortField?: string;
  desc?: boolean;
}

function list(context: Context, time: number): Decision {
  const { state, call } = context;
  // The parameters were checked against their schemas.
  const query = call.args as unknown as Query;
  const filter = parseFilter(query.filter);
  if ("problem" in filter) return respondWith(context, "filter", filter.problem, RESPONSE.filterInvalid);
  const { sortField = "Id", desc = false } = query;
  const key = SORT_KEYS.get(sortField);
  if (!key) return unknownField(context, sortField);
  const found = [...state.orders.byId.values()]
    .filter(({ accountId }) => accountId === query.accountId)
    .flatMap((order) => orderAt(order, time) ?? [])
    .filter(filter.accepts);
  const values = page(sorted(found, key, desc), query, call.path, (order) => bodyOf(order, state, time));
  const reason = `${values.Result.length} of ${values.TotalCount} orders`;
  return respondWith(context, "list", reason, RESPONSE.orderPage, { values });
}

function unknownField(context: Context, field: string): Decision {
  const problem = `sortField: an order has no ${field}`;
  const values = { Errors: [problem], ModelState: { sortField: [problem] } };
  return respondWith(context, "parameters", problem, RESPONSE.invalid, { values });
}

type SortKey = (order: Order) => string | number;

/** Dates are compared as numbers, which gives the same order and is faster. */
const DATES: ReadonlyMap<string, SortKey> = new Map([
  ["CreateDate", ({ createdAt }) => createdAt],
  ["Date", ({ changedAt }) => changedAt],
  ["TransactionDate", ({ changedAt }) => changedAt],
]);
const SORT_KEYS: ReadonlyMap<string, SortKey> = new Map([...Object.entries(API_PROPERTIES), ...DATES]);

/** Orders with equal values are sorted by id. */
function sorted(orders: Order[], key: SortKey, desc: boolean): Order[] {
  const sign = desc ? -1 : 1;
  return orders
    .map((order) => ({ order, key: key(order) }))
    .sort((a, b) => sign * compare(a.key, b.key) || a.order.id - b.order.id)
    .map(({ order }) => order);
}

function compare(a: string | number, b: string | number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return 0;
}

/** Makes bodies of the orders on the page only: there may be thousands of others. */
function page(orders: Order[], query: Query, path: string, body: (order: Order) => unknown) {
  const { pageNumber, pageSize } = query;
  const [start, end] = [pageNumber * pageSize, (pageNumber + 1) * pageSize];
  const links = { NextPageLink: "", PreviousPageLink: "" };
  if (end < orders.length) links.NextPageLink = pageLink(path, query, pageNumber + 1);
  if (pageNumber > 0) links.PreviousPageLink = pageLink(path, query, pageNumber - 1);
  return { Result: orders.slice(start, end).map(body), ...links, TotalCount: orders.length };
}

function pageLink(path: string, { pageSize, filter, sortField, desc }: Query, pageNumber: number): string {
  const query = new URLSearchParams({ pageNumber: String(pageNumber), pageSize: String(pageSize) });
  for (const [name, value] of Object.entries({ filter, sortField, desc }))
    if (value !== undefined) query.set(name, String(value));
  return `${path}?${query}`;
}
