// npm run sandbox: serves the API with a memory. Ctrl-C ends it. A spec that is given is linted. Options: --help.
import { resolve } from "node:path";
import { sandboxCommand } from "../src/cli/sandbox.js";
import { runHere } from "./lib/commands.js";
import { readSpec } from "./lib/spec.js";

await runHere(sandboxCommand(async (path) => ({ ...(await readSpec(resolve(path))) })));
