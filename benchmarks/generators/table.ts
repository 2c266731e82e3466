// The table of docs/comparison.md, and what is said of a generator that could not be tried. Pure.
import { table } from "../../scripts/lib/markdown.js";
import { VERSIONS } from "./catalog.js";
import type { Result } from "./matrix.js";

const HEAD = [
  ...["generator", "version", "compiles", "quick cancel", "slow cancel", "an empty 409 is a"],
  ...["DELETEs of one call met with 500", "what to know"],
];

export function matrixTable(results: Result[]): string {
  return table(
    HEAD,
    results.map(({ row, compiles, quick, slow, empty409, deletesAfter500, problem }) => [
      ...[row.name, VERSIONS[row.package] ?? "", compiles ?? "–", quick ?? "–", slow ?? "–", empty409 ?? "–"],
      ...[deletesAfter500 ?? "–", problem ? `not tried: ${problem.split("\n")[0]}` : row.wrong],
    ]),
  );
}
