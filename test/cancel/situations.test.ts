// Each row of the sandbox's table of situations: the verdict that stands in the row is the one that comes out.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SITUATIONS } from "../../src/sandbox/index.js";
import { Simulation } from "./simulation.js";

let simulation: Simulation;
beforeAll(async () => {
  simulation = await Simulation.start();
});
beforeEach(() => simulation.sandbox.reset());
afterAll(() => simulation.sandbox.close());

describe.each(["api", "venue"] as const)("via %s", (via) => {
  test.each(SITUATIONS)("order $id, $name: $verdict", async ({ id, verdict }) => {
    const result = await simulation.run(simulation.cancel(simulation.client(), { orderId: id, via }));
    expect(result.verdict).toBe(verdict);
  });
});

describe("requests sent in the plain case", () => {
  const sent = async (via: "api" | "venue") => {
    await simulation.run(simulation.cancel(simulation.client(), { orderId: 73552, via }));
    return simulation.sandbox.counts();
  };
  test("slow: one DELETE and one GET", async () => {
    expect(await sent("venue")).toEqual({ createToken: 1, cancelSyncOrder: 1, getSyncOrder: 1 });
  });
  test("quick: one DELETE and one or two GETs while the venue decides", async () => {
    const { cancelOrder, getOrder, ...rest } = await sent("api");
    expect([cancelOrder, rest]).toEqual([1, { createToken: 1 }]);
    expect(getOrder).toBeLessThanOrEqual(2);
  });
});
