// Owns how the page makes and finds elements. Texts stay texts: nothing that a server said is read as HTML.

export type Child = Node | string | undefined;
/** `true` sets an empty one; `false` and undefined set none. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

export function make<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** Finds what the page is known to have. */
export function byId<T extends Element>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${type.name} #${id}.`);
  return element;
}

/** A field of a form by its name. */
export function field<T extends Element>(form: HTMLFormElement, name: string, type: new () => T): T {
  const element = form.elements.namedItem(name);
  if (!(element instanceof type)) throw new Error(`The form #${form.id} has no ${type.name} ${name}.`);
  return element;
}

/** Told by aria-disabled and not by `disabled`, which would throw the keyboard's focus off the button. */
export function button(children: Child[], attributes: Attributes, does: () => void): HTMLButtonElement {
  const element = make("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", () => element.ariaDisabled !== "true" && does());
  return element;
}

export function option(value: string, text: string): HTMLOptionElement {
  return make("option", { value }, text);
}

/** Changes nothing where nothing has changed, so that nothing is read aloud twice. */
export function setText(element: Element | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Tells a screen reader, without moving the focus. */
export function say(text: string): void {
  byId("said", HTMLElement).textContent = text;
}
