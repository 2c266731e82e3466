// Owns: what `cancelAll()` does and says, case by case. That it is true whatever happens is in truth.test.ts.
import { describe, expect, test } from "vitest";
import {
  type Budget,
  type CancelAllProgress,
  cancelAll,
  createClient,
  eachOrder,
  type Fetch,
  memoryBudget,
  planCancelAll,
  resumeCancelAll,
} from "../../src/index.js";
import { BASE_URL, EVERYTHING, stage } from "./kit.js";
import { MemoryJournal } from "./world/memory-journal.js";
import { statusOf } from "./world/venue.js";

const MINUTE = 60_000;

describe("the end", () => {
  test("an account that is emptied is verified empty, by a look that began after the last verdict", async () => {
    const { venue, cancelAll } = stage();
    for (let n = 0; n < 20; n++) venue.place();
    const result = await cancelAll();
    expect(result).toMatchObject({ stopped: "verified-empty", open: [], problems: [], newcomers: [] });
    expect(result.results.map(({ verdict }) => verdict)).toEqual(Array(20).fill("canceled"));
    const last = Math.max(
      ...result.results.flatMap(({ attempts }) => attempts.map(({ at }) => Date.parse(at))),
    );
    expect(Date.parse(result.lastFullLookAt ?? "")).toBeGreaterThan(last + 2_000);
  });

  test("an account without orders is verified empty by two looks and nothing else", async () => {
    const { server, cancelAll } = stage();
    expect(await cancelAll()).toMatchObject({ stopped: "verified-empty", requests: { deletes: 0 } });
    expect(server.arrivals.filter(({ kind }) => kind === "reads")).toHaveLength(2);
  });

  test("what will not go is in `open`, and holds up nothing else", async () => {
    const { venue, cancelAll } = stage();
    const stuck = venue.place({ nature: "sticks" });
    const refused = venue.place({ nature: "refuses" });
    for (let n = 0; n < 5; n++) venue.place();
    const result = await cancelAll();
    expect(result.stopped).toBe("open");
    expect(result.open.map(({ Id, Status }) => [Id, Status])).toEqual([
      [stuck.id, "PendingCancel"],
      [refused.id, "New"],
    ]);
    const verdicts = new Map(result.results.map(({ orderId, verdict }) => [orderId, verdict]));
    expect([verdicts.get(stuck.id), verdicts.get(refused.id)]).toEqual(["pending", "still-open"]);
  });

  test("an order that does not say what `where` asks for is never taken for gone", async () => {
    const { venue, cancelAll, deletes } = stage();
    const order = venue.place({ Symbol: undefined as never });
    const result = await cancelAll({}, { where: { symbol: "AAPL" } });
    expect(result).toMatchObject({ stopped: "open", open: [{ Id: order.id }] });
    expect(deletes()).toEqual([]);
  });

  test("several accounts are told apart, and the worst end is the end", async () => {
    const { venue, cancelAll } = stage();
    venue.place({ accountId: 1 });
    venue.place({ accountId: 2, nature: "refuses" });
    const result = await cancelAll({}, { accountIds: [1, 2] });
    expect(result.stopped).toBe("open");
    expect(result.accounts.map(({ accountId, stopped, open }) => [accountId, stopped, open])).toEqual([
      [1, "verified-empty", 0],
      [2, "open", 1],
    ]);
  });

  test("the deadline ends it with what is known", async () => {
    const { venue, cancelAll } = stage();
    for (let n = 0; n < 60; n++) venue.place();
    const result = await cancelAll({ deadlineMs: 10_000 });
    expect(result.stopped).toBe("deadline");
    expect(result.results.filter(({ verdict }) => verdict === "canceled")).toHaveLength(49);
    expect(result.results.filter(({ verdict }) => verdict === "not-sent")).toHaveLength(11);
    expect(result.open).toHaveLength(11);
  });

  test("an abort sends no more and waits for what has left", async () => {
    const { clock, venue, cancelAll } = stage({ latencyMs: [1_000, 1_000] });
    for (let n = 0; n < 60; n++) venue.place();
    const abort = new AbortController();
    clock.at(3_800, () => abort.abort());
    const result = await cancelAll({ signal: abort.signal });
    expect(result.stopped).toBe("aborted");
    const outcomes = result.results.map(({ attempts }) => attempts[0]?.outcome);
    expect(outcomes.filter((outcome) => outcome === "accepted")).toHaveLength(49);
    expect(outcomes).not.toContain("unknown");
    expect(result.results.filter((one) => one.verdict === "not-sent" && one.why === "aborted")).toHaveLength(
      11,
    );
  });

  test("an account that lets nothing in ends with `denied`, after a few DELETEs and no more", async () => {
    const { clock, venue } = stage();
    venue.place();
    const client = createClient({
      baseUrl: BASE_URL,
      appKey: "app-key-1",
      token: "token-0",
      clock,
      fetch: async () => new Response(null, { status: 403 }),
    });
    expect(await clock.run(cancelAll(client, EVERYTHING))).toMatchObject({ stopped: "denied", results: [] });
  });

  test("DELETEs that are all denied: what waits for room is spared", async () => {
    const { clock, venue, server, deletes } = stage();
    for (let n = 0; n < 60; n++) venue.place();
    const real = server.fetchFor(() => false);
    const credentials = { username: "trader", password: "secret-password" };
    let denied = 0;
    const fetch: Fetch = async (url, init) => {
      if (init.method !== "DELETE") return real(url, init);
      denied += 1;
      return new Response(null, { status: 403 });
    };
    const client = createClient({ baseUrl: BASE_URL, appKey: "app-key-1", credentials, clock, fetch });
    const result = await clock.run(cancelAll(client, EVERYTHING));
    expect(result.stopped).toBe("denied");
    expect(result.open).toHaveLength(60);
    expect(denied).toBeLessThanOrEqual(50);
    expect(deletes()).toEqual([]);
  });

  test("a list that cannot be read at the beginning throws: nothing was sent", async () => {
    const { clock } = stage();
    const fetch = async () => new Response(null, { status: 404 });
    const client = createClient({ baseUrl: BASE_URL, appKey: "app-key-1", token: "token-0", clock, fetch });
    await expect(clock.run(cancelAll(client, EVERYTHING))).rejects.toMatchObject({ code: "not-found" });
  });

  test("it survives JSON", async () => {
    const { venue, cancelAll } = stage();
    venue.place();
    const result = await cancelAll();
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe("how it goes", () => {
  test("DELETEs leave while pages of the list still arrive", async () => {
    const { venue, server, cancelAll } = stage({ latencyMs: [400, 400] });
    for (let n = 0; n < 400; n++) venue.place({ Status: "Filled" });
    venue.place();
    await cancelAll();
    const kinds = server.arrivals.map(({ kind }) => kind).filter((kind) => kind !== "tokens");
    expect(kinds.indexOf("orders")).toBeLessThan(3);
  });

  test("the most exposed go first", async () => {
    const { clock, venue, client, deletes } = stage({ latencyMs: [10, 10] });
    for (let n = 1; n <= 60; n++) venue.place({ Quantity: n, Type: n % 2 ? "Market" : "Limit" });
    const plan = await clock.run(planCancelAll(client, EVERYTHING));
    await clock.run(cancelAll(client, plan));
    expect(deletes().map(({ orderId }) => orderId)).toEqual(plan.targets.map(({ orderId }) => orderId));
  });

  test("an order that closes while its DELETE waits for room is sent none", async () => {
    const { clock, venue, cancelAll, deletes } = stage();
    for (let n = 0; n < 55; n++) venue.place({ Quantity: 100 });
    const least = venue.place({ Quantity: 1 });
    clock.at(200, () => venue.fill(least));
    const result = await cancelAll();
    expect(result.results.find(({ orderId }) => orderId === least.id)?.verdict).toBe("too-late");
    expect(deletes().map(({ orderId }) => orderId)).not.toContain(least.id);
  });

  test("it confirms by listing: far fewer reads than orders", async () => {
    const { venue, cancelAll } = stage();
    for (let n = 0; n < 49; n++) venue.place();
    const { requests } = await cancelAll();
    expect(requests.deletes).toBe(49);
    expect(requests.reads).toBeLessThan(10);
  });

  test("a leg is not canceled by itself unless it lives on", async () => {
    const { venue, cancelAll, deletes } = stage();
    const parent = venue.place();
    const gone = venue.place({ ParentId: parent.id });
    const alive = venue.place({ ParentId: parent.id, nature: "refuses" });
    await cancelAll();
    const sent = deletes().map(({ orderId }) => orderId);
    expect(statusOf(gone)).toBe("Canceled");
    expect(sent).not.toContain(gone.id);
    expect(sent.indexOf(alive.id)).toBeGreaterThan(sent.indexOf(parent.id));
  });

  test("nothing leaves before it is known what a kept order is a leg of", async () => {
    const { venue, cancelAll, deletes } = stage({ legs: "rows" });
    const leg = venue.place({ ParentId: 1_151 });
    for (let n = 0; n < 149; n++) venue.place();
    const parent = venue.place({ Quantity: 500 });
    expect(parent.id).toBe(1_151);
    await cancelAll({ deadlineMs: 5_000 }, { keep: [leg.id] });
    expect(deletes().length).toBeGreaterThan(40);
    expect([statusOf(leg), statusOf(parent)]).toEqual(["New", "New"]);
  });

  test("what replaces an order goes too, and the result names it", async () => {
    const { clock, venue, cancelAll } = stage({ latencyMs: [500, 500] });
    const order = venue.place();
    let successor = 0;
    clock.at(900, () => {
      successor = venue.replace(order)?.id ?? 0;
    });
    const result = await cancelAll({ newcomers: "report" });
    expect(result.stopped).toBe("verified-empty");
    const verdicts = Object.fromEntries(result.results.map((one) => [one.orderId, one]));
    expect(verdicts[order.id]).toMatchObject({ verdict: "superseded", successorId: successor });
    expect(verdicts[successor]).toMatchObject({ verdict: "canceled" });
  });

  test.each([
    ["cancel", "included", "verified-empty"],
    ["report", "reported", "open"],
  ] as const)("newcomers: %s", async (newcomers, treated, stopped) => {
    const { clock, venue, cancelAll } = stage();
    venue.place();
    let id = 0;
    clock.at(1_000, () => {
      id = venue.place().id;
    });
    const result = await cancelAll({ newcomers });
    expect(result).toMatchObject({ stopped, newcomers: [{ orderId: id, treated }] });
    expect(result.open).toHaveLength(newcomers === "report" ? 1 : 0);
  });

  test("progress counts orders, and an error in it changes nothing", async () => {
    const { venue, cancelAll } = stage();
    for (let n = 0; n < 3; n++) venue.place();
    const told: CancelAllProgress[] = [];
    const result = await cancelAll({
      onProgress: (progress) => {
        told.push(progress);
        throw new Error("mine");
      },
    });
    expect(result.stopped).toBe("verified-empty");
    expect(told.at(-1)?.counts).toEqual({
      orders: 3,
      sent: 3,
      decided: 3,
      verdicts: expect.objectContaining({ canceled: 3 }),
    });
    expect(new Set(told.map(({ event }) => event))).toContain("listed");
  });
});

describe("the limits", () => {
  test.each([1, 49, 50, 98, 120])(
    "%i orders: the last DELETE leaves as soon as the limit lets it",
    async (count) => {
      const { venue, cancelAll, deletes } = stage();
      for (let n = 0; n < count; n++) venue.place();
      await cancelAll();
      const times = deletes().map(({ at }) => at);
      expect(times).toHaveLength(count);
      const spanMs = Math.max(...times) - Math.min(...times);
      expect(spanMs).toBeLessThanOrEqual((Math.ceil(count / 49) - 1) * 61_500 + 1_000);
    },
  );
});

const AT = "2026-01-22T14:30:30.000Z";
const BEGIN = {
  ...{ kind: "begin", version: 1, at: AT, origin: BASE_URL, ...EVERYTHING, keep: [] },
  ...{ via: "api", newcomers: "cancel", settleMs: 2_000 },
};
const ORDERS = { kind: "orders", at: AT, accountId: 1, orderIds: [7] };
const SENDING = { kind: "sending", at: AT, accountId: 1, orderId: 7, operation: "cancelOrder" };

describe("a budget that is kept elsewhere", () => {
  /** Fails for a while once a DELETE wants room. */
  function failing(state: { isDown: boolean; outages: number }): Budget {
    const memory = memoryBudget();
    return {
      reserve(bucket, spare, clock) {
        if (bucket.kind === "orders" && !state.isDown) {
          state.isDown = true;
          state.outages += 1;
        }
        return memory.reserve(bucket, spare, clock);
      },
      state: () => state,
    };
  }

  test.each([
    ["was not reached meanwhile", { isDown: false, outages: 0 }, 1],
    ["was down from the beginning", { isDown: true, outages: 3 }, 1],
  ])("one that %s is in the result", async (_, state, outages) => {
    const { clock, venue, server } = stage();
    venue.place();
    const credentials = { username: "trader", password: "secret-password" };
    const fetch = server.fetchFor(() => false);
    const budget = failing(state);
    const client = createClient({
      baseUrl: BASE_URL,
      appKey: "app-key-1",
      credentials,
      clock,
      fetch,
      budget,
    });
    const result = await clock.run(cancelAll(client, EVERYTHING));
    expect(result).toMatchObject({ stopped: "verified-empty", budgetOutages: outages });
  });

  test("one in memory has no outages to speak of", async () => {
    const { venue, cancelAll } = stage();
    venue.place();
    expect(await cancelAll()).not.toHaveProperty("budgetOutages");
  });
});

describe("the journal", () => {
  test("one that cannot be written stops it before anything is sent", async () => {
    const { venue, cancelAll, deletes } = stage();
    venue.place();
    for (const fullAt of [0, 1, 2]) {
      const journal = new MemoryJournal();
      journal.fullAt = fullAt;
      await expect(cancelAll({ journal })).rejects.toThrow(
        /in memory could not be written \(ENOSPC.*Nothing was sent/,
      );
    }
    expect(deletes()).toEqual([]);
  });

  test("one that fails later stops the sending, and the result says so", async () => {
    const { venue, cancelAll, deletes } = stage();
    for (let n = 0; n < 60; n++) venue.place();
    const journal = new MemoryJournal();
    journal.fullAt = 80;
    const result = await cancelAll({ journal });
    expect(result.problems).toEqual([
      expect.stringMatching(/could not be written.*No DELETE was sent after that/),
    ]);
    expect(result.stopped).toBe("open");
    expect(deletes().length).toBeLessThan(60);
    expect(result.open).toHaveLength(60 - deletes().length);
  });

  test("one that holds an earlier cancel is not begun anew", async () => {
    const { venue, cancelAll } = stage();
    venue.place();
    const journal = new MemoryJournal();
    await cancelAll({ journal });
    await expect(cancelAll({ journal })).rejects.toThrow(/holds an earlier cancel.*resumeCancelAll/);
  });

  test("it is gone on with: what was answered is known, what was not is read before another DELETE", async () => {
    const { clock, venue, client, deletes } = stage();
    for (let n = 0; n < 5; n++) venue.place();
    const journal = new MemoryJournal();
    await clock.run(cancelAll(client, EVERYTHING, { journal }));
    const sent = deletes().length;
    journal.kept.splice(journal.kept.findLastIndex(({ kind }) => kind === "sending") + 1);
    const result = await clock.run(resumeCancelAll(client, journal));
    expect(result.stopped).toBe("verified-empty");
    expect(result.results.map(({ verdict }) => verdict)).toEqual(Array(5).fill("canceled"));
    expect(deletes()).toHaveLength(sent);
  });

  test("once an earlier process has sent, nothing throws: the list is asked for until it comes", async () => {
    const { clock, venue, server, client } = stage();
    venue.place();
    const journal = new MemoryJournal();
    await clock.run(cancelAll(client, EVERYTHING, { journal }));
    journal.kept.splice(journal.kept.findLastIndex(({ kind }) => kind === "sending") + 1);
    journal.kept.splice(0, journal.kept.length, ...journal.kept.filter(({ kind }) => kind !== "orders"));
    const real = server.fetchFor(() => false);
    let failures = 0;
    const fetch: Fetch = async (url, init) =>
      init.method === "GET" && failures++ < 6 ? new Response(null, { status: 503 }) : real(url, init);
    const credentials = { username: "trader", password: "secret-password" };
    const other = createClient({ baseUrl: BASE_URL, appKey: "app-key-1", credentials, clock, fetch });
    expect(await clock.run(resumeCancelAll(other, journal))).toMatchObject({ stopped: "verified-empty" });
  });

  test.each([
    ["an empty one", [], /is empty or not there/],
    ["one without a beginning", [{ kind: "end" }], /has no beginning/],
    ["one of another version", [{ kind: "begin", version: 0 }], /another version/],
    [
      "one of another address",
      [{ kind: "begin", version: 1, origin: "https://other.test" }],
      /is of https:\/\/other.test, but the client/,
    ],
    ["one without accounts", [{ ...BEGIN, accountIds: undefined }], /`accountIds` must be a list/],
    ["one with a changed `where`", [{ ...BEGIN, where: { sid: "Buy" } }], /there is no `where.sid`/],
    ["one with a changed `via`", [{ ...BEGIN, via: "slow" }], /`via` must be/],
    ["two in one", [BEGIN, BEGIN], /entry 2: a second beginning/],
    ["one with what is not known", [BEGIN, { kind: "paused" }], /entry 2: it is of no kind/],
    ["one with an entry that is no object", [BEGIN, null], /entry 2: it is of no kind/],
    [
      "one with orders that are text",
      [BEGIN, { ...ORDERS, orderIds: ["7"] }],
      /entry 2: `orderIds`.* must be/,
    ],
    ["one without orders", [BEGIN, { ...ORDERS, orderIds: undefined }], /`orderIds` must be a list/],
    [
      "one whose account is changed",
      [BEGIN, { ...ORDERS, accountId: 2 }],
      /account 2 is not in its beginning/,
    ],
    ["one whose time is changed", [BEGIN, { ...SENDING, at: "now" }], /an entry of order 7 is not as it was/],
    [
      "one whose answer is changed",
      [BEGIN, SENDING, { ...SENDING, kind: "answered", attempt: { fate: "refused" } }],
      /an entry of order 7 is not as it was/,
    ],
    [
      "one with an answer to nothing",
      [BEGIN, { ...SENDING, kind: "answered", attempt: { fate: "refused" } }],
      /an entry of order 7 is not as it was/,
    ],
    ["one whose plan is changed", [{ ...BEGIN, planned: [{ accountId: 1 }] }], /`orderIds` must be a list/],
  ])("%s is refused with a sentence", async (_, kept, sentence) => {
    const { client } = stage();
    const journal = new MemoryJournal();
    journal.kept.push(...(kept as never[]));
    await expect(resumeCancelAll(client, journal)).rejects.toThrow(sentence);
  });
});

describe("a plan", () => {
  test("is applied as it was saved: what appeared since is a newcomer", async () => {
    const { clock, venue, client, deletes } = stage();
    const order = venue.place();
    const plan = JSON.parse(JSON.stringify(await clock.run(planCancelAll(client, EVERYTHING))));
    const later = venue.place();
    const result = await clock.run(cancelAll(client, plan, { newcomers: "report" }));
    expect(deletes().map(({ orderId }) => orderId)).toEqual([order.id]);
    expect(result.open.map(({ Id }) => Id)).toEqual([later.id]);
  });

  test.each([
    [{ version: 0 }, /another version/],
    [{ origin: "https://other.test" }, /is of https:\/\/other.test/],
    [{ targets: undefined }, /is missing/],
    [{ targets: [{ accountId: 2, orderId: 1 }] }, /order 1 is of account 2, which is not in/],
    [{ targets: [{ accountId: 1, orderId: "1001" }] }, /`targets`, entry 0: `orderId`.* must be/],
    [{ targets: [{ accountId: 1, orderId: 1001, order: { Id: 1002 } }] }, /`order` is not order 1001/],
    [{ targets: [null] }, /`targets`, entry 0: .* must be/],
    [{ targets: [] }, /has 0 `targets`, but `deletes` is 1.*`keep`/],
    [{ keep: [1001] }, /order 1001 is in `keep` and in `targets`/],
    [{ leftAlone: "none" }, /`leftAlone` is missing/],
    [{ where: "all" }, /`where` must say which orders/],
    [{ accountIds: [1, 1.5] }, /`accountIds`, entry `1` must be/],
  ])("%j in it is refused with a sentence", async (change, sentence) => {
    const { clock, venue, client } = stage();
    venue.place();
    const plan = await clock.run(planCancelAll(client, EVERYTHING));
    await expect(cancelAll(client, { ...plan, ...change } as never)).rejects.toThrow(sentence);
  });

  test("that holds an order twice is refused", async () => {
    const { clock, venue, client } = stage();
    venue.place();
    const plan = await clock.run(planCancelAll(client, EVERYTHING));
    const twice = { ...plan, targets: [...plan.targets, ...plan.targets], deletes: 2 };
    await expect(cancelAll(client, twice)).rejects.toThrow(/an order is in `targets` twice/);
  });

  test("reads only", async () => {
    const { clock, venue, client, deletes } = stage();
    venue.place();
    await clock.run(planCancelAll(client, EVERYTHING));
    await clock.run(clock.wait(MINUTE));
    expect(deletes()).toEqual([]);
  });
});

describe("wrong arguments are refused with a sentence, and nothing is sent", () => {
  const { client, server } = stage();
  test.each([
    [() => cancelAll({} as never, EVERYTHING), /first argument must be a client/],
    [() => cancelAll(client, undefined as never), /say which orders/],
    [() => cancelAll(client, { accountIds: [1] } as never), /`where` must say which orders/],
    [() => cancelAll(client, { ...EVERYTHING, kep: [1] } as never), /there is no option `kep`/],
    [() => cancelAll(client, { ...EVERYTHING, accountIds: [] }), /`accountIds` is empty/],
    [
      () => cancelAll(client, { ...EVERYTHING, accountIds: ["1"] as never }),
      /`accountIds`, entry `0` must be/,
    ],
    [() => cancelAll(client, { ...EVERYTHING, keep: [0] }), /`keep`, entry `0` must be/],
    [() => cancelAll(client, EVERYTHING, { newcomer: "cancel" } as never), /there is no option `newcomer`/],
    [
      () => cancelAll(client, EVERYTHING, { newcomers: "ignore" as never }),
      /`newcomers` must be "cancel" or "report"/,
    ],
    [() => cancelAll(client, EVERYTHING, { via: "slow" as never }), /`via` must be/],
    [() => cancelAll(client, EVERYTHING, { deadlineMs: 0 }), /`deadlineMs` must be/],
    [() => cancelAll(client, EVERYTHING, { journal: "file" as never }), /`journal` must be a journal/],
    [
      () => planCancelAll(client, { ...EVERYTHING, newcomers: "cancel" } as never),
      /there is no option `newcomers`/,
    ],
    [() => eachOrder(client, { accountId: 0 }).next(), /`accountId` must be/],
  ])("%s", async (call, sentence) => {
    await expect(call()).rejects.toThrow(sentence);
    expect(server.arrivals).toEqual([]);
  });
});

describe("eachOrder", () => {
  test("gives each order of all pages once, newest first, whatever its status", async () => {
    const { clock, venue, client } = stage();
    for (let n = 0; n < 250; n++)
      venue.place({ Status: n % 2 ? "New" : "Filled", Side: n % 5 ? "Buy" : "Sell" });
    const collect = async (where?: { side: "Sell" }) => {
      const ids: number[] = [];
      for await (const { Id } of eachOrder(client, { accountId: 1, ...(where && { where }) })) ids.push(Id);
      return ids;
    };
    const ids = await clock.run(collect());
    expect(ids).toEqual([...venue.orders.keys()].reverse());
    expect(await clock.run(collect({ side: "Sell" }))).toHaveLength(50);
  });

  test("reads no page that nobody asks for", async () => {
    const { clock, venue, client, server } = stage();
    for (let n = 0; n < 250; n++) venue.place();
    const orders = eachOrder(client, { accountId: 1 });
    await clock.run(orders.next());
    await clock.run(orders.return());
    expect(server.arrivals.filter(({ kind }) => kind === "reads")).toHaveLength(1);
  });
});
