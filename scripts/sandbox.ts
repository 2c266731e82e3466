// npm run sandbox: serves the API with a memory. Ctrl-C ends it. Lints the spec first, and updates src/generated/ if the
// spec has changed; a spec given with --spec is linted only. Options: --help.
import { resolve } from "node:path";
import { sandboxCommand } from "../src/cli/sandbox.js";
import { regenerate } from "./lib/generate.js";
import { readSpec } from "./lib/spec.js";

export default sandboxCommand(async (path) => {
  if (path !== undefined) return { ...(await readSpec(resolve(path))) };
  await regenerate();
  return undefined;
});
