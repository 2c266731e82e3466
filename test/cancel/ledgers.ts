// Owns short ways to write a ledger down in a test. Times are milliseconds since the cancel began.
import { type Attempt, type Ledger, newId, type Observation, type Order } from "../../src/cancel/ledger.js";
import { BASE_URL, ORDER, order } from "./order.js";

const BEGIN = Date.UTC(2026, 0, 22, 14, 30, 30);
export const time = (ms: number): number => BEGIN + ms;
const utc = (ms: number): string => new Date(time(ms)).toISOString();

const FATES: Record<string, Pick<Attempt, "outcome" | "fate">> = {
  204: { outcome: "accepted", fate: "accepted" },
  200: { outcome: "accepted", fate: "accepted" },
  401: { outcome: "denied", fate: "refused" },
  403: { outcome: "denied", fate: "refused" },
  404: { outcome: "not-found", fate: "refused" },
  429: { outcome: "throttled", fate: "refused" },
};

/** A DELETE that was answered with a status, 4xx if not listed above being refusals. */
export function sent(at: number, status: number, more: Partial<Attempt> = {}): Attempt {
  const { outcome, fate } = FATES[status] ?? { outcome: "refused", fate: "refused" };
  return {
    id: newId(),
    at: utc(at),
    sentAt: utc(at),
    operation: "cancelOrder",
    outcome,
    fate,
    status,
    ...more,
  };
}

export const lost = (at: number): Attempt => ({
  id: newId(),
  at: utc(at),
  sentAt: utc(at),
  operation: "cancelOrder",
  outcome: "unknown",
  fate: "unknown",
});

export const heldBack = (at: number, more: Partial<Attempt> = {}): Attempt => ({
  id: newId(),
  at: utc(at),
  operation: "cancelOrder",
  outcome: "not-sent",
  fate: "not-sent",
  ...more,
});

export const read = (at: number, status: string, more: Partial<Order> = {}): Observation => ({
  at: utc(at),
  sentAt: utc(at),
  source: "getOrder",
  order: order(status, more) as Order,
  status: 200,
});

export const failedRead = (at: number, status?: number, more: Partial<Observation> = {}): Observation => ({
  at: utc(at),
  sentAt: utc(at),
  source: "getOrder",
  ...(status !== undefined && { status }),
  ...(status === 404 && { code: "not-found" }),
  ...more,
});

export function ledgerOf(
  entries: readonly (Attempt | Observation)[],
  more: Partial<Ledger> & { resumed?: number } = {},
): Ledger {
  const { resumed, ...rest } = more;
  return {
    version: 1,
    origin: BASE_URL,
    ...ORDER,
    via: "api",
    settleMs: 2_000,
    startedAt: utc(0),
    ...(resumed !== undefined && { resumedAt: utc(resumed) }),
    attempts: entries.filter((entry): entry is Attempt => "operation" in entry),
    observations: entries.filter((entry): entry is Observation => "source" in entry),
    ...rest,
  };
}
