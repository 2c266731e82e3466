// npm run check: lint, types and generated files, side by side, because each leaves a core idle for a while.
import { Stop } from "./lib/cli.js";
import { runScript } from "./lib/commands.js";
import { TSC_CLI } from "./lib/paths.js";
import { npmCommand, runCommand } from "./lib/process.js";

const TYPES = [TSC_CLI, "--incremental", "--tsBuildInfoFile", "node_modules/.cache/types.tsbuildinfo"];

/** By the command that repeats one alone. */
const CHECKS: Record<string, [command: string, args: string[]]> = {
  "npm run lint": npmCommand(["run", "--silent", "lint"]),
  "npx tsc": [process.execPath, TYPES],
  "npm run check:generated": npmCommand(["run", "--silent", "check:generated"]),
};

await runScript({
  name: "check",
  summary: "Check lint, types and generated files; print what each says, and fail if one does.",
  options: {},
  async run() {
    const codes = await Promise.all(Object.values(CHECKS).map((one) => check(...one)));
    const failed = Object.keys(CHECKS).filter((_, index) => codes[index] !== 0);
    if (failed.length > 0) throw new Stop(`Failed: ${failed.join(", ")}.`);
  },
});

async function check(command: string, args: string[]): Promise<number | null> {
  const { code, stdout, stderr } = await runCommand(command, args);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return code;
}
