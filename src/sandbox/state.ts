// Owns what the sandbox remembers, and the changes that the rules may ask for. No I/O, no clock.
import { count, type Window } from "./limits.js";
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
  /** Whether tokens are numbered, so that they can be typed; else they are secret. */
  guessableTokens: boolean;
  limits: Record<string, Limit>;
  /** As they are at the start. */
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
  windows: Map<string, Window>;
  script: ScriptEntry[];
  /** Requests that met 401 and were not sent again yet. */
  refused: Set<string>;
  /** How often a user id was sent in place of an account id. */
  wrongAccounts: number;
}

/** Beyond these the oldest go: a sandbox may run for months. */
const TOKENS = 1000;
const REFUSED = 1000;

export function newState(settings: Settings, now: number): State {
  return {
    settings,
    switches: settings.switches,
    timing: settings.timing,
    orders: newOrderStore(openingOrders(now)),
    transfers: openingTransfers(ACCOUNT),
    tokens: new Map(),
    issued: { full: 0, interim: 0 },
    windows: new Map(),
    script: [],
    refused: new Set(),
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
  | { do: "count"; window: string; limit: Limit }
  | { do: "issue-token"; token: string; user: string; interim: boolean }
  | { do: "use-token"; token: string }
  | { do: "end-token"; token: string }
  | { do: "refuse"; request: string }
  | { do: "forgive"; request: string }
  | { do: "use-script"; entry: ScriptEntry }
  | { do: "wrong-account" };

type Appliers = {
  [K in Change["do"]]: (state: State, change: Extract<Change, { do: K }>, now: number) => void;
};

const APPLY: Appliers = {
  "take-cancel": (state, { orderId, venueMs }, now) => takeCancel(state.orders, orderId, venueMs, now),
  "ask-transfer-cancel": ({ transfers }, { transferId, comment, at }) =>
    askToCancel(transfers, transferId, comment, at),
  count: (state, { window, limit }, now) => count(windowOf(state, window), limit, now),
  "issue-token": issueToken,
  "use-token": (state, { token }, now) => {
    const life = TOKEN_LIVES[state.switches.tokenLife];
    const used = state.tokens.get(token);
    if (used) used.expiresAt = now + life.ms;
  },
  "end-token": (state, { token }) => void state.tokens.delete(token),
  refuse: (state, { request }) => {
    state.refused.add(request);
    dropOldest(state.refused, REFUSED);
  },
  forgive: (state, { request }) => void state.refused.delete(request),
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

function windowOf(state: State, name: string): Window {
  let window = state.windows.get(name);
  if (!window) {
    window = [];
    state.windows.set(name, window);
    dropOldest(state.windows, TOKENS * 3);
  }
  return window;
}

function dropOldest(kept: Map<string, unknown> | Set<string>, most: number): void {
  if (kept.size <= most) return;
  const [oldest] = kept.keys();
  if (oldest !== undefined) kept.delete(oldest);
}

/** The name that the next token will have: the first is the one of the spec's example, unless nobody may guess it. */
export function nextToken({ issued, settings }: State, interim: boolean): string {
  const name = interim ? `sandbox-interim-token-${issued.interim + 1}` : `sandbox-token-${issued.full + 1}`;
  return settings.guessableTokens ? name : `${name}-${crypto.randomUUID()}`;
}

export function issueToken(
  state: State,
  { token, user, interim }: { token: string; user: string; interim: boolean },
  now: number,
): void {
  state.issued[interim ? "interim" : "full"] += 1;
  const life = TOKEN_LIVES[state.switches.tokenLife];
  state.tokens.set(token, { user, interim, expiresAt: now + life.ms });
  dropOldest(state.tokens, TOKENS);
}
