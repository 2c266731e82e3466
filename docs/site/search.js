// @ts-check
// The search of the reference: the guides as they stand on the page, a document for each part, and the operations, which
// Redoc puts there only when they are read, from a list of the build. Takes the place of Redoc's own, to which all
// guides are one document.
import MiniSearch from "minisearch";

/** @typedef {{ id: string, title: string, of: string, names: string, order: number, text: string }} Entry */

const MOST = 8;

/** @type {MiniSearch<Entry> | undefined} */
let index;

/** Made when it is first asked: most readers never do. */
function searchIndex() {
  if (index) return index;
  index = new MiniSearch({
    fields: ["title", "names", "text"],
    storeFields: ["title", "names", "of", "order", "text"],
    searchOptions: {
      prefix: true,
      combineWith: "AND",
      boost: { title: 3, names: 3 },
      fuzzy: (term) => (term.length > 3 ? 0.25 : 0),
    },
  });
  index.addAll([...operations(), ...parts()]);
  return index;
}

/** @returns {Entry[]} */
function operations() {
  return JSON.parse(document.getElementById("operations")?.textContent ?? "[]");
}

/** @returns {Entry[]} */
function parts() {
  return [...document.querySelectorAll("#redoc h2[id^='section/']")].map((heading, order) => {
    const guide = document.getElementById(heading.id.split("/").slice(0, 2).join("/"));
    const part = heading.closest("[data-section-id]") ?? heading;
    return {
      id: `/${heading.id}`,
      title: textOf(heading),
      of: guide && guide !== heading ? textOf(guide) : "",
      names: "",
      order,
      text: textOf(part).slice(textOf(heading).length).trim(),
    };
  });
}

const BLOCKS = "p, li, td, th, pre, div, h1, h2, h3, h4";

/** Words of two cells or paragraphs stay two words. @param {Element} element */
function textOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  /** @type {Element | null} */
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = node.parentElement?.closest(BLOCKS) ?? null;
    text += (block === last ? "" : " ") + node.nodeValue;
    last = block;
  }
  return text.replaceAll(/\s+/g, " ").trim();
}

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("search"));
const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
const list = /** @type {HTMLElement} */ (dialog.querySelector("[role=listbox]"));
const count = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"));

function show() {
  const asked = input.value.trim().toLowerCase();
  const hits = searchIndex().search(asked);
  const [ofOperations, ofGuides] = [hits.filter(isOperation), hits.filter((hit) => !isOperation(hit))];
  // The spec has them in the order in which they matter.
  ofOperations.sort((one, other) => one.order - other.order);
  const groups = [
    { name: "Operations", hits: byRank(ofOperations, asked) },
    { name: "Guides", hits: byRank(ofGuides, asked) },
  ].filter(({ hits }) => hits.length > 0);
  list.replaceChildren(...groups.map((one) => group(one, asked)));
  const shown = list.querySelectorAll("[role=option]").length;
  count.textContent = asked === "" ? "" : `${shown === 0 ? "Nothing" : shown} found`;
  select(0);
}

/** @param {import("minisearch").SearchResult} hit */
const isOperation = ({ id }) => !id.startsWith("/section/");

/** First what is called so, then what says it word for word. @param {import("minisearch").SearchResult[]} hits @param {string} asked */
function byRank(hits, asked) {
  const words = asked.split(/\s+/);
  const ranks = hits.map((hit) => {
    const has = (/** @type {string} */ text) => words.every((word) => text.toLowerCase().includes(word));
    if (has(hit.title)) return 0;
    if (has(hit.names)) return 1;
    return hit.text.toLowerCase().includes(asked) ? 2 : 3;
  });
  return [0, 1, 2, 3].flatMap((rank) => hits.filter((_, at) => ranks[at] === rank)).slice(0, MOST);
}

/** @param {{ name: string, hits: import("minisearch").SearchResult[] }} group @param {string} asked */
function group({ name, hits }, asked) {
  const element = make(
    "div",
    "group",
    make("span", "group-name", name),
    ...hits.map((hit, at) => option(hit, at, asked)),
  );
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", name);
  return element;
}

/** @param {import("minisearch").SearchResult} hit @param {number} at @param {string} asked */
function option({ id, title, of, text, terms }, at, asked) {
  const link = make(
    "a",
    "hit",
    make("span", "hit-title", title),
    make("span", "hit-of", of),
    excerpt(text, terms, asked),
  );
  link.setAttribute("role", "option");
  link.setAttribute("href", `#${id}`);
  link.setAttribute("tabindex", "-1");
  link.id = `hit-${id.startsWith("/section/") ? "guide" : "operation"}-${at}`;
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  return link;
}

/**
 * What stands around the place that says it word for word, or else around the first of the words, with these marked.
 *
 * @param {string} text @param {string[]} terms @param {string} asked
 */
function excerpt(text, terms, asked) {
  const words = text.split(" ");
  const isHit = (/** @type {string} */ word) => terms.some((term) => word.toLowerCase().includes(term));
  const literal = text.toLowerCase().indexOf(asked);
  const at = literal < 0 ? words.findIndex(isHit) : text.slice(0, literal).split(" ").length - 1;
  const from = Math.max(0, at - 8);
  const around = words
    .slice(from, from + 24)
    .flatMap((word) => [isHit(word) ? make("mark", "", word) : word, " "]);
  return make("span", "hit-text", from > 0 ? "… " : "", ...around, from + 24 < words.length ? "…" : "");
}

/** @param {string} tag @param {string} name @param {(Node | string)[]} children */
function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

/** @param {number} at */
function select(at) {
  const options = [...list.querySelectorAll("[role=option]")];
  const chosen = options.at(at % Math.max(1, options.length));
  for (const one of options) one.setAttribute("aria-selected", String(one === chosen));
  chosen?.scrollIntoView({ block: "nearest" });
  if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
  else input.removeAttribute("aria-activedescendant");
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const options = [...list.querySelectorAll("[role=option]")];
  const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown") select(at + 1);
  else if (event.key === "ArrowUp") select(at - 1);
  else if (event.key === "Enter") /** @type {HTMLElement | undefined} */ (options[at])?.click();
  else return;
  event.preventDefault();
}

function open() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
}

export function startSearch() {
  document.getElementById("open-search")?.addEventListener("click", open);
  input.addEventListener("input", show);
  input.addEventListener("keydown", onKey);
  // A click beside it, which the element itself gets.
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  // Before Redoc, which opens a search of its own.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
    },
    { capture: true },
  );
}
