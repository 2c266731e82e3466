// Owns the life cycle of an order: which event leads from which status to which.

/** FIX OrdStatus, in the order of the numbers that `filter` takes; `Held` has none. */
export const STATUSES = [
  "New",
  "PartiallyFilled",
  "Filled",
  "DoneForDay",
  "Canceled",
  "Replaced",
  "PendingCancel",
  "Stopped",
  "Rejected",
  "Suspended",
  "PendingNew",
  "Calculated",
  "Expired",
  "AcceptedForBidding",
  "PendingReplace",
  "Error",
  "Held",
] as const;

export type Status = (typeof STATUSES)[number];

/** What can happen to an order. `cancel-taken` is reported by the API, the others by the venue. */
export const EVENTS = [
  "cancel-taken",
  "cancel-confirmed",
  "cancel-rejected",
  "part-filled",
  "filled",
  "expired",
  "replace-taken",
  "replaced",
  "accepted",
  "rejected",
  "suspended",
  "resumed",
  "done-for-day",
  "restated",
] as const;

export type EventName = (typeof EVENTS)[number];

/** Not a status: the status before PendingCancel, including executions since then. */
const BEFORE = "as before";

type Row = Partial<Record<Status, Status | typeof BEFORE>>;

const OPEN = ["New", "PartiallyFilled", "AcceptedForBidding", "Suspended", "Held", "PendingNew", "Stopped"];
const LIVE = [...OPEN, "PendingCancel", "PendingReplace"];

function all(from: readonly string[], to: Status): Row {
  return Object.fromEntries(from.map((status) => [status, to]));
}

function same(...statuses: Status[]): Row {
  return Object.fromEntries(statuses.map((status) => [status, status]));
}

/** For each event: status before → status after. An event that has no row for a status cannot happen in it. */
export const TRANSITIONS: Readonly<Record<EventName, Row>> = {
  "cancel-taken": all(OPEN, "PendingCancel"),
  "cancel-confirmed": { ...all(OPEN, "Canceled"), PendingCancel: "Canceled" },
  "cancel-rejected": { PendingCancel: BEFORE },
  // A pending status hides a partial fill; a canceled order can still report an execution.
  "part-filled": { ...all(OPEN, "PartiallyFilled"), ...same("PendingCancel", "PendingReplace", "Canceled") },
  filled: all(LIVE, "Filled"),
  expired: all([...LIVE, "DoneForDay", "Calculated"], "Expired"),
  "replace-taken": all(["New", "PartiallyFilled"], "PendingReplace"),
  replaced: all(LIVE, "Replaced"),
  accepted: { PendingNew: "New" },
  rejected: all(["PendingNew", "New"], "Rejected"),
  suspended: all(["New", "PartiallyFilled"], "Suspended"),
  resumed: { Suspended: "New", Held: "New" },
  "done-for-day": all(["New", "PartiallyFilled"], "DoneForDay"),
  // A good-till-cancel order comes back the next day.
  restated: all(["DoneForDay", "Calculated"], "New"),
};

/** What a transition depends on. */
export interface OrderState {
  status: Status;
  before: Status;
  executed: number;
}

/** The status after `event`; undefined if the event cannot happen in the order's status. */
export function next(order: OrderState, event: EventName): Status | undefined {
  const to = TRANSITIONS[event][order.status];
  if (to !== BEFORE) return to;
  if (order.executed > 0 && order.before === "New") return "PartiallyFilled";
  return order.before;
}

export function isCancelable(status: Status): boolean {
  return TRANSITIONS["cancel-taken"][status] !== undefined;
}

/** Statuses of orders of which nothing more can be executed. */
export const CLOSED: ReadonlySet<Status> = new Set(["Filled", "Canceled", "Replaced", "Rejected", "Expired"]);
