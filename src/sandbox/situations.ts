// Owns the situations: order ids that behave in one particular way each. The opening orders, the docs and the tests use
// this table.
import { RESPONSE } from "./documented-responses.js";
import type { FaultName } from "./faults.js";
import type { Status } from "./lifecycle.js";
import { CONFIRMS_CANCEL, type NewOrder, type Order, type PlannedEvent } from "./order.js";

/** What a careful client should decideAfterVenue once all is over. */
export type VerdictName =
  | "canceled"
  | "too-late"
  | "pending"
  | "still-open"
  | "superseded"
  | "not-found"
  | "denied"
  | "not-sent"
  | "unresolved";

/** What one plain DELETE gets: a status, or what happens to its connection. */
export type DeleteOutcome = number | "closed" | "reset" | "nothing" | "broken off";

export interface Situation {
  id: number;
  name: string;
  happens: string;
  quick: DeleteOutcome;
  slow: DeleteOutcome;
  /** The order's status after one cancel; undefined if there is no order. */
  ends: Status | undefined;
  verdict: VerdictName;
  /** How the order differs from a new one at the start. */
  order?: Partial<Order>;
  /** Orders that belong to it: its legs, its successor. */
  others?: NewOrder[];
  /** What the venue does after a cancel was accepted. */
  plan?: PlannedEvent[];
  fault?: FaultName;
  /** Documented response that refuses every cancel. */
  refuse?: string;
}

const FILLS_HALF = { event: "part-filled", after: 0.5, share: 0.5 } as const;

