// Owns putting the headers of a request together.

/** Later ones win, whatever the case of their names. Names stay as they are written. */
export function mergeHeaders(
  first: Record<string, string>,
  ...others: (Record<string, string> | undefined)[]
): Record<string, string> {
  const headers = { ...first };
  for (const other of others) {
    if (!other) continue;
    for (const [name, value] of Object.entries(other)) {
      remove(headers, name.toLowerCase());
      headers[name] = value;
    }
  }
  return headers;
}

/** Two names that differ in case would be sent as one header with both values. */
function remove(headers: Record<string, string>, lowerName: string): void {
  for (const name of Object.keys(headers)) if (name.toLowerCase() === lowerName) delete headers[name];
}
