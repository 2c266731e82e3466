// What `cancel()` stands on: a call in full that never throws for what the network does, and the rest of the internals.
import { describe, expect, test } from "vitest";
import { startDeadline } from "../../src/client/deadline.js";
import { internalsOf } from "../../src/client/internals.js";
import { ArgumentError, type ClientOptions, createClient } from "../../src/index.js";
import { CREDENTIALS, DENIED, IDS, ORDER } from "./clients.js";
import { answer, fakeFetch, type Say, withTokens } from "./fake-fetch.js";
import { ManualClock } from "./manual-clock.js";

const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });

function world(say: Say, options: Partial<ClientOptions> = { token: "t" }, latencyMs = 0) {
  const clock = new ManualClock();
  const server = fakeFetch(clock, say, latencyMs);
  const base = {
    baseUrl: "https://api.autoshares.dev/api/",
    appKey: "key-of-the-test",
    fetch: server.fetch,
    clock,
  };
  const client = createClient({ ...base, ...options });
  const internals = internalsOf(client);
  if (!internals) throw new Error("no internals");
  return { clock, server, client, internals };
}

const DAY = 86_400_000;
const patient = (clock: ManualClock) => ({ deadline: startDeadline(clock, DAY) });

describe("internals", () => {
  test("are those of a client, of its copy, and of nothing else", () => {
    const { client, internals, clock } = world(() => 204);
    expect(internalsOf({ ...client })).toBe(internals);
    expect(internals.clock).toBe(clock);
    expect(internals.origin).toBe("https://api.autoshares.dev/api");
    for (const other of [undefined, null, 5, {}, { cancelOrder() {} }])
      expect(internalsOf(other)).toBeUndefined();
  });

  test("do not show in JSON, nor under a name", () => {
    const { client } = world(() => 204);
    expect(JSON.stringify(client)).toBe("{}");
    expect(Object.keys(client)).toContain("cancelOrder");
    expect(Object.keys(client).every((name) => typeof client[name as "getOrder"] === "function")).toBe(true);
  });

  test("hide every token that the client has had, in texts and names, and leave the rest as it is", async () => {
    const { internals, clock } = world(
      withTokens(({ token }) => (token === "Bearer token-1" ? 401 : 204)),
      {
        credentials: CREDENTIALS,
      },
    );
    await internals.perform("cancelOrder", IDS, patient(clock));
    const data = { Id: 1, Quantity: 0.5, Legs: [{ "token-1": "a token-2 b", Description: null, At: true }] };
    expect(internals.hide(data)).toEqual({
      Id: 1,
      Quantity: 0.5,
      Legs: [{ "[redacted]": "a [redacted] b", Description: null, At: true }],
    });
    expect(internals.hide("key-of-the-test trader")).toBe("[redacted] [redacted]");
  });
});

