// Whatever happens, a result of `cancel()` is true: some schedules here, 100,000 with `npm run soak`.
import { expect, test } from "vitest";
import { VERDICTS } from "../../verdicts.js";
import { runCampaign } from "./campaign.js";

const SEED = 73552;
const SCHEDULES = process.env.CI ? 1_000 : 300;

test(`${SCHEDULES} schedules, seed ${SEED}: no result claims more than is true, and every verdict occurs`, async () => {
  const { verdicts, violations } = await runCampaign({ seed: SEED, schedules: SCHEDULES });
  expect(violations).toEqual({});
  expect(Object.keys(verdicts).sort()).toEqual(VERDICTS);
});
