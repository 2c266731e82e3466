// Owns the rules: a function from (request, state, now) to (answer, state changes), and their order.
// Pure: no I/O, no clock, no chance but the one passed in. Nothing is changed here, only asked for.

import { type Ask, answer, type Decision, header, type Rule, type Scene } from "./decision.js";
import { type Fault, faultNamed } from "./faults.js";
import { limitHeaders, roomIn } from "./limits.js";
import { preferred } from "./prefer.js";
import { accountKnown, appKeyKnown, parametersValid, tokenAccepted } from "./rules-access.js";
import { cancelOrder, cancelSyncOrder } from "./rules-cancel.js";
import { getOrder, getSyncOrder, listOrders } from "./rules-orders.js";
import { createToken } from "./rules-token.js";
import { matches, type ScriptEntry } from "./script.js";
import type { State } from "./state.js";
import { own } from "./undocumented.js";

export { conclude } from "./rules-cancel.js";

/** What each operation does once it is let in. One that is not listed has its 204, or else its first success. */
const OPERATIONS: Record<string, Rule> = {
  createToken,
  cancelOrder,
  cancelSyncOrder,
  getOrder,
  getSyncOrder,
  listOrders,
};

/** The first that decides wins. */
const RULES: readonly Rule[] = [
  appKeyKnown,
  tokenAccepted,
  preferred,
  parametersValid,
  accountKnown,
  limitKept,
  (scene) => OPERATIONS[scene.ask.operation.id]?.(scene),
  firstSuccess,
];

/** Decides what becomes of a request. */
export function decide(ask: Ask, state: State, now: number): Decision {
  const entry = state.script.length === 0 ? undefined : scripted(ask, state);
  if (!entry) return byRules(ask, state, now);
  const decision = byScript(entry, ask, state, now);
  const changes = [...decision.changes, { do: "use-script", entry } as const];
  const due = entry.delayMs === undefined ? decision.due : (decision.due ?? now) + entry.delayMs;
  return { ...decision, changes, ...(due === undefined ? {} : { due }) };
}

function byRules(ask: Ask, state: State, now: number): Decision {
  const scene: Scene = { ask, state, now, changes: [] };
  for (const rule of RULES) {
    const decision = rule(scene);
    if (decision) return decision;
  }
  const nothing = own(
    501,
    `The spec documents no success of ${ask.operation.id}, so there is nothing to answer.`,
  );
  return { rule: "no answer", reason: "no success is documented", answer: { own: nothing }, changes: [] };
}

function scripted(ask: Ask, state: State): ScriptEntry | undefined {
  const { accountId, orderId } = ask.args;
  const request = { operation: ask.operation.id, method: ask.method, accountId, orderId };
  return state.script.find((entry) => matches(entry, request));
}

function byScript(entry: ScriptEntry, ask: Ask, state: State, now: number): Decision {
  if (entry.answer) return scriptedAnswer(entry.answer, ask);
  if (entry.fault === undefined) return byRules(ask, state, now);
  const fault = faultNamed(entry.fault);
  if (fault.effect) return { ...byRules(ask, state, now), fault };
  return faulty(ask, fault, state, now);
}

function scriptedAnswer({ status, example }: NonNullable<ScriptEntry["answer"]>, ask: Ask): Decision {
  const key = ask.keys.find((one) => one === `${status}${example === undefined ? "" : ` ${example}`}`);
  const first =
    key ?? (example === undefined ? ask.keys.find((one) => one.startsWith(`${status} `)) : undefined);
  const wanted = `${status} ${example ?? ""}`.trim();
  if (first === undefined) {
    const missing = own(500, `The script asks for "${wanted}", which ${ask.operation.id} does not document.`);
    return { rule: "script", reason: "no such answer", answer: { own: missing }, changes: [] };
  }
  return { rule: "script", reason: `answer ${first}`, answer: { key: first }, changes: [] };
}

/** A request that meets a fault before anything happens. */
function faulty(ask: Ask, fault: Fault, state: State, now: number): Decision {
  const limit = state.settings.limits[ask.operation.limit ?? ""];
  const wait = limit ? limitHeaders({ limit: limit.limit, waitMs: limit.windowSeconds * 1000 }, now) : {};
  return {
    rule: "script",
    reason: "nothing happens",
    answer: { key: "", headers: wait },
    changes: [],
    fault,
  };
}

/** Counts what comes this far; what meets 429 is not counted, so `Retry-After` stays true. */
function limitKept(scene: Scene): Decision | undefined {
  const { ask, state, now, changes } = scene;
  const limit = state.settings.limits[ask.operation.limit ?? ""];
  if (!limit) return undefined;
  const window = `${ask.operation.limit}:${limitedBy(ask, state)}`;
  const room = roomIn(state.windows.get(window), limit, now);
  if (room.waitMs > 0) {
    const headers = limitHeaders(room, now);
    const reason = `${limit.limit} in ${limit.windowSeconds} s are used; room in ${headers["Retry-After"]} s`;
    return answer(scene, "limit", reason, "429 too-many-requests", { headers });
  }
  changes.push({ do: "count", window, limit });
  return undefined;
}

/** Names nobody has are counted together, so that guessing them does not fill the memory. */
function limitedBy(ask: Ask, { settings, tokens }: State): string {
  if (!ask.operation.needsToken) {
    const name = header(ask, "username");
    return settings.users.some((user) => user.name === name) ? `user ${name}` : "nobody";
  }
  if (settings.switches.limitsPer === "account") return String(ask.args.accountId ?? "");
  const token = header(ask, "authorization")?.slice("Bearer ".length) ?? "";
  return tokens.has(token) ? token : "";
}

function firstSuccess(scene: Scene): Decision | undefined {
  const { keys } = scene.ask;
  const key = keys.find((one) => one === "204") ?? keys.find((one) => one.startsWith("2"));
  if (key === undefined) return undefined;
  return answer(scene, "first success", "the rules do not know the operation", key);
}
