// npm run sandbox: serves the API with a memory. Ctrl-C ends it. The spec is linted, and what is generated from it is made
// anew where it is stale; a spec that is given is linted. Options: --help.
import { resolve } from "node:path";
import { sandboxCommand } from "../src/cli/sandbox.js";
import { runHere } from "./lib/commands.js";
import { regenerate } from "./lib/generate.js";
import { readSpec } from "./lib/spec.js";

await runHere(
  sandboxCommand(async (path) => {
    if (path !== undefined) return { ...(await readSpec(resolve(path))) };
    await regenerate();
  }),
);
