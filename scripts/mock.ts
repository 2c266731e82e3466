// npm run mock: Prism's own command over the spec, which is linted meanwhile. Options: --help.
import { mockCommand } from "../src/cli/mock.js";
import { runHere } from "./lib/commands.js";
import { startCheckedPrism } from "./lib/servers.js";

await runHere(mockCommand(startCheckedPrism));
