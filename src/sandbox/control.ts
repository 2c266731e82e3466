// Owns the control surface: the truth for a test or a person, and the hand that changes it. No sockets.
import type { MovableClock } from "./clock.js";
import { EVENTS, type EventName, STATUSES, type Status } from "./lifecycle.js";
import { newOrder, type Order, type OrderEvent, remaining, type Step } from "./order.js";
import { legsOf, putOrder, reportEvent, schedule, settle } from "./order-store.js";
import { type Switches, switchesOf } from "./profiles.js";
import type { RequestLog, RequestRecord } from "./request-log.js";
import { type ScriptStep, scriptEntry } from "./script.js";
import { situationOf } from "./situations.js";
import { issueToken, resetState, type State } from "./state.js";
import { type Transfer, transferAt } from "./transfers.js";

/** What can be set of an order. */
export type OrderGiven = Partial<
  Pick<
    Order,
    | "accountId"
    | "status"
    | "side"
    | "type"
    | "securityId"
    | "securityType"
    | "quantity"
    | "executed"
    | "price"
    | "timeInForce"
    | "parentId"
    | "plan"
    | "fault"
    | "refuse"
  >
>;

/** An order as it truly is. */
export interface OrderTruth {
  readonly id: number;
  readonly accountId: number;
  readonly status: Status;
  readonly side: string;
  readonly quantity: number;
  readonly executed: number;
  readonly remaining: number;
  readonly legs: readonly number[];
  /** Name of the situation that it plays. */
  readonly situation: string | undefined;
  readonly history: readonly OrderEvent[];
}

export interface Control {
  /** The orders, by id. */
  orders(): OrderTruth[];
  /** One order as it truly is at this moment, with all that happened to it and when. */
  order(id: number): OrderTruth | undefined;
  /** The transfers as they are at this moment. */
  transfers(): Transfer[];
  /** Puts a new order there, or changes one that is there. */
  putOrder(id: number, given?: OrderGiven): OrderTruth;
  /** Executes a quantity of an order, by default all that remains. */
  fill(id: number, quantity?: number): OrderTruth;
  /** Lets an event happen to an order, now or later. Throws if it cannot, in the order's present status. */
  event(id: number, event: EventName, options?: { inMs?: number; quantity?: number }): OrderTruth;
  /** Says what the next matching requests meet; steps are used up in their order. */
  script(steps: ScriptStep | readonly ScriptStep[]): void;
  /** Forgets what is left of the script. */
  clearScript(): void;
  /** What is left of the script. */
  scripted(): ScriptStep[];
  /** The requests that came, oldest first: which, when, who decided, what was answered. */
  requests(operation?: string): RequestRecord[];
  /** How many requests ever came, by operation. */
  counts(): Record<string, number>;
  /** A token as if somebody had signed in; counts against no limit. */
  issueToken(user?: string): string;
  /** Ends all tokens, as a change of password does. */
  endTokens(): void;
  /** The sides of the contradictions that are played. */
  switches(): Switches;
  /** Plays other sides from now on. */
  setSwitches(set: Partial<Switches>): Switches;
  /** The sandbox's time, in ms since 1970. */
  now(): number;
  /** Moves the time on; all that is due happens on the way, each at its own time. */
  advance(ms: number): Promise<void>;
  /** Everything as at the start, the time apart. */
  reset(): void;
}

interface Parts {
  state: State;
  clock: MovableClock;
  requests: RequestLog;
  /** Resolves when answers that have left could reach those who wait for them. */
  delivered: () => Promise<void>;
}

