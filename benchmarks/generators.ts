// npm --prefix benchmarks run generators: clients by other people's generators, each generated from the spec, compiled as
// strictly as its language allows, and run against the sandbox. Writes the matrix of docs/comparison.md.
import { readFile } from "node:fs/promises";
import { writeAside } from "../scripts/lib/files.js";
import { withTables } from "../scripts/lib/pages.js";
import { DOCS, fromRoot } from "../scripts/lib/paths.js";
import { Stop } from "../src/cli/stop.js";
import { runScript } from "./bench/script.js";
import { findNode } from "./compare/install.js";
import { ROWS } from "./generators/catalog.js";
import { LEAST_SCORE, score, spectralErrors } from "./generators/judges.js";
import { install, type Result, tryOut } from "./generators/matrix.js";
import { matrixTable } from "./generators/table.js";

const PAGE = "comparison.md";

await runScript({
  name: "generators",
  summary:
    "Generate clients with ten generators, compile and run them; write the matrix of docs/comparison.md.",
  options: {
    only: { takes: "NAME", does: "Try generators whose name contains this, and print the result." },
  },
  async run({ only = "" }) {
    const rows = ROWS.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
    if (rows.length === 0)
      throw new Stop(`--only ${only}: give a part of one of ${ROWS.map(({ name }) => name).join("; ")}.`);
    await install();
    const node = await findNode();
    await judge(node);
    const results: Result[] = [];
    for (const row of rows) {
      console.error(`${row.name} …`);
      results.push(await tryOut(row, node));
    }
    for (const { row, problem } of results) if (problem) console.error(`${row.name}: ${problem}`);
    const matrix = matrixTable(results);
    console.log(matrix);
    if (only === "") await write(matrix);
    const failed = results.filter((result) => result.compiles && !result.row.fails && !works(result));
    if (failed.length > 0) throw new Stop(`Does not work: ${failed.map(({ row }) => row.name).join(", ")}.`);
  },
});

/** Stops when the tools of others find the spec wanting. */
async function judge(node: string): Promise<void> {
  const [scored, errors] = await Promise.all([score(), spectralErrors(node)]);
  console.error(`redocly score: ${scored}. Spectral, spectral:oas: ${errors.length} errors.`);
  if (errors.length > 0) throw new Stop(errors.join("\n"));
  if (!(scored >= LEAST_SCORE))
    throw new Stop(`redocly score: ${scored}, at least ${LEAST_SCORE} is wanted.`);
}

function works({ quick, slow, empty409 }: Result): boolean {
  return quick === "accepted" && slow === "accepted" && empty409 === "failure";
}

async function write(matrix: string): Promise<void> {
  const page = await readFile(fromRoot(`docs/${PAGE}`), "utf8");
  await writeAside(DOCS, new Map([[PAGE, withTables(PAGE, page, { generators: matrix }, "measured")]]));
}
