// What may be claimed of a ledger: a row for each thing that may be known.
import { describe, expect, test } from "vitest";
import { judge } from "../../src/cancel/judge.js";
import { failedRead, heldBack, ledgerOf, lost, read, sent, time } from "./ledgers.js";

type Entries = Parameters<typeof ledgerOf>[0];
type Row = readonly [fact: string, entries: Entries, claim: object];

const at = (ms: number) => new Date(time(ms)).toISOString();
const venue = { operation: "cancelSyncOrder" } as const;

const ROWS: readonly Row[] = [
  [
    "an order read as Canceled is canceled",
    [sent(0, 204), read(300, "Canceled")],
    { verdict: "canceled", outstanding: 0 },
  ],
  [
    "an order read as Canceled is canceled whatever the DELETE was answered",
    [sent(0, 409), read(1, "Canceled")],
    { verdict: "canceled" },
  ],
  [
    "a stale read after it does not open it again",
    [sent(0, 204), read(300, "Canceled"), read(3_000, "New")],
    { verdict: "canceled", outstanding: 0 },
  ],
  [
    "of two closed reads that contradict each other the later counts",
    [sent(0, 204), read(300, "Canceled"), read(400, "Filled")],
    { verdict: "too-late", status: "Filled" },
  ],
  [
    "a filled order is too late",
    [sent(0, 409), read(1, "Filled")],
    { verdict: "too-late", status: "Filled" },
  ],
  [
    "an expired order is too late",
    [sent(0, 204), read(1, "Expired")],
    { verdict: "too-late", status: "Expired" },
  ],
  [
    "a rejected order is too late",
    [lost(0), read(1, "Rejected")],
    { verdict: "too-late", status: "Rejected" },
  ],
  ["a replaced order is superseded", [sent(0, 409), read(1, "Replaced")], { verdict: "superseded" }],

  [
    "a quick 2xx alone is pending with the API",
    [sent(0, 204)],
    { verdict: "pending", level: "api", since: at(0), outstanding: 1 },
  ],
  [
    "a slow 2xx alone is pending with the venue",
    [sent(5, 204, venue)],
    { verdict: "pending", level: "venue", since: at(5) },
  ],
  [
    "a 2xx is pending while reads may be stale",
    [sent(0, 204), read(2_000, "New")],
    { verdict: "pending", level: "api" },
  ],
  [
    "PendingCancel without a 2xx has no level",
    [sent(0, 409), read(1, "PendingCancel"), read(900, "PendingCancel")],
    { verdict: "pending", since: at(1), outstanding: 0 },
  ],
  [
    "a lost DELETE and PendingCancel is pending",
    [lost(0), read(1, "PendingCancel")],
    { verdict: "pending", outstanding: 1 },
  ],
  ["DoneForDay after a 2xx is pending", [sent(0, 204), read(9_000, "DoneForDay")], { verdict: "pending" }],

  [
    "a 403 is denied",
    [sent(0, 403, { which: "account" })],
    { verdict: "denied", which: "account", outstanding: 0 },
  ],
  [
    "an answer that does not say why is denied without a reason",
    [sent(0, 403)],
    { verdict: "denied", which: "unknown" },
  ],
  [
    "a quick and a slow 2xx are pending with the venue",
    [sent(0, 204), read(2_500, "New"), sent(2_600, 204, venue)],
    { verdict: "pending", level: "venue", since: at(0) },
  ],
  [
    "PendingCancel after an open read is pending since it was read",
    [sent(0, 409), read(1, "New"), read(5, "PendingCancel"), read(9, "PendingCancel")],
    { verdict: "pending", since: at(5) },
  ],
  [
    "a sign-in that is refused is denied",
    [heldBack(0, { outcome: "denied", forToken: true, which: "token" })],
    { verdict: "denied", which: "token" },
  ],
  [
    "a 403 after a lost DELETE is not denied",
    [lost(0), sent(3_000, 403)],
    { verdict: "unresolved", why: "lost", outstanding: 1 },
  ],
  [
    "a 401 whose replay was refused by a 409 is not denied",
    [sent(0, 401), sent(1, 409), read(2_100, "New")],
    { verdict: "still-open" },
  ],

  [
    "404 to the DELETE and to a late read is not found",
    [sent(0, 404), failedRead(2_001, 404)],
    { verdict: "not-found" },
  ],
  [
    "404 to a read that may be stale is not",
    [sent(0, 404), failedRead(2_000, 404)],
    { verdict: "unresolved", why: "too-soon" },
  ],
  [
    "404 of a wrong address is not",
    [sent(0, 404, { wrongAddress: true })],
    { verdict: "unresolved", why: "wrong-address" },
  ],
  [
    "404 after a lost DELETE is not",
    [lost(0), sent(3_000, 404), failedRead(6_000, 404)],
    { verdict: "unresolved", why: "lost", outstanding: 1 },
  ],
  [
    "404 to a read before the last resume is not",
    [sent(0, 404), failedRead(2_500, 404)],
    { verdict: "not-found" },
  ],

  [
    "404 to a late read that broke off is not",
    [sent(0, 404), failedRead(2_500, 404, { code: "timeout" })],
    { verdict: "unresolved", why: "too-soon" },
  ],
  [
    "a 403 after a DELETE that the venue rejected is not denied",
    [sent(0, 204), sent(3_000, 403), read(3_500, "PendingCancel"), read(6_000, "New")],
    { verdict: "still-open", why: "venue-rejected" },
  ],
  [
    "a PendingCancel from before the DELETE left is somebody else's",
    [sent(0, 404), read(5, "PendingCancel"), read(900, "New"), sent(1_000, 204), read(3_100, "New")],
    { verdict: "unresolved", why: "no-trace", outstanding: 1 },
  ],
  [
    "a stale PendingCancel, older than the DELETE, is somebody else's",
    [sent(1_000, 204), read(1_300, "PendingCancel", { TransactionDate: at(500) }), read(3_400, "New")],
    { verdict: "unresolved", why: "no-trace", outstanding: 1 },
  ],
  [
    "a PendingCancel that cannot be stale is that of the DELETE, whatever its date",
    [sent(1_000, 204), read(3_100, "PendingCancel", { TransactionDate: at(500) }), read(6_000, "New")],
    { verdict: "still-open", why: "venue-rejected" },
  ],
  [
    "one rejection does not account for two that were accepted",
    [sent(0, 204), read(2_500, "New"), sent(2_600, 204), read(2_900, "PendingCancel"), read(6_000, "New")],
    { verdict: "unresolved", why: "no-trace", outstanding: 1 },
  ],
  [
    "404 to the sign-in for a late read is not",
    [sent(0, 404), failedRead(2_500, 404, { forToken: true })],
    { verdict: "unresolved", why: "too-soon" },
  ],
  [
    "404 to a late read after another refusal is not",
    [sent(0, 409), failedRead(2_500, 404)],
    { verdict: "unresolved", why: "too-soon" },
  ],
  [
    "a call that was aborted is not sent",
    [heldBack(0, { code: "abort" })],
    { verdict: "not-sent", why: "aborted" },
  ],
  [
    "a sign-in that met a limit is not sent for that limit",
    [heldBack(0, { outcome: "throttled", code: "rate-limit", forToken: true, retryAfterMs: 1_000 })],
    { verdict: "not-sent", why: "throttled", retryAt: at(1_000) },
  ],
  ["nothing at all is not sent", [], { verdict: "not-sent", why: "throttled" }],
  [
    "a limit is not sent, with the time to try again",
    [sent(10, 429, { retryAfterMs: 8_500 })],
    { verdict: "not-sent", why: "throttled", retryAt: at(8_510) },
  ],
  [
    "a connection that did not come about is not sent",
    [heldBack(0, { code: "connection" })],
    { verdict: "not-sent", why: "no-connection" },
  ],
  [
    "no connection to sign in is no connection",
    [heldBack(0, { code: "connection", forToken: true })],
    { verdict: "not-sent", why: "no-connection" },
  ],
  [
    "a sign-in that failed is no token",
    [heldBack(0, { code: "server", forToken: true })],
    { verdict: "not-sent", why: "no-token" },
  ],
  ["a 429 after a lost DELETE is not", [lost(0), sent(3_000, 429)], { verdict: "unresolved", why: "lost" }],

  [
    "a refusal and a late open read is still open",
    [sent(0, 409), read(2_001, "New")],
    { verdict: "still-open", why: "refused", seenAt: at(2_001) },
  ],
  [
    "a refusal and an early open read is not",
    [sent(0, 409), read(2_000, "New")],
    { verdict: "unresolved", why: "too-soon" },
  ],
  [
    "a late open read of before a stale one is still open",
    [sent(0, 422), read(2_500, "PartiallyFilled", { ExecutedQuantity: 0.1, Quantity: 0.3 })],
    { verdict: "still-open", executedQuantity: 0.1, remainingQuantity: 0.2 },
  ],
  [
    "an order that went back from PendingCancel is still open",
    [sent(0, 204), read(300, "PendingCancel"), read(2_301, "New")],
    { verdict: "still-open", why: "venue-rejected", outstanding: 0 },
  ],
  [
    "one that seems to have gone back, by a read that may be stale, is not",
    [sent(0, 204), read(300, "PendingCancel"), read(2_300, "New")],
    { verdict: "unresolved", outstanding: 1 },
  ],
  [
    "an order that names the rejection of its cancel is still open",
    [sent(0, 204), read(2_001, "New", { Target: "CancelReject", RequestStatus: "Rejected" })],
    { verdict: "still-open", why: "venue-rejected", outstanding: 0 },
  ],
  [
    "of one that was accepted and one that was refused, an order that speaks of a refusal may mean the second",
    [sent(0, 204), sent(10, 409), read(2_100, "New", { Target: "CancelReject" })],
    { verdict: "unresolved", why: "no-trace", outstanding: 1 },
  ],
  [
    "of a lost DELETE, words without a date may be old",
    [lost(0), read(2_100, "New", { Target: "CancelReject" })],
    { verdict: "unresolved", why: "lost", outstanding: 1 },
  ],
  [
    "words that are newer than a lost DELETE are about it",
    [lost(0), read(2_100, "New", { Target: "CancelReject", TransactionDate: at(50) })],
    { verdict: "still-open", why: "venue-rejected", outstanding: 0 },
  ],
  [
    "a date without a time zone is none",
    [lost(0), read(2_100, "New", { Target: "CancelReject", TransactionDate: "2026-01-22T18:30:31" })],
    { verdict: "unresolved", why: "lost", outstanding: 1 },
  ],
  [
    "a date with an offset is one",
    [lost(0), read(2_100, "New", { Target: "CancelReject", TransactionDate: "2026-01-22T16:30:31+02:00" })],
    { verdict: "still-open", why: "venue-rejected", outstanding: 0 },
  ],
  [
    "404 to the DELETE and the 404 of a wrong address to the read say that the address is wrong",
    [sent(0, 404), failedRead(5, 404, { wrongAddress: true })],
    { verdict: "unresolved", why: "wrong-address" },
  ],
  [
    "a limit that was waited for until the deadline is still the limit",
    [
      heldBack(0, { outcome: "throttled", forToken: true, code: "rate-limit" }),
      heldBack(900, { forToken: true, code: "timeout" }),
    ],
    { verdict: "not-sent", why: "throttled" },
  ],
  [
    "an order whose change was rejected says nothing of its cancel",
    [sent(0, 204), read(2_001, "New", { Target: "Modify", RequestStatus: "Rejected" })],
    { verdict: "unresolved", why: "no-trace", outstanding: 1 },
  ],
  [
    "one rejection does not account for two DELETEs, one of them lost",
    [lost(0), sent(3_000, 204), read(3_300, "PendingCancel"), read(6_000, "New")],
    { verdict: "unresolved", why: "lost", outstanding: 1 },
  ],

  [
    "a lost DELETE is unresolved",
    [lost(0), read(2_500, "New")],
    { verdict: "unresolved", why: "lost", outstanding: 1 },
  ],
  [
    "an acceptance without a trace is unresolved",
    [sent(0, 204), read(2_500, "New")],
    { verdict: "unresolved", why: "no-trace", outstanding: 1 },
  ],
  [
    "a refusal and a status nobody listed is unresolved",
    [sent(0, 409), read(2_500, "Limbo")],
    { verdict: "unresolved", why: "unproven-status" },
  ],
];

