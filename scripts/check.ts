// npm run check: lint, types and generated files, side by side, because each leaves a core idle for a while.
import { Stop } from "./lib/cli.js";
import { runScript } from "./lib/commands.js";
import { npmCommand, runCommand } from "./lib/process.js";

const CHECKS = ["lint", "check:types", "check:generated"];

await runScript({
  name: "check",
  summary: `Run ${CHECKS.join(", ")}; print what each says, and fail if one does.`,
  options: {},
  async run() {
    const codes = await Promise.all(CHECKS.map(check));
    const failed = CHECKS.filter((_, index) => codes[index] !== 0);
    if (failed.length > 0) throw new Stop(`Failed: ${failed.map((name) => `npm run ${name}`).join(", ")}.`);
  },
});

async function check(name: string): Promise<number | null> {
  const { code, stdout, stderr } = await runCommand(...npmCommand(["run", "--silent", name]));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return code;
}
