// Owns the removal of properties that are undefined.

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A copy without the properties that are undefined, as in JSON. */
export function defined<T extends object>(value: T): Defined<T> {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
