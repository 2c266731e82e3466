// What in docs/ is made from code: tables, each between two comments that name it, and pictures, each a file.
// May use Node and what makes them.
import { readFile } from "node:fs/promises";
import { MOCK_OPTIONS } from "../../src/cli/mock.js";
import { SANDBOX_OPTIONS } from "../../src/cli/sandbox.js";
import { Stop } from "./cli.js";
import { errorTables } from "./error-tables.js";
import type { Files } from "./files.js";
import { lifeCyclePicture } from "./life-cycle.js";
import { optionsTable } from "./option-tables.js";
import { fromRoot } from "./paths.js";
import { sandboxTables } from "./sandbox-tables.js";
import { verdictTables } from "./verdict-tables.js";

/** Page, relative to docs/, to its tables by name. */
const PAGES: Record<string, () => Record<string, string> | Promise<Record<string, string>>> = {
  "errors.md": errorTables,
  "mock.md": () => ({ options: optionsTable(MOCK_OPTIONS) }),
  "sandbox.md": () => ({ ...sandboxTables(), options: optionsTable(SANDBOX_OPTIONS) }),
  "verdicts.md": verdictTables,
};

/** Picture, relative to docs/. */
const PICTURES: Record<string, () => string> = {
  "life-cycle.svg": lifeCyclePicture,
};

/** Every such page and picture as it should be. */
export async function generatedPages(): Promise<Files> {
  const pages = Object.entries(PAGES).map(async ([name, tables]) => {
    const page = await readFile(fromRoot(`docs/${name}`), "utf8");
    return [name, withTables(name, page, await tables())] as const;
  });
  const pictures = Object.entries(PICTURES).map(([name, draw]) => [name, draw()] as const);
  return new Map([...(await Promise.all(pages)), ...pictures]);
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
