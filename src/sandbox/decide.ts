// Owns the decision: a pure function from (request, state, time) to a response and changes of the state, and the order
// of the rules. It applies nothing itself.
import {
  bearerToken,
  type Call,
  type Context,
  type Decision,
  header,
  type Rule,
  respondWith,
} from "./decision.js";
import { RESPONSE } from "./documented-responses.js";
import { faultNamed } from "./faults.js";
import { isNearlyUsedUp, limitHeaders, quotaOf, refusalHeaders } from "./limits.js";
import { OPERATIONS } from "./operations.js";
import { accountIdOf, accountKnown, appKeyKnown, parametersValid, tokenAccepted } from "./rules/access.js";
import { faultWithoutEffect } from "./rules/faults.js";
import { preferred } from "./rules/prefer.js";
import { matches, responseKeyOf, type ScriptEntry } from "./script.js";
import type { State } from "./state.js";
import { messageResponse } from "./undocumented.js";

export { decideAfterVenue } from "./rules/cancel.js";

/** The first rule that returns a decision wins. */
const RULES: readonly Rule[] = [
  appKeyKnown,
  tokenAccepted,
  preferred,
  parametersValid,
  accountKnown,
  withinLimit,
  (context) => OPERATIONS[context.call.operation.id]?.rule(context),
  firstSuccess,
];

export function decide(call: Call, state: State, now: number): Decision {
  const entry = scriptEntryFor(call, state);
  if (!entry) return byRules(call, state, now);
  const { due = now, ...decision } = byScript(entry, call, state, now);
  const changes = [...decision.changes, { do: "use-script", entry } as const];
  return { ...decision, changes, due: due + (entry.delayMs ?? 0) };
}

function byRules(call: Call, state: State, now: number): Decision {
  const context = newContext(call, state, now);
  for (const rule of RULES) {
    const decision = rule(context);
    if (decision) return decision;
  }
  const message = `The spec documents no success of ${call.operation.id}, so there is nothing to answer.`;
  const response = messageResponse(501, message);
  return { rule: "no answer", reason: "no success is documented", response: { response }, changes: [] };
}

function newContext(call: Call, state: State, now: number): Context {
  return { call, state, now, changes: [], headers: {} };
}

function scriptEntryFor({ operation, method, args, keys }: Call, { script }: State): ScriptEntry | undefined {
  if (script.length === 0) return undefined;
  const request = {
    operation: operation.id,
    method,
    accountId: accountIdOf(args),
    orderId: args.orderId,
    keys,
  };
  return script.find((entry) => matches(entry, request));
}

function byScript(entry: ScriptEntry, call: Call, state: State, now: number): Decision {
  const key = entry.answer && responseKeyOf(entry.answer, call.keys);
  if (key !== undefined) return { rule: "script", reason: `answer ${key}`, response: { key }, changes: [] };
  if (entry.fault === undefined) return byRules(call, state, now);
  const fault = faultNamed(entry.fault);
  if (fault.takesEffect) return { ...byRules(call, state, now), fault };
  return faultWithoutEffect(newContext(call, state, now), fault);
}

/** Counts the requests that get this far. A request answered with 429 is not counted, so that `Retry-After` stays true. */
function withinLimit(context: Context): Decision | undefined {
  const { call, state, now, changes } = context;
  const { limit: name = "" } = call.operation;
  const limit = state.settings.limits[name];
  if (!limit) return undefined;
  const counter = `${name}:${countedFor(call, state)}`;
  const quota = quotaOf(state.requestTimes.get(counter), limit, now);
  if (quota.remaining <= 0) {
    const headers = refusalHeaders(quota, now);
    const wait = headers["Retry-After"];
    const reason = `all ${limit.limit} requests in ${limit.windowSeconds} s are used; the next in ${wait} s`;
    return respondWith(context, "limit", reason, RESPONSE.tooManyRequests, { headers });
  }
  changes.push({ do: "count", counter, limit });
  const left = { ...quota, remaining: quota.remaining - 1 };
  if (isNearlyUsedUp(left)) context.headers = limitHeaders(left, now);
  return undefined;
}

/** Whose requests are counted together. Unknown names share one counter, so that guessing names takes no memory. */
function countedFor(call: Call, { settings, switches, tokens }: State): string {
  if (!call.operation.needsToken) {
    const name = header(call, "username");
    return settings.users.some((user) => user.name === name) ? `user ${name}` : "nobody";
  }
  if (switches.limitsPer === "account") return `account ${accountIdOf(call.args)}`;
  const token = bearerToken(call);
  return token !== undefined && tokens.has(token) ? token : "nobody";
}

/** For an operation without a rule: its 204, or else its first success. */
function firstSuccess(context: Context): Decision | undefined {
  const successes = context.call.keys.filter((key) => key.startsWith("2"));
  const key = successes.find((one) => one === RESPONSE.accepted) ?? successes[0];
  if (key === undefined) return undefined;
  return respondWith(context, "first success", "no rule knows the operation", key);
}
