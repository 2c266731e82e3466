// The contract's checks over the sources, on the Node that runs the tests. `test:runtimes` in benchmarks/ runs the
// same checks over the built package, in every runtime.
import { afterAll, beforeAll, describe, test } from "vitest";
import { checks } from "./contract/checks.js";
import { type ContractServer, startContractServer } from "./contract/server.js";

let server: ContractServer;
beforeAll(async () => {
  server = await startContractServer();
});
afterAll(() => server.close());

describe("the contract", () => {
  for (const { name, run } of checks) test(name, () => run(server.url));
});
