// npm run check: lint, types and generated files, side by side, because each leaves a core idle for a while. Prints
// what each says, and fails if one does.
import { options, run, Stop } from "./lib/cli.js";
import { npmCommand, runCommand } from "./lib/process.js";

const CHECKS = ["lint", "check:types", "check:generated"];

await run(async () => {
  options({});
  const codes = await Promise.all(CHECKS.map(check));
  const failed = CHECKS.filter((_, index) => codes[index] !== 0);
  if (failed.length > 0) throw new Stop(`Failed: ${failed.map((name) => `npm run ${name}`).join(", ")}.`);
});

async function check(name: string): Promise<number | null> {
  const { code, stdout, stderr } = await runCommand(...npmCommand(["run", "--silent", name]));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return code;
}
