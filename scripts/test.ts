// npm test: what `npm run check` checks, then the tests that need neither a browser nor minutes.
import { spawnSync } from "node:child_process";
import { Stop } from "./lib/cli.js";
import { runScript } from "./lib/commands.js";
import { ROOT, VITEST_CLI } from "./lib/paths.js";
import { npmCommand } from "./lib/process.js";

await runScript({
  name: "test",
  summary: "Check lint, types and generated files, then run the tests.",
  options: {
    only: { takes: "TEXT", does: "Run only the test files whose path holds this, and check nothing." },
  },
  examples: [
    ["", "everything that a change must pass"],
    ["--only test/client", "while working on the client"],
  ],
  async run({ only }) {
    if (only === undefined) mustPass(...npmCommand(["run", "--silent", "check"]));
    mustPass(process.execPath, [
      VITEST_CLI,
      "run",
      "--project",
      "quick",
      ...(only === undefined ? [] : [only]),
    ]);
  },
});

function mustPass(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) throw new Stop("A check or a test failed: it is named above.");
}
