// The API's limits, as a client keeps them: never more, as many as allowed, and what a 429 teaches. Time is simulated.
import { describe, expect, test, vi } from "vitest";
import { type AutoSharesError, type ClientOptions, createClient, memoryBudget } from "../../src/index.js";
import { CREDENTIALS, failure, IDS } from "./clients.js";
import { answer, fakeFetch, type Say, withTokens } from "./fake-fetch.js";
import { ManualClock, settle } from "./manual-clock.js";
import { gate } from "./server.js";

const TOKEN = { token: "t" };

function world(say: Say, options: Partial<ClientOptions> = TOKEN, latencyMs = 0) {
  const clock = new ManualClock();
  const server = fakeFetch(clock, say, latencyMs);
  const base = { baseUrl: "https://api.autoshares.dev", appKey: "k", fetch: server.fetch, clock };
  return { clock, server, client: createClient({ ...base, ...options }) };
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Resolves with the error of a call, or with undefined. */
const settled = (call: Promise<unknown>): Promise<AutoSharesError | undefined> =>
  call.then(
    () => undefined,
    (error) => error,
  );

describe("of 60 cancels at once on one account", () => {
  test.each([
    ["49 leave where each may have to be replayed: one replay still fits", { credentials: CREDENTIALS }, 49],
    ["49 leave with a token function", { token: () => "t" }, 49],
    ["50 leave with a fixed token, which nothing can replay", TOKEN, 50],
  ])("%s; the others fail at once", async (_, auth, many) => {
    const { clock, client, server } = world(withTokens(), auth, 30);
    const calls = Promise.all(times(60, () => settled(client.cancelOrder(IDS))));
    await clock.advance(100);
    const errors = (await calls).filter((error) => error !== undefined);
    expect(server.orders()).toHaveLength(many);
    expect(errors).toHaveLength(60 - many);
    for (const { code, fate, status, retryAfterMs } of errors) {
      expect([code, fate, status]).toEqual(["rate-limit", "not-sent", undefined]);
      expect(retryAfterMs).toBe(60_001);
    }
    expect(errors[0]?.message).toMatch(
      /held back: the limit of 50 in 60 s.*room in 60\.001 s\. It was not sent/,
    );
  });

  test("all leave within their timeout, in windows counted from the answers", async () => {
    const { clock, client, server } = world(() => 204, { ...TOKEN, timeoutMs: 130_000 }, 30);
    const calls = Promise.all(times(120, () => client.cancelOrder(IDS)));
    await clock.advance(130_000);
    await calls;
    const starts = server.sent.map(({ at }) => at);
    expect(starts).toEqual([...times(50, () => 0), ...times(50, () => 60_031), ...times(20, () => 120_062)]);
  });
});

test("the one spare is there for the replay", async () => {
  const { clock, client, server } = world(
    withTokens(({ token }) => (token === "Bearer token-1" ? answer(401) : 204)),
    { credentials: CREDENTIALS },
    30,
  );
  const calls = Promise.all(times(49, () => settled(client.cancelOrder(IDS))));
  await clock.advance(1_000);
  const errors = (await calls).filter((error) => error !== undefined);
  expect(server.orders()).toHaveLength(50);
  expect(errors).toHaveLength(48);
  for (const { code, fate, retryAfterMs } of errors) {
    // Nothing took effect: the first try was refused, and the replay did not leave.
    expect([code, fate]).toEqual(["rate-limit", "refused"]);
    expect(retryAfterMs).toBeGreaterThan(59_000);
  }
});

test("accounts, and orders and reads, have windows of their own", async () => {
  const { clock, client, server } = world(withTokens());
  const calls = [
    ...times(60, () => settled(client.cancelOrder(IDS))),
    ...times(60, () => settled(client.cancelSyncOrder({ ...IDS, accountId: 1 }))),
    ...times(130, () => settled(client.getOrder(IDS))),
  ];
  await clock.advance(1);
  await Promise.all(calls);
  const count = (part: string, method: string) =>
    server.sent.filter((sent) => sent.url.includes(part) && sent.method === method).length;
  expect(count("/6303/", "DELETE")).toBe(50);
  expect(count("/1/", "DELETE")).toBe(50);
  expect(count("/6303/", "GET")).toBe(120);
});

test("clients that are given one budget share its count", async () => {
  const budget = memoryBudget();
  const one = world(() => 204, { ...TOKEN, budget });
  const two = createClient({
    baseUrl: "https://api.autoshares.dev/",
    appKey: "k",
    fetch: one.server.fetch,
    clock: one.clock,
    budget,
    ...TOKEN,
  });
  await Promise.all(
    times(30, () => [one.client, two].map((client) => settled(client.cancelOrder(IDS)))).flat(),
  );
  expect(one.server.sent).toHaveLength(50);
});

describe("room is given back", () => {
  const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });

  test("at once by requests that did not leave", async () => {
    let isDown = true;
    const { client, server } = world(() => (isDown ? Promise.reject(refused) : 204));
    for (const error of await Promise.all(times(50, () => failure(client.cancelOrder(IDS)))))
      expect(error.fate).toBe("not-sent");
    isDown = false;
    await Promise.all(times(50, () => client.cancelOrder(IDS)));
    expect(server.sent).toHaveLength(100);
  });

  test("by nobody else: a request of unknown fate may have arrived", async () => {
    const { client } = world(() => Promise.reject(new Error("reset")));
    await Promise.all(times(50, () => failure(client.cancelOrder(IDS))));
    expect((await failure(client.cancelOrder(IDS))).code).toBe("rate-limit");
  });

  test("and wakes who waits for it", async () => {
    const { clock, client, server } = world(
      (_, index) => (index < 50 ? Promise.reject(refused) : 204),
      TOKEN,
      30,
    );
    const first = times(50, () => failure(client.cancelOrder(IDS)));
    await settle();
    const waiting = client.cancelOrder(IDS);
    await clock.advance(30);
    await Promise.all(first);
    await clock.advance(30);
    await waiting;
    expect(server.sent[50]?.at).toBe(30);
  });
});

