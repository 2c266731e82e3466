// npm run check: lint, types and generated files, all at the same time.

import { Stop } from "../src/cli/stop.js";
import { checkGenerated, checkLint, checkTypes } from "./lib/checks.js";
import { script } from "./lib/script.js";

/** By the command that repeats one alone. */
const CHECKS: Record<string, () => Promise<string>> = {
  "npx tsc": checkTypes,
  "npm run lint": () => checkLint(),
  "npm run check:generated": () => checkGenerated(),
};

export default script({
  name: "check",
  summary: "Check lint, types and generated files; print every problem, and fail if there is one.",
  options: {},
  async run() {
    const passed = await Promise.all(Object.entries(CHECKS).map((entry) => report(...entry)));
    const failed = Object.keys(CHECKS).filter((_, index) => !passed[index]);
    if (failed.length > 0) throw new Stop(`Failed: ${failed.join(", ")}.`);
  },
});

/** Prints what a check says, and whether it passed. */
async function report(name: string, check: () => Promise<string>): Promise<boolean> {
  try {
    console.log(await check());
    return true;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`${name}:\n${error.message}`);
    return false;
  }
}
