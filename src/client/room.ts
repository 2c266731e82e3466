// Owns getting room in the budget: at once, or by waiting no longer than the deadline.
import { onAbort } from "./abort.js";
import type { Bucket, Budget, Permit, Wait } from "./budget.js";
import { type Call, failure, stepFailure } from "./call.js";
import { type AutoSharesError, RateLimitError } from "./errors.js";
import { callSafely } from "./hooks.js";

/** Where no limit is documented. */
const UNCOUNTED: Permit = { granted: true, end() {} };

/** Room for one request; throws when there is none before the deadline. */
export async function takeRoom(call: Call, spare: number): Promise<Permit> {
  const { bucket, how } = call;
  if (!bucket) return UNCOUNTED;
  for (;;) {
    const answer = await reserve(call, bucket, spare);
    if (!isAnswer(answer)) throw budgetFailure(call, undefined);
    if (answer.granted) return { granted: true, end: (how) => void callSafely(answer.end.bind(answer), how) };
    const { leastMs = answer.waitMs } = answer;
    if (leastMs > how.deadline.leftMs()) throw heldBack(call, bucket, answer);
    await pause(call, answer);
    if (how.deadline.stoppedBy()) throw budgetFailure(call, how.deadline.signal.reason);
  }
}

/** Of a budget that is somebody else's anything may come. Of no number of milliseconds a wait would never end. */
function isAnswer(answer: unknown): answer is Permit | Wait {
  const { granted, end, waitMs }: Partial<Record<keyof Permit | keyof Wait, unknown>> = Object(answer);
  return granted === true ? typeof end === "function" : typeof waitMs === "number" && waitMs >= 0;
}

/** Asks the budget. Room that comes too late is given back. */
async function reserve(call: Call, bucket: Bucket, spare: number): Promise<Permit | Wait> {
  const { context, how } = call;
  let asked: ReturnType<Budget["reserve"]> | undefined;
  try {
    asked = context.budget.reserve(bucket, spare, context.clock);
    return asked instanceof Promise ? await how.deadline.race(asked) : asked;
  } catch (cause) {
    const giveBack = (late?: Permit | Wait) => late?.granted && late.end("not-sent");
    Promise.resolve(asked).then(giveBack, () => {});
    throw budgetFailure(call, cause);
  }
}

function budgetFailure(call: Call, cause: unknown): AutoSharesError {
  return stepFailure(call, cause, RateLimitError, "was held back, because `budget` failed");
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