export function createControl({ state, clock, requests, delivered }: Parts): Control {
  const current = () => settle(state.orders, clock.now());
  const found = (id: number) => {
    current();
    const order = state.orders.byId.get(id);
    if (!order) throw new Error(`There is no order ${id}: put one there first.`);
    return order;
  };
  const truth = (id: number) => asTruth(found(id), state);

  return {
    orders() {
      current();
      return [...state.orders.byId.values()]
        .sort((a, b) => a.id - b.id)
        .map((order) => asTruth(order, state));
    },
    order(id) {
      current();
      return state.orders.byId.has(id) ? truth(id) : undefined;
    },
    transfers: () => [...state.transfers.values()].map((one) => transferAt(one, clock.now())),
    putOrder(id, given = {}) {
      current();
      putOrder(state.orders, changed(state.orders.byId.get(id), id, checkOrder(id, given), clock.now()));
      return truth(id);
    },
    fill(id, quantity) {
      const order = found(id);
      const all = quantity === undefined || quantity >= remaining(order);
      if (quantity !== undefined && !(quantity > 0))
        throw new Error(`A fill has a quantity above 0, not ${quantity}.`);
      return this.event(id, all ? "filled" : "part-filled", quantity === undefined ? {} : { quantity });
    },
    event(id, event, { inMs = 0, quantity } = {}) {
      const order = found(id);
      if (!EVENTS.includes(event))
        throw new Error(`There is no event "${event}". Events: ${EVENTS.join(", ")}.`);
      const at = clock.now() + inMs;
      if (inMs > 0) schedule(state.orders, planned(order, event, at, quantity));
      else if (!reportEvent(state.orders, order, event, { at, by: "venue", quantity }))
        throw new Error(`Order ${id} is ${order.status}: "${event}" cannot happen to it.`);
      return truth(id);
    },
    script(steps) {
      state.script = [...state.script, ...[steps].flat().map((step) => scriptEntry(step as ScriptStep))];
    },
    clearScript() {
      state.script = [];
    },
    scripted: () => state.script.map((entry) => ({ ...entry })),
    requests: (operation) =>
      requests.all().filter((record) => operation === undefined || record.operation === operation),
    counts: () => requests.counts(),
    issueToken: (user = state.settings.users[0]?.name ?? "") => issueToken(state, user, false, clock.now()),
    endTokens: () => state.tokens.clear(),
    switches: () => ({ ...state.settings.switches }),
    setSwitches(set) {
      switchesOf("default", set);
      state.settings.switches = { ...state.settings.switches, ...set };
      return { ...state.settings.switches };
    },
    now: () => clock.now(),
    async advance(ms) {
      clock.advance(ms);
      current();
      await delivered();
    },
    reset() {
      resetState(state, clock.now());
      requests.clear();
    },
  };
}

function asTruth(order: Order, state: State): OrderTruth {
  const { id, accountId, status, side, quantity, executed } = order;
  return {
    ...{ id, accountId, status, side, quantity, executed },
    remaining: remaining(order),
    legs: legsOf(state.orders, id).map((leg) => leg.id),
    situation: situationOf(id)?.name,
    history: order.history.map((event) => ({ ...event })),
  };
}

function planned(order: Order, event: EventName, at: number, quantity: number | undefined) {
  const share = quantity === undefined ? {} : { share: quantity / (remaining(order) || 1) };
  return { event, at, after: 0, orderId: order.id, ...share };
}

/** Changing keeps the history; the change itself becomes a part of it. */
function changed(old: Order | undefined, id: number, given: OrderGiven, now: number): Order {
  if (!old) return newOrder({ ...given, id, createdAt: now }, now);
  const order = newOrder({ ...old, ...given, id, changedAt: now }, now);
  const [opened] = order.history;
  order.history = [
    ...old.history,
    ...(opened ? [{ ...opened, event: "put" as const, from: old.status }] : []),
  ];
  return order;
}

const FIELDS: Record<keyof OrderGiven, "number" | "string" | "object"> = {
  accountId: "number",
  status: "string",
  side: "string",
  type: "string",
  securityId: "number",
  securityType: "string",
  quantity: "number",
  executed: "number",
  price: "number",
  timeInForce: "string",
  parentId: "number",
  plan: "object",
  fault: "string",
  refuse: "string",
};

function checkOrder(id: number, given: OrderGiven): OrderGiven {
  if (!Number.isInteger(id) || id < 1)
    throw new Error(`${id} is not the id of an order: give an integer from 1 on.`);
  for (const [name, value] of Object.entries(given)) checkField(name, value);
  if (given.status !== undefined && !STATUSES.includes(given.status))
    throw new Error(`There is no status "${given.status}". Statuses: ${STATUSES.join(", ")}.`);
  for (const step of given.plan ?? []) checkStep(step);
  return given;
}

function checkField(name: string, value: unknown): void {
  const type = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof OrderGiven] : undefined;
  if (type === undefined)
    throw new Error(`An order has no "${name}" to set. It has ${Object.keys(FIELDS).join(", ")}.`);
  const found: string = typeof value;
  if (value !== undefined && found !== type) throw new Error(`${name} of an order is a ${type}.`);
}

function checkStep({ event, after }: Step): void {
  if (!EVENTS.includes(event)) throw new Error(`There is no event "${event}". Events: ${EVENTS.join(", ")}.`);
  if (!(after >= 0)) throw new Error(`after: ${after} is not a share of the venue's time from 0 on.`);
}
