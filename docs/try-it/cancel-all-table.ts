// Owns the table of a plan: the orders as they will go, and beside each what has become of it.
import { make, setText } from "./dom.js";
import { type Order, quantity, remaining, spaced, type Verdict, verdictLabel, verdictTone } from "./words.js";

export interface ResultTable {
  readonly element: HTMLElement;
  /** The verdict on an order, and in the end what it means. */
  show(orderId: number, verdict: Verdict, says?: string): void;
}

const COLUMNS = ["Order", "Status", "Side", "Type", "Remaining", "Result"];

export function planTable(orders: readonly Order[]): ResultTable {
  const results = new Map<number, HTMLElement>();
  const body = make("tbody", {});
  const add = (id: number, texts: readonly string[]) => {
    const result = make("td", { class: "all-result" });
    results.set(id, result);
    const cells = texts.map((text) => make("td", {}, text));
    const head = make("th", { scope: "row", class: "unbroken" }, String(id));
    body.append(make("tr", {}, head, ...cells, result));
    return result;
  };
  for (const order of orders) add(order.Id, textsOf(order));
  const head = make("tr", {}, ...COLUMNS.map((name) => make("th", { scope: "col" }, name)));
  const table = make(
    "table",
    { class: "plan" },
    make("caption", { class: "hidden" }, "The plan"),
    make("thead", {}, head),
    body,
  );
  return {
    // Scrolls where there is no room, and then by keyboard too.
    element: make("div", { class: "scrolls", tabindex: "0", role: "group", "aria-label": "The plan" }, table),
    show(orderId, verdict, says = "") {
      // A newcomer, or what lived on after its parent: the plan did not have it.
      const place = results.get(orderId) ?? add(orderId, ["", "", "", ""]);
      place.dataset.tone = verdictTone(verdict);
      const text = says || verdictLabel(verdict);
      setText(place, text);
    },
  };
}

const textsOf = (order: Order): string[] => [
  spaced(order.Status),
  spaced(order.Side ?? "?"),
  order.Type ?? "?",
  quantity(remaining(order)),
];
