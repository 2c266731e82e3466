// @ts-check
// Owns the table: one group of rows per order, kept and changed in place, so that the keyboard's focus stays where it
// is. Uses dom.js, words.js and evidence.js.
import { button, byId, make } from "./dom.js";
import { evidence } from "./evidence.js";
import { quantity, remaining, spaced, toneOf, whyNot } from "./words.js";

/** @typedef {import("./words.js").Order} Order */
/** @typedef {import("./evidence.js").Run} Run */
/** @typedef {import("./connection.js").Situation} Situation */
/** @typedef {{ cancel(orderId: number, via: "api" | "venue"): void, resume(run: Run): void }} Actions */
/** @typedef {{ id: number, body: HTMLElement, order?: Order, run: Run | undefined, situation: Situation | undefined, cells: Record<string, HTMLElement> }} Row */

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
function header() {
  const names = COLUMNS.map((name) =>
    make("th", { role: "columnheader", scope: "col", class: kindOf(name) }, name),
  );
  const order = make("th", { role: "columnheader", scope: "col" }, "Order");
  return make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, order, ...names));
}

/** @param {string} name */
const kindOf = (name) => `${NUMBERS.has(name) ? "number" : "text"} ${name.toLowerCase()}`;

/** @param {Actions} actions */
export function createBlotter(actions) {
  const table = byId("book", HTMLTableElement);
  const caption = byId("caption", HTMLElement);
  const choice = byId("show", HTMLFieldSetElement);
  /** @type {Map<number, Row>} */
  const rows = new Map();
  /** @type {Map<number, Situation>} */
  let situations = new Map();

  table.setAttribute("role", "table");
  table.append(header());
  choice.addEventListener("change", showChosen);

  /** @param {number} id */
  function rowOf(id) {
    const known = rows.get(id);
    if (known) return known;
    const row = newRow(id, situations.get(id), actions);
    rows.set(id, row);
    const after = [...rows.values()].filter((other) => other.id > id).sort((a, b) => a.id - b.id)[0];
    table.insertBefore(row.body, after?.body ?? null);
    return row;
  }

  /** @param {number} id */
  function remove(id) {
    rows.get(id)?.body.remove();
    rows.delete(id);
  }

  function showChosen() {
    const chosen = choice.querySelector("input:checked")?.getAttribute("value");
    for (const { body, order, run, situation } of rows.values()) {
      const cancelable = order !== undefined && whyNot(order.Status) === undefined;
      const shown = chosen === "all" || (chosen === "cancelable" ? cancelable : situation !== undefined);
      // What somebody is canceling stays in sight.
      body.hidden = !shown && run === undefined;
    }
    count();
  }

  function count() {
    const all = [...rows.values()];
    const open = all.filter(({ order }) => order && whyNot(order.Status) === undefined).length;
    const shown = all.filter(({ body }) => !body.hidden).length;
    const orders = shown === all.length ? `${shown} orders` : `${shown} of ${all.length} orders`;
    caption.textContent = `${orders}; ${open} can be canceled`;
  }

  return {
    /** A book that was not shown before. @param {readonly Order[]} orders @param {Map<number, Situation>} played */
    show(orders, played) {
      situations = played;
      for (const id of [...rows.keys()]) remove(id);
      for (const order of orders) fill(rowOf(order.Id), order, actions);
      showChosen();
    },
    /** @param {readonly Order[]} orders */
    update(orders) {
      for (const order of orders) fill(rowOf(order.Id), order, actions);
      showChosen();
    },
    /** Shows how far a cancel has come. @param {Run} run */
    follow(run) {
      const row = rowOf(run.orderId);
      row.run = run;
      showRun(row, run, actions);
      row.body.hidden = false;
      count();
    },
    /** Shows no cancel of it any more. @param {number} id */
    drop(id) {
      const row = rows.get(id);
      row?.body.querySelector("tr.run")?.remove();
      if (row?.order) row.run = undefined;
      else remove(id);
    },
    /** @param {number} id */
    reveal(id) {
      rows.get(id)?.body.scrollIntoView({ block: "nearest" });
    },
  };
}

/** @param {number} id @param {Situation | undefined} situation @param {Actions} actions @returns {Row} */
function newRow(id, situation, actions) {
  const cells = Object.fromEntries(COLUMNS.map((name) => [name, cell(name)]));
  cells.Cancel?.append(...cancelButtons(id, actions));
  const head = make("th", { role: "rowheader", scope: "row" }, String(id));
  const line = make("tr", { role: "row", class: "order" }, head, ...Object.values(cells));
  return {
    id,
    situation,
    run: undefined,
    cells,
    body: make("tbody", { role: "rowgroup", "data-order": String(id) }, line),
  };
}

/** @param {string} name */
const cell = (name) => make("td", { role: "cell", class: kindOf(name), "data-label": name });

/** @param {number} id @param {Actions} actions */
function cancelButtons(id, actions) {
  return [
    button("Quick", { "aria-label": `Cancel order ${id}, quick` }, () => actions.cancel(id, "api")),
    button("Slow", { "aria-label": `Cancel order ${id}, slow` }, () => actions.cancel(id, "venue")),
  ];
}

/** @param {Row} row @param {Order} order @param {Actions} actions */
function fill(row, order, actions) {
  const { body, cells, situation } = row;
  const before = row.order?.Status;
  row.order = order;
  body.dataset.side = order.Side;
  body.classList.toggle("over", whyNot(order.Status) !== undefined && order.Status !== "PendingCancel");
  const { ParentId = -1, Price = 0 } = order;
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
  if (before === order.Status) return;
  const shown = before === undefined ? "state" : "state changed";
  cells.Status?.replaceChildren(
    make("span", { class: shown, "data-tone": toneOf(order.Status) }, spaced(order.Status)),
  );
  offer(row, order, actions);
}

/** @param {HTMLElement | undefined} element @param {string} text */
function setText(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/** As many places as fractions of a share commonly have: digits stand below digits. @param {number | undefined} value */
function aligned(value) {
  const text = quantity(value);
  return text.includes(".") ? text : `${text}\u2008\u2007`;
}

/** Offers to cancel, or says why not. @param {Row} row @param {Order} order @param {Actions} actions */
function offer({ id, body, cells }, { Status }, actions) {
  const why = whyNot(Status);
  const place = cells.Cancel;
  if (!place || place.dataset.why === (why ?? "")) return;
  place.dataset.why = why ?? "";
  const focused = place.contains(document.activeElement);
  place.replaceChildren(...(why ? [make("span", { class: "why" }, why)] : cancelButtons(id, actions)));
  if (focused) body.querySelector("summary")?.focus();
}

/** @param {Row} row @param {Run} run @param {Actions} actions */
function showRun({ body, cells }, run, actions) {
  const shown = evidence(run, actions);
  const earlier = body.querySelector("tr.run");
  const focused = earlier?.contains(document.activeElement) ?? false;
  const wasOpen = earlier?.querySelector("details")?.open ?? true;
  shown.open = wasOpen || run.result !== undefined;
  const line = make("tr", { role: "row", class: "run" }, make("td", { role: "cell", colspan: "10" }, shown));
  if (earlier) earlier.replaceWith(line);
  else body.append(line);
  if (focused) (run.result ? shown.querySelector("summary") : shown.querySelector("button"))?.focus();
  for (const one of cells.Cancel?.querySelectorAll("button") ?? [])
    one.ariaDisabled = run.result ? null : "true";
}
