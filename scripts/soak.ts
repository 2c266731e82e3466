// npm run soak: the property test of cancel() over many more schedules.
import { spawnSync } from "node:child_process";
import { Stop } from "./lib/cli.js";
import { runScript } from "./lib/commands.js";
import { ROOT, VITEST_CLI } from "./lib/paths.js";

await runScript({
  name: "soak",
  summary: "Play cancel() against many schedules of answers, losses and reads.",
  options: {
    schedules: { takes: "N", does: "How many.", default: "100000" },
    seed: {
      takes: "N",
      does: "An integer. The same seed gives the same schedules; without one it is the time, printed.",
    },
  },
  async run({ schedules = "100000", seed = String(Date.now() % 2 ** 31) }) {
    console.log(`${schedules} schedules, seed ${seed}`);
    const args = [VITEST_CLI, "run", "test/cancel/truth.test.ts", "--testTimeout", "0"];
    const env = { ...process.env, SCHEDULES: schedules, SEED: seed };
    const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: "inherit" });
    if (status !== 0)
      throw new Stop(`A schedule made cancel() claim more than is true: run again with --seed ${seed}.`);
  },
});
