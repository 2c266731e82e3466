// npm --prefix benchmarks run test:runtimes: builds the package and runs the contract over it in every runtime that is here.

import { Stop } from "../src/cli/stop.js";
import { startContractServer } from "../test/contract/server.js";
import { runScript } from "./bench/script.js";
import { installPackaged } from "./runtimes/cache.js";
import { RUNTIMES, type Runtime } from "./runtimes/catalog.js";
import { failuresOf, isMissing, report, type Tried } from "./runtimes/report.js";
import { makeSuite, type Suite } from "./runtimes/suite.js";

await runScript({
  name: "test:runtimes",
  summary: "Build the package and test it in every runtime of this machine.",
  options: {
    install: { does: "Install the runtimes that the npm registry has, into .runtimes/." },
    "require-all": { does: "Fail if a runtime is missing." },
    only: { takes: "NAME", does: "Test one runtime, such as Bun." },
  },
  async run({ install, only, "require-all": requireAll }) {
    const wanted = RUNTIMES.filter(({ name }) => only === undefined || name === only);
    if (wanted.length === 0) {
      throw new Stop(`--only ${only}: give one of ${RUNTIMES.map(({ name }) => name).join("; ")}.`);
    }
    if (install) await installPackaged(RUNTIMES.flatMap(({ packaged }) => (packaged ? [packaged] : [])));
    const all = await tryAll(wanted);
    console.log(report(all));
    if (all.some((tried) => failuresOf(tried).length > 0)) throw new Stop("The contract does not hold.");
    if (requireAll && all.some(isMissing))
      throw new Stop("Not every runtime is here, and --require-all is given.");
  },
});

async function tryAll(runtimes: Runtime[]): Promise<Tried[]> {
  const server = await startContractServer();
  const suite = await makeSuite();
  try {
    const all: Tried[] = [];
    for (const runtime of runtimes) all.push(await tryOne(runtime, suite, server.url));
    return all;
  } finally {
    await Promise.all([server.close(), suite.remove()]);
  }
}

async function tryOne(runtime: Runtime, suite: Suite, serverUrl: string): Promise<Tried> {
  const program = await runtime.find();
  if (!program) return { runtime };
  try {
    return { runtime, outcome: await runtime.run(program, suite, serverUrl) };
  } catch (error) {
    return { runtime, problem: String((error as Error).message) };
  }
}
