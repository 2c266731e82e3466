// A schedule that shows a violation, made as small as it can be and told line by line.
import type { Call } from "./calls.js";
import { type Judged, judgePlan, planOf } from "./campaign.js";
import { describe } from "./log.js";
import { Random } from "./random.js";
import type { Plan } from "./steps.js";

interface Attempt {
  readonly plan: Plan;
  readonly leftOut: ReadonlySet<string>;
}

export async function explain(seed: number, kind: string, lagMs?: number): Promise<string> {
  let best: Attempt = { plan: planOf(new Random(seed)), leftOut: new Set() };
  const shows = async (attempt: Attempt): Promise<boolean> =>
    (await play(seed, attempt, lagMs)).violations.some((violation) => violation.startsWith(kind));
  if (!(await shows(best))) return `Seed ${seed} does not show: ${kind}`;
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const attempt of await simpler(seed, best, lagMs)) {
      if (!(await shows(attempt))) continue;
      best = attempt;
      smaller = true;
      break;
    }
  }
  return tell(seed, best, await play(seed, best, lagMs));
}

const play = (seed: number, { plan, leftOut }: Attempt, lagMs?: number): Promise<Judged> =>
  judgePlan(plan, new Random(seed, leftOut), lagMs);

/** The same with fewer steps, or fewer mishaps: first half of them, in the end one by one. */
async function simpler(seed: number, attempt: Attempt, lagMs?: number): Promise<Attempt[]> {
  const { plan, leftOut } = attempt;
  const steps = parts(plan.steps).map((part) => ({
    plan: { ...plan, steps: plan.steps.filter((step) => !part.includes(step)) },
    leftOut,
  }));
  const { happened } = (await play(seed, attempt, lagMs)).play.world.random;
  const mishaps = parts([...happened]).map((part) => ({ plan, leftOut: new Set([...leftOut, ...part]) }));
  return [...steps, ...mishaps].filter(({ plan }) => plan.steps.length > 0);
}

/** All of them, halves, quarters and so on, down to each. */
function parts<T>(all: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let size = all.length; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < all.length; start += size) found.push(all.slice(start, start + size));
  }
  return found;
}

function tell(seed: number, { plan }: Attempt, { play: { world, calls }, violations }: Judged): string {
  const about = new Set(calls.map(({ orderId }) => orderId));
  const orders = [...world.server.orders.values()]
    .filter(({ id }) => about.has(id))
    .map(
      (order) =>
        `order ${order.id}: ${order.history.map(({ at, status, target }) => `${at} ${status}/${target}`).join(", ")}` +
        ` | taken ${order.taken.map(({ by, at, decidedAt }) => `#${by} ${at}..${decidedAt}`).join(", ")}`,
    );
  return [
    `seed ${seed}, settleMs ${world.settleMs}, ${plan.auth}, timeoutMs ${plan.timeoutMs}`,
    ...plan.steps.map((step) => `  ${JSON.stringify(step)}`),
    `mishaps: ${[...world.random.happened].join("; ")}`,
    ...orders,
    ...world.network.log.map(describe),
    ...calls.map(tellCall),
    ...violations.map((violation) => `! ${violation}`),
  ].join("\n");
}

function tellCall({ what, client, orderId, startedAt, endedAt, result, thrown, tampered }: Call): string {
  const who = `${what} ${tampered ? "(tampered) " : ""}${client} ${orderId} ${startedAt}..${endedAt}`;
  if (!result?.attempts) return `${who}: ${result ? JSON.stringify(result) : `threw ${thrown}`}`;
  const { attempts, observations, ...rest } = result;
  const time = (at: string) => at.slice(14, -1);
  const sent = attempts.map(
    ({ at, outcome, fate, status = "", forToken }) =>
      `${time(at)} ${forToken ? "token " : ""}${outcome}/${fate} ${status}`,
  );
  const seen = observations.map(
    ({ at, order, status = "" }) =>
      `${time(at)} ${order ? `${order.Status}/${order.Target}` : "nothing"} ${status}`,
  );
  return `${who}: ${JSON.stringify(rest)}\n    attempts ${sent.join(", ")}\n    observations ${seen.join(", ")}`;
}
