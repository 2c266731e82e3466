// One rolling window by itself: what it learns of answers, until when that holds, and when it can be forgotten.
import { describe, expect, test } from "vitest";
import { Window } from "../../src/client/window.js";
import type { Lesson, Permit, Wait } from "../../src/index.js";

const MINUTE = 60_000;

/** A window of five a minute, and a time that the test sets. */
function fiveAMinute(limit = 5) {
  const time = { now: 1_000 };
  const window = new Window(limit, MINUTE);
  const ask = (spare = 0): Permit | Wait => window.reserve(spare, () => time.now);
  const start = (): Permit => {
    const answer = ask();
    if (!answer.granted) throw new Error(`no room for ${answer.waitMs} ms`);
    return answer;
  };
  const waitMs = (): number => {
    const answer = ask();
    if (!answer.granted) return answer.waitMs;
    answer.end("not-sent");
    return 0;
  };
  return { time, window, ask, start, waitMs, isIdle: () => window.isIdle(time.now) };
}

const limited = (retryAfterMs?: number): Lesson => ({ status: 429, retryAfterMs });
const left = (remaining: number, resetInMs: number): Lesson => ({ status: 204, remaining, resetInMs });

describe("a window can be forgotten", () => {
  test("when it is new", () => {
    expect(fiveAMinute().isIdle()).toBe(true);
  });

  test("not while a request is under way, nor in the minute after its answer", () => {
    const { time, start, isIdle } = fiveAMinute();
    const permit = start();
    time.now += 10 * MINUTE;
    expect(isIdle()).toBe(false);
    permit.end({ status: 204 });
    time.now += MINUTE;
    expect(isIdle()).toBe(false);
    time.now += 1;
    expect(isIdle()).toBe(true);
  });

  test("not while a 429 holds, nor before another answer has come: the next wait would start at 1 s again", () => {
    const { time, start, isIdle } = fiveAMinute();
    start().end(limited(3 * MINUTE));
    time.now += 3 * MINUTE;
    expect(isIdle()).toBe(false);
    start().end({ status: 204 });
    time.now += MINUTE + 1;
    expect(isIdle()).toBe(true);
  });

  test("not while a block holds that a late 429 made", () => {
    const { time, start, isIdle } = fiveAMinute();
    const late = start();
    start().end(limited(1_000));
    time.now += 1_000;
    start().end({ status: 204 });
    late.end(limited(5 * MINUTE));
    time.now += 2 * MINUTE;
    expect(isIdle()).toBe(false);
  });

  test("at the moment a cap is over, and not before", () => {
    const { time, start, isIdle } = fiveAMinute();
    start().end(left(0, MINUTE));
    time.now += MINUTE;
    expect(isIdle()).toBe(false);
    time.now += 1;
    expect(isIdle()).toBe(true);
  });
});

describe("a 429", () => {
  test("with a shorter wait than one that holds changes nothing", () => {
    const { start, waitMs } = fiveAMinute();
    const [first, second] = [start(), start()];
    first.end(limited(8_000));
    second.end(limited(2_000));
    expect(waitMs()).toBe(8_000);
  });

  test("that says the same as one that holds is no second block: a probe that is answered ends it", () => {
    const { time, start, waitMs } = fiveAMinute(50);
    const [first, second, third] = [start(), start(), start()];
    first.end(limited(8_000));
    time.now += 8_000;
    const probe = start();
    second.end(limited(0));
    probe.end({ status: 204 });
    start();
    expect(waitMs()).toBe(0);
    third.end({ status: 204 });
  });

  test("of a request that started before the block does not end the wait for the one that goes first", () => {
    const { time, start, waitMs } = fiveAMinute();
    const old = start();
    start().end(limited(1_000));
    time.now += 1_000;
    const probe = start();
    old.end({ status: 204 });
    expect(waitMs()).toBe(2_000);
    probe.end({ status: 204 });
    expect(waitMs()).toBe(0);
  });

  test("says for how long there is no room, whatever becomes of what is under way", () => {
    const { ask, start } = fiveAMinute();
    const [first] = [start(), start()];
    first?.end(limited(8_000));
    expect(ask()).toMatchObject({ granted: false, waitMs: 8_000, leastMs: 8_000 });
  });

  test("after one that was answered starts at 1 s again", () => {
    const { time, start, waitMs } = fiveAMinute(50);
    for (const expected of [1_000, 2_000]) {
      start().end(limited());
      expect(waitMs()).toBe(expected);
      time.now += expected;
    }
    start().end({ status: 500 });
    start().end(limited());
    expect(waitMs()).toBe(1_000);
  });

  test("that comes late, when another answer has ended the block, starts at 1 s", () => {
    const { time, start, waitMs } = fiveAMinute();
    const late = start();
    start().end(limited(1_000));
    time.now += 1_000;
    start().end({ status: 204 });
    late.end(limited());
    expect(waitMs()).toBe(1_000);
  });

  test("after a probe without an answer makes the wait grow on", () => {
    const { time, start, waitMs } = fiveAMinute(50);
    start().end(limited());
    time.now += 1_000;
    start().end("lost");
    start().end(limited());
    expect(waitMs()).toBe(2_000);
  });
});

