// npm --prefix benchmarks run bench:compare: this package and the other ways to call the API, measured side by side. Writes
// the tables of docs/comparison.md. Installs the others from the registry, outside of the repository.
import { readFile } from "node:fs/promises";
import { writeAside } from "../scripts/lib/files.js";
import { withTables } from "../scripts/lib/pages.js";
import { DOCS, fromRoot } from "../scripts/lib/paths.js";
import { mustRun } from "../scripts/lib/process.js";
import { Stop } from "../src/cli/stop.js";
import { measuredOn } from "./bench/machine.js";
import { runScript } from "./bench/script.js";
import { findNode } from "./compare/install.js";
import { type Measured, measure, type NotMeasured } from "./compare/measure.js";
import { details, sections } from "./compare/page.js";
import { WAYS } from "./compare/ways.js";

const PAGE = "comparison.md";

await runScript({
  name: "bench:compare",
  summary: "Measure this package and other ways to call the API; write the tables of docs/comparison.md.",
  options: { only: { takes: "PROGRAM", does: "Measure and print one of benchmarks/compare/programs/." } },
  async run({ only }) {
    const wanted = WAYS.filter(({ program }) => only === undefined || program === only);
    if (wanted.length === 0)
      throw new Stop(`--only ${only}: give one of ${WAYS.map(({ program }) => program).join(", ")}.`);
    const node = await findNode();
    const rows: (Measured | NotMeasured)[] = [];
    for (const way of wanted) {
      console.error(`${way.name} …`);
      rows.push(await measure(way, node));
    }
    const version = (await mustRun(node, ["--version"])).trim();
    const tables = sections(measuredOn(), version, rows);
    console.log(`${details(rows)}\n${Object.values(tables).join("\n\n")}`);
    if (only === undefined) await write(tables);
  },
});

async function write(tables: Record<string, string>): Promise<void> {
  const page = await readFile(fromRoot(`docs/${PAGE}`), "utf8");
  await writeAside(DOCS, new Map([[PAGE, withTables(PAGE, page, tables, "measured")]]));
}