describe("perform", () => {
  test("says status and data of a success", async () => {
    const { internals, clock } = world(withTokens());
    const how = patient(clock);
    expect(await internals.perform("cancelOrder", IDS, how)).toEqual({
      ok: true,
      status: 204,
      data: undefined,
    });
    expect(await internals.perform("getOrder", IDS, how)).toEqual({ ok: true, status: 200, data: ORDER });
  });

  test("throws for arguments alone", async () => {
    const { internals, clock, server } = world(() => Promise.reject(new Error("reset")));
    await expect(internals.perform("cancelOrder", { accountId: 1 }, patient(clock))).rejects.toThrow(
      ArgumentError,
    );
    await expect(internals.perform("nothing" as never, IDS, patient(clock))).rejects.toThrow(
      /no operation nothing/,
    );
    expect(server.sent).toEqual([]);
    const outcome = await internals.perform("cancelOrder", IDS, patient(clock));
    expect(outcome).toMatchObject({
      ok: false,
      forToken: false,
      error: { code: "connection", fate: "unknown" },
    });
  });

  test("tells of each request the moment before it leaves, and of the 401 between the two", async () => {
    const { internals, clock, server } = world(
      withTokens(({ token }) => (token === "Bearer token-1" ? 401 : 204)),
      {
        credentials: CREDENTIALS,
      },
    );
    const told: unknown[] = [];
    const outcome = await internals.perform("cancelOrder", IDS, {
      ...patient(clock),
      onSend: (attempt) => told.push([`send ${attempt}`, server.orders().length]),
      onRefused: ({ status, fate }) => told.push([status, fate, server.sent.length]),
    });
    expect(outcome.ok).toBe(true);
    expect(told).toEqual([
      ["send 1", 0],
      [401, "refused", 2],
      ["send 2", 1],
    ]);
  });

  test("does not renew where it is told not to, and then 50 may leave at once", async () => {
    const { internals, clock, server } = world(
      withTokens(() => answer(401, {}, DENIED)),
      { credentials: CREDENTIALS },
      30,
    );
    const calls = Array.from({ length: 50 }, () =>
      internals.perform("cancelOrder", IDS, { ...patient(clock), renew: false }),
    );
    await clock.advance(100);
    for (const outcome of await Promise.all(calls))
      expect(outcome).toMatchObject({
        ok: false,
        forToken: false,
        error: { code: "token", fate: "refused" },
      });
    expect(server.orders()).toHaveLength(50);
    expect(server.sent).toHaveLength(51);
  });

  test("bounds one exchange apart from the whole, asked once there is room", async () => {
    const { internals, clock } = world(() => new Promise(() => {}));
    const asked: number[] = [];
    const outcome = internals.perform("cancelOrder", IDS, {
      deadline: startDeadline(clock, 9_000),
      answerMs: (leftMs) => {
        asked.push(leftMs);
        return 2_000;
      },
    });
    await clock.advance(2_000);
    expect(await outcome).toMatchObject({ ok: false, error: { code: "timeout", fate: "unknown" } });
    expect(asked).toEqual([9_000]);
  });

  test("waits longer when its deadline grows while it waits", async () => {
    const { internals, clock, server } = world(() => 204);
    for (let call = 0; call < 50; call++) await internals.perform("cancelOrder", IDS, patient(clock));
    const { signal, race, stoppedBy } = startDeadline(clock, DAY);
    let until = 60_000;
    const shared = { signal, stoppedBy, race, leftMs: () => until - clock.monotonic() };
    expect(await internals.perform("cancelOrder", IDS, { deadline: shared })).toMatchObject({
      ok: false,
      error: { code: "rate-limit", fate: "not-sent", retryAfterMs: 60_001 },
    });
    until = 60_001;
    const outcome = internals.perform("cancelOrder", IDS, { deadline: shared });
    await clock.advance(60_001);
    expect((await outcome).ok).toBe(true);
    expect(server.sent).toHaveLength(51);
  });

  test("takes a deadline that others share: one listener on its signal, however many calls", async () => {
    const { internals, clock } = world(() => new Promise(() => {}));
    const warnings: string[] = [];
    const onWarning = ({ name }: Error) => warnings.push(name);
    process.on("warning", onWarning);
    try {
      const deadline = startDeadline(clock, 1_000);
      const how = { deadline, answerMs: () => 5_000 };
      const calls = Array.from({ length: 40 }, () => internals.perform("cancelOrder", IDS, how));
      await clock.advance(1_000);
      for (const outcome of await Promise.all(calls))
        expect(outcome).toMatchObject({ ok: false, error: { code: "timeout", fate: "unknown" } });
    } finally {
      process.off("warning", onWarning);
    }
    expect(warnings).toEqual([]);
  });
});

describe("a token that cannot be had is no word about the request", () => {
  const cases: [what: string, say: Say, error: object][] = [
    ["no server at all", () => Promise.reject(refused), { code: "connection" }],
    ["a redirect", () => answer(302), { code: "answer", status: 302 }],
    ["a login page", () => new Response("<html>"), { code: "answer", status: 200 }],
    ["404", () => 404, { code: "not-found", status: 404 }],
    ["409", () => 409, { code: "conflict", status: 409 }],
    ["422", () => 422, { code: "validation", status: 422 }],
    ["429", () => 429, { code: "rate-limit", status: 429 }],
    ["503", () => 503, { code: "server", status: 503 }],
  ];

  test.each(cases)("at the first sign-in: %s", async (_, say, error) => {
    const { internals, clock } = world(say, { credentials: CREDENTIALS });
    const outcome = await internals.perform("cancelOrder", IDS, patient(clock));
    expect(outcome).toMatchObject({ ok: false, forToken: true, error: { ...error, fate: "not-sent" } });
  });

  test.each(cases)("when it is renewed: %s", async (_, say, error) => {
    let signIns = 0;
    const renewal: Say = (sent, index) => {
      if (!sent.url.endsWith("/token")) return answer(401, {}, DENIED);
      return signIns++ === 0 ? answer(200, {}, { State: "Succeeded", Token: "a" }) : say(sent, index);
    };
    const { internals, clock } = world(renewal, { credentials: CREDENTIALS });
    const outcome = await internals.perform("cancelOrder", IDS, patient(clock));
    expect(outcome).toMatchObject({ ok: false, forToken: true, error: { ...error, fate: "refused" } });
  });

  test("of a token function that fails", async () => {
    const { internals, clock } = world(() => 204, { token: () => Promise.reject(new Error("vault")) });
    const outcome = await internals.perform("cancelOrder", IDS, patient(clock));
    expect(outcome).toMatchObject({ ok: false, forToken: true, error: { code: "token", fate: "not-sent" } });
  });

  test("of a deadline that ends while it is waited for", async () => {
    const { internals, clock } = world(() => new Promise(() => {}), { credentials: CREDENTIALS });
    const outcome = internals.perform("cancelOrder", IDS, { deadline: startDeadline(clock, 1_000) });
    await clock.advance(1_000);
    expect(await outcome).toMatchObject({
      ok: false,
      forToken: true,
      error: { code: "timeout", fate: "not-sent" },
    });
  });
});
