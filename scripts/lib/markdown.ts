// A table in Markdown. Pure.

type Cell = string | number;

export function table(head: string[], rows: Cell[][], rule = head.map(() => "---")): string {
  const line = (cells: Cell[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}

/** As {@link table}; all columns but the first hold figures, which are read from the right. */
export function figureTable(head: string[], rows: Cell[][]): string {
  return table(
    head,
    rows,
    head.map((_, index) => (index === 0 ? "---" : "---:")),
  );
}
