// Owns the note that a command waits for room to sign in: each one signs in anew, and would hang in silence.
import type { Bucket, Budget, Permit, Wait } from "../client/budget.js";

/** Milliseconds of waiting that nobody has to be told of. */
const SILENT_MS = 2_000;

/** The same budget; `say` is told once when there is no room for a sign-in for a while. */
export function tellingBudget(budget: Budget, say: (text: string) => void): Budget {
  let isTold = false;
  const tell = (bucket: Bucket, answer: Permit | Wait): Permit | Wait => {
    if (isTold || bucket.kind !== "tokens" || answer.granted || answer.waitMs <= SILENT_MS) return answer;
    isTold = true;
    const { limit, windowMs } = bucket;
    say(
      `The limit of ${limit} sign-ins in ${windowMs / 1_000} s is reached; room is expected in ${Math.ceil(answer.waitMs / 1_000)} s. ` +
        "Set AUTOSHARES_TOKEN to go without signing in.",
    );
    return answer;
  };
  const state = budget.state?.bind(budget);
  return {
    reserve(bucket, spare, clock) {
      const answer = budget.reserve(bucket, spare, clock);
      return answer instanceof Promise ? answer.then((late) => tell(bucket, late)) : tell(bucket, answer);
    },
    ...(state && { state }),
  };
}
