// Random programs of the public API: cancels, joins, aborts, resumes here and elsewhere, through JSON or tampered
// with, whatever else happens meanwhile. The same invariants hold.
import fc from "fast-check";
import { expect, test } from "vitest";
import { judgePlan } from "./campaign.js";
import { Random } from "./random.js";
import { ACCOUNT, EVENTS, type Plan, type Step } from "./steps.js";

const SEED = 73552;
const PROGRAMS = 150;

const client = fc.constantFrom(0, 0, 0, 1);
const call = {
  deadlineMs: fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 3_000, max: 40_000 })),
  abortAfterMs: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: undefined, freq: 4 }),
  progress: fc.constantFrom("none", "listens", "throws", "rejects"),
};

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("cancel"),
      client,
      order: fc.constant(0),
      via: fc.constantFrom("api", "venue"),
      ...call,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("resume"),
      client,
      back: fc.integer({ min: 0, max: 3 }),
      how: fc.constantFrom("as it is", "through JSON", "tampered"),
      ...call,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("wait"), ms: fc.constantFrom(1, 30, 300, 2_500, 60_000) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("finish") }) },
  fc.record({ do: fc.constant("end the tokens") }),
  fc.record({ do: fc.constant("step the clock"), ms: fc.constantFrom(-3_600_000, 61_000) }),
  fc.record({ do: fc.constant("no network"), ms: fc.constantFrom(50, 3_000) }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("befall"),
      order: fc.constant(0),
      event: fc.constantFrom(...EVENTS),
    }),
  },
) as fc.Arbitrary<Step>;

const plans: fc.Arbitrary<Plan> = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 9 }),
  trouble: fc.constantFrom(0, 0.1, 0.3),
  settleMs: fc.constantFrom(undefined, 700),
  auth: fc.constantFrom("fixed token", "credentials", "function"),
  orders: fc
    .record({
      status: fc.constantFrom("New", "PartiallyFilled", "PendingNew"),
      placedAgoMs: fc.constantFrom(0, 600_000),
      accountId: fc.constant(ACCOUNT),
    })
    .map((order) => [order]),
  timeoutMs: fc.constantFrom(2_000, 10_000),
}) as fc.Arbitrary<Plan>;

test(`${PROGRAMS} programs of cancels, joins, aborts and resumes, seed ${SEED}: no result claims more than is true`, async () => {
  const property = fc.asyncProperty(plans, fc.nat(), async (plan, chance) => {
    const { violations } = await judgePlan(plan, new Random(chance));
    expect(violations).toEqual([]);
  });
  await fc.assert(property, { numRuns: PROGRAMS, seed: SEED });
});
