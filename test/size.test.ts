// The size budget: what the smallest program that cancels one order adds to a page.
import { expect, test } from "vitest";
import { PROGRAMS } from "../scripts/lib/bench/programs.js";
import { bundleSize, SIZE_BUDGET } from "../scripts/lib/bench/size.js";
import { makeConsumer } from "../scripts/lib/consumer.js";

test("the smallest program that cancels one order is within its budget, minified and gzipped", async () => {
  const { folder, remove } = await makeConsumer();
  const { gzipped } = await bundleSize(folder, PROGRAMS["autoshares-cancel"]).finally(remove);
  expect(gzipped).toBeLessThanOrEqual(SIZE_BUDGET);
});
