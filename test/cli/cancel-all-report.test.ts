// What `cancel-all` says at its end: it claims of an order what its result proves, and tells how to go on.
import { expect, test } from "vitest";
import type { CancelAllResult } from "../../src/cancel-all/result.js";
import { goOnLine, reportLines } from "../../src/cli/cancel-all-report.js";

const base = { accountId: 6303, attempts: [] };
const endedWith = (more: object) =>
  reportLines({
    stopped: "aborted",
    results: [],
    open: [],
    newcomers: [],
    problems: [],
    ...more,
  } as unknown as CancelAllResult);
const END = "It was stopped. No order is known to be open, but that is not proven.";

test("a newcomer that nothing was sent for is not said to be canceled", () => {
  const newcomers = [{ accountId: 6303, orderId: 8, seenAt: "", treated: "included" }];
  const results = [{ ...base, orderId: 8, verdict: "not-sent", why: "aborted" }];
  expect(endedWith({ newcomers, results })).toEqual([
    "Order 8 appeared meanwhile and was treated like the others: see its result.",
    "Nothing was sent for order 8: it was stopped before.",
    END,
  ]);
});

test("a newcomer that was canceled has a line of its own; other canceled orders have none", () => {
  const newcomers = [{ accountId: 6303, orderId: 8, seenAt: "", treated: "included" }];
  const results = [7, 8].map((orderId) => ({ ...base, orderId, verdict: "canceled" }));
  expect(endedWith({ newcomers, results }).slice(1)).toEqual(["Order 8 was read as Canceled.", END]);
});

test("a newcomer that is only reported was left alone", () => {
  const newcomers = [{ accountId: 6303, orderId: 8, seenAt: "", treated: "reported" }];
  expect(endedWith({ newcomers })[0]).toBe("Order 8 appeared meanwhile and was left alone.");
});

test("a successor is to be canceled only where it has no result of its own", () => {
  const replaced = { ...base, orderId: 7, verdict: "superseded", successorId: 8 };
  expect(endedWith({ results: [replaced] })[0]).toBe(
    "Order 7 was replaced by order 8, which may be open. Cancel that one.",
  );
  expect(endedWith({ results: [replaced, { ...base, orderId: 8, verdict: "canceled" }] })[0]).toBe(
    "Order 7 was replaced by order 8: see its result.",
  );
});

test("how to go on can be pasted", () => {
  const call = (command: string) => `npx autoshares-cancel ${command}`;
  expect(goOnLine(call, "out.ndjson")).toBe(
    "Go on with: npx autoshares-cancel cancel-all --resume out.ndjson",
  );
  expect(goOnLine(call, "my out.ndjson")).toMatch(/--resume "my out.ndjson"$/);
  expect(goOnLine(call, undefined)).toBe("Run the same command again: it looks first.");
});
