// npm run soak: plays cancel(), resume() and orThrow() in the simulated world and holds them to the invariants.
import { spawnSync } from "node:child_process";
import { Stop } from "../src/cli/stop.js";
import { fromRoot, ROOT, WITH_TYPESCRIPT } from "./lib/paths.js";
import { script } from "./lib/script.js";

const WHOLE = /^\d{1,10}$/;

export default script({
  name: "soak",
  summary: "Play cancel() against many schedules of answers, losses and stale reads.",
  options: {
    all: { does: "Play cancelAll() instead: slower, so take about 10000 schedules." },
    schedules: { takes: "N", does: "How many.", default: "100000" },
    seed: {
      takes: "N",
      does: "The same seed gives the same schedules; without one it is the time, printed.",
    },
    lag: {
      takes: "MS",
      does: "How stale reads may be; without it as stale as the caller allows. Longer may make claims false.",
    },
    explain: { takes: "SEED", does: "Tell one schedule line by line, as small as it can be made." },
    kind: { takes: "TEXT", does: "With --explain: the start of the violation to keep." },
  },
  async run({ all, schedules = "100000", seed = String(Date.now() % 10 ** 9), lag, explain, kind = "" }) {
    for (const [name, text] of Object.entries({ schedules, seed, lag, explain })) {
      if (text !== undefined && !WHOLE.test(text))
        throw new Stop(`--${name} takes a whole number, not ${text}.`);
    }
    const task = JSON.stringify({ schedules, seed, lag, explain, kind });
    const program = fromRoot(`test/${all ? "cancel-all" : "cancel"}/world/main.ts`);
    const { status } = spawnSync(process.execPath, [...WITH_TYPESCRIPT, program, task], {
      cwd: ROOT,
      stdio: "inherit",
    });
    if (status === 0) return;
    const again = all ? "--all --schedules 1 --seed SEED" : "--explain SEED";
    throw new Stop(`A schedule went wrong. See it with: npm run soak -- ${again}`);
  },
});