describe("a call that waits for room", () => {
  test("is aborted by its signal, and was not sent", async () => {
    const { clock, client } = world(() => 204, { ...TOKEN, timeoutMs: 100_000 });
    await Promise.all(times(50, () => client.cancelOrder(IDS)));
    const controller = new AbortController();
    const waiting = failure(client.cancelOrder(IDS, { signal: controller.signal }));
    await clock.advance(1_000);
    controller.abort();
    expect([(await waiting).code, (await waiting).fate]).toEqual(["abort", "not-sent"]);
  });

  test("takes the token that was renewed meanwhile", async () => {
    let isExpired = false;
    const { clock, client, server } = world(
      withTokens(({ token }) => (isExpired && token === "Bearer token-1" ? answer(401) : 204)),
      { credentials: CREDENTIALS, timeoutMs: 100_000 },
    );
    await Promise.all(times(49, () => client.cancelOrder(IDS)));
    const waiting = times(20, () => client.cancelOrder(IDS));
    isExpired = true;
    await client.cancelOrder({ ...IDS, accountId: 1 });
    await clock.advance(61_000);
    await Promise.all(waiting);
    const late = server.orders().filter(({ at }) => at > 60_000);
    expect(late.map(({ token }) => token)).toEqual(times(20, () => "Bearer token-2"));
  });
});

