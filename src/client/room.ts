// Owns getting room in the budget: at once, or by waiting no longer than the deadline.
import { onAbort } from "./abort.js";
import type { Bucket, Permit, Wait } from "./budget.js";
import { type Call, failure, stopped } from "./call.js";
import { RateLimitError } from "./errors.js";

/** Where no limit is documented. */
const UNCOUNTED: Permit = { granted: true, end() {} };

/** Room for one request; throws when there is none before the deadline. At once where that is possible. */
export function takeRoom(call: Call, spare: number): Permit | Promise<Permit> {
  const { bucket, context } = call;
  if (!bucket) return UNCOUNTED;
  try {
    const answer = context.budget.reserve(bucket, spare, context.clock);
    return isPermit(answer) ? answer : waitForRoom(call, bucket, spare, answer);
  } catch (cause) {
    throw budgetFailed(call, cause);
  }
}

function isPermit(answer: Permit | Wait | Promise<Permit | Wait>): answer is Permit {
  return !(answer instanceof Promise) && answer.granted;
}

async function waitForRoom(
  call: Call,
  bucket: Bucket,
  spare: number,
  first: Wait | Promise<Permit | Wait>,
): Promise<Permit> {
  const { context, how } = call;
  let asked: ReturnType<typeof context.budget.reserve> = first;
  for (;;) {
    const answer = asked instanceof Promise ? await inTime(call, asked) : asked;
    if (answer.granted) return answer;
    const { leastMs = answer.waitMs } = answer;
    if (leastMs > how.deadline.leftMs()) throw heldBack(call, bucket, answer);
    await pause(call, answer);
    const by = how.deadline.stoppedBy();
    if (by) throw stopped(call, by);
    asked = context.budget.reserve(bucket, spare, context.clock);
  }
}

/** Room that comes too late is given back. */
async function inTime(call: Call, asked: Promise<Permit | Wait>): Promise<Permit | Wait> {
  const { deadline } = call.how;
  try {
    return await deadline.race(asked);
  } catch (cause) {
    const giveBack = (late: Permit | Wait) => {
      if (late.granted) late.end("not-sent");
    };
    asked.then(giveBack, () => {});
    const by = deadline.stoppedBy();
    throw by ? stopped(call, by) : budgetFailed(call, cause);
  }
}

/** Until it makes sense to ask again, or the deadline is over. */
async function pause({ context, how }: Call, { waitMs, sooner }: Wait): Promise<void> {
  const woken = new AbortController();
  const wake = () => woken.abort();
  const stopListening = onAbort(how.deadline.signal, wake);
  sooner?.then(wake, wake);
  await context.clock.sleep(Math.min(waitMs, how.deadline.leftMs()), woken.signal);
  stopListening();
}

function heldBack(call: Call, { limit, windowMs }: Bucket, wait: Wait): RateLimitError {
  const { waitMs, leastMs = waitMs, why } = wait;
  const retryAfterMs = Math.ceil(Number.isFinite(waitMs) ? waitMs : leastMs);
  const full = `the limit of ${limit} in ${windowMs / 1_000} s is reached, or the server asked to wait`;
  const happened = `was held back: ${why ?? `${full}. There is room in ${retryAfterMs / 1_000} s`}`;
  return failure(call, RateLimitError, happened, { retryAfterMs });
}

function budgetFailed(call: Call, cause: unknown): RateLimitError {
  return failure(call, RateLimitError, "was held back, because `budget` failed", { cause });
}
