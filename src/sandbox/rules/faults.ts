// Owns the decisions for a request that takes no effect: a fault before anything happened, or a limit that is reached.
import { type Context, type Decision, respondWith } from "../decision.js";
import { RESPONSE } from "../documented-responses.js";
import type { Fault } from "../faults.js";
import { refusalHeaders, usedUpQuota } from "../limits.js";

/** Decides for a 429, because the fault of that name needs its headers; other faults replace the response. */
export function faultWithoutEffect(context: Context, fault: Fault): Decision {
  return { ...limitReached(context, "fault", "nothing happens"), fault };
}

/** 429, with a wait of a whole window. */
export function limitReached(context: Context, rule: string, reason: string): Decision {
  const { call, state, now } = context;
  const { limit: name = "" } = call.operation;
  const limit = state.settings.limits[name];
  if (!limit) return respondWith(context, rule, reason, RESPONSE.tooManyRequests);
  const headers = refusalHeaders(usedUpQuota(limit), now);
  return respondWith(context, rule, reason, RESPONSE.tooManyRequests, { headers });
}