describe("a 429", () => {
  test("with Retry-After keeps all others of that account from being sent until then", async () => {
    const { clock, client, server } = world(() => answer(429, { "retry-after": "8" }));
    for (let call = 0; call < 20; call++) await failure(client.cancelOrder(IDS, { timeoutMs: 5_000 }));
    expect(server.sent).toHaveLength(1);
    const error = await failure(client.cancelOrder(IDS, { timeoutMs: 5_000 }));
    expect([error.code, error.fate, error.retryAfterMs]).toEqual(["rate-limit", "not-sent", 8_000]);
    await failure(client.cancelOrder({ ...IDS, accountId: 1 }));
    expect(server.sent).toHaveLength(2);
    const patient = failure(client.cancelOrder(IDS, { timeoutMs: 9_000 }));
    await clock.advance(8_000);
    expect((await patient).status).toBe(429);
    expect(server.sent.map(({ at }) => at)).toEqual([0, 0, 8_000]);
  });

  test.each([
    ["decimal seconds", { "retry-after": "8.5" }, 8_500],
    [
      "a date, read against the server's own",
      { "retry-after": "Thu, 22 Jan 2026 10:00:20 GMT", date: "Thu, 22 Jan 2026 10:00:00 GMT" },
      20_000,
    ],
    [
      "the reset, where nothing else is said",
      { "x-ratelimit-reset": "1769076030", date: "Thu, 22 Jan 2026 10:00:00 GMT" },
      30_000,
    ],
  ])("is understood with %s", async (_, headers, waitMs) => {
    const { clock, client, server } = world((_sent, index) => (index === 0 ? answer(429, headers) : 204));
    expect((await failure(client.cancelOrder(IDS))).retryAfterMs).toBe(waitMs);
    const next = client.cancelOrder(IDS, { timeoutMs: 60_000 });
    await clock.advance(60_000);
    await next;
    expect(server.sent.map(({ at }) => at)).toEqual([0, waitMs]);
  });

  test.each([
    ["none", {}],
    ["0", { "retry-after": "0" }],
    ["a date in the past", { "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" }],
    ["a date beyond all", { "retry-after": "Sat, 13 Sep 275760 00:00:00 GMT" }],
    ["more than a timer can count", { "retry-after": "99999999999" }],
  ] as [string, Record<string, string>][])(
    "with a Retry-After of %s: the wait starts at 1 s and doubles",
    async (_, headers) => {
      const { clock, client, server } = world(() => answer(429, headers));
      const patient = async () => {
        for (;;) await settled(client.cancelOrder(IDS, { timeoutMs: 600_000 }));
      };
      void patient();
      await clock.advance(200_000);
      // A minute is the longest.
      expect(server.sent.map(({ at }) => at / 1_000)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
    },
  );

  test("that many get at once teaches once", async () => {
    const { clock, client, server } = world((_, index) => (index < 30 ? 429 : 204), TOKEN, 30);
    const first = times(30, () => failure(client.cancelOrder(IDS)));
    await clock.advance(30);
    await Promise.all(first);
    const next = client.cancelOrder(IDS);
    await clock.advance(10_000);
    await next;
    expect(server.sent[30]?.at).toBe(1_030);
  });

  test("that many get at once counts once: the next wait is 2 s", async () => {
    const { clock, client, server } = world((_, index) => (index < 31 ? 429 : 204), TOKEN, 30);
    const first = times(30, () => failure(client.cancelOrder(IDS)));
    await clock.advance(30);
    await Promise.all(first);
    const probe = failure(client.cancelOrder(IDS));
    await clock.advance(1_030);
    await probe;
    const next = client.cancelOrder(IDS);
    await clock.advance(10_000);
    await next;
    expect(server.sent.map(({ at }) => at)).toEqual([...times(30, () => 0), 1_030, 3_060]);
  });

  test("is waited for from the last of many on", async () => {
    const after = [30, 500, 900];
    const { clock, client, server } = world(async (_, index) => {
      const ms = after[index];
      if (ms === undefined) return 204;
      await clock.sleep(ms, new AbortController().signal);
      return 429;
    });
    const first = after.map(() => failure(client.cancelOrder(IDS)));
    await clock.advance(899);
    const next = client.cancelOrder(IDS);
    await clock.advance(10_000);
    await Promise.all([...first, next]);
    expect(server.sent.map(({ at }) => at)).toEqual([0, 0, 0, 1_900]);
  });

  test("is followed at once by the next if that one did not leave", async () => {
    const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
    const { clock, client, server } = world((_, index) => {
      if (index === 0) return 429;
      return index === 1 ? Promise.reject(refused) : 204;
    });
    await failure(client.cancelOrder(IDS));
    const probe = failure(client.cancelOrder(IDS));
    const next = client.cancelOrder(IDS);
    await clock.advance(1_500);
    await Promise.all([probe, next]);
    expect(server.sent.map(({ at }) => at)).toEqual([0, 1_000, 1_000]);
  });

  test("is followed by one request; the rest goes when that is answered", async () => {
    const { clock, client, server } = world(
      (_, index) => (index === 0 ? answer(429, { "retry-after": "2" }) : 204),
      TOKEN,
      30,
    );
    void failure(client.cancelOrder(IDS));
    await clock.advance(30);
    const waiting = times(10, () => client.cancelOrder(IDS));
    await clock.advance(5_000);
    await Promise.all(waiting);
    expect(server.sent.map(({ at }) => at)).toEqual([0, 2_030, ...times(9, () => 2_060)]);
  });

  test("is not the end of a call that has little time, while the one that went first is under way", async () => {
    const { clock, client, server } = world(
      (_, index) => (index === 0 ? answer(429, { "retry-after": "2" }) : 204),
      TOKEN,
      500,
    );
    const first = failure(client.cancelOrder(IDS));
    await clock.advance(500);
    await first;
    const probe = client.cancelOrder(IDS);
    await clock.advance(2_100);
    const hasty = client.cancelOrder(IDS, { timeoutMs: 1_000 });
    await clock.advance(1_000);
    await Promise.all([probe, hasty]);
    expect(server.sent.map(({ at }) => at)).toEqual([0, 2_500, 3_000]);
  });

  test("is followed by the next after 2 s if that one gets no answer", async () => {
    const { clock, client, server } = world((_, index) =>
      index === 0 ? answer(429, { "retry-after": "2" }) : index === 1 ? new Promise(() => {}) : 204,
    );
    await failure(client.cancelOrder(IDS));
    void failure(client.cancelOrder(IDS, { timeoutMs: 100_000 }));
    const waiting = times(3, () => client.cancelOrder(IDS));
    await clock.advance(5_000);
    await Promise.all(waiting);
    expect(server.sent.map(({ at }) => at)).toEqual([0, 2_000, 4_000, 4_000, 4_000]);
  });
});

describe("X-RateLimit-Remaining", () => {
  const DATE = "Thu, 22 Jan 2026 10:00:00 GMT";
  const AT = 1_769_076_000;

  test("on a success holds back what would be too much, until the reset", async () => {
    const headers = { "x-ratelimit-remaining": "2", "x-ratelimit-reset": String(AT + 20), date: DATE };
    const { clock, client, server } = world((_, index) => (index === 0 ? answer(204, headers) : 204));
    await client.cancelOrder(IDS);
    const calls = times(5, () => settled(client.cancelOrder(IDS, { timeoutMs: 30_000 })));
    await clock.advance(30_000);
    await Promise.all(calls);
    expect(server.sent.map(({ at }) => at)).toEqual([0, 0, 0, 20_000, 20_000, 20_000]);
  });

  test("of an answer that was overtaken does not hide a smaller one", async () => {
    const said = ["5", "0"];
    const late = gate();
    const { clock, client } = world(async (_, index) => {
      if (index === 0) await late.opened;
      const headers = {
        "x-ratelimit-remaining": said[index] ?? "",
        "x-ratelimit-reset": String(AT + 20),
        date: DATE,
      };
      return answer(204, headers);
    });
    const first = client.cancelOrder(IDS);
    await clock.advance(1);
    await client.cancelOrder(IDS);
    late.open();
    await first;
    expect((await failure(client.cancelOrder(IDS))).retryAfterMs).toBe(20_000);
  });

  test("is not used up by a request that did not leave", async () => {
    const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
    const headers = { "x-ratelimit-remaining": "1", "x-ratelimit-reset": String(AT + 20), date: DATE };
    const { client, server } = world((_, index) => {
      if (index === 1) return Promise.reject(refused);
      return index === 0 ? answer(204, headers) : 204;
    });
    await client.cancelOrder(IDS);
    await failure(client.cancelOrder(IDS));
    await client.cancelOrder(IDS);
    expect(server.sent).toHaveLength(3);
    await failure(client.cancelOrder(IDS));
    expect(server.sent).toHaveLength(3);
  });

  describe("0 lets nothing leave before its reset", () => {
    const says = (remaining: number, resetInS: number) =>
      answer(204, {
        "x-ratelimit-remaining": String(remaining),
        "x-ratelimit-reset": String(AT + resetInS),
        date: DATE,
      });
    const refused = () => Promise.reject(Object.assign(new Error("no"), { code: "ECONNREFUSED" }));

    test.each<[string, number, Say]>([
      ["though an older answer speaks of an earlier reset", 20, () => says(5, 1)],
      ["though an older answer speaks of many more", 20, () => says(40, 20)],
      ["though an older request did not leave", 20, refused],
      ["though an older answer says nothing of it", 20, () => 204],
    ])("%s", async (_, seconds, older) => {
      const late = gate();
      const { clock, client, server } = world(async (sent, index) => {
        if (index === 0) return says(0, seconds);
        if (index > 1) return 204;
        await late.opened;
        return older(sent, index);
      });
      const both = [client.cancelOrder(IDS), settled(client.cancelOrder(IDS))];
      await clock.advance(5);
      late.open();
      await Promise.all(both);
      const next = client.cancelOrder(IDS, { timeoutMs: 30_000 });
      await clock.advance(30_000);
      await next;
      expect(server.sent.at(-1)?.at).toBe(seconds * 1_000);
    });
  });

  test("leaves room for what is under way: it may not have been counted yet", async () => {
    const late = gate();
    const headers = { "x-ratelimit-remaining": "2", "x-ratelimit-reset": String(AT + 20), date: DATE };
    const { clock, client, server } = world(async (_, index) => {
      if (index === 0) return answer(204, headers);
      if (index < 3) await late.opened;
      return 204;
    });
    const calls = times(3, () => client.cancelOrder(IDS));
    await clock.advance(1);
    const next = client.cancelOrder(IDS, { timeoutMs: 30_000 });
    await clock.advance(1_000);
    expect(server.sent).toHaveLength(3);
    late.open();
    await clock.advance(30_000);
    await Promise.all([...calls, next]);
    expect(server.sent.at(-1)?.at).toBe(20_000);
  });

  test("0 is believed after answers that say nothing", async () => {
    const order = times(4, gate);
    const says = (remaining: number, seconds: number) =>
      answer(204, {
        "x-ratelimit-remaining": String(remaining),
        "x-ratelimit-reset": String(AT + seconds),
        date: DATE,
      });
    const answers = [says(2, 10), 204, 204, says(0, 20)];
    const { clock, client, server } = world(async (_, index) => {
      await order[index]?.opened;
      return answers[index] ?? 204;
    });
    const calls = times(4, () => client.cancelOrder(IDS));
    for (const next of order) {
      next.open();
      await clock.advance(1);
    }
    await Promise.all(calls);
    const last = client.cancelOrder(IDS, { timeoutMs: 30_000 });
    await clock.advance(30_000);
    await last;
    expect(server.sent.at(-1)?.at).toBeGreaterThanOrEqual(20_000);
  });

  test("that was counted after all that were under way is used to the full", async () => {
    const late = gate();
    const said = ["4", "3", "2"];
    const { clock, client, server } = world(async (_, index) => {
      if (index === 2) await late.opened;
      const remaining = said[index];
      if (remaining === undefined) return 204;
      return answer(204, {
        "x-ratelimit-remaining": remaining,
        "x-ratelimit-reset": String(AT + 20),
        date: DATE,
      });
    });
    const first = times(3, () => client.cancelOrder(IDS));
    await clock.advance(1);
    late.open();
    await Promise.all(first);
    await Promise.all(times(2, () => client.cancelOrder(IDS)));
    expect(server.sent).toHaveLength(5);
    expect((await failure(client.cancelOrder(IDS))).retryAfterMs).toBeGreaterThan(19_000);
  });

  test("never holds back for longer than a window", async () => {
    const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(AT + 86_400), date: DATE };
    const { client } = world(() => answer(204, headers));
    await client.cancelOrder(IDS);
    expect((await failure(client.cancelOrder(IDS))).retryAfterMs).toBe(60_000);
  });

  test.each([
    { "x-ratelimit-remaining": "0" },
    { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(AT - 5), date: DATE },
    { "x-ratelimit-remaining": "-1", "x-ratelimit-reset": String(AT + 20), date: DATE },
  ] as Record<string, string>[])("that cannot be used changes nothing: %j", async (headers) => {
    const { client, server } = world(() => answer(204, headers));
    await client.cancelOrder(IDS);
    await client.cancelOrder(IDS);
    expect(server.sent).toHaveLength(2);
  });
});

