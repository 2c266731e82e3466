// The pure parts: life cycle, limits, filter, switches, chance, clock.
import { describe, expect, it } from "vitest";
import { manualClock } from "../../src/sandbox/clock.js";
import { parseFilter } from "../../src/sandbox/filter.js";
import { EVENTS, isCancelable, next, STATUSES } from "../../src/sandbox/lifecycle.js";
import { count, quotaOf, refusalHeaders } from "../../src/sandbox/limits.js";
import { applyEvent, newOrder } from "../../src/sandbox/order.js";
import { PROFILES, parseProfile, SWITCHES, switchesOf } from "../../src/sandbox/profiles.js";
import { randomFrom } from "../../src/sandbox/random.js";
import { spec } from "../helpers.js";

describe("the life cycle", () => {
  it("knows the statuses that the spec lists, in its order", () => {
    expect(STATUSES).toEqual(spec.components.schemas.OrderStatus?.["x-extensible-enum"]);
  });

  it("lets an order that is open be canceled, and no other", () => {
    expect(STATUSES.filter(isCancelable)).toEqual([
      ...["New", "PartiallyFilled", "Stopped", "Suspended", "PendingNew", "AcceptedForBidding", "Held"],
    ]);
  });

  it.each(["Filled", "Rejected", "Expired", "Replaced"] as const)(
    "lets nothing happen to an order that is %s",
    (status) => {
      const order = { status, before: "New", executed: 0 } as const;
      expect(EVENTS.filter((event) => next(order, event) !== undefined)).toEqual([]);
    },
  );

  it("goes back to what the order was when the venue refuses a cancel", () => {
    for (const before of ["New", "Suspended", "Held"] as const)
      expect(next({ status: "PendingCancel", before, executed: 0 }, "cancel-rejected")).toBe(before);
  });

  it("goes back to PartiallyFilled when a part was executed meanwhile", () => {
    expect(next({ status: "PendingCancel", before: "New", executed: 1 }, "cancel-rejected")).toBe(
      "PartiallyFilled",
    );
  });

  it("calls an order Filled when its parts add up", () => {
    const order = newOrder({ id: 1, quantity: 10 }, 0);
    for (const quantity of [4, 6]) applyEvent(order, "part-filled", { at: 1, by: "venue", quantity });
    expect(order).toMatchObject({ status: "Filled", executed: 10 });
  });
});

describe("a rolling window", () => {
  const LIMIT = { limit: 50, windowSeconds: 60 };

  it("never holds more than its limit in any closed minute, however the requests come", () => {
    const draw = randomFrom(7);
    const window: number[] = [];
    const taken: number[] = [];
    for (let now = 0, i = 0; i < 20_000; i++, now += Math.floor(draw() * 900))
      if (quotaOf(window, LIMIT, now).remaining > 0) {
        count(window, LIMIT, now);
        taken.push(now);
      }
    taken.forEach((at, index) => {
      expect((taken[index + 50] ?? Infinity) - at).toBeGreaterThan(60_000);
    });
  });

  it("has room again after the wait that it names, and not a millisecond before", () => {
    const window: number[] = [];
    for (let now = 0; now < 50; now++) count(window, LIMIT, now);
    const { resetMs } = quotaOf(window, LIMIT, 100);
    expect(quotaOf(window, LIMIT, 100 + resetMs - 1).remaining).toBe(0);
    expect(quotaOf(window, LIMIT, 100 + resetMs).remaining).toBe(1);
  });

  it("rounds the wait up to whole seconds", () => {
    expect(refusalHeaders({ limit: 50, remaining: 0, resetMs: 1001 }, 1000)).toMatchObject({
      "Retry-After": "2",
      "X-RateLimit-Reset": "3",
    });
  });
});

describe("a filter", () => {
  const order = newOrder({ id: 1, status: "New", securityId: 4, createdAt: Date.UTC(2026, 0, 31, 9, 30) }, 0);
  const accepts = (text: string) => {
    const filter = parseFilter(text);
    return "problem" in filter ? filter.problem : filter.accepts(order);
  };

  it.each([
    ["Status in (0,1)", true],
    ["Status in (2)", false],
    ["Status = 0", true],
    ["status IN ( 0 , 1 ) AND SecurityId = 4", true],
    ["SecurityId = 5", false],
    ["CreateDate > #2026-01-31T09:29:59#", true],
    ["CreateDate < #2026-01-31T09:30:00#", false],
    ["CreateDate between #2026-01-31# and #2026-02-01# and Status = 0", true],
    ["Status in (20)", false],
  ])("reads %s", (text, expected) => {
    expect(accepts(text)).toBe(expected);
  });

  it.each(["Status in ()", "Status is New", "Held", "SecurityId = 4 or Status = 0", "and"])(
    "cannot read %s",
    (text) => {
      expect(accepts(text)).toMatch(/cannot read the condition/);
    },
  );

  it("has no number for Held", () => {
    const held = newOrder({ id: 2, status: "Held" }, 0);
    const filter = parseFilter("Status in (16)");
    expect("accepts" in filter && filter.accepts(held)).toBe(false);
  });
});

describe("the switches", () => {
  it("are set by a profile, then one by one", () => {
    const { profile, switches } = parseProfile("swagger,limitsPer=token");
    expect(switchesOf(profile, switches)).toMatchObject({
      wrongAppKey: "403",
      limitsPer: "token",
      secondCancel: "409",
    });
  });

  it("refuse what they do not know, and name what there is", () => {
    expect(() => parseProfile("swager")).toThrow(/no profile "swager". Profiles: default, swagger/);
    expect(() => parseProfile("success=202")).toThrow(/no side "202": choose 204 or 200/);
    expect(() => parseProfile("sucess=200")).toThrow(/no switch "sucess"/);
    expect(() => parseProfile("swagger,default")).toThrow(/Only one profile/);
  });

  it("are all turned by the profile other-side", () => {
    for (const [name, side] of Object.entries(PROFILES["other-side"].switches))
      expect(side).not.toBe(SWITCHES[name as keyof typeof SWITCHES].sides[0]);
  });
});

describe("a clock that is moved by hand", () => {
  it("runs what is due at its own time, the earlier first", () => {
    const clock = manualClock(0);
    const seen: [string, number][] = [];
    clock.at(20, () => seen.push(["b", clock.now()]));
    clock.at(10, () => {
      seen.push(["a", clock.now()]);
      clock.at(15, () => seen.push(["during", clock.now()]));
    });
    clock.at(30, () => seen.push(["late", clock.now()]));
    clock.advance(25);
    expect(seen).toEqual([
      ["a", 10],
      ["during", 15],
      ["b", 20],
    ]);
    expect(clock.now()).toBe(25);
  });

  it("does not run what was called off", () => {
    const clock = manualClock(0);
    clock.at(5, () => expect.unreachable())();
    clock.advance(10);
  });
});
