// Plays one schedule after the other and holds each to the invariants. What is found is named by kind.

import { isDeepStrictEqual } from "node:util";
import { isResumable, type Sitting } from "./calls.js";
import { conductOfClients, conductOfSitting } from "./conduct.js";
import { evidenceOf } from "./evidence.js";
import { falseClaims } from "./invariants.js";
import { Play } from "./play.js";
import { Random } from "./random.js";
import { conductOfCall, recordFaults } from "./record.js";
import { drawCrowd, drawPlan, type Plan } from "./steps.js";

export interface Judged {
  readonly play: Play;
  readonly verdicts: readonly string[];
  /** Kinds of violation, with the number of the call where there is one. */
  readonly violations: readonly string[];
}

/** Everything that went wrong in a play. */
function judge(play: Play, lagsLonger = false): string[] {
  const { world, calls } = play;
  const { log } = world.network;
  const secrets = world.secrets();
  const found = new Set<string>(conductOfClients(log));
  for (const sitting of new Set(calls.map((call) => call.sitting))) {
    const returned = sitting.calls.some(({ source }) => source?.result && !isResumable(source.result));
    // What a forged result says is nobody's knowledge, and nobody's claim.
    if (returned || isForged(sitting)) continue;
    for (const fault of conductOfSitting(sitting, log)) found.add(fault);
  }
  for (const call of calls) {
    for (const fault of conductOfCall(call, log, secrets)) found.add(fault);
    if (!call.result || isForged(call.sitting)) continue;
    if (call.source?.result && !isResumable(call.source.result)) {
      if (!isDeepStrictEqual(call.result, call.source.result))
        found.add("resume: a final result is not returned as it is");
      continue;
    }
    const order = world.server.orders.get(`${call.accountId}/${call.orderId}`);
    const evidence = evidenceOf(call, call.result, log, order, lagsLonger);
    for (const fault of [...falseClaims(evidence), ...recordFaults(evidence, secrets)]) found.add(fault);
  }
  return [...found];
}

/** What was changed and taken all the same: nobody knows any more what is true of it, nor of what it was joined to. */
function isForged(sitting: Sitting, asked = new Set<Sitting>()): boolean {
  if (asked.has(sitting)) return false;
  asked.add(sitting);
  return sitting.calls.some(
    ({ tampered, thrown, source }) =>
      (tampered && thrown === undefined) || (source !== undefined && isForged(source.sitting, asked)),
  );
}

export function planOf(random: Random): Plan {
  return random.draw("kind of schedule") < 0.008 ? drawCrowd(random) : drawPlan(random);
}

async function judgeSchedule(seed: number, lagMs?: number, leftOut?: ReadonlySet<string>): Promise<Judged> {
  const random = new Random(seed, leftOut);
  return judgePlan(planOf(random), random, lagMs);
}

export async function judgePlan(plan: Plan, random: Random, lagMs?: number): Promise<Judged> {
  const play = await Play.of(plan, random, lagMs);
  const verdicts = play.calls.flatMap(({ result, tampered }) =>
    result && !tampered ? [result.verdict] : [],
  );
  return { play, verdicts, violations: judge(play, lagMs !== undefined) };
}

/**
 * The runtime sent a DELETE twice, told nobody, and no read came through that could have shown what the first did; or
 * the venue refused the cancel of another client after this one's had left, and does not say whose it was; or the order
 * held a refusal of before, and a fill gave it a new date in the moment in which the DELETE was on its way.
 */
const UNKNOWABLE =
  /that the runtime sent twice$|that of another client was refused$|dated anew while it was on its way$/;

export interface Campaign {
  readonly seed: number;
  readonly schedules: number;
  readonly lagMs?: number | undefined;
}

export interface Report {
  readonly verdicts: Record<string, number>;
  /** Kinds of violation: how many schedules, and the seed of the first. */
  readonly violations: Record<string, { schedules: number; seed: number }>;
  /** What a truthful client cannot know either: see {@link UNKNOWABLE}. */
  readonly apart: Record<string, { schedules: number; seed: number }>;
  /** Schedules with a violation. */
  readonly wrong: number;
}

/** Seeds of schedules follow from the seed of the campaign. */
const seedOf = ({ seed }: Campaign, index: number): number => (seed * 1_000_003 + index) % 2 ** 31;

export async function runCampaign(
  campaign: Campaign,
  progress: (done: number) => void = () => {},
): Promise<Report> {
  const verdicts: Record<string, number> = {};
  const violations: Record<string, { schedules: number; seed: number }> = {};
  const apart: Report["apart"] = {};
  let wrong = 0;
  let rejected = 0;
  const count = () => rejected++;
  process.on("unhandledRejection", count);
  try {
    for (let index = 0; index < campaign.schedules; index++) {
      const seed = seedOf(campaign, index);
      rejected = 0;
      const { verdicts: made, violations: found } = await judgeSchedule(seed, campaign.lagMs);
      for (const verdict of made) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
      const all = rejected > 0 ? [...found, "a rejection that nobody handles"] : found;
      if (all.some((kind) => !UNKNOWABLE.test(kind))) wrong++;
      for (const kind of all) {
        const kinds = UNKNOWABLE.test(kind) ? apart : violations;
        kinds[kind] ??= { schedules: 0, seed };
        kinds[kind].schedules++;
      }
      progress(index + 1);
    }
  } finally {
    process.off("unhandledRejection", count);
  }
  return { verdicts, violations, apart, wrong };
}
