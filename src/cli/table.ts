// Owns plain tables for a terminal. Pure.

/** A line of headings and a line for each row; columns of numbers are set to the right. */
export function columnsOf(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const isNumber = headings.map((_, column) => rows.every((row) => /^-?[\d.]*$/.test(row[column] ?? "")));
  return all.map((row) =>
    widths
      .map((width, column) => {
        const text = row[column] ?? "";
        return isNumber[column] ? text.padStart(width) : text.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}
