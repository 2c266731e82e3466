// Owns the sandbox's state, and the changes of it that a decision may contain. No I/O, no clock.
import { count, type RequestTimes } from "./limits.js";
import { ACCOUNT, openingOrders } from "./opening-orders.js";
import { newOrderStore, type OrderStore, takeCancel } from "./order-store.js";
import { type Switches, TOKEN_LIVES } from "./profiles.js";
import type { ScriptEntry } from "./script.js";
import type { Limit } from "./spec.js";
import type { Timing } from "./timing.js";
import { askToCancel, openingTransfers, type TransferStore } from "./transfers.js";

export interface User {
  name: string;
  password: string;
  secondFactor: boolean;
}

/** What does not change while the sandbox runs. */
export interface Settings {
  appKey: string;
  users: User[];
  code: string;
  pin: string;
  /** Whether tokens are only numbered, so that a person can type them; otherwise they cannot be guessed. */
  guessableTokens: boolean;
  limits: Record<string, Limit>;
  /** At the start. */
  switches: Switches;
  timing: Timing;
}

interface Token {
  user: string;
  interim: boolean;
  expiresAt: number;
}

export interface State {
  settings: Settings;
  switches: Switches;
  timing: Timing;
  orders: OrderStore;
  transfers: TransferStore;
  tokens: Map<string, Token>;
  issued: { full: number; interim: number };
  requestTimes: Map<string, RequestTimes>;
  script: ScriptEntry[];
  /** Requests that were answered with 401 and not sent again yet. */
  refusedRequests: Set<string>;
  /** How often a user id was sent instead of an account id. */
  wrongAccounts: number;
}

/** The oldest are dropped: a sandbox may run for months. */
const MAX_TOKENS = 1000;
const MAX_REFUSED = 1000;
const MAX_COUNTERS = 3000;

export function newState(settings: Settings, now: number): State {
  return {
    settings,
    switches: settings.switches,
    timing: settings.timing,
    orders: newOrderStore(openingOrders(now)),
    transfers: openingTransfers(ACCOUNT),
    tokens: new Map(),
    issued: { full: 0, interim: 0 },
    requestTimes: new Map(),
    script: [],
    refusedRequests: new Set(),
    wrongAccounts: 0,
  };
}

/** As {@link newState}, in place: whoever holds the state sees it begin anew. */
export function resetState(state: State, now: number): void {
  Object.assign(state, newState(state.settings, now));
}

export type Change =
  | { do: "take-cancel"; orderId: number; venueMs: number }
  | { do: "ask-transfer-cancel"; transferId: string; comment: string; at: number }
  | { do: "count"; counter: string; limit: Limit }
  | { do: "issue-token"; token: string; user: string; interim: boolean }
  | { do: "use-token"; token: string }
  | { do: "end-token"; token: string }
  | { do: "remember-refusal"; request: string }
  | { do: "forget-refusal"; request: string }
  | { do: "use-script"; entry: ScriptEntry }
  | { do: "wrong-account" };

type Appliers = {
  [K in Change["do"]]: (state: State, change: Extract<Change, { do: K }>, now: number) => void;
};

const APPLY: Appliers = {
  "take-cancel": (state, { orderId, venueMs }, now) => takeCancel(state.orders, orderId, venueMs, now),
  "ask-transfer-cancel": ({ transfers }, { transferId, comment, at }) =>
    askToCancel(transfers, transferId, comment, at),
  count: (state, { counter, limit }, now) => count(timesOf(state, counter), limit, now),
  "issue-token": issueToken,
  "use-token": (state, { token }, now) => {
    const life = TOKEN_LIVES[state.switches.tokenLife];
    const used = state.tokens.get(token);
    if (used) used.expiresAt = now + life.ms;
  },
  "end-token": (state, { token }) => void state.tokens.delete(token),
  "remember-refusal": ({ refusedRequests }, { request }) => {
    refusedRequests.add(request);
    dropOldest(refusedRequests, MAX_REFUSED);
  },
  "forget-refusal": ({ refusedRequests }, { request }) => void refusedRequests.delete(request),
  "use-script": (state, { entry }) => {
    entry.times -= 1;
    if (entry.times <= 0) state.script = state.script.filter((other) => other !== entry);
  },
  "wrong-account": (state) => {
    state.wrongAccounts += 1;
  },
};

export function apply(state: State, changes: readonly Change[], now: number): void {
  for (const change of changes) APPLY[change.do](state, change as never, now);
}

function timesOf(state: State, name: string): RequestTimes {
  const known = state.requestTimes.get(name);
  if (known) return known;
  const times: RequestTimes = [];
  state.requestTimes.set(name, times);
  dropOldest(state.requestTimes, MAX_COUNTERS);
  return times;
}

function dropOldest(kept: Map<string, unknown> | Set<string>, most: number): void {
  if (kept.size <= most) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}

/** The next token. The first is the one in the spec's example, unless tokens must not be guessable. */
export function nextToken({ issued, settings }: State, interim: boolean): string {
  const name = interim ? `sandbox-interim-token-${issued.interim + 1}` : `sandbox-token-${issued.full + 1}`;
  if (settings.guessableTokens) return name;
  return `${name}-${crypto.randomUUID()}`;
}

export function issueToken(
  state: State,
  { token, user, interim }: { token: string; user: string; interim: boolean },
  now: number,
): void {
  state.issued[interim ? "interim" : "full"] += 1;
  const life = TOKEN_LIVES[state.switches.tokenLife];
  state.tokens.set(token, { user, interim, expiresAt: now + life.ms });
  dropOldest(state.tokens, MAX_TOKENS);
}
