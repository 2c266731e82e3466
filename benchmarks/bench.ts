// npm --prefix benchmarks run bench: the measurements that the docs quote, as Markdown.
import { resolve } from "node:path";
import ts from "typescript";
import { makeConsumer } from "../scripts/lib/consumer.js";
import { fromRoot, WITH_TYPESCRIPT } from "../scripts/lib/paths.js";
import { mustRun } from "../scripts/lib/process.js";
// The comparison is a test too; what it plays lives there.
import { compare } from "../test/cancel/compare.js";
import { compileCost } from "./bench/compile.js";
import { measuredOn } from "./bench/machine.js";
import { CONTENDERS, type Contender, PROGRAMS, WITH_VERDICT } from "./bench/programs.js";
import { runScript } from "./bench/script.js";
import { bundleSize } from "./bench/size.js";
import { compileTable, sizeTable, throughputTable, truthTable } from "./bench/tables.js";
import { measureThroughput } from "./bench/throughput.js";

/** The same schedules each time, so that the counts can be compared. */
const SEED = 73552;

await runScript({
  name: "bench",
  summary: "Measure what the docs quote, and print it as Markdown.",
  options: {
    quick: { does: "A short run, for a first look." },
    node: { takes: "PATH", does: "Node whose throughput is measured.", default: "the one that runs this" },
  },
  async run({ quick = false, node }) {
    const { folder, remove } = await makeConsumer();
    try {
      console.log(`${measuredOn()}\n`);
      console.log(
        sizeTable(
          await each((program) => bundleSize(folder, program)),
          await bundleSize(folder, WITH_VERDICT),
        ),
      );
      console.log(compileTable(await each((program) => compileCost(folder, program)), ts.version));
      const path = node === undefined ? process.execPath : resolve(node);
      console.log(throughputTable(await measureThroughput(folder, path, quick)));
    } finally {
      await remove();
    }
    const schedules = quick ? 100 : 1_000;
    console.log(truthTable(schedules, SEED, await compare({ schedules, seed: SEED })));
    await sandbox(quick);
  },
});

/** In a process of its own: what was measured before has left its garbage in this one. */
async function sandbox(quick: boolean): Promise<void> {
  const short = quick ? ["--seconds", "1", "--rounds", "1"] : [];
  console.log(
    await mustRun(process.execPath, [...WITH_TYPESCRIPT, fromRoot("benchmarks/bench-sandbox.ts"), ...short]),
  );
}

/** One after the other: two at a time would disturb each other. */
async function each<T>(measure: (program: string) => Promise<T>): Promise<Record<Contender, T>> {
  const results: Partial<Record<Contender, T>> = {};
  for (const name of CONTENDERS) results[name] = await measure(PROGRAMS[name]);
  return results as Record<Contender, T>;
}
