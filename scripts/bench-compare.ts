// npm run bench:compare: this package and the other ways to call the API, measured side by side and written into
// docs/comparison.md. Installs them from the registry, outside of the repository. Options: --only PROGRAM (one of
// scripts/lib/compare/programs/, printed and not written).
import { readFile } from "node:fs/promises";
import { measuredOn } from "./lib/bench/machine.js";
import { options, run, Stop } from "./lib/cli.js";
import { findNode } from "./lib/compare/install.js";
import { type Measured, measure, type NotMeasured } from "./lib/compare/measure.js";
import { details, sections } from "./lib/compare/page.js";
import { WAYS } from "./lib/compare/ways.js";
import { writeAside } from "./lib/files.js";
import { withTables } from "./lib/pages.js";
import { DOCS, fromRoot } from "./lib/paths.js";
import { mustRun } from "./lib/process.js";

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
