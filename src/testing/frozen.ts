// Makes data read-only for good, so that one test cannot change it for the next. Pure.

/** The same object; what is in it can no longer be changed either. */
export function frozen<T>(value: T): T {
  for (const inner of Object.values(Object(value))) frozen(inner);
  return Object.freeze(value);
}
