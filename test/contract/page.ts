// Runs the contract in a page: its address says `?server=<address>`, and `contract` resolves with the results.
import { runChecks } from "./checks.js";

const server = new URLSearchParams(location.search).get("server");
Object.assign(globalThis, { contract: runChecks(server ?? "") });
