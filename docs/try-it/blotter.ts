// Owns the table: one group of rows per order, kept and changed in place, so that the keyboard's focus stays where it
// is; and the place for cancels of orders that are in no list.
import type { Via } from "autoshares-cancel";
import { button, byId, make, setText } from "./dom.js";
import { createEvidence, type Evidence, type Watch } from "./evidence.js";
import type { Run } from "./run.js";
import { type Order, quantity, remaining, spaced, toneOf, whyNot } from "./words.js";

export interface Situation {
  readonly name: string;
  readonly happens: string;
}

interface Row {
  readonly id: number;
  readonly body: HTMLElement;
  readonly cells: Readonly<Record<string, HTMLElement>>;
  order: Order;
  evidence?: Evidence | undefined;
}

export interface Actions extends Watch {
  cancel(orderId: number, via: Via): void;
  situationOf(orderId: number): Situation | undefined;
}

const COLUMNS = [
  "Security",
  "Side",
  "Price",
  "Quantity",
  "Executed",
  "Remaining",
  "Status",
  "Situation",
  "Cancel",
];
const NUMBERS = new Set(["Price", "Quantity", "Executed", "Remaining"]);

/** Roles are spelled out throughout: where the columns have no room CSS makes cards of the rows, and browsers forget. */
function header(): HTMLElement {
  const names = COLUMNS.map((name) =>
    make("th", { role: "columnheader", scope: "col", class: kindOf(name) }, name),
  );
  const order = make("th", { role: "columnheader", scope: "col" }, "Order");
  return make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, order, ...names));
}

const kindOf = (name: string) => `${NUMBERS.has(name) ? "number" : "text"} ${name.toLowerCase()}`;

export type Blotter = ReturnType<typeof createBlotter>;

export function createBlotter(actions: Actions) {
  const table = byId("book", HTMLTableElement);
  const elsewhere = byId("elsewhere", HTMLElement);
  const choice = byId("show", HTMLFieldSetElement);
  const rows = new Map<number, Row>();
  /** Of orders that are in no list. */
  const others = new Map<number, Evidence>();

  table.setAttribute("role", "table");
  table.append(header());
  choice.addEventListener("change", showChosen);

  function put(order: Order): void {
    const known = rows.get(order.Id);
    const row = known ?? newRow(order, actions);
    fill(row, order, actions);
    if (known) return;
    rows.set(order.Id, row);
    const after = [...rows.values()].filter(({ id }) => id > order.Id).sort((a, b) => a.id - b.id)[0];
    table.insertBefore(row.body, after?.body ?? null);
    const earlier = others.get(order.Id);
    if (earlier) place(earlier.run);
  }

  function showChosen(): void {
    const chosen = choice.querySelector("input:checked")?.getAttribute("value");
    for (const { id, body, order, evidence } of rows.values()) {
      const isSituation = actions.situationOf(id) !== undefined;
      const isShown =
        chosen === "all" || (chosen === "cancelable" ? whyNot(order.Status) === undefined : isSituation);
      // What somebody is canceling stays in sight.
      body.hidden = !isShown && evidence === undefined;
    }
    count();
  }

  function count(): void {
    const all = [...rows.values()];
    const open = all.filter(({ order }) => whyNot(order.Status) === undefined).length;
    const shown = all.filter(({ body }) => !body.hidden).length;
    const orders = shown === all.length ? `${shown} orders` : `${shown} of ${all.length} orders`;
    setText(byId("caption", HTMLElement), `${orders}; ${open} can be canceled`);
  }

  /** Into the order's row; if the list has no such order, above the table. */
  function place(run: Run): Evidence {
    const row = rows.get(run.orderId);
    const evidence = createEvidence(run, actions);
    others.get(run.orderId)?.element.remove();
    others.delete(run.orderId);
    if (row) {
      row.body.querySelector("tr.run")?.remove();
      row.evidence = evidence;
      const cell = make("td", { role: "cell", colspan: "10" }, evidence.element);
      row.body.append(make("tr", { role: "row", class: "run" }, cell));
      row.body.hidden = false;
    } else {
      others.set(run.orderId, evidence);
      elsewhere.prepend(evidence.element);
    }
    return evidence;
  }

  const evidenceOf = (run: Run) => {
    const shown = rows.get(run.orderId)?.evidence ?? others.get(run.orderId);
    return shown?.run === run ? shown : place(run);
  };

  function forgetAll(): void {
    for (const { body } of rows.values()) body.remove();
    rows.clear();
    for (const { element } of others.values()) element.remove();
    others.clear();
  }

  return {
    /** A book that was not shown before. */
    show(orders: readonly Order[]): void {
      forgetAll();
      for (const order of orders) put(order);
      showChosen();
    },
    update(orders: readonly Order[]): void {
      for (const order of orders) put(order);
      showChosen();
    },
    /** Shows how far a cancel has come. */
    follow(run: Run): void {
      evidenceOf(run).update();
      const row = rows.get(run.orderId);
      for (const one of row?.cells.Cancel?.querySelectorAll("button") ?? [])
        one.ariaDisabled = run.result ? null : "true";
      count();
    },
    /** Shows no cancel of it any more. */
    drop({ orderId }: Run): void {
      const row = rows.get(orderId);
      row?.body.querySelector("tr.run")?.remove();
      if (row) row.evidence = undefined;
      others.get(orderId)?.element.remove();
      others.delete(orderId);
    },
    reveal(id: number): void {
      (rows.get(id)?.body ?? elsewhere).scrollIntoView({ block: "nearest" });
    },
  };
}

