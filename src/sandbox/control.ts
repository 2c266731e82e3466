// Owns the control surface: the truth for a test or a person, and the hand that changes it.
import { LAST_MOMENT, type MovableClock } from "./clock.js";
import { ControlError, check, defined } from "./control-check.js";
import type { EventName, Status } from "./lifecycle.js";
import { type Order, type OrderEvent, remaining } from "./order.js";
import { changeOrder, type OrderGiven } from "./order-change.js";
import {
  legsOf,
  MOST_SCHEDULED,
  newOrderStore,
  putOrder,
  reportEvent,
  schedule,
  settle,
} from "./order-store.js";
import type { Switches } from "./profiles.js";
import type { RequestLog, RequestRecord } from "./request-log.js";
import { addSteps, type ScriptStep } from "./script.js";
import { situationOf } from "./situations.js";
import { issueToken, nextToken, resetState, type State } from "./state.js";
import { changeTiming, type Timing, type TimingGiven } from "./timing.js";
import { type Transfer, transferAt } from "./transfers.js";

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

export interface EventOptions {
  /** In how many milliseconds; now, if left out. */
  inMs?: number;
  /** How much is executed, for `part-filled`; half of what remains, if left out. */
  quantity?: number;
}

/** Each throws, in one sentence and before anything has changed, when it is asked for what cannot be. */
export interface Control {
  /** The orders, by id. */
  orders(): OrderTruth[];
  /** One order as it truly is at this moment, with all that happened to it and when. */
  order(id: number): OrderTruth | undefined;
  /** The transfers as they are at this moment. */
  transfers(): Transfer[];
  /** Puts a new order there, or changes one. Integers from 1 to 2147483647 are ids. */
  putOrder(id: number, given?: OrderGiven): OrderTruth;
  /** Removes all orders, so that only those are there that are put there next. */
  clearOrders(): void;
  /** Executes a quantity of an order, by default all that remains. */
  fill(id: number, quantity?: number): OrderTruth;
  /** Lets an event happen to an order, now or in so many milliseconds. Throws if it cannot, in its present status. */
  event(id: number, event: EventName, options?: EventOptions): OrderTruth;
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
  /** How long things take, in milliseconds. */
  timing(): Timing;
  /** Lets things take longer or shorter from now on. */
  setTiming(set: TimingGiven): Timing;
  /** The sandbox's time, in ms since 1970. */
  now(): number;
  /** Moves the time on by milliseconds; all that is due happens on the way, each at its own time. */
  advance(ms: number): Promise<void>;
  /** Everything as at the start, the time apart. */
  reset(): void;
}

export interface ControlParts {
  state: State;
  clock: MovableClock;
  requests: RequestLog;
  /** Keys of the documented answers by operationId. */
  documented: ReadonlyMap<string, readonly string[]>;
  /** Resolves when answers that have left could reach those who wait for them. */
  delivered: () => Promise<void>;
}

export function createControl(parts: ControlParts): Control {
  return { ...ofOrders(parts), ...ofRequests(parts), ...ofTheWorld(parts) };
}

type OfOrders = Pick<
  Control,
  "orders" | "order" | "transfers" | "putOrder" | "clearOrders" | "fill" | "event"
>;

function ofOrders({ state, clock, documented }: ControlParts): OfOrders {
  const truth = (order: Order) => asTruth(order, state);
  const all = () => {
    settle(state.orders, clock.now());
    return state.orders.byId;
  };
  const found = (id: number) => {
    check("OrderId", id, "order");
    const order = all().get(id);
    if (!order) throw new ControlError(`There is no order ${id}: put one there first.`);
    return order;
  };
  const event: Control["event"] = (id, name, { inMs = 0, quantity } = {}) => {
    const order = found(id);
    check("Event", defined({ event: name, inMs, quantity }), "event");
    const at = checkMoment(clock.now() + inMs, "event.inMs");
    if (inMs > 0) plan(state, { event: name, at, orderId: id, quantity });
    else if (!reportEvent(state.orders, order, name, { at, by: "venue", quantity }))
      throw new ControlError(`Order ${id} is ${order.status}: "${name}" cannot happen to it.`);
    return truth(order);
  };
  return {
    orders: () => [...all().values()].sort((a, b) => a.id - b.id).map(truth),
    order(id) {
      const order = all().get(id);
      return order && truth(order);
    },
    transfers: () => [...state.transfers.values()].map((one) => transferAt(one, clock.now())),
    putOrder(id, given = {}) {
      all();
      const order = changeOrder(state.orders, id, given, documented, clock.now());
      putOrder(state.orders, order);
      return truth(order);
    },
    clearOrders() {
      state.orders = newOrderStore([]);
    },
    fill(id, quantity) {
      const given = defined({ quantity });
      check("Fill", given, "fill");
      const whole = quantity === undefined || quantity >= remaining(found(id));
      return event(id, whole ? "filled" : "part-filled", given);
    },
    event,
  };
}

type OfRequests = Pick<
  Control,
  "script" | "clearScript" | "scripted" | "requests" | "counts" | "issueToken" | "endTokens"
>;

function ofRequests({ state, clock, requests, documented }: ControlParts): OfRequests {
  return {
    script(steps) {
      state.script = addSteps(state.script, steps, documented);
    },
    clearScript() {
      state.script = [];
    },
    scripted: () => state.script.map((entry) => ({ ...entry })),
    requests: (operation) =>
      requests.all().filter((record) => operation === undefined || record.operation === operation),
    counts: () => requests.counts(),
    issueToken(user = state.settings.users[0]?.name ?? "") {
      const token = nextToken(state, false);
      issueToken(state, { token, user, interim: false }, clock.now());
      return token;
    },
    endTokens: () => state.tokens.clear(),
  };
}

type OfTheWorld = Pick<
  Control,
  "switches" | "setSwitches" | "timing" | "setTiming" | "now" | "advance" | "reset"
>;

function ofTheWorld({ state, clock, requests, delivered }: ControlParts): OfTheWorld {
  return {
    switches: () => ({ ...state.switches }),
    setSwitches(set) {
      check("SwitchChange", set, "switches");
      state.switches = { ...state.switches, ...defined(set) };
      return { ...state.switches };
    },
    timing: () => ({ ...state.timing }),
    setTiming(given) {
      check("TimingChange", given, "timing");
      state.timing = changeTiming(state.timing, given);
      return { ...state.timing };
    },
    now: () => clock.now(),
    async advance(ms) {
      check("ClockChange", { advanceMs: ms }, "clock");
      checkMoment(clock.now() + ms, "clock.advanceMs");
      clock.advance(ms);
      settle(state.orders, clock.now());
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

function checkMoment(at: number, place: string): number {
  if (at > LAST_MOMENT) throw new ControlError(`${place}: the sandbox's time ends with the year 9999.`);
  return at;
}

function plan(
  { orders }: State,
  event: { event: EventName; at: number; orderId: number; quantity: number | undefined },
) {
  if (orders.schedule.length >= MOST_SCHEDULED)
    throw new ControlError(`${MOST_SCHEDULED} events are planned already: let some of them happen first.`);
  schedule(orders, event);
}
