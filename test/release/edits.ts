// Edits of a spec that never changes, the one of 0.1.0, and what is said of each: for the tests of what breaks callers
// and of what does not.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Change, judge } from "../../scripts/lib/breaking/compare.js";
import { type Difference, differences } from "../../scripts/lib/breaking/differences.js";
import { fromRoot } from "../../scripts/lib/paths.js";
import { eachOperation, type OpenApi } from "../../src/sandbox/openapi.js";

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

export interface Case {
  edit: Edit;
  /** What the spec has before the edit, besides. */
  base?: Edit;
}

/** What is said of each edit. All are compared at once, side by side: a run of Redocly takes most of a second. */
export async function changesOf(cases: Case[]): Promise<Change[][]> {
  const pairs = cases.map(({ edit, base = (text) => text }) => {
    const [before, after] = [base(specText), edit(base(specText))];
    if (before === after) throw new Error(`this edit left the spec as it was: ${edit}`);
    return { before: fast(before), after: fast(after) };
  });
  const all = await differences({
    before: sideBySide(pairs.map(({ before }) => before)),
    after: sideBySide(pairs.map(({ after }) => after)),
  });
  return pairs.map((specs, index) => judge(ownOf(all, index), specs));
}

/** There are many rows, and checking for keys that occur twice takes a third of the time. */
const fast = (text: string) => parse(text, { uniqueKeys: false, prettyErrors: false }) as OpenApi;

/** One spec out of many: the paths and components of each have names of their own. */
function sideBySide(specs: OpenApi[]): OpenApi {
  const paths: OpenApi["paths"] = {};
  const components: Record<string, Record<string, unknown>> = {};
  specs.forEach((spec, index) => {
    const own = JSON.parse(
      JSON.stringify(spec).replaceAll(/"#\/components\/([\w-]+)\//g, `$&row${index}.`),
    ) as OpenApi;
    for (const { operation } of eachOperation(own))
      operation.security = (operation.security ?? spec.security ?? []).map((way) =>
        prefixed(way, `row${index}.`),
      );
    for (const [path, item] of Object.entries(own.paths))
      paths[`/row${index}${path}`] = Object.assign(item, { servers: spec.servers });
    for (const [section, table] of Object.entries(own.components))
      components[section] = { ...components[section], ...prefixed(table ?? {}, `row${index}.`) };
  });
  return { ...spec, servers: [], security: [], paths, components: components as OpenApi["components"] };
}

const prefixed = <T>(table: Record<string, T>, prefix: string): Record<string, T> =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [`${prefix}${name}`, value]));

/** The differences of one spec, as they would be if it stood alone. */
function ownOf(all: Difference[], index: number): Difference[] {
  const [inPath, inPointer, inName] = [`/row${index}/`, `~1row${index}~1`, `row${index}.`];
  return all
    .map((one) => JSON.stringify(one))
    .filter((text) => text.includes(inPointer) || text.includes(inName))
    .map((text) => text.replaceAll(inPath, "/").replaceAll(inPointer, "~1").replaceAll(inName, ""))
    .map((text) => JSON.parse(text) as Difference);
}

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
