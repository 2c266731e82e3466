// Owns the rules of reading orders: one, one asked at the venue, a page of them.

import { answer, type Context, type Decision } from "../decision.js";
import { ANSWER } from "../documented.js";
import { parseFilter } from "../filter.js";
import { type Order, orderAt, SHOWN, shownOrder } from "../order.js";
import { legsOf } from "../order-store.js";
import type { State } from "../state.js";
import { within } from "../timing.js";
import { orderAsked } from "./cancel.js";

/** As the API's copy shows it, which may lag behind. */
export function getOrder(context: Context): Decision {
  const asked = orderAsked(context);
  const time = shownTime(context);
  const order = asked && orderAt(asked, time);
  return order ? oneOrder(context, order, time) : noOrder(context);
}

/** The venue is asked now and its word arrives later; it shows the order as it is now. */
export function getSyncOrder(context: Context): Decision {
  const order = orderAsked(context);
  return afterVenue(context, order ? oneOrder(context, order, context.now) : noOrder(context));
}

export function listSyncOrders(context: Context): Decision {
  return afterVenue(context, list(context, context.now));
}

/** What the venue is asked for arrives later. */
function afterVenue({ state, now }: Context, decision: Decision): Decision {
  const { venueReadMs } = state.timing;
  return venueReadMs === 0 ? decision : { ...decision, due: now + venueReadMs };
}

function oneOrder(context: Context, order: Order, time: number): Decision {
  const values = shown(order, context.state, time);
  return answer(context, "read", `the order is ${order.status}`, ANSWER.order, { values });
}

function noOrder(context: Context): Decision {
  return answer(context, "order", "there is no such order", ANSWER.orderUnknown);
}

/** The time that a copy is of which lags behind. */
function shownTime({ call, state, now }: Context): number {
  return now - Math.round(within(state.timing.readLagMs, call.chance));
}

function shown(order: Order, state: State, time: number): Record<string, unknown> {
  const legs = legsOf(state.orders, order.id).map((leg) => orderAt(leg, time) ?? leg);
  return shownOrder(order, legs);
}

interface Query {
  accountId: number;
  pageNumber: number;
  pageSize: number;
  filter?: string;
  sortField?: string;
  desc?: boolean;
}

/** As the API's copy shows them, which may lag behind. */
export function listOrders(context: Context): Decision {
  return list(context, shownTime(context));
}

function list(context: Context, time: number): Decision {
  const query = context.call.args as unknown as Query;
  const { filter: condition, sortField = "Id", desc = false } = query;
  const filter = parseFilter(condition);
  if ("problem" in filter) return answer(context, "filter", filter.problem, ANSWER.filterInvalid);
  const key = sortKey(sortField);
  if (!key) return unknownField(context, sortField);
  const { state, call } = context;
  const found = [...state.orders.byId.values()]
    .filter(({ accountId }) => accountId === query.accountId)
    .flatMap((order) => orderAt(order, time) ?? [])
    .filter(filter.accepts);
  const pageOf = (orders: Order[]) => orders.map((order) => shown(order, state, time));
  const values = page(sorted(found, key, desc), query, call.path, pageOf);
  const reason = `${values.Result.length} of ${values.TotalCount} orders`;
  return answer(context, "list", reason, ANSWER.orderPage, { values });
}

function unknownField(context: Context, field: string): Decision {
  const problem = `sortField: an order has no ${field}`;
  const values = { Errors: [problem], ModelState: { sortField: [problem] } };
  return answer(context, "parameters", problem, ANSWER.invalid, { values });
}

type SortKey = (order: Order) => string | number;

/** By the property that is shown; dates sort as numbers in the same order. */
function sortKey(field: string): SortKey | undefined {
  if (field === "CreateDate") return ({ createdAt }) => createdAt;
  if (field === "TransactionDate" || field === "Date") return ({ changedAt }) => changedAt;
  return Object.hasOwn(SHOWN, field) ? SHOWN[field as keyof typeof SHOWN] : undefined;
}

/** Orders that are equal in the field stay by id. */
function sorted(orders: Order[], key: SortKey, desc: boolean): Order[] {
  const sign = desc ? -1 : 1;
  return orders
    .map((order) => ({ order, key: key(order) }))
    .sort((a, b) => sign * compare(a.key, b.key) || a.order.id - b.order.id)
    .map(({ order }) => order);
}

function compare(a: string | number, b: string | number): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/** Only the orders of the page are made into what is shown of them. */
function page(orders: Order[], query: Query, path: string, shownOf: (orders: Order[]) => unknown[]) {
  const { pageNumber, pageSize } = query;
  const start = pageNumber * pageSize;
  return {
    Result: shownOf(orders.slice(start, start + pageSize)),
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