function newRow(order: Order, actions: Actions): Row {
  const id = order.Id;
  const cells = Object.fromEntries(COLUMNS.map((name) => [name, cell(name)]));
  cells.Cancel?.append(...cancelButtons(id, actions));
  const head = make("th", { role: "rowheader", scope: "row", class: "unbroken" }, String(id));
  const line = make("tr", { role: "row", class: "order" }, head, ...Object.values(cells));
  const body = make("tbody", { role: "rowgroup", "data-order": String(id) }, line);
  return { id, order, cells, body };
}

const cell = (name: string) => make("td", { role: "cell", class: kindOf(name), "data-label": name });

function cancelButtons(id: number, actions: Actions): HTMLButtonElement[] {
  const one = (how: "Quick" | "Slow", via: Via) => {
    // On a card there is no column that says what is quick.
    const texts = [
      make("span", { class: "in-column" }, how),
      make("span", { class: "on-card" }, `Cancel, ${how.toLowerCase()}`),
    ];
    // What is to be seen on the button comes first in its name: that is what somebody says who speaks to the page.
    const name = `Cancel, ${how.toLowerCase()}: order ${id}`;
    return button(texts, { "aria-label": name }, () => actions.cancel(id, via));
  };
  return [one("Quick", "api"), one("Slow", "venue")];
}

function fill(row: Row, order: Order, actions: Actions): void {
  const { body, cells } = row;
  row.order = order;
  body.dataset.side = order.Side;
  body.classList.toggle("over", whyNot(order.Status) !== undefined && order.Status !== "PendingCancel");
  const { ParentId = -1, Price = 0 } = order;
  const situation = actions.situationOf(row.id);
  const leg = ParentId > 0 ? `leg of ${ParentId}` : "";
  const texts = {
    Security: String(order.SecurityId),
    Side: spaced(order.Side ?? "?"),
    Price: order.Type === "Market" ? "Market" : Price.toFixed(2),
    Quantity: aligned(order.Quantity),
    Executed: aligned(order.ExecutedQuantity),
    Remaining: aligned(remaining(order)),
    Situation: situation?.name ?? leg,
  };
  for (const [name, text] of Object.entries(texts)) setText(cells[name], text);
  if (situation) cells.Situation?.setAttribute("title", situation.happens);
  showStatus(cells.Status, order.Status);
  offer(row, order, actions);
}

/** As many places as fractions of a share commonly have: digits stand below digits. */
function aligned(value: number | undefined): string {
  const text = quantity(value);
  return text.includes(".") ? text : `${text}\u2008\u2007`;
}

function showStatus(place: HTMLElement | undefined, status: string): void {
  const before = place?.dataset.status;
  if (!place || before === status) return;
  place.dataset.status = status;
  const shown = before === undefined ? "state" : "state changed";
  place.replaceChildren(make("span", { class: shown, "data-tone": toneOf(status) }, spaced(status)));
}

/** Offers to cancel, or says why not. */
function offer({ id, body, cells }: Row, { Status }: Order, actions: Actions): void {
  const why = whyNot(Status);
  const place = cells.Cancel;
  if (!place || place.dataset.why === (why ?? "")) return;
  place.dataset.why = why ?? "";
  const focused = place.contains(document.activeElement);
  place.replaceChildren(...(why ? [make("span", { class: "why" }, why)] : cancelButtons(id, actions)));
  if (focused) body.querySelector("summary")?.focus();
}
