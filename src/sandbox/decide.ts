// Owns the decision: a function from (request, state, now) to (answer, state changes), and the order of the rules.
// No I/O, no clock, no chance but the one passed in. Nothing is changed here, only asked for.
import { answer, type Call, type Context, type Decision, header, type Rule } from "./decision.js";
import { ANSWER } from "./documented.js";
import { faultNamed } from "./faults.js";
import { isNear, limitHeaders, refusalHeaders, roomIn } from "./limits.js";
import { OPERATIONS } from "./operations.js";
import { accountAsked, accountKnown, appKeyKnown, parametersValid, tokenAccepted } from "./rules/access.js";
import { faultAlone } from "./rules/faults.js";
import { preferred } from "./rules/prefer.js";
import { answerKeyOf, matches, type ScriptEntry } from "./script.js";
import type { State } from "./state.js";
import { messageResponse } from "./undocumented.js";

export { conclude } from "./rules/cancel.js";

/** The first that decides wins. */
const RULES: readonly Rule[] = [
  appKeyKnown,
  tokenAccepted,
  preferred,
  parametersValid,
  accountKnown,
  limitKept,
  (context) => OPERATIONS[context.call.operation.id]?.rule(context),
  firstSuccess,
];

/** Decides what becomes of a request. */
export function decide(call: Call, state: State, now: number): Decision {
  const entry = state.script.length === 0 ? undefined : scripted(call, state);
  if (!entry) return byRules(call, state, now);
  const decision = byScript(entry, call, state, now);
  const changes = [...decision.changes, { do: "use-script", entry } as const];
  if (entry.delayMs === undefined) return { ...decision, changes };
  return { ...decision, changes, due: (decision.due ?? now) + entry.delayMs };
}

function byRules(call: Call, state: State, now: number): Decision {
  const context = newContext(call, state, now);
  for (const rule of RULES) {
    const decision = rule(context);
    if (decision) return decision;
  }
  const message = `The spec documents no success of ${call.operation.id}, so there is nothing to answer.`;
  const response = messageResponse(501, message);
  return { rule: "no answer", reason: "no success is documented", answer: { response }, changes: [] };
}

function newContext(call: Call, state: State, now: number): Context {
  return { call, state, now, changes: [], headers: {} };
}

function scripted(call: Call, state: State): ScriptEntry | undefined {
  const { orderId } = call.args;
  const accountId = accountAsked(call.args);
  const { operation, method, keys } = call;
  const request = { operation: operation.id, method, accountId, orderId, keys };
  return state.script.find((entry) => matches(entry, request));
}

function byScript(entry: ScriptEntry, call: Call, state: State, now: number): Decision {
  const key = entry.answer && answerKeyOf(entry.answer, call.keys);
  if (key !== undefined) return { rule: "script", reason: `answer ${key}`, answer: { key }, changes: [] };
  if (entry.fault === undefined) return byRules(call, state, now);
  const fault = faultNamed(entry.fault);
  if (fault.effect) return { ...byRules(call, state, now), fault };
  return faultAlone(newContext(call, state, now), fault);
}

/** Counts what comes this far; what meets 429 is not counted, so `Retry-After` stays true. */
function limitKept(context: Context): Decision | undefined {
  const { call, state, now, changes } = context;
  const limit = state.settings.limits[call.operation.limit ?? ""];
  if (!limit) return undefined;
  const window = `${call.operation.limit}:${limitedBy(call, state)}`;
  const room = roomIn(state.windows.get(window), limit, now);
  if (room.remaining <= 0) {
    const headers = refusalHeaders(room, now);
    const reason = `${limit.limit} in ${limit.windowSeconds} s are used; room in ${headers["Retry-After"]} s`;
    return answer(context, "limit", reason, ANSWER.tooManyRequests, { headers });
  }
  changes.push({ do: "count", window, limit });
  const left = { ...room, remaining: room.remaining - 1 };
  if (isNear(left)) context.headers = limitHeaders(left, now);
  return undefined;
}

/** Names nobody has are counted together, so that guessing them does not fill the memory. */
function limitedBy(call: Call, { settings, switches, tokens }: State): string {
  if (!call.operation.needsToken) {
    const name = header(call, "username");
    return settings.users.some((user) => user.name === name) ? `user ${name}` : "nobody";
  }
  if (switches.limitsPer === "account") return String(accountAsked(call.args) ?? "");
  const token = header(call, "authorization")?.slice("Bearer ".length) ?? "";
  return tokens.has(token) ? token : "";
}

function firstSuccess(context: Context): Decision | undefined {
  const { keys } = context.call;
  const key = keys.find((one) => one === ANSWER.accepted) ?? keys.find((one) => one.startsWith("2"));
  if (key === undefined) return undefined;
  return answer(context, "first success", "the rules do not know the operation", key);
}