describe("sign-ins", () => {
  test("beyond ten a minute are not sent", async () => {
    const { clock, client, server } = world(() => answer(401, {}, { State: "Failed", Reason: "No" }), {
      credentials: CREDENTIALS,
    });
    for (let call = 0; call < 10; call++) expect((await failure(client.cancelOrder(IDS))).status).toBe(401);
    const error = await failure(client.cancelOrder(IDS));
    expect([error.name, error.fate, error.request?.path]).toEqual(["RateLimitError", "not-sent", "/token"]);
    expect(error.retryAfterMs).toBe(60_001);
    expect(server.sent).toHaveLength(10);
    await clock.advance(60_001);
    await failure(client.cancelOrder(IDS));
    expect(server.sent).toHaveLength(11);
  });

  test("count with those that the caller sends by hand, per user", async () => {
    const { client, server } = world(withTokens(), { credentials: CREDENTIALS });
    for (let call = 0; call < 10; call++) await client.createToken({ Username: "trader", Password: "x" });
    expect((await failure(client.cancelOrder(IDS))).code).toBe("rate-limit");
    await client.createToken({ Username: "other", Password: "x" });
    expect(server.sent).toHaveLength(11);
  });
});

describe("the wall clock changes nothing when it", () => {
  const hour = 3_600_000;

  test.each([
    ["steps back", -hour],
    ["steps forward", hour],
  ])("%s", async (_, step) => {
    const { clock, client, server } = world(() => 204);
    await Promise.all(times(50, () => client.cancelOrder(IDS)));
    clock.wall += step;
    expect((await failure(client.cancelOrder(IDS))).retryAfterMs).toBe(60_001);
    const waiting = client.cancelOrder(IDS, { timeoutMs: 61_000 });
    await clock.advance(60_001);
    await waiting;
    expect(server.sent).toHaveLength(51);
  });

  test("stands still: a wait ends, and a timeout comes", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const fetch = () => new Promise<never>(() => {});
      const frozen = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", ...TOKEN, fetch });
      expect((await failure(frozen.cancelOrder(IDS, { timeoutMs: 20 }))).code).toBe("timeout");
      const once = async () => answer(429, { "retry-after": "0.02" });
      const told = createClient({
        baseUrl: "https://api.autoshares.dev",
        appKey: "k",
        ...TOKEN,
        fetch: once,
      });
      await failure(told.cancelOrder(IDS));
      expect((await failure(told.cancelOrder(IDS))).status).toBe(429);
    } finally {
      vi.useRealTimers();
    }
  });

  test("steps back under a clock that has no other", async () => {
    const { clock, server } = world(() => 204);
    const { now, sleep } = clock;
    const client = createClient({
      baseUrl: "https://api.autoshares.dev",
      appKey: "k",
      fetch: server.fetch,
      clock: { now, sleep },
      ...TOKEN,
    });
    await Promise.all(times(50, () => client.cancelOrder(IDS)));
    clock.wall -= hour;
    await failure(client.cancelOrder(IDS));
    await clock.advance(60_001);
    await client.cancelOrder(IDS);
    expect(server.sent).toHaveLength(51);
  });
});
