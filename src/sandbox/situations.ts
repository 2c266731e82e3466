// Owns the table of order ids that play one situation each. The opening orders, the docs and the tests read it.

import { ANSWER } from "./documented.js";
import type { FaultName } from "./faults.js";
import type { Status } from "./lifecycle.js";
import { CANCELS, type Order, type OrderSeed, type Step } from "./order.js";

/** What a careful client should conclude once all is over. */
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

/** What one plain `fetch` with DELETE meets: a status, or what becomes of its connection. */
export type Meets = number | "closed" | "reset" | "nothing" | "broken off";

export interface Situation {
  id: number;
  name: string;
  happens: string;
  quick: Meets;
  slow: Meets;
  /** Status that the order is left in by one cancel; undefined where there is no order. */
  ends: Status | undefined;
  verdict: VerdictName;
  /** How the order opens, if not as a new one. */
  order?: Partial<Order>;
  /** Orders that open with it: its legs, its successor. */
  others?: OrderSeed[];
  /** What the venue does after it was asked. */
  plan?: Step[];
  fault?: FaultName;
  /** Answer that refuses every cancel. */
  refuse?: string;
}

const PART = { event: "part-filled", after: 0.5, share: 0.5 } as const;

export const SITUATIONS: readonly Situation[] = [
  {
    id: 73552,
    name: "cancels",
    happens: "The venue cancels it when its turn comes.",
    ...{ quick: 204, slow: 204, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80001,
    name: "fills while pending",
    happens: "It fills before the venue's turn to cancel comes.",
    plan: [{ event: "filled", after: 0.5 }, ...CANCELS],
    ...{ quick: 204, slow: 409, ends: "Filled", verdict: "too-late" },
  },
  {
    id: 80002,
    name: "fills in part, then cancels",
    happens: "A part is executed while the cancel is pending; the venue cancels the rest.",
    plan: [PART, ...CANCELS],
    ...{ quick: 204, slow: 204, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80003,
    name: "venue refuses",
    happens: "The venue refuses the cancel and the order is open again.",
    plan: [{ event: "cancel-rejected", after: 1 }],
    ...{ quick: 204, slow: 422, ends: "New", verdict: "still-open" },
  },
  {
    id: 80004,
    name: "fills in part, then venue refuses",
    happens: "A part is executed while the cancel is pending, which the venue then refuses.",
    plan: [PART, { event: "cancel-rejected", after: 1 }],
    ...{ quick: 204, slow: 422, ends: "PartiallyFilled", verdict: "still-open" },
  },
  {
    id: 80005,
    name: "stays pending",
    happens: "The venue takes the cancel and never decides.",
    plan: [],
    ...{ quick: 204, slow: 204, ends: "PendingCancel", verdict: "pending" },
  },
  {
    id: 80006,
    name: "replaced",
    happens: "The order was replaced by 80106; this id is dead.",
    order: { status: "Replaced" },
    others: [{ id: 80106, replaces: 80006 }],
    ...{ quick: 409, slow: 409, ends: "Replaced", verdict: "superseded" },
  },
  {
    id: 80007,
    name: "replaced while pending",
    happens: "Its replacement by 80107 reaches the venue before the cancel.",
    order: { successorId: 80107 },
    plan: [{ event: "replaced", after: 0.5 }, ...CANCELS],
    ...{ quick: 204, slow: 409, ends: "Replaced", verdict: "superseded" },
  },
  {
    id: 80008,
    name: "conditional order",
    happens: "Its legs 80108 and 80208 fall with the parent.",
    others: [
      { id: 80108, parentId: 80008, status: "Held", side: "Sell", price: 171.5 },
      { id: 80208, parentId: 80008, status: "Held", side: "Sell", price: 148.25 },
    ],
    ...{ quick: 204, slow: 204, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80009,
    name: "expires while pending",
    happens: "It expires before the venue's turn to cancel comes.",
    plan: [{ event: "expired", after: 0.5 }, ...CANCELS],
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
    happens: "The cancel takes effect, then the connection closes without an answer.",
    fault: "lost-after",
    ...{ quick: "closed", slow: "closed", ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80012,
    name: "answer lost before",
    happens: "The connection closes without an answer, and nothing has happened.",
    fault: "lost-before",
    ...{ quick: "closed", slow: "closed", ends: "New", verdict: "unresolved" },
  },
  {
    id: 80013,
    name: "never answers",
    happens: "No answer ever comes, and nothing happens.",
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
    happens: "The connection is reset before anything happens.",
    fault: "reset",
    ...{ quick: "reset", slow: "reset", ends: "New", verdict: "unresolved" },
  },
  {
    id: 80016,
    name: "500, took effect",
    happens: "The answer is 500, yet the order is canceled.",
    fault: "500-after",
    ...{ quick: 500, slow: 500, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80017,
    name: "500, no effect",
    happens: "The answer is 500, and nothing has happened.",
    fault: "500-before",
    ...{ quick: 500, slow: 500, ends: "New", verdict: "unresolved" },
  },
  {
    id: 80018,
    name: "503",
    happens: "The answer is 503 in plain text, and nothing has happened.",
    fault: "503",
    ...{ quick: 503, slow: 503, ends: "New", verdict: "unresolved" },
  },
  {
    id: 80019,
    name: "HTML error page",
    happens: "A proxy answers 502 with an HTML page; nothing has happened.",
    fault: "html",
    ...{ quick: 502, slow: 502, ends: "New", verdict: "unresolved" },
  },
  {
    id: 80020,
    name: "204 with a body",
    happens: "The cancel takes effect; the 204 carries a body, which HTTP forbids.",
    fault: "204-body",
    ...{ quick: 204, slow: 204, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80021,
    name: "200 with an object",
    happens: "The cancel takes effect; the answer is 200 with an object that says nothing.",
    fault: "200-object",
    ...{ quick: 200, slow: 200, ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80022,
    name: "answer broken off",
    happens: "The cancel takes effect; the answer breaks off in the middle of its body.",
    fault: "truncated",
    ...{ quick: "broken off", slow: "broken off", ends: "Canceled", verdict: "canceled" },
  },
  {
    id: 80023,
    name: "409 without a body",
    happens: "It is filled already, and the 409 that says so is empty.",
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
    happens: "The user may read the order but not cancel it.",
    refuse: ANSWER.notPermitted,
    ...{ quick: 403, slow: 403, ends: "New", verdict: "denied" },
  },
  {
    id: 80026,
    name: "limit reached",
    happens: "Every cancel of it is one too many; the wait is a whole window.",
    refuse: ANSWER.tooManyRequests,
    ...{ quick: 429, slow: 429, ends: "New", verdict: "not-sent" },
  },
];

const BY_ID = new Map(SITUATIONS.map((situation) => [situation.id, situation]));

export function situationOf(id: number): Situation | undefined {
  return BY_ID.get(id);
}
