// npm --prefix benchmarks run bench:compare: this package and the other ways to call the API, measured side by side and written into
// docs/comparison.md. Installs them from the registry, outside of the repository. Options: --only PROGRAM (one of
// benchmarks/compare/programs/, printed and not written).
import { readFile } from "node:fs/promises";
import { options, run, Stop } from "../scripts/lib/cli.js";
import { writeAside } from "../scripts/lib/files.js";
import { withTables } from "../scripts/lib/pages.js";
import { DOCS, fromRoot } from "../scripts/lib/paths.js";
import { mustRun } from "../scripts/lib/process.js";
import { measuredOn } from "./bench/machine.js";
import { findNode } from "./compare/install.js";
import { type Measured, measure, type NotMeasured } from "./compare/measure.js";
import { details, sections } from "./compare/page.js";
import { WAYS } from "./compare/ways.js";

const PAGE = "comparison.md";

await run(async () => {
  const { only } = options({ only: "string" });
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
});

async function write(tables: Record<string, string>): Promise<void> {
  const page = await readFile(fromRoot(`docs/${PAGE}`), "utf8");
  await writeAside(DOCS, new Map([[PAGE, withTables(PAGE, page, tables, "measured")]]));
}