describe("what an answer says is left", () => {
  test.each([
    ["without a time", { status: 204, remaining: 0 }],
    ["without a number", { status: 204, resetInMs: 5_000 }],
  ])("changes nothing %s", (_, lesson) => {
    const { start, waitMs } = fiveAMinute();
    start().end(lesson);
    expect(waitMs()).toBe(0);
  });

  test("counts those under way", () => {
    const { start, waitMs } = fiveAMinute();
    start().end(left(2, 9_000));
    start();
    expect(waitMs()).toBe(0);
    start();
    expect(waitMs()).toBe(9_000);
  });

  test("is used up by answers that say nothing of it, and by lost ones", () => {
    const { start, waitMs } = fiveAMinute();
    start().end(left(2, 9_000));
    start().end({ status: 204 });
    expect(waitMs()).toBe(0);
    start().end("lost");
    expect(waitMs()).toBe(9_000);
  });

  test("is replaced by a newer answer, with more or with less", () => {
    const { time, start, waitMs } = fiveAMinute();
    start().end(left(1, 9_000));
    start().end(left(2, 9_000));
    time.now += 1_000;
    start().end(left(0, 9_000));
    expect(waitMs()).toBe(9_000);
  });

  test("is what the newest answer says, however many were used up before", () => {
    const { start, waitMs } = fiveAMinute(50);
    start().end(left(1, 9_000));
    start().end(left(3, 9_000));
    start().end({ status: 204 });
    start().end(left(3, 9_000));
    start();
    start();
    expect(waitMs()).toBe(0);
    start();
    expect(waitMs()).toBe(9_000);
  });

  test("by an older answer gives back nothing that was used up since", () => {
    const { start, waitMs } = fiveAMinute(50);
    const [old, quiet] = [start(), start()];
    start().end(left(2, 9_000));
    quiet.end({ status: 204 });
    old.end(left(2, 9_000));
    expect(waitMs()).toBe(0);
    start();
    expect(waitMs()).toBe(9_000);
  });

  test("by an older answer counts where the newer one is over", () => {
    const { time, start, waitMs } = fiveAMinute(50);
    const old = start();
    start().end(left(0, 1_000));
    time.now += 1_000;
    old.end(left(1, 5_000));
    start();
    expect(waitMs()).toBe(5_000);
  });

  test("by an older answer is taken only if it is less", () => {
    const { time, start, waitMs } = fiveAMinute();
    const [old, older] = [start(), start()];
    start().end(left(2, 9_000));
    old.end(left(4, 20_000));
    expect(waitMs()).toBe(0);
    time.now += 1_000;
    older.end(left(0, 5_000));
    expect(waitMs()).toBe(8_000);
  });

  test("is over at the reset", () => {
    const { time, start, waitMs } = fiveAMinute();
    start().end(left(0, 9_000));
    time.now += 8_999;
    expect(waitMs()).toBe(1);
    time.now += 1;
    expect(waitMs()).toBe(0);
  });
});

describe("room", () => {
  test("is there for one more than what is spared, or for the last where all would be spared", () => {
    const { ask } = fiveAMinute();
    expect([ask(9).granted, ask(4).granted]).toEqual([true, false]);
    expect([ask(3).granted, ask(3).granted]).toEqual([true, false]);
  });

  test("without a limit is always there, and nothing is kept", () => {
    const { start, isIdle } = fiveAMinute(Number.POSITIVE_INFINITY);
    for (let request = 0; request < 1_000; request++) start().end({ status: 204 });
    expect(isIdle()).toBe(true);
  });

  test("that is awaited wakes all who wait, once something ends", async () => {
    const { ask, start } = fiveAMinute(1);
    const permit = start();
    const waits = [ask(), ask()];
    permit.end("not-sent");
    for (const wait of waits) await ("sooner" in wait ? wait.sooner : undefined);
    expect(ask().granted).toBe(true);
  });
});
