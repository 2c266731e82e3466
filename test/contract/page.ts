// Runs the contract in a page: its address says `?server=<address>&mock=<address>`, and `contract` resolves with
// the results.
import { runChecks } from "./checks.js";
import { mockChecks } from "./mock.js";

const address = new URLSearchParams(location.search);

async function run() {
  const results = await runChecks(address.get("server") ?? "");
  return [...results, ...(await runChecks(address.get("mock") ?? "", mockChecks))];
}

Object.assign(globalThis, { contract: run() });
