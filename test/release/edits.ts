// Edits of a spec that never changes, the one of 0.1.0, and what is said of each: for the tests of what breaks callers
// and of what does not.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { compareSpecs } from "../../scripts/lib/breaking/compare.js";
import { reportLines } from "../../scripts/lib/breaking/report.js";
import type { OpenApi } from "../../scripts/lib/openapi.js";
import { fromRoot } from "../../scripts/lib/paths.js";

const specText = readFileSync(fromRoot("test/release/openapi-0.1.0.yaml"), "utf8");
export const spec = parse(specText) as OpenApi;

export type Edit = (text: string) => string;
export type Row = [what: string, edit: Edit, says: RegExp];

export const swap =
  (from: string, to: string): Edit =>
  (text) =>
    text.replace(from, () => to);
export const drop = (pattern: RegExp): Edit => swapAll(pattern, "");
export const swapAll =
  (pattern: RegExp | string, to: string): Edit =>
  (text) =>
    text.replaceAll(pattern, () => to);

export function changesOf(edit: Edit, base: Edit = (text) => text) {
  const [before, after] = [base(specText), edit(base(specText))];
  if (before === after) throw new Error("the edit left the spec as it was");
  return compareSpecs(before === specText ? spec : fast(before), fast(after));
}

/** There are many rows, and checking for keys that occur twice takes a third of the time. */
const fast = (text: string) => parse(text, { uniqueKeys: false, prettyErrors: false }) as OpenApi;

export const linesOf = (edit: Edit, base?: Edit) => reportLines(changesOf(edit, base));
export const breakingOf = (edit: Edit, base?: Edit) =>
  linesOf(edit, base).filter((line) => line.startsWith("breaking"));

export const PRICE = "description: Limit price, 0 where there is none.\n          type: number";
export const REQUIRED = "[Id, AccountId, Status, Side, Quantity, ExecutedQuantity]";
export const DESC = "        - name: desc\n          in: query\n";
export const parameter = (more: string) =>
  `        - name: more\n          in: query\n${more}          schema: { type: string }\n`;
export const PAGE_SIZE = "minimum: 1, maximum: 100";
const withBody = (body: string) =>
  swap("      operationId: createToken\n", `      operationId: createToken\n      requestBody: ${body}\n`);
export const jsonBody = (schema: string, required = false) =>
  withBody(`{ required: ${required}, content: { application/json: { schema: ${schema} } } }`);
