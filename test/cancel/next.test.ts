// What comes next in a cancel, and when: a row for each thing that may be known.
import { describe, expect, test } from "vitest";
import { next } from "../../src/cancel/next.js";
import { failedRead, heldBack, ledgerOf, lost, read, sent, time } from "./ledgers.js";

type Entries = Parameters<typeof ledgerOf>[0];
const planned = (entries: Entries, now: number, more = {}) => {
  const step = next(ledgerOf(entries, more), time(now));
  return step.do === "stop" ? "stop" : `${step.do} ${step.at - time(0)}`;
};

describe("the plan", () => {
  test.each<[string, Entries, number, string]>([
    ["the first DELETE goes at once", [], 0, "send 0"],
    ["after a quick 204 the order is read soon", [sent(10, 204)], 10, "read 260"],
    ["after a slow 204 it is read at once", [sent(10, 204, { operation: "cancelSyncOrder" })], 10, "read 10"],
    ["after a refusal it is read at once", [sent(10, 409)], 10, "read 10"],
    ["after a lost answer it is read before anything else", [lost(10)], 10, "read 260"],
    ["reads follow each other more slowly", [sent(0, 204), read(250, "PendingCancel")], 250, "read 1250"],
    [
      "and are made as soon as one proves something",
      [sent(0, 204), read(250, "New"), read(1_250, "New")],
      1_250,
      "read 2001",
    ],
    ["a closed order ends it", [sent(0, 204), read(300, "Canceled")], 300, "stop"],
    ["a replaced order is looked for", [sent(0, 409), read(1, "Replaced", { ClientId: "a" })], 1, "list 1"],
    ["but not without its name", [sent(0, 409), read(1, "Replaced")], 1, "stop"],
    [
      "while PendingCancel was the last thing read nothing is sent",
      [lost(0), read(9_000, "PendingCancel")],
      9_000,
      "read 10000",
    ],
    [
      "after a lost DELETE and an early open read nothing is sent",
      [lost(0), read(1_900, "New")],
      1_900,
      "read 2001",
    ],
    [
      "after a lost DELETE and a late open read another follows",
      [lost(0), read(2_001, "New")],
      2_001,
      "send 2001",
    ],
    [
      "after an acceptance without a trace another follows",
      [sent(0, 204), read(2_001, "New")],
      2_001,
      "send 2001",
    ],
    [
      "a third time it is only read",
      [lost(0), read(2_001, "New"), lost(2_001), read(4_100, "New"), lost(4_100), read(6_200, "New")],
      6_200,
      "read 8200",
    ],
    [
      "what could not be sent is not sent again before another read",
      [lost(0), read(2_001, "New"), heldBack(2_050)],
      2_060,
      "read 2050",
    ],
    ["a late open read after a refusal ends it", [sent(0, 409), read(2_001, "New")], 2_001, "stop"],
    ["an early one does not", [sent(0, 409), read(5, "New")], 5, "read 1005"],
    [
      "an order that says its cancel was refused ends it",
      [sent(0, 204), read(2_001, "New", { Target: "CancelReject" })],
      2_001,
      "stop",
    ],
    [
      "an order that is just being placed is waited for",
      [sent(0, 409), read(2_001, "PendingNew")],
      2_001,
      "read 3001",
    ],
    [
      "and canceled once it is there",
      [sent(0, 409), read(5, "PendingNew"), read(900, "New")],
      900,
      "send 900",
    ],
    [
      "after a lost DELETE and a refusal an order that is being replaced is waited for",
      [lost(0), sent(2_100, 409), read(4_200, "PendingReplace")],
      4_200,
      "read 5200",
    ],
    [
      "and canceled once that is over",
      [lost(0), sent(2_100, 409), read(2_200, "PendingReplace"), read(4_200, "New")],
      4_200,
      "send 4200",
    ],
    [
      "after a lost DELETE and a refusal of an open order none follows",
      [lost(0), sent(2_100, 409), read(4_200, "New")],
      4_200,
      "read 5200",
    ],
    ["404 is read at once", [sent(0, 404)], 0, "read 0"],
    ["404 of an order that is there is sent again", [sent(0, 404), read(5, "New")], 5, "send 5"],
    ["but not while the order is just being placed", [sent(0, 404), read(5, "PendingNew")], 5, "read 1005"],
    [
      "nor after a later read that met 404",
      [sent(0, 404), read(5, "New"), failedRead(9, 404)],
      9,
      "read 2001",
    ],
    [
      "the third goes when no part of the API can lag behind any more",
      [sent(0, 404), read(5, "New"), sent(6, 404), read(7, "New")],
      7,
      "read 1007",
    ],
    [
      "that is, after a late open read",
      [sent(0, 404), read(5, "New"), sent(6, 404), read(2_007, "New")],
      2_007,
      "send 2007",
    ],
    [
      "404 of a wrong address to the read ends it",
      [sent(0, 404), failedRead(5, 404, { wrongAddress: true })],
      5,
      "stop",
    ],
    [
      "404 to both is read again once reads prove something",
      [sent(0, 404), failedRead(5, 404), failedRead(1_005, 404)],
      1_005,
      "read 2001",
    ],
    ["404 to both then ends it", [sent(0, 404), failedRead(2_001, 404)], 2_001, "stop"],
    ["404 of a wrong address ends it", [sent(0, 404, { wrongAddress: true })], 0, "stop"],
    ["a denial is read: the runtime may have sent twice", [sent(0, 403)], 0, "read 0"],
    ["a denied read ends it", [sent(0, 403), failedRead(5, 403)], 5, "stop"],
    ["an early open read after a denial does not", [sent(0, 403), read(5, "New")], 5, "read 1005"],
    ["a refused sign-in ends it", [heldBack(0, { outcome: "denied", forToken: true })], 0, "stop"],
    [
      "a second factor that is wanted ends it",
      [heldBack(0, { forToken: true, code: "second-factor", status: 202 })],
      0,
      "stop",
    ],
    [
      "a token function that failed is asked again",
      [heldBack(0, { forToken: true, code: "token" })],
      0,
      "send 250",
    ],
    ["a failed sign-in is tried again, after a pause", [heldBack(0, { forToken: true })], 0, "send 250"],
    ["that grows", [heldBack(0), heldBack(250)], 250, "send 750"],
    ["after a 401 too", [sent(0, 401), heldBack(10, { forToken: true })], 10, "send 260"],
    ["a limit is waited for as told", [sent(0, 429, { retryAfterMs: 8_500 })], 0, "send 8500"],
    ["a limit that says 0 is not believed", [sent(0, 429, { retryAfterMs: 0 })], 0, "send 250"],
    [
      "a read that is told to wait waits",
      [sent(0, 204), failedRead(250, 503, { retryAfterMs: 7_000 })],
      250,
      "read 7250",
    ],
    [
      "a read that is told to wait 0 does not hammer",
      [sent(0, 204), failedRead(250, 503, { retryAfterMs: 0 })],
      250,
      "read 1250",
    ],
  ])("%s", (_, entries, now, plan) => {
    expect(planned(entries, now)).toBe(plan);
  });

  test("what is gone on with is read before anything else", () => {
    expect(planned([sent(0, 204), read(9_000, "New")], 60_000, { resumed: 60_000 })).toBe("read 60000");
    expect(planned([lost(0), read(9_000, "New")], 60_000, { resumed: 60_000 })).toBe("read 60000");
    expect(planned([sent(0, 404), read(5, "New"), heldBack(9)], 60_000, { resumed: 60_000 })).toBe(
      "read 60000",
    );
  });

  test("an old open read is no reason to send after going on", () => {
    const entries = [lost(0), read(9_000, "New"), read(60_000, "New")];
    expect(planned(entries, 60_000, { resumed: 60_000 })).toBe("read 61000");
    expect(planned([...entries, read(62_001, "New")], 62_001, { resumed: 60_000 })).toBe("send 62001");
  });
});
