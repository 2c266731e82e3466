// Owns making data read-only for good, so that one test cannot change it for the next. Pure.

/** The same object; what is in it can no longer be changed either. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
