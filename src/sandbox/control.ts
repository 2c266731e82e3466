// Owns the control surface: what a test or a person can see and change of the sandbox, besides what the API allows.
import { LAST_MOMENT, type MovableClock } from "./clock.js";
import { ControlError, check } from "./control-check.js";
import { defined } from "./defined.js";
import type { EventName, Status } from "./lifecycle.js";
import { type Order, type OrderEvent, remaining } from "./order.js";
import { changeOrder, type OrderChange } from "./order-change.js";
import {
  applyDueEvents,
  legsOf,
  MAX_SCHEDULED_EVENTS,
  newOrderStore,
  putOrder,
  reportEvent,
  schedule,
} from "./order-store.js";
import type { Switches } from "./profiles.js";
import type { RequestLog, RequestRecord } from "./request-log.js";
import { addSteps, type ScriptStep } from "./script.js";
import { situationOf } from "./situations.js";
import { issueToken, nextToken, resetState, type State } from "./state.js";
import { changeTiming, type Timing, type TimingChange } from "./timing.js";
import { type Transfer, transferAt } from "./transfers.js";

/** An order as it really is, not as a stale read of the API shows it. */
export interface OrderTruth {
  readonly id: number;
  readonly accountId: number;
  readonly status: Status;
  readonly side: string;
  readonly quantity: number;
  readonly executed: number;
  readonly remaining: number;
  readonly legs: readonly number[];
  /** Name of the order's situation, if it has one. */
  readonly situation: string | undefined;
  readonly history: readonly OrderEvent[];
}

export interface EventOptions {
  /** Milliseconds from now; 0 if left out. */
  inMs?: number;
  /** Executed quantity of `part-filled`; half of what remains, if left out. */
  quantity?: number;
}

/** Each method throws a `ControlError` with one sentence, before anything changes, for input that is not valid. */
export interface Control {
  /** All orders, sorted by id. */
  orders(): OrderTruth[];
  /** One order, with its history. */
  order(id: number): OrderTruth | undefined;
  /** All transfers. */
  transfers(): Transfer[];
  /** Creates an order or changes one. An id is an integer from 1 to 2147483647. */
  putOrder(id: number, given?: OrderChange): OrderTruth;
  /** Removes all orders, so that only those are there that are put there next. */
  clearOrders(): void;
  /** Executes a quantity of an order; by default all that remains. */
  fill(id: number, quantity?: number): OrderTruth;
  /** Applies an event to an order, now or later. Throws if the order's status does not allow it now. */
  event(id: number, event: EventName, options?: EventOptions): OrderTruth;
  /** Adds faults, responses and delays for the next matching requests. Steps are used up in their order. */
  script(steps: ScriptStep | readonly ScriptStep[]): void;
  /** Removes the remaining steps of the script. */
  clearScript(): void;
  /** The remaining steps of the script. */
  scripted(): ScriptStep[];
  /** The latest requests, oldest first, with the rule that decided each and its outcome. */
  requests(operation?: string): RequestRecord[];
  /** Number of requests so far, by operation. */
  counts(): Record<string, number>;
  /** Issues a token without a sign-in; does not count toward a limit. */
  issueToken(user?: string): string;
  /** Ends all tokens, as a change of password does. */
  endTokens(): void;
  switches(): Switches;
  /** Changes switches for the requests from now on. */
  setSwitches(set: Partial<Switches>): Switches;
  /** Delays in milliseconds. */
  timing(): Timing;
  /** Changes delays for the requests from now on. */
  setTiming(set: TimingChange): Timing;
  /** The sandbox's time, in milliseconds since 1970. */
  now(): number;
  /** Moves the time forward by milliseconds. Everything that is due on the way happens at its own time. */
  advance(ms: number): Promise<void>;
  /** Resets everything except the time. */
  reset(): void;
}

export interface ControlParts {
  state: State;
  clock: MovableClock;
  requests: RequestLog;
  /** Keys of the documented responses by operationId. */
  documented: ReadonlyMap<string, readonly string[]>;
  /** Resolves when responses that were sent have reached their callers. */
  delivered: () => Promise<void>;
}

export function createControl(parts: ControlParts): Control {
  return { ...orderMethods(parts), ...requestMethods(parts), ...worldMethods(parts) };
}

type OrderMethods = Pick<
  Control,
  "orders" | "order" | "transfers" | "putOrder" | "clearOrders" | "fill" | "event"
>;

function orderMethods({ state, clock, documented }: ControlParts): OrderMethods {
  const truth = (order: Order) => orderTruth(order, state);
  const all = () => {
    applyDueEvents(state.orders, clock.now());
    return state.orders.byId;
  };
  const found = (id: number) => {
    check("OrderId", id, "order");
    const order = all().get(id);
    if (!order) throw new ControlError(`There is no order ${id}: create it first.`);
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

type RequestMethods = Pick<
  Control,
  "script" | "clearScript" | "scripted" | "requests" | "counts" | "issueToken" | "endTokens"
>;

function requestMethods({ state, clock, requests, documented }: ControlParts): RequestMethods {
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

type WorldMethods = Pick<
  Control,
  "switches" | "setSwitches" | "timing" | "setTiming" | "now" | "advance" | "reset"
>;

function worldMethods({ state, clock, requests, delivered }: ControlParts): WorldMethods {
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
      applyDueEvents(state.orders, clock.now());
      await delivered();
    },
    reset() {
      resetState(state, clock.now());
      requests.clear();
    },
  };
}

function orderTruth(order: Order, state: State): OrderTruth {
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
  if (orders.schedule.length >= MAX_SCHEDULED_EVENTS)
    throw new ControlError(
      `${MAX_SCHEDULED_EVENTS} events are scheduled already: let some of them happen first.`,
    );
  schedule(orders, event);
}
