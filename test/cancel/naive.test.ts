// What the difference is: the same schedules, played by the naive program and by `cancel()`.
import { expect, test } from "vitest";
import { compare } from "./compare.js";

test("over 100 schedules the naive program makes false claims and cancel() makes none", async () => {
  const { naive, ours } = await compare({ schedules: 100, seed: 73552 });
  expect(ours).toBe(0);
  expect(naive.saidCanceled).toBeGreaterThan(10);
  expect(naive.saidNotCanceled).toBeGreaterThan(0);
});
