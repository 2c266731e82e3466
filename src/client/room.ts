// Owns waiting for room in the budget: no longer than the deadline, and not at all for what comes after it.
import { onAbort } from "./abort.js";
import type { Bucket, Budget, Permit, Wait } from "./budget.js";
import type { PerformOptions } from "./call.js";
import type { Clock } from "./clock.js";

type Deadline = PerformOptions["deadline"];

/**
 * Room for one request, or when there would be some: after the deadline. Rejects when the deadline is over or the
 * budget fails.
 */
export async function takeRoom(
  { budget, clock }: { budget: Budget; clock: Clock },
  deadline: Deadline,
  bucket: Bucket,
  spare: number,
): Promise<Permit | Wait> {
  for (;;) {
    deadline.signal.throwIfAborted();
    const asked = budget.reserve(bucket, spare, clock);
    const answer = asked instanceof Promise ? await inTime(deadline, asked) : asked;
    if (answer.granted) return answer;
    if (Number.isFinite(answer.waitMs) && answer.waitMs > deadline.leftMs()) return answer;
    await pause(clock, deadline, answer);
  }
}

/** Room that comes too late is given back. */
async function inTime(deadline: Deadline, asked: Promise<Permit | Wait>): Promise<Permit | Wait> {
  try {
    return await deadline.race(asked);
  } catch (error) {
    asked.then(
      (late) => late.granted && late.end("not-sent"),
      () => {},
    );
    throw error;
  }
}

async function pause(clock: Clock, deadline: Deadline, { waitMs, sooner }: Wait): Promise<void> {
  const woken = new AbortController();
  const wake = () => woken.abort();
  const stopListening = onAbort(deadline.signal, wake);
  sooner?.then(wake, wake);
  await clock.sleep(Math.min(waitMs, deadline.leftMs()), woken.signal);
  stopListening();
}
