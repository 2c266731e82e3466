// Whatever happens, what `cancel()`, `resume()` and `orThrow()` say is true: schedules here, 100,000 by `npm run soak`.
import { expect, test } from "vitest";
import { VERDICTS } from "../verdicts.js";
import { runCampaign } from "./world/campaign.js";

const SEED = Number(process.env.SEED ?? 73552);
const SCHEDULES = process.env.CI ? 1_000 : 300;

test(`${SCHEDULES} schedules of answers, losses, stale reads, joins and resumes, seed ${SEED}: no claim is false`, async () => {
  const { verdicts, violations } = await runCampaign({ seed: SEED, schedules: SCHEDULES, lagMs: undefined });
  console.log(`seed ${SEED}: ${JSON.stringify(verdicts)}`);
  expect(violations).toEqual({});
  expect(Object.keys(verdicts).sort()).toEqual(VERDICTS);
}, 240_000);
