// Owns the drawer that shows what went over the wire. Docked beside the table where there is room, over it where
// there is none.
import { byId, make, setText } from "./dom.js";
import type { Exchange } from "./wire.js";

const drawer = byId("wire", HTMLDialogElement);
const opener = byId("open-wire", HTMLButtonElement);
const list = byId("exchanges", HTMLOListElement);
const count = byId("wire-count", HTMLElement);
const narrow = matchMedia("(max-width: 60rem)");

const items = new Map<number, HTMLElement>();

/** @param clear forgets the record */
export function startDrawer(clear: () => void): void {
  opener.addEventListener("click", () => (drawer.open ? drawer.close() : open()));
  byId("close-wire", HTMLButtonElement).addEventListener("click", () => drawer.close());
  byId("clear-wire", HTMLButtonElement).addEventListener("click", () => {
    clear();
    items.clear();
    list.replaceChildren();
    setText(count, "0");
  });
  // The browser closes only a modal one by Escape.
  drawer.addEventListener("keydown", ({ key }) => key === "Escape" && drawer.close());
  drawer.addEventListener("close", closed);
}

function open(): void {
  if (narrow.matches) drawer.showModal();
  else drawer.show();
  document.body.classList.add("with-wire");
  opener.ariaExpanded = "true";
  byId("wire-title", HTMLElement).focus();
}

function closed(): void {
  document.body.classList.remove("with-wire");
  opener.ariaExpanded = "false";
  opener.focus();
}

/** Shows an exchange, or what has become known of one. */
export function showExchange(exchange: Exchange): void {
  const earlier = items.get(exchange.number);
  const item = make("li", {}, details(exchange, earlier?.querySelector("details")?.open ?? false));
  // Replacing what has the focus would drop it.
  const focused = earlier?.contains(document.activeElement) ?? false;
  if (earlier) earlier.replaceWith(item);
  else list.prepend(item);
  if (focused) item.querySelector("summary")?.focus();
  items.set(exchange.number, item);
  setText(count, String(items.size));
}

function details({ request, path, response, ms, body, error }: Exchange, open: boolean): HTMLElement {
  const { method, operationId, attempt } = request;
  const head = [
    make("span", { class: "method", "data-method": method }, method),
    make("span", { class: "path" }, ...breakable(path)),
    outcome(response?.status, error),
    make("span", { class: "ms" }, ms === undefined ? "" : `${Math.round(ms)} ms`),
  ];
  const facts = [
    ...row("Operation", attempt > 1 ? `${operationId}, again with a renewed token` : operationId),
    ...row("Sent", headers(request.headers)),
    ...row("Answered", response ? headers(response.headers) : "No answer"),
    ...row("Body", bodyText(operationId, response?.status, error?.bodyText ?? body)),
    ...(error ? errorRows(error) : []),
  ];
  return make("details", { open }, make("summary", {}, ...head), make("dl", {}, ...facts));
}

/** A path may be broken before its slashes, and nowhere else: an id stays whole. */
function breakable(path: string): (Node | string)[] {
  return path
    .split("/")
    .slice(1)
    .flatMap((part) => [make("wbr"), `/${part}`]);
}

function outcome(status: number | undefined, error: Exchange["error"]): HTMLElement {
  if (status !== undefined)
    return make("span", { class: "outcome", "data-tone": status < 400 ? "good" : "bad" }, String(status));
  return make("span", { class: "outcome", "data-tone": error ? "bad" : "wait" }, error?.code ?? "…");
}

function errorRows({ name, code, fate, message }: NonNullable<Exchange["error"]>): HTMLElement[] {
  return [...row("Error", `${name}, code “${code}”`), ...row("Fate", fate), ...row("Says", message)];
}

function row(term: string, text: string | undefined): HTMLElement[] {
  return text ? [make("dt", {}, term), make("dd", {}, text)] : [];
}

function headers(all: Readonly<Record<string, string>>): string {
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

function bodyText(operation: string, status: number | undefined, body: unknown): string | undefined {
  if (status === undefined) return undefined;
  if (operation === "createToken" && body === undefined) return "Not kept: a token may be in it";
  if (body === undefined || body === "") return "Empty";
  return typeof body === "string" ? body : JSON.stringify(body, undefined, 2);
}
