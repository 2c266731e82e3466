// Owns: every result can be put into words, and other words can be given.
import { expect, test } from "vitest";
import { ArgumentError, type CancelResult, describeResult, descriptions } from "../../src/index.js";
import { stage } from "./kit.js";

const base = { accountId: 6303, orderId: 73552 };

test.each([
  [
    { verdict: "canceled", executedQuantity: 40, remainingQuantity: 60 },
    "Order 73552 was read as Canceled. Executed: 40; not executed: 60.",
  ],
  [{ verdict: "canceled" }, "Order 73552 was read as Canceled."],
  [
    { verdict: "too-late", status: "Filled", executedQuantity: 100 },
    "Too late: order 73552 was read as Filled. Nothing is left to cancel. Executed: 100.",
  ],
  [
    { verdict: "superseded", successorId: 8 },
    "Order 73552 was replaced by order 8, which may be open. Cancel that one.",
  ],
  [
    { verdict: "not-found" },
    "The API knows no order 73552 in account 6303. That does not say that it was canceled: check both numbers.",
  ],
])("%j", (facts, words) => {
  expect(describeResult({ ...base, ...facts } as CancelResult)).toBe(words);
});

const ALL = {
  superseded: [{}],
  pending: [{ level: "api" }, { level: "venue" }, {}],
  denied: ["app-key", "token", "account", "unknown"].map((which) => ({ which })),
  "not-sent": ["throttled", "no-connection", "no-token", "aborted"].map((why) => ({ why, attempts: [] })),
  "still-open": ["refused", "venue-rejected"].map((why) => ({ why })),
  unresolved: ["lost", "no-trace", "too-soon", "unproven-status", "wrong-address"].map((why) => ({ why })),
};

test.each(Object.entries(ALL).flatMap(([verdict, all]) => all.map((facts) => ({ verdict, ...facts }))))(
  "%j names the order, and no word is missing",
  (facts) => {
    const words = describeResult({ ...base, ...facts } as CancelResult);
    expect(words).toContain("73552");
    expect(words).not.toMatch(/undefined|[{}]/);
  },
);

test.each([
  ["throttled", "No cancel of order 73552 was let in: the limit of requests was reached."],
  ["aborted", "No cancel of order 73552 was let in before it was stopped."],
])("not-sent, %s, after a 429 does not say that nothing was sent", (why, words) => {
  const attempts = [{ outcome: "throttled", fate: "refused", status: 429 }];
  const result = { ...base, verdict: "not-sent", why, attempts } as unknown as CancelResult;
  expect(describeResult(result)).toBe(words);
  const unsent = describeResult({ ...result, attempts: [] } as CancelResult);
  if (why === "aborted") expect(unsent).toBe("Nothing was sent for order 73552: it was stopped before.");
});

test("a cancel of many: how it ended, and what may be left", async () => {
  const { venue, cancelAll } = stage();
  venue.place();
  const result = await cancelAll();
  expect(describeResult(result)).toMatch(
    /^No order that was meant is left: .* begun at 2026-.*Z\. Read as canceled: 1 of 1\.$/,
  );
  const open = { ...result, stopped: "deadline" as const, open: [{}, {}] as never };
  expect(describeResult(open)).toBe("Time was over. 2 orders may be in the market.");
  expect(describeResult({ ...open, open: [{}] as never })).toBe(
    "Time was over. 1 order may be in the market.",
  );
  expect(describeResult({ ...open, budgetOutages: 2 })).toBe(
    "Time was over. 2 orders may be in the market. " +
      "The limit that several processes share could not be reached (2 times).",
  );
  expect(describeResult({ ...open, open: [] })).toBe(
    "Time was over. No order is known to be open, but that is not proven.",
  );
});

test("other words can be given", () => {
  const german = { ...descriptions, canceled: "Order {orderId} wurde als storniert gelesen." };
  expect(describeResult({ ...base, verdict: "canceled" } as CancelResult, german)).toBe(
    "Order 73552 wurde als storniert gelesen.",
  );
});

test.each([null, undefined, 5, "canceled", [], {}, Promise.resolve({})])(
  "what is no result, such as %o, gets a sentence",
  (odd) => {
    expect(() => describeResult(odd as never)).toThrow(ArgumentError);
  },
);
