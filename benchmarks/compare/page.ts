// What `npm --prefix benchmarks run bench:compare` prints and writes into docs/comparison.md. Pure.

import { figureTable } from "../../scripts/lib/markdown.js";
import { number } from "../bench/tables.js";
import { CELLS, type Cell } from "./cells.js";
import type { Installed } from "./install.js";
import type { Measured, NotMeasured } from "./measure.js";
import type { Outcome } from "./outcomes.js";
import { versionOf, type Way } from "./ways.js";

const isMeasured = (row: Measured | NotMeasured): row is Measured => !("problem" in row);

/** The sections of the page, by the name that its comments give them. */
export function sections(
  machine: string,
  node: string,
  rows: (Measured | NotMeasured)[],
): Record<string, string> {
  const measured = rows.filter(isMeasured);
  return {
    run: `Measured by \`npm --prefix benchmarks run bench:compare\`. ${machine}; clients generated and run by Node ${node}.`,
    outcomes: figureTable(OUTCOME_HEAD, measured.map(outcomeRow)),
    costs: figureTable(COST_HEAD, measured.map(costRow)),
    missing: missing(rows),
  };
}

const count = (effects: Cell["effect"][]): number =>
  CELLS.filter(({ effect }) => effects.includes(effect)).length;

export const OUTCOME_HEAD = [
  "with",
  `says success, of ${count(["refused", "unknown"])}`,
  "never ends",
  `sends again blindly, of ${count(["unknown"])}`,
  `sends again after a refusal, of ${count(["refused"])}`,
  "most DELETEs of one call",
  `says failure, of ${count(["taken"])}`,
  "then known of the order",
];

function outcomeRow({ way, outcomes }: Measured): string[] {
  const figure = (found: (outcome: Outcome) => boolean) => number(outcomes.filter(found).length);
  return [
    way.name,
    figure(({ cell, outcome }) => cell.effect !== "taken" && outcome === "success"),
    figure(({ outcome }) => outcome === "hangs"),
    figure(({ cell, blind }) => cell.effect === "unknown" && blind),
    figure(({ cell, deletes }) => cell.effect === "refused" && deletes > 1),
    number(Math.max(...outcomes.map(({ deletes }) => deletes))),
    figure(({ cell, outcome }) => cell.effect === "taken" && outcome === "failure"),
    way.says,
  ];
}

export const COST_HEAD = [
  "with",
  "versions",
  "min + gzip",
  "compiler instantiations",
  "mistakes found",
  "installed to run",
  "installed to generate",
];

function costRow({ way, size, compile, mistakes, runtime, generator }: Measured): string[] {
  return [
    way.name,
    versionOf(way) || "–",
    `${number(size.gzipped)}${way.nodeOnly ? " (Node only)" : ""}`,
    number(compile.instantiations),
    mistakes.join(", ") || "none",
    installed(runtime),
    generator ? installed(generator) : "–",
  ];
}

function installed({ packages, bytes }: Installed): string {
  return packages === 0 ? "–" : `${packages}, ${(bytes / 1e6).toFixed(1)} MB`;
}

function missing(rows: (Measured | NotMeasured)[]): string {
  const lines = rows.flatMap((row) => (isMeasured(row) ? [] : [missingLine(row.way, row.failed)]));
  return lines.join("\n") || "Every way in the table could be installed, generated, compiled and run.";
}

/** Without the message, which may name paths of this machine; the command prints it. */
export function missingLine(way: Way, failed = ""): string {
  return `- ${way.name} (${versionOf(way)}) could not be measured. What failed: ${failed}`;
}

const firstLine = (text: string): string => text.split("\n")[0] ?? "";

/** For the person who runs it: what is behind each figure that is not as one would wish. */
export function details(rows: (Measured | NotMeasured)[]): string {
  return rows
    .map((row) => `${row.way.name}\n${isMeasured(row) ? surprises(row.outcomes) : row.problem}\n`)
    .join("\n");
}

function surprises(outcomes: Outcome[]): string {
  const lines = outcomes.flatMap(({ cell, outcome, message, deletes }) => {
    const expected = cell.effect === "taken" ? "success" : "failure";
    if (outcome === expected && deletes === 1) return [];
    return [
      `  ${cell.name}: ${outcome}, ${deletes} DELETE${deletes === 1 ? "" : "s"}${message ? `, ${firstLine(message)}` : ""}`,
    ];
  });
  return lines.join("\n") || "  as it should be, in every cell";
}
