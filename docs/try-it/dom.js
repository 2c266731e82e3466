// @ts-check
// Owns how the page makes and finds elements. Texts stay texts: nothing that a server said is read as HTML.

/**
 * Makes an element.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] `true` sets an empty one; `false` and undefined set none.
 * @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/**
 * Finds what the page is known to have.
 *
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${type.name} #${id}.`);
  return element;
}

/**
 * A button that does something.
 *
 * @param {string} text
 * @param {Record<string, string>} attributes
 * @param {() => void} does
 */
export function button(text, attributes, does) {
  const element = make("button", { type: "button", ...attributes }, text);
  // Told by aria-disabled and not by `disabled`, which would throw the keyboard's focus off the button.
  element.addEventListener("click", () => element.ariaDisabled !== "true" && does());
  return element;
}

const said = byId("said", HTMLElement);

/**
 * Tells a screen reader, without moving the focus.
 *
 * @param {string} text
 */
export function say(text) {
  said.textContent = text;
}
