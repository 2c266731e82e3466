// npm run soak: the property test of cancel() over many more schedules. Options: --schedules N (default 100000),
// --seed N (default: the time, printed).
import { spawnSync } from "node:child_process";
import { options, run, Stop } from "./lib/cli.js";
import { fromRoot, ROOT } from "./lib/paths.js";

await run(async () => {
  const { schedules = "100000", seed = String(Date.now() % 2 ** 31) } = options({
    schedules: "string",
    seed: "string",
  });
  console.log(`${schedules} schedules, seed ${seed}`);
  const vitest = fromRoot("node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "test/cancel/truth.test.ts", "--testTimeout", "0"];
  const env = { ...process.env, SCHEDULES: schedules, SEED: seed };
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: "inherit" });
  if (status !== 0)
    throw new Stop(`A schedule made cancel() claim more than is true: run again with --seed ${seed}.`);
});
