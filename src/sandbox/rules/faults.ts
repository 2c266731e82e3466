// Owns what a request meets that has no effect: a fault in place of its answer, or a full limit.
import { answer, type Context, type Decision } from "../decision.js";
import { ANSWER } from "../documented.js";
import type { Fault } from "../faults.js";
import { noRoom, refusalHeaders } from "../limits.js";

/** Its answer is used by faults that are a documented answer; a 429 needs the headers. */
export function faultAlone(context: Context, fault: Fault): Decision {
  return { ...refusedForNow(context, "fault", "nothing happens"), fault };
}

/** 429, with the wait of a whole window. */
export function refusedForNow(context: Context, rule: string, reason: string): Decision {
  const { call, state, now } = context;
  const limit = state.settings.limits[call.operation.limit ?? ""];
  const headers = limit ? refusalHeaders(noRoom(limit), now) : {};
  return answer(context, rule, reason, ANSWER.tooManyRequests, { headers });
}
