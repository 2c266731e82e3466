// Plays the same schedules with the naive program and with `cancel()`, and counts what either claims falsely.
import fc from "fast-check";
import { isFalse, playNaive } from "./naive.js";
import { lies, play, schedules } from "./schedules.js";
import { Simulation } from "./simulation.js";

export interface Comparison {
  /** False claims of the naive program: "canceled" of an order that was not, and the other way round. */
  naive: { saidCanceled: number; saidNotCanceled: number };
  /** Results of `cancel()` that claim more than is true. */
  ours: number;
}

export async function compare(options: { schedules: number; seed: number }): Promise<Comparison> {
  const simulation = await Simulation.start();
  const naive = { saidCanceled: 0, saidNotCanceled: 0 };
  let ours = 0;
  try {
    for (const schedule of fc.sample(schedules, { numRuns: options.schedules, seed: options.seed })) {
      const claim = await playNaive(simulation, schedule);
      if (isFalse(simulation, claim)) naive[claim === "canceled" ? "saidCanceled" : "saidNotCanceled"]++;
      if (lies(simulation, schedule, await play(simulation, schedule)).length > 0) ours++;
    }
  } finally {
    await simulation.sandbox.close();
  }
  return { naive, ours };
}