describe("what may be claimed", () => {
  test.each(ROWS)("%s", (_, entries, claim) => {
    expect(judge(ledgerOf(entries), time(15_000))).toMatchObject(claim);
  });

  test("reads of before the last resume prove nothing: the clocks of two processes differ", () => {
    const entries = [sent(0, 409), read(2_500, "New")];
    expect(judge(ledgerOf(entries, { resumed: 2_400 }), time(3_000))).toMatchObject({
      verdict: "unresolved",
    });
    expect(judge(ledgerOf(entries, { resumed: 400 }), time(3_000))).toMatchObject({ verdict: "still-open" });
  });

  describe("a refusal that the order names", () => {
    const rejected = (changedAt: number, serverAheadMs = 0) => ({
      ...read(2_500, "New", { Target: "CancelReject", TransactionDate: at(changedAt + serverAheadMs) }),
      serverAt: at(2_500 + serverAheadMs),
    });
    test.each([
      ["of after the DELETE left is believed", 300, 0, "still-open"],
      ["of before it left is about another cancel", -5_000, 0, "unresolved"],
      ["is dated by the server's clock, an hour ahead", -5_000, 3_600_000, "unresolved"],
      ["is dated by the server's clock, an hour behind", 2_000, -3_600_000, "still-open"],
    ])("%s", (_, changedAt, serverAheadMs, verdict) => {
      const ledger = ledgerOf([sent(0, 204), rejected(changedAt, serverAheadMs)]);
      expect(judge(ledger, time(3_000)).verdict).toBe(verdict);
    });
  });

  test("words of an old refusal stay when something else changes the order", () => {
    const showing = (ms: number, changedAt: number) =>
      read(ms, "New", { Target: "CancelReject", TransactionDate: at(changedAt) });
    const entries = [sent(0, 204), showing(300, -5_000), showing(2_500, 700)];
    expect(judge(ledgerOf(entries), time(3_000))).toMatchObject({ verdict: "unresolved", outstanding: 1 });
  });

  test("how long reads lag is an option", () => {
    const entries = [sent(0, 409), read(500, "New")];
    expect(judge(ledgerOf(entries, { settleMs: 499 }), time(600))).toMatchObject({ verdict: "still-open" });
    expect(judge(ledgerOf(entries, { settleMs: 500 }), time(600))).toMatchObject({ verdict: "unresolved" });
  });

  test("a successor is named only if the list showed one", () => {
    const replaced = [sent(0, 409), read(1, "Replaced", { ClientId: "a" })];
    expect(judge(ledgerOf(replaced), time(2))).not.toHaveProperty("successorId");
    const listed = {
      ...read(2, "New", { Id: 7, OrigClientId: "a" } as object),
      source: "listOrders" as const,
    };
    expect(judge(ledgerOf([...replaced, listed]), time(3))).toMatchObject({
      verdict: "superseded",
      successorId: 7,
    });
  });
});
