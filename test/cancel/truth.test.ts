// Whatever happens, a result of `cancel()` is true: 1,000 schedules here, more with `npm run soak`.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VERDICTS } from "../verdicts.js";
import { lies, play, schedules } from "./schedules.js";
import { Simulation } from "./simulation.js";

const RUNS = Number(process.env.SCHEDULES ?? 1_000);
const SEED = Number(process.env.SEED ?? 73552);

let simulation: Simulation;
beforeAll(async () => {
  simulation = await Simulation.start();
});
afterAll(() => simulation.sandbox.close());

test(`${RUNS} schedules of faults, races, limits and contradictions, seed ${SEED}: no result claims more than is true`, async () => {
  const verdicts: Record<string, number> = {};
  const property = fc.asyncProperty(schedules, async (schedule) => {
    const result = await play(simulation, schedule);
    verdicts[result.verdict] = (verdicts[result.verdict] ?? 0) + 1;
    expect(lies(simulation, schedule, result)).toEqual([]);
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED });
  console.log(`seed ${SEED}: ${JSON.stringify(verdicts)}`);
  expect(Object.keys(verdicts).sort()).toEqual(VERDICTS);
});
