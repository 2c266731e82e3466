// @ts-check
// Owns the drawer that shows what went over the wire. Docked beside the table where there is room, over it where
// there is none. Uses dom.js.
import { byId, make } from "./dom.js";

/** @typedef {import("./wire.js").Exchange} Exchange */

const drawer = byId("wire", HTMLDialogElement);
const opener = byId("open-wire", HTMLButtonElement);
const list = byId("exchanges", HTMLOListElement);
const count = byId("wire-count", HTMLElement);
const narrow = matchMedia("(max-width: 60rem)");

/** @type {Map<number, HTMLElement>} */
const items = new Map();

/** @param {() => void} clear Forgets the record. */
export function startDrawer(clear) {
  opener.addEventListener("click", () => (drawer.open ? close() : open()));
  byId("close-wire", HTMLButtonElement).addEventListener("click", close);
  byId("clear-wire", HTMLButtonElement).addEventListener("click", () => {
    clear();
    items.clear();
    list.replaceChildren();
    count.textContent = "0";
  });
  // The browser closes only a modal one by Escape.
  drawer.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  drawer.addEventListener("close", closed);
}

function open() {
  if (narrow.matches) drawer.showModal();
  else drawer.show();
  document.body.classList.add("with-wire");
  opener.ariaExpanded = "true";
  byId("wire-title", HTMLElement).focus();
}

function close() {
  drawer.close();
}

function closed() {
  document.body.classList.remove("with-wire");
  opener.ariaExpanded = "false";
  opener.focus();
}

/** Shows an exchange, or what has become known of one. @param {Exchange} exchange */
export function showExchange(exchange) {
  const earlier = items.get(exchange.number);
  const item = make("li", {}, details(exchange, earlier?.querySelector("details")?.open ?? false));
  // Replacing what has the focus would drop it.
  const focused = earlier?.contains(document.activeElement) ?? false;
  if (earlier) earlier.replaceWith(item);
  else list.prepend(item);
  if (focused) item.querySelector("summary")?.focus();
  items.set(exchange.number, item);
  count.textContent = String(items.size);
}

/** @param {Exchange} exchange @param {boolean} open */
function details({ request, path, response, ms, body, error }, open) {
  const { method, operationId, attempt } = request;
  return make(
    "details",
    { open },
    make(
      "summary",
      {},
      make("span", { class: "method", "data-method": method }, method),
      make("span", { class: "path" }, path),
      outcome(response?.status, error),
      make("span", { class: "ms" }, ms === undefined ? "" : `${Math.round(ms)} ms`),
    ),
    make(
      "dl",
      {},
      ...row("Operation", attempt > 1 ? `${operationId}, again with a renewed token` : operationId),
      ...row("Sent", headers(request.headers)),
      ...row("Answered", response ? headers(response.headers) : "No answer"),
      ...row("Body", bodyText(operationId, response?.status, error?.bodyText ?? body)),
      ...(error ? errorRows(error) : []),
    ),
  );
}

/** @param {number | undefined} status @param {Exchange["error"]} error */
function outcome(status, error) {
  const tone = status === undefined ? (error ? "bad" : "wait") : status < 400 ? "good" : "bad";
  return make("span", { class: "outcome", "data-tone": tone }, String(status ?? (error ? error.code : "…")));
}

/** @param {NonNullable<Exchange["error"]>} error */
function errorRows({ name, code, fate, message }) {
  return [...row("Error", `${name}, code “${code}”`), ...row("Fate", fate), ...row("Says", message)];
}

/** @param {string} term @param {string | undefined} text */
function row(term, text) {
  return text ? [make("dt", {}, term), make("dd", {}, text)] : [];
}

/** @param {Record<string, string>} all */
function headers(all) {
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

/** @param {string} operation @param {number | undefined} status @param {unknown} body */
function bodyText(operation, status, body) {
  if (status === undefined) return undefined;
  if (operation === "createToken" && body === undefined) return "Not kept: a token may be in it";
  if (body === undefined || body === "") return "Empty";
  return typeof body === "string" ? body : JSON.stringify(body, undefined, 2);
}