export const SITUATIONS: readonly Situation[] = [
  {
    id: 73552,
    name: "cancels",
    happens: "The venue confirms the cancel.",
    ...{ quick: 204, slow: 204, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80001,
    name: "fills while pending",
    happens: "It fills before the venue has canceled it.",
    plan: [{ event: "filled", after: 0.5 }, ...CONFIRMS_CANCEL],
    ...{ quick: 204, slow: 409, ends: "Filled", verdict: "too-late" },
  },
  {
    id: 80002,
    name: "fills in part, then cancels",
    happens: "A part is executed while the cancel is pending. The venue cancels the rest.",
    plan: [FILLS_HALF, ...CONFIRMS_CANCEL],
    ...{ quick: 204, slow: 204, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80003,
    name: "venue refuses",
    happens: "The venue rejects the cancel, and the order is open again.",
    plan: [{ event: "cancel-rejected", after: 1 }],
    ...{ quick: 204, slow: 422, ends: "New", verdict: "still-open" },
  },
  {
    id: 80004,
    name: "fills in part, then venue refuses",
    happens: "A part is executed while the cancel is pending. Then the venue rejects the cancel.",
    plan: [FILLS_HALF, { event: "cancel-rejected", after: 1 }],
    ...{ quick: 204, slow: 422, ends: "PartiallyFilled", verdict: "still-open" },
  },
  {
    id: 80005,
    name: "stays pending",
    happens: "The venue never decides.",
    plan: [],
    ...{ quick: 204, slow: 204, ends: "PendingCancel", verdict: "pending" },
  },
  {
    id: 80006,
    name: "replaced",
    happens: "The order has been replaced by 80106, so this id cannot be canceled any more.",
    order: { status: "Replaced" },
    others: [{ id: 80106, replaces: 80006 }],
    ...{ quick: 409, slow: 409, ends: "Replaced", verdict: "superseded" },
  },
  {
    id: 80007,
    name: "replaced while pending",
    happens: "It is replaced by 80107 before the venue has canceled it.",
    order: { successorId: 80107 },
    plan: [{ event: "replaced", after: 0.5 }, ...CONFIRMS_CANCEL],
    ...{ quick: 204, slow: 409, ends: "Replaced", verdict: "superseded" },
  },
  {
    id: 80008,
    name: "conditional order",
    happens: "Its legs 80108 and 80208 are canceled with it.",
    others: [
      { id: 80108, parentId: 80008, status: "Held", side: "Sell", price: 171.5 },
      { id: 80208, parentId: 80008, status: "Held", side: "Sell", price: 148.25 },
    ],
    ...{ quick: 204, slow: 204, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80009,
    name: "expires while pending",
    happens: "It expires before the venue has canceled it.",
    plan: [{ event: "expired", after: 0.5 }, ...CONFIRMS_CANCEL],
    ...{ quick: 204, slow: 409, ends: "Expired", verdict: "too-late" },
  },
  {
    id: 80010,
    name: "already filled",
    happens: "It is filled already.",
    order: { status: "Filled" },
    ...{ quick: 409, slow: 409, ends: "Filled", verdict: "too-late" },
  },
  {
    id: 80011,
    name: "answer lost after",
    happens: "The cancel takes effect, but the connection closes without an answer.",
    fault: "lost-after",
    ...{ quick: "closed", slow: "closed", ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80012,
    name: "answer lost before",
    happens: "The connection closes without an answer. The cancel had no effect.",
    fault: "lost-before",
    ...{ quick: "closed", slow: "closed", ends: "New", verdict: "unresolved" },
  },
  {
    id: 80013,
    name: "never answers",
    happens: "No answer ever comes. The cancel has no effect.",
    fault: "never",
    ...{ quick: "nothing", slow: "nothing", ends: "New", verdict: "unresolved" },
  },
  {
    id: 80014,
    name: "never answers, took effect",
    happens: "The cancel takes effect, but no answer ever comes.",
    fault: "never-after",
    ...{ quick: "nothing", slow: "nothing", ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80015,
    name: "connection reset",
    happens: "The connection is reset. The cancel had no effect.",
    fault: "reset",
    ...{ quick: "reset", slow: "reset", ends: "New", verdict: "unresolved" },
  },
  {
    id: 80016,
    name: "500, took effect",
    happens: "The answer is 500, but the cancel takes effect.",
    fault: "500-after",
    ...{ quick: 500, slow: 500, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80017,
    name: "500, no effect",
    happens: "The answer is 500. The cancel had no effect.",
    fault: "500-before",
    ...{ quick: 500, slow: 500, ends: "New", verdict: "unresolved" },
  },
  {
    id: 80018,
    name: "503",
    happens: "The answer is 503 in plain text. The cancel had no effect.",
    fault: "503",
    ...{ quick: 503, slow: 503, ends: "New", verdict: "unresolved" },
  },
  {
    id: 80019,
    name: "HTML error page",
    happens: "A proxy answers 502 with an HTML page. The cancel had no effect.",
    fault: "html",
    ...{ quick: 502, slow: 502, ends: "New", verdict: "unresolved" },
  },
  {
    id: 80020,
    name: "204 with a body",
    happens: "The cancel takes effect. The 204 has a body, which HTTP forbids.",
    fault: "204-body",
    ...{ quick: 204, slow: 204, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80021,
    name: "200 with an object",
    happens: "The cancel takes effect. The answer is 200 with an object that says nothing about the order.",
    fault: "200-object",
    ...{ quick: 200, slow: 200, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80022,
    name: "answer broken off",
    happens: "The cancel takes effect. The answer breaks off in the middle of its body.",
    fault: "truncated",
    ...{ quick: "broken off", slow: "broken off", ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80023,
    name: "409 without a body",
    happens: "It is filled already. The 409 has no body.",
    order: { status: "Filled" },
    fault: "409-empty",
    ...{ quick: 409, slow: 409, ends: "Filled", verdict: "too-late" },
  },
  {
    id: 80024,
    name: "unknown order",
    happens: "There is no such order.",
    ...{ quick: 404, slow: 404, ends: undefined, verdict: "not-found" },
  },
  {
    id: 80025,
    name: "not permitted",
    happens: "The user may read the order, but not cancel it.",
    refuse: RESPONSE.notPermitted,
    ...{ quick: 403, slow: 403, ends: "New", verdict: "denied" },
  },
  {
    id: 80026,
    name: "limit reached",
    happens: "Every cancel is over the rate limit, with a wait of one minute.",
    refuse: RESPONSE.tooManyRequests,
    ...{ quick: 429, slow: 429, ends: "New", verdict: "not-sent" },
  },
];

const BY_ID = new Map(SITUATIONS.map((situation) => [situation.id, situation]));

export function situationOf(id: number): Situation | undefined {
  return BY_ID.get(id);
}
