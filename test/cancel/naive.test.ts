// What the difference is: the same schedules, played by the naive program and by `cancel()`.
import { expect, test } from "vitest";
import { compare } from "./compare.js";

test("over 50 schedules the naive program makes false claims and cancel() makes none", async () => {
  const { naive, ours } = await compare({ schedules: 50, seed: 73552 });
  expect(ours).toBe(0);
  expect(naive.saidCanceled).toBeGreaterThan(5);
  expect(naive.saidNotCanceled).toBeGreaterThan(0);
});
