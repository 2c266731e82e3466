// What a result says of quantities: what the order states, and what remains of it.
import { describe, expect, test } from "vitest";
import { judge } from "../../src/cancel/judge.js";
import { ledgerOf, read, sent, time } from "./ledgers.js";

describe("quantities", () => {
  const claimed = (more: object) => judge(ledgerOf([sent(0, 204), read(1, "Canceled", more)]), time(2));
  const ABSENT = { Quantity: undefined, ExecutedQuantity: undefined };
  test.each([
    ["what the order does not state is absent", ABSENT, [undefined, undefined]],
    ["null is not stated", { ExecutedQuantity: null }, [undefined, undefined]],
    ["text is not stated", { ExecutedQuantity: "40" }, [undefined, undefined]],
    ["without a quantity nothing is said to remain", { ...ABSENT, ExecutedQuantity: 40 }, [40, undefined]],
    ["0.3 minus 0.1 is 0.2", { Quantity: 0.3, ExecutedQuantity: 0.1 }, [0.1, 0.2]],
    ["1000000.1 minus 1000000 is 0.1", { Quantity: 1000000.1, ExecutedQuantity: 1000000 }, [1000000, 0.1]],
    ["1e-9 minus 1e-10 is 9e-10", { Quantity: 1e-9, ExecutedQuantity: 1e-10 }, [1e-10, 9e-10]],
    ["1e-25 remains 1e-25", { Quantity: 1e-25, ExecutedQuantity: 0 }, [0, 1e-25]],
    ["1e-320 is more digits than can be written", { Quantity: 1, ExecutedQuantity: 1e-320 }, [1e-320, 1]],
    ["of 120 of 100 nothing remains", { Quantity: 100, ExecutedQuantity: 120 }, [120, 0]],
    ["a negative quantity is not stated", { Quantity: 100, ExecutedQuantity: -1 }, [undefined, undefined]],
  ])("%s", (_, more, [executed, remaining]) => {
    const { executedQuantity, remainingQuantity } = claimed(more);
    expect([executedQuantity, remainingQuantity]).toEqual([executed, remaining]);
  });
});
