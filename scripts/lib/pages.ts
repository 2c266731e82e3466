// The tables of docs/ that are made from code, each between two comments that name it.
import { readFile } from "node:fs/promises";
import { MOCK_OPTIONS } from "../../src/cli/mock.js";
import { SANDBOX_OPTIONS } from "../../src/cli/sandbox.js";
import { Stop } from "../../src/cli/stop.js";
import { errorTables } from "./error-tables.js";
import type { Files } from "./files.js";
import { optionsTable } from "./option-tables.js";
import { fromRoot } from "./paths.js";
import { lifeCycleTable, sandboxTables } from "./sandbox-tables.js";
import { verdictTables } from "./verdict-tables.js";

/** Page, relative to docs/, to its tables by name. */
const PAGES: Record<string, () => Record<string, string> | Promise<Record<string, string>>> = {
  "errors.md": errorTables,
  "mock.md": () => ({ options: optionsTable(MOCK_OPTIONS) }),
  "sandbox.md": () => ({ ...sandboxTables(), options: optionsTable(SANDBOX_OPTIONS) }),
  "verdicts.md": verdictTables,
  "what-a-204-proves.md": () => ({ "life cycle": lifeCycleTable() }),
};

/** Every such page as it should be. */
export async function generatedPages(): Promise<Files> {
  const pages = Object.entries(PAGES).map(async ([name, tables]) => {
    const page = await readFile(fromRoot(`docs/${name}`), "utf8");
    return [name, withTables(name, page, await tables())] as const;
  });
  return new Map(await Promise.all(pages));
}

/** Puts each table between the two comments that name it; `how` it came about is in the first. */
export function withTables(
  name: string,
  page: string,
  tables: Record<string, string>,
  how: "generated" | "measured" = "generated",
): string {
  return Object.entries(tables).reduce((text, [place, table]) => {
    const [begin, end] = [`<!-- ${how}: ${place} -->`, `<!-- end: ${place} -->`];
    const [before, after] = [text.indexOf(begin), text.indexOf(end)];
    if (before < 0 || after < before)
      throw new Stop(`docs/${name} has no place for a table: ${begin} … ${end}.`);
    return `${text.slice(0, before + begin.length)}\n${table}\n${text.slice(after)}`;
  }, page);
}
