// npm --prefix benchmarks run generators: clients by generators that nobody here wrote, each generated from the spec,
// compiled as strictly as its language can and run against the sandbox; the table goes into docs/comparison.md. Fails if
// a client that should work does not, if Redocly's score is below 90, or if Spectral finds an error. Options: --only NAME (part of a generator's name; printed and not written).
import { readFile } from "node:fs/promises";
import { options, run, Stop } from "../scripts/lib/cli.js";
import { writeAside } from "../scripts/lib/files.js";
import { withTables } from "../scripts/lib/pages.js";
import { DOCS, fromRoot } from "../scripts/lib/paths.js";
import { findNode } from "./compare/install.js";
import { ROWS } from "./generators/catalog.js";
import { LEAST_SCORE, score, spectralErrors } from "./generators/judges.js";
import { install, type Result, tryOut } from "./generators/matrix.js";
import { matrixTable } from "./generators/table.js";

const PAGE = "comparison.md";

await run(async () => {
  const { only = "" } = options({ only: "string" });
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
