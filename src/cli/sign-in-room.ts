// Owns the note that a command waits for room to sign in: each one signs in anew, and would hang in silence.
import type { Bucket, Budget, Permit, Wait } from "../client/budget.js";

/** Milliseconds of waiting that nobody has to be told of. */
const SILENT_MS = 2_000;

/** The same budget; `say` is told once when there is no room for a sign-in for a while. */
export function tellingBudget(budget: Budget, say: (text: string) => void): Budget {
  let isTold = false;
  const sayOnce = ({ limit, windowMs }: Bucket, ms: number): void => {
    if (isTold || ms <= SILENT_MS) return;
    isTold = true;
    say(
      `The limit of ${limit} sign-ins in ${windowMs / 1_000} s is reached; room is expected in ${Math.ceil(ms / 1_000)} s. ` +
        "Set AUTOSHARES_TOKEN to go without signing in.",
    );
  };
  const tell = (bucket: Bucket, answer: Permit | Wait): Permit | Wait => {
    if (bucket.kind !== "tokens") return answer;
    if (!answer.granted) sayOnce(bucket, answer.waitMs);
    if (!answer.granted) return answer;
    const end: Permit["end"] = (how) => {
      if (typeof how === "object" && how.status === 429) sayOnce(bucket, how.retryAfterMs ?? bucket.windowMs);
      answer.end(how);
    };
    return { granted: true, end };
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
