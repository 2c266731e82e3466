// A command's options as a Markdown table. Pure.
import { type OptionTable, usage } from "../../src/cli/options.js";
import { table } from "./markdown.js";

export function optionsTable(options: OptionTable): string {
  const rows = Object.entries(options).map(([name, row]) => {
    const otherwise = row.default === undefined ? "" : `\`${row.default}\``;
    // A bar would end the cell.
    return [`\`${usage(name, row).replaceAll("|", "\\|")}\``, row.does, otherwise];
  });
  return table(["option", "does", "default"], rows);
}
