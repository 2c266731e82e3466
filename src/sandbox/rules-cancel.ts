// Owns the rules of a cancel: whether it is taken, and what a slow one is told when the venue has spoken. Pure.
import { answer, type Decision, type Scene } from "./decision.js";
import { faultNamed } from "./faults.js";
import { limitHeaders } from "./limits.js";
import { isCancelable, type Order } from "./order.js";
import type { State } from "./state.js";

export function cancelOrder(scene: Scene): Decision {
  return cancel(scene, (order, venueMs) => ({
    ...answer(scene, "cancel", `taken; the venue's turn comes in ${venueMs} ms`, taken(scene.state)),
    changes: [...scene.changes, { do: "take-cancel", orderId: order.id, venueMs }],
  }));
}

export function cancelSyncOrder(scene: Scene): Decision {
  return cancel(scene, (order, venueMs) => ({
    ...answer(
      scene,
      "slow cancel",
      `taken; answered when the venue has, in ${venueMs} ms`,
      taken(scene.state),
    ),
    changes: [...scene.changes, { do: "take-cancel", orderId: order.id, venueMs }],
    due: scene.now + venueMs,
    venueDecides: order.id,
  }));
}

function cancel(scene: Scene, take: (order: Order, venueMs: number) => Decision): Decision {
  const order = orderAsked(scene);
  if (!order) return unknownOrder(scene);
  const fault = order.fault === undefined ? undefined : faultNamed(order.fault);
  if (fault && !fault.effect)
    return { ...answer(scene, "situation", "nothing happens to the order", ""), fault };
  if (order.refuse !== undefined) return refusedAlways(scene, order.refuse);
  if (order.status === "PendingCancel") return alreadyPending(scene, order);
  if (!isCancelable(order.status)) return refused(scene, order);
  const decision = take(order, venueMs(scene));
  return fault ? { ...decision, fault } : decision;
}

export function orderAsked({ ask, state }: Scene): Order | undefined {
  const order = state.orders.get(ask.args.orderId as number);
  return order?.accountId === ask.args.accountId ? order : undefined;
}

function venueMs({ ask, state }: Scene): number {
  const [from, to] = state.settings.venueMs;
  return Math.round(from + (to - from) * ask.luck);
}

function taken({ settings }: State): string {
  return settings.switches.success === "204" ? "204" : "200 accepted-with-body";
}

/** 409 is documented for this by one page only, and has no example for it: it goes without a body. */
function unknownOrder(scene: Scene): Decision {
  const reason = "there is no such order";
  if (scene.state.settings.switches.unknownOrder === "404")
    return answer(scene, "order", reason, "404 order-unknown");
  const conflict = answer(scene, "order", reason, "409 order-already-filled");
  return { ...conflict, answer: { key: "409 order-already-filled", empty: true } };
}

function refusedAlways(scene: Scene, key: string): Decision {
  const limit = scene.state.settings.limits[scene.ask.operation.limit ?? ""];
  const waitMs = (limit?.windowSeconds ?? 60) * 1000;
  const headers = key.startsWith("429") ? limitHeaders({ limit: limit?.limit ?? 0, waitMs }, scene.now) : {};
  return answer(scene, "situation", "every cancel of the order is refused", key, { headers });
}

function alreadyPending(scene: Scene, order: Order): Decision {
  const { secondCancel } = scene.state.settings.switches;
  if (secondCancel === "409")
    return answer(scene, "cancel", "a cancel is already pending", "409 cancel-already-pending");
  return answer(
    scene,
    "cancel",
    `a cancel is already pending; nothing changes for ${order.id}`,
    taken(scene.state),
  );
}

function refused(scene: Scene, order: Order): Decision {
  const told = refusal(order, scene.state);
  return { ...answer(scene, "cancel", `the order is ${order.status}`, ""), answer: told };
}

/** The documented conflict; only Filled and Canceled have words of their own in the spec. */
function refusal(order: Order, { settings }: State): Decision["answer"] {
  const message = `Order ${order.id} is already ${asWords(order.status)}`;
  if (settings.switches.filledOrder === "422")
    return { key: "422 validation-failed", values: { Errors: [message] } };
  if (order.status === "Canceled") return { key: "409 order-already-canceled" };
  return { key: "409 order-already-filled", values: { message } };
}

/** `PendingReplace` as "pending replace". */
function asWords(status: string): string {
  return status.replaceAll(/(?!^)[A-Z]/g, " $&").toLowerCase();
}

/** The answer to a slow cancel once the venue has spoken: by what the order has become. */
export function conclude(decision: Decision, state: State): Decision {
  const order = state.orders.get(decision.venueDecides ?? 0);
  if (!order) return { ...decision, reason: "the order is gone", answer: { key: "404 order-unknown" } };
  if (order.status === "Canceled" || order.status === "PendingCancel")
    return { ...decision, reason: `the venue has spoken: ${order.status}` };
  const reason = `the venue did not cancel: ${order.status}`;
  return {
    ...decision,
    reason,
    answer: isCancelable(order.status) ? venueRefusal(order) : refusal(order, state),
  };
}

function venueRefusal({ id }: Order): Decision["answer"] {
  return { key: "422 validation-failed", values: { Errors: [`The venue refused to cancel order ${id}`] } };
}
