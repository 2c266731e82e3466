// Owns: no result of `cancelAll()` claims more than is true, over schedules of everything that can go wrong.
import { expect, test } from "vitest";
import { crashedAtEachEntry } from "./world/crashes.js";
import { lies } from "./world/lies.js";
import { play } from "./world/scenario.js";

const SCHEDULES = Number(process.env.SCHEDULES ?? (process.env.CI ? 150 : 40));
const SEED = Number(process.env.SEED ?? 1);

test(`${SCHEDULES} schedules from seed ${SEED}: nothing is claimed or done that may not be`, {
  timeout: 0,
}, async () => {
  const found: string[] = [];
  const stopped: Record<string, number> = {};
  let crashes = 0;
  for (let seed = SEED; seed < SEED + SCHEDULES; seed++) {
    const played = await play(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}: ${error}`, { cause: error });
    });
    if (!played) continue;
    stopped[played.result.stopped] = (stopped[played.result.stopped] ?? 0) + 1;
    crashes += played.crashes;
    found.push(...lies(played).map((lie) => `seed ${seed}: ${lie}`));
  }
  console.log(`${JSON.stringify(stopped)}, ${crashes} crashes`);
  expect(found).toEqual([]);
});

test("a process that ends at any entry of its journal is gone on with, and nothing is lost or claimed", async () => {
  const found: string[] = [];
  let plays = 0;
  // The last one applies a plan.
  for (const seed of process.env.CI ? [3, 4, 8, 1_004_450] : [1_004_450])
    for await (const played of crashedAtEachEntry(seed)) {
      plays += 1;
      expect(played.crashes).toBeGreaterThan(0);
      found.push(...lies(played).map((lie) => `seed ${seed}, crash at ${played.crashedAt}: ${lie}`));
    }
  expect(plays).toBeGreaterThan(process.env.CI ? 20 : 9);
  expect(found).toEqual([]);
});
