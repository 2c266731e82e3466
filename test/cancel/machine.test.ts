// The table by itself: what must hold of it whatever else changes.
import { describe, expect, test } from "vitest";
import {
  type Event,
  MOST_DELETES,
  type Phase,
  START,
  sendsNext,
  TRANSITIONS,
  transition,
} from "../../src/cancel/machine.js";
import { READINGS, readingOf } from "../../src/cancel/statuses.js";
import { spec } from "../helpers.js";

const phases = Object.keys(TRANSITIONS) as Phase[];
const reading = phases.filter((phase) => phase !== "sending");

describe("the table", () => {
  test.each(phases)("%s can be stopped", (phase) => {
    expect(transition({ ...START, phase }, "stopped")).toEqual(expect.any(String));
  });
  test.each(reading)(
    "%s ends when the order is seen closed, and sends nothing once it is seen pending",
    (phase) => {
      const state = { ...START, phase };
      expect(transition(state, "seen-canceled")).toBe("canceled");
      expect(transition(state, "seen-closed")).toBe("too-late");
      expect(transition(state, "seen-replaced")).toBe("superseded");
      const pending = transition(state, "seen-pending");
      expect(typeof pending === "object" && sendsNext(pending)).toBe(false);
    },
  );
  test.each(reading)("in %s neither a status that proves nothing nor a failed read decides", (phase) => {
    for (const event of ["seen-unproven", "read-failed"] as const) {
      expect(transition({ ...START, phase }, event)).toMatchObject({ phase });
    }
  });
  test("only reading an order as canceled gives the verdict canceled", () => {
    const ways = phases.flatMap((phase) =>
      Object.entries(TRANSITIONS[phase]).flatMap(([event, next]) => (next === "=canceled" ? [event] : [])),
    );
    expect([...new Set(ways)]).toEqual(["seen-canceled"]);
  });
  test("after an unknown fate no refusal decides by itself", () => {
    for (const event of ["refused", "not-found", "denied"] as Event[]) {
      expect(transition({ ...START, phase: "resending" }, event)).toEqual(expect.any(Object));
    }
  });
  test("after an unknown fate a read comes before the next DELETE", () => {
    const doubting = transition(START, "unknown");
    expect(doubting).toMatchObject({ phase: "doubting", deletes: 1 });
    expect(typeof doubting === "object" && sendsNext(doubting)).toBe(false);
  });
  test("DELETEs of unknown fate come to an end", () => {
    expect(sendsNext({ phase: "resending", deletes: MOST_DELETES - 1, reads: 0 })).toBe(true);
    expect(sendsNext({ phase: "resending", deletes: MOST_DELETES, reads: 0 })).toBe(false);
  });
});

describe("statuses", () => {
  test("every status of the spec is read in one way", () => {
    const { OrderStatus } = spec.components.schemas as unknown as {
      OrderStatus: { "x-extensible-enum": string[] };
    };
    expect(Object.keys(READINGS).sort()).toEqual([...OrderStatus["x-extensible-enum"]].sort());
  });
  test.each(["Unheard", "toString", "constructor", ""])(
    "a status that nobody listed, like %j, proves nothing",
    (status) => {
      expect(readingOf(status)).toBe("unproven");
    },
  );
});
