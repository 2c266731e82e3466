// Owns the rules of a cancel: whether it is accepted, and what a slow one is answered once the venue has decided.
import { type Context, type Decision, type DocumentedChoice, respondWith } from "../decision.js";
import { RESPONSE } from "../documented-responses.js";
import { faultNamed } from "../faults.js";
import { isCancelable } from "../lifecycle.js";
import type { Order } from "../order.js";
import type { State } from "../state.js";
import { valueIn } from "../timing.js";
import { faultWithoutEffect, limitReached } from "./faults.js";

export function cancelOrder(context: Context): Decision {
  const order = requestedOrder(context);
  if (!order) return unknownOrder(context);
  return cancelQuick(context, order);
}

export function cancelQuick(context: Context, order: Order): Decision {
  return cancel(context, order, (venueMs) => {
    const reason = `accepted; the venue decides in ${venueMs} ms`;
    return respondWith(context, "cancel", reason, acceptedKey(context.state));
  });
}

export function cancelSyncOrder(context: Context): Decision {
  const order = requestedOrder(context);
  if (!order) return unknownOrder(context);
  return cancel(context, order, (venueMs) => {
    const reason = `accepted; answered when the venue has decided, in ${venueMs} ms`;
    const decision = respondWith(context, "slow cancel", reason, acceptedKey(context.state));
    return { ...decision, due: context.now + venueMs, venueDecides: order.id };
  });
}

function cancel(context: Context, order: Order, accept: (venueMs: number) => Decision): Decision {
  const fault = order.fault && faultNamed(order.fault);
  if (fault && !fault.takesEffect) return faultWithoutEffect(context, fault);
  if (order.refuse !== undefined) return alwaysRefused(context, order.refuse);
  if (order.status === "PendingCancel") return alreadyPending(context, order);
  if (!isCancelable(order.status)) return refused(context, order);
  const venueMs = venueTime(context);
  context.changes.push({ do: "take-cancel", orderId: order.id, venueMs });
  const decision = accept(venueMs);
  if (fault) decision.fault = fault;
  return decision;
}

/** The order in the path, if it belongs to the account in the path. */
export function requestedOrder({ call, state }: Context): Order | undefined {
  const order = state.orders.byId.get(Number(call.args.orderId));
  return order?.accountId === call.args.accountId ? order : undefined;
}

/** Milliseconds until the venue decides. */
export function venueTime({ call, state }: Context): number {
  return Math.round(valueIn(state.timing.venueMs, call.chance));
}

export function acceptedKey({ switches }: State): string {
  if (switches.success === "204") return RESPONSE.accepted;
  return RESPONSE.acceptedWithBody;
}

/** One page documents 409 for this, without an example: it is sent without a body. */
function unknownOrder(context: Context): Decision {
  const reason = "there is no such order";
  if (context.state.switches.unknownOrder === "404")
    return respondWith(context, "order", reason, RESPONSE.orderUnknown);
  const conflict = respondWith(context, "order", reason, RESPONSE.alreadyFilled);
  return { ...conflict, response: { ...conflict.response, empty: true } };
}

function alwaysRefused(context: Context, key: string): Decision {
  const reason = "every cancel of this order is refused";
  if (key === RESPONSE.tooManyRequests) return limitReached(context, "situation", reason);
  return respondWith(context, "situation", reason, key);
}

function alreadyPending(context: Context, { id }: Order): Decision {
  const reason = `a cancel of ${id} is pending already; nothing changes`;
  const isAccepted = context.state.switches.secondCancel === "204";
  const key = isAccepted ? acceptedKey(context.state) : RESPONSE.cancelPending;
  return respondWith(context, "cancel", reason, key);
}

function refused(context: Context, order: Order): Decision {
  const { key, values } = refusal(order, context.state);
  return respondWith(context, "cancel", `the order is ${order.status}`, key, { values });
}

/** The documented conflict. The spec has an example for Filled and one for Canceled; other statuses change its message. */
function refusal({ id, status }: Order, { switches }: State): DocumentedChoice {
  const message = `Order ${id} is already ${inWords(status)}`;
  if (switches.filledOrder === "422") return { key: RESPONSE.invalid, values: { Errors: [message] } };
  if (status === "Canceled") return { key: RESPONSE.alreadyCanceled };
  return { key: RESPONSE.alreadyFilled, values: { message } };
}

/** `PendingReplace` as "pending replace". */
function inWords(status: string): string {
  return status.replaceAll(/(?!^)[A-Z]/g, " $&").toLowerCase();
}

/** What a slow cancel is answered once the venue has decided: it depends on what has become of the order. */
export function decideAfterVenue(decision: Decision, state: State): Decision {
  const order = state.orders.byId.get(Number(decision.venueDecides));
  if (!order) return replaced(decision, "the order is gone", { key: RESPONSE.orderUnknown });
  const { status } = order;
  if (status === "Canceled" || status === "PendingCancel")
    return { ...decision, reason: `the venue has decided: ${status}` };
  const response = isCancelable(status) ? venueRefusal(order) : refusal(order, state);
  return replaced(decision, `the venue did not cancel: ${status}`, response);
}

function replaced(decision: Decision, reason: string, response: DocumentedChoice): Decision {
  const headers = "headers" in decision.response ? decision.response.headers : undefined;
  return { ...decision, reason, response: { ...response, headers } };
}

function venueRefusal({ id }: Order): DocumentedChoice {
  return { key: RESPONSE.invalid, values: { Errors: [`The venue refused to cancel order ${id}`] } };
}
