// npm test: what `npm run check` checks, then the tests that need neither a browser nor minutes.
import { spawnSync } from "node:child_process";
import { Stop } from "../src/cli/stop.js";
import check from "./check.js";
import { ROOT, VITEST_CLI } from "./lib/paths.js";
import { runScript, script } from "./lib/script.js";

export default script({
  name: "test",
  summary: "Check lint, types and generated files, then run the tests.",
  options: {
    only: { takes: "TEXT", does: "Run only test files whose path contains TEXT, without the checks." },
  },
  examples: [
    ["", "everything that a change must pass"],
    ["--only test/client", "while you work on the client"],
  ],
  async run({ only }) {
    if (only === undefined) await runScript(check, []);
    const files = only === undefined ? [] : [only];
    const { status } = spawnSync(process.execPath, [VITEST_CLI, "run", "--project", "quick", ...files], {
      cwd: ROOT,
      stdio: "inherit",
    });
    if (status !== 0) throw new Stop("A test failed: see above.");
  },
});
