// Owns the rules of reading orders: one, one asked at the venue, a page of them. Pure.
import { answer, type Decision, type Scene } from "./decision.js";
import { parseFilter } from "./filter.js";
import { type Order, shownOrder } from "./order.js";
import { orderAsked } from "./rules-cancel.js";
import { legsOf, type State } from "./state.js";

export function getOrder(scene: Scene): Decision {
  const order = orderAsked(scene);
  if (!order) return answer(scene, "order", "there is no such order", "404 order-unknown");
  return answer(scene, "read", `the order is ${order.status}`, "200 order-open", {
    values: shown(order, scene.state),
  });
}

/** The venue is asked now and its word arrives later; it shows the order as it is then. */
export function getSyncOrder(scene: Scene): Decision {
  const decision = getOrder(scene);
  const { venueReadMs } = scene.state.settings;
  return venueReadMs === 0 ? decision : { ...decision, due: scene.now + venueReadMs };
}

function shown(order: Order, state: State): Record<string, unknown> {
  return shownOrder(order, legsOf(state, order.id));
}

interface Query {
  pageNumber: number;
  pageSize: number;
  filter?: string;
  sortField?: string;
  desc?: boolean;
}

export function listOrders(scene: Scene): Decision {
  const query = scene.ask.args as unknown as Query & { accountId: number };
  const filter = parseFilter(query.filter);
  if ("problem" in filter) return answer(scene, "filter", filter.problem, "400 filter-invalid");
  const found = [...scene.state.orders.values()]
    .filter((order) => order.accountId === query.accountId && filter.accepts(order))
    .map((order) => shown(order, scene.state));
  const sorted = sortBy(found, query);
  if (!sorted) return unknownField(scene, query.sortField ?? "");
  const values = page(sorted, query, scene.ask.path);
  return answer(
    scene,
    "list",
    `${values.Result.length} of ${values.TotalCount} orders`,
    "200 orders-listed",
    {
      values,
    },
  );
}

function unknownField(scene: Scene, field: string): Decision {
  const problem = `sortField: an order has no ${field}`;
  const values = { Errors: [problem], ModelState: { sortField: [problem] } };
  return answer(scene, "parameters", problem, "422 validation-failed", { values });
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
