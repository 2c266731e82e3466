// The guide that compares: its tables have a row for every way, its figures for this package are those that other
// tests hold, and the programs that need nothing installed report here what the guide says of them.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMPILE_BUDGET } from "../benchmarks/bench/compile.js";
import { SIZE_BUDGET, VERDICT_BUDGET } from "../benchmarks/bench/size.js";
import { CELLS } from "../benchmarks/compare/cells.js";
import { COST_HEAD, missingLine, OUTCOME_HEAD } from "../benchmarks/compare/page.js";
import { versionOf, WAYS } from "../benchmarks/compare/ways.js";
import { fromRoot } from "../scripts/lib/paths.js";
import { type Server, startServer } from "./client/server.js";

const page = readFileSync(fromRoot("docs/comparison.md"), "utf8");

/** Rows of a measured table by their first cell. */
function rowsOf(place: string): Map<string, string[]> {
  const text = page.split(`<!-- measured: ${place} -->`)[1]?.split(`<!-- end: ${place} -->`)[0] ?? "";
  const lines = text.split("\n").filter((line) => line.startsWith("| "));
  const cells = lines.map((line) => line.slice(2, -2).split(" | "));
  return new Map(cells.map(([name = "", ...rest]) => [name, rest]));
}

const outcomes = rowsOf("outcomes");
const costs = rowsOf("costs");
const figures = (row: string[] | undefined): number[] =>
  (row ?? []).map((cell) => Number(cell.replace(",", "")));
const cost = (name: string, head: string): number =>
  figures(costs.get(name))[COST_HEAD.indexOf(head) - 1] ?? Number.NaN;

test("the tables have the columns that the command writes", () => {
  expect(outcomes.get("with")).toEqual(OUTCOME_HEAD.slice(1));
  expect(costs.get("with")).toEqual(COST_HEAD.slice(1));
});

test.each(WAYS)("$name is in both tables in the version that is pinned, or said to be missing", (way) => {
  const isMissing = page.includes(missingLine(way));
  expect(outcomes.has(way.name)).toBe(!isMissing);
  expect(costs.get(way.name)?.[0] ?? versionOf(way)).toBe(versionOf(way) || "–");
});

test("this package's rows keep to what other tests hold: nothing false, nothing blind, no more bytes", () => {
  expect(figures(outcomes.get("autoshares-cancel")).slice(0, -1)).toEqual([0, 0, 0, 0, 1, 0]);
  expect(figures(outcomes.get("autoshares-cancel, `cancel()`")).slice(0, 3)).toEqual([0, 0, 0]);
  expect(cost("autoshares-cancel", "min + gzip")).toBeLessThanOrEqual(SIZE_BUDGET.ceiling);
  expect(cost("autoshares-cancel, `cancel()`", "min + gzip")).toBeLessThanOrEqual(VERDICT_BUDGET.ceiling);
  expect(cost("autoshares-cancel", "compiler instantiations")).toBeLessThanOrEqual(COMPILE_BUDGET);
});

let server: Server;
beforeAll(async () => {
  server = await startServer(
    ({ target }) => CELLS[Number(target.split("/").at(-1)) - 1]?.answer ?? { bytes: "" },
  );
});
afterAll(() => server.close());

/** A hang takes the time of a timeout to tell; the command waits for it. */
const quick = CELLS.flatMap(({ name, effect }, index) =>
  name === "no answer" ? [] : [{ orderId: index + 1, effect }],
);

test.each(["autoshares-cancel", "fetch", "openapi-fetch-status", "openapi-fetch-error"])(
  "programs/%s.ts says success as often as its row does, and sends once",
  async (program) => {
    const { cancelOrder } = await import(fromRoot(`benchmarks/compare/programs/${program}.ts`));
    const first = server.requests.length;
    const calls = quick.map(({ orderId }) => cancelOrder(server.url, orderId));
    const settled = await Promise.allSettled(calls);
    const successes = settled.filter(
      ({ status }, index) => status === "fulfilled" && quick[index]?.effect !== "taken",
    );
    const way = WAYS.find((found) => found.program === program);
    expect(successes).toHaveLength(figures(outcomes.get(way?.name ?? ""))[0] ?? Number.NaN);
    expect(server.requests.length - first).toBe(quick.length);
  },
);
