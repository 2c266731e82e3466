// Owns the rules of a cancel: whether it is taken, and what a slow one is told when the venue has spoken.
import { type Answer, answer, type Context, type Decision } from "../decision.js";
import { ANSWER } from "../documented.js";
import { faultNamed } from "../faults.js";
import { isCancelable } from "../lifecycle.js";
import type { Order } from "../order.js";
import type { State } from "../state.js";
import { within } from "../timing.js";
import { faultAlone, refusedForNow } from "./faults.js";

export function cancelOrder(context: Context): Decision {
  const order = orderAsked(context);
  return order ? cancelQuick(context, order) : unknownOrder(context);
}

export function cancelQuick(context: Context, order: Order): Decision {
  return cancel(context, order, (venueMs) => ({
    ...answer(context, "cancel", `taken; the venue's turn comes in ${venueMs} ms`, taken(context.state)),
    changes: [...context.changes, { do: "take-cancel", orderId: order.id, venueMs }],
  }));
}

export function cancelSyncOrder(context: Context): Decision {
  const order = orderAsked(context);
  if (!order) return unknownOrder(context);
  return cancel(context, order, (venueMs) => ({
    ...answer(
      context,
      "slow cancel",
      `taken; answered when the venue has, in ${venueMs} ms`,
      taken(context.state),
    ),
    changes: [...context.changes, { do: "take-cancel", orderId: order.id, venueMs }],
    due: context.now + venueMs,
    venueDecides: order.id,
  }));
}

function cancel(context: Context, order: Order, take: (venueMs: number) => Decision): Decision {
  const fault = order.fault === undefined ? undefined : faultNamed(order.fault);
  if (fault && !fault.effect) return faultAlone(context, fault);
  if (order.refuse !== undefined) return refusedAlways(context, order.refuse);
  if (order.status === "PendingCancel") return alreadyPending(context, order);
  if (!isCancelable(order.status)) return refused(context, order);
  const decision = take(venueMs(context));
  return fault ? { ...decision, fault } : decision;
}

export function orderAsked({ call, state }: Context): Order | undefined {
  const order = state.orders.byId.get(call.args.orderId as number);
  return order?.accountId === call.args.accountId ? order : undefined;
}

export function venueMs({ call, state }: Context): number {
  return Math.round(within(state.timing.venueMs, call.chance));
}

export function taken({ switches }: State): string {
  return switches.success === "204" ? ANSWER.accepted : ANSWER.acceptedWithBody;
}

/** 409 is documented for this by one page only, and has no example for it: it goes without a body. */
function unknownOrder(context: Context): Decision {
  const reason = "there is no such order";
  if (context.state.switches.unknownOrder === "404")
    return answer(context, "order", reason, ANSWER.orderUnknown);
  const conflict = answer(context, "order", reason, ANSWER.alreadyFilled);
  return { ...conflict, answer: { ...conflict.answer, empty: true } };
}

function refusedAlways(context: Context, key: string): Decision {
  const reason = "every cancel of the order is refused";
  if (key === ANSWER.tooManyRequests) return refusedForNow(context, "situation", reason);
  return answer(context, "situation", reason, key);
}

function alreadyPending(context: Context, { id }: Order): Decision {
  const reason = `a cancel is already pending; nothing changes for ${id}`;
  const repeated = context.state.switches.secondCancel === "204";
  return answer(context, "cancel", reason, repeated ? taken(context.state) : ANSWER.cancelPending);
}

function refused(context: Context, order: Order): Decision {
  const { key, values } = refusal(order, context.state);
  return answer(context, "cancel", `the order is ${order.status}`, key, values ? { values } : {});
}

interface Refusal {
  key: string;
  values?: Record<string, unknown>;
}

/** The documented conflict; only Filled and Canceled have words of their own in the spec. */
function refusal({ id, status }: Order, { switches }: State): Refusal {
  const message = `Order ${id} is already ${asWords(status)}`;
  if (switches.filledOrder === "422") return { key: ANSWER.invalid, values: { Errors: [message] } };
  if (status === "Canceled") return { key: ANSWER.alreadyCanceled };
  return { key: ANSWER.alreadyFilled, values: { message } };
}

/** `PendingReplace` as "pending replace". */
function asWords(status: string): string {
  return status.replaceAll(/(?!^)[A-Z]/g, " $&").toLowerCase();
}

/** The answer to a slow cancel once the venue has spoken: by what the order has become. */
export function conclude(decision: Decision, state: State): Decision {
  const order = state.orders.byId.get(decision.venueDecides ?? 0);
  if (!order) return concluded(decision, "the order is gone", { key: ANSWER.orderUnknown });
  const { status } = order;
  if (status === "Canceled" || status === "PendingCancel")
    return { ...decision, reason: `the venue has spoken: ${status}` };
  const told = isCancelable(status) ? venueRefusal(order) : refusal(order, state);
  return concluded(decision, `the venue did not cancel: ${status}`, told);
}

function concluded(decision: Decision, reason: string, told: Refusal): Decision {
  const answer: Answer = "headers" in decision.answer ? { ...told, headers: decision.answer.headers } : told;
  return { ...decision, reason, answer };
}

function venueRefusal({ id }: Order): Refusal {
  return { key: ANSWER.invalid, values: { Errors: [`The venue refused to cancel order ${id}`] } };
}
