// npm run mock: Prism's own command over the spec, which is linted meanwhile. Options: --help.
import { mockCommand } from "../src/cli/mock.js";
import { startCheckedPrism } from "./lib/servers.js";

export default mockCommand(startCheckedPrism);
