// What `orThrow` says of the effect of all DELETEs together.
import { describe, expect, test } from "vitest";
import { fateOf } from "../../src/cancel/judge.js";
import { heldBack, ledgerOf, lost, read, sent } from "./ledgers.js";

describe("the fate of all DELETEs together", () => {
  test.each([
    ["a 2xx is accepted", [sent(0, 204)], "accepted"],
    ["409 and somebody else's PendingCancel is refused", [sent(0, 409), read(1, "PendingCancel")], "refused"],
    ["a lost one is unknown", [sent(0, 204), lost(3_000)], "unknown"],
    [
      "a lost one of an order that is closed is unknown all the same",
      [lost(0), read(3_001, "Filled")],
      "unknown",
    ],
    [
      "a lost one and an accepted one of an order that is closed is accepted",
      [lost(0), sent(3_000, 204), read(3_001, "Filled")],
      "accepted",
    ],
    [
      "a sign-in that is refused is not sent",
      [heldBack(0, { outcome: "denied", forToken: true })],
      "not-sent",
    ],
  ] as const)("%s", (_, entries, fate) => {
    expect(fateOf(ledgerOf(entries))).toBe(fate);
  });
});
