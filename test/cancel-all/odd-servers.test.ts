// Owns: servers that answer otherwise than documented never make `cancelAll()` claim more than is known, or go on for ever.
import { describe, expect, test } from "vitest";
import {
  type CancelAllResult,
  cancelAll,
  createClient,
  eachOrder,
  type Fetch,
  planCancelAll,
  type Selection,
} from "../../src/index.js";
import { VirtualClock } from "../cancel/virtual-time.js";
import { BASE_URL, EVERYTHING } from "./kit.js";

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };
type Row = Record<string, unknown>;

const open = (Id: number, more: Row = {}): Row => ({ Id, AccountId: 1, Status: "New", Side: "Buy", ...more });
const page = (rows: unknown[], more: Row = {}): Answer => ({
  status: 200,
  body: { Result: rows, NextPageLink: "", PreviousPageLink: "", TotalCount: rows.length, ...more },
});

/** A server that is told what to list; a DELETE cancels the row unless `cancel` answers otherwise. */
class OddServer {
  readonly clock = new VirtualClock(1);
  readonly deletes: string[] = [];
  lists = 0;
  rows: Row[] = [];
  list: (pageNumber: number) => Answer = (pageNumber) => page(pageNumber === 0 ? this.rows : []);
  cancel: (id: string) => Answer = (id) => {
    const row = this.rows.find(({ Id }) => String(Id) === id);
    if (row) row.Status = "Canceled";
    return { status: row ? 204 : 404 };
  };

  readonly #fetch: Fetch = async (url, init) => {
    await this.clock.sleep(20, init.signal ?? new AbortController().signal);
    const { pathname, searchParams } = new URL(url);
    const id = /orders\/([^/]+)$/.exec(pathname)?.[1];
    const { status, body, headers = {} } = this.#answer(init.method, id, searchParams);
    const text = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
    const type = typeof body === "string" ? "text/html" : "application/json";
    return new Response(text, { status, headers: { "Content-Type": type, ...headers } });
  };

  #answer(method: string, id: string | undefined, query: URLSearchParams): Answer {
    if (id === undefined) {
      this.lists += 1;
      return this.list(Number(query.get("pageNumber")));
    }
    if (method === "DELETE") {
      this.deletes.push(id);
      return this.cancel(id);
    }
    const row = this.rows.find(({ Id }) => String(Id) === id);
    return row ? { status: 200, body: row } : { status: 404 };
  }

  client(token: string | (() => string) = "token-1") {
    const { clock } = this;
    return createClient({
      baseUrl: BASE_URL,
      appKey: "app-key-1",
      token,
      clock,
      fetch: this.#fetch,
    });
  }

  cancelAll(
    what: Partial<Selection> = {},
    deadlineMs = 600_000,
    token?: () => string,
  ): Promise<CancelAllResult> {
    return this.clock.run(cancelAll(this.client(token), { ...EVERYTHING, ...what }, { deadlineMs }));
  }
}

describe("a list that cannot be read whole is never empty", () => {
  test.each([
    ["a number as text", { Id: "7", AccountId: 1, Status: "New" }],
    ["no status", { Id: 7, AccountId: 1 }],
    ["a status as number", { Id: 7, AccountId: 1, Status: 0 }],
    ["the account as text", { Id: 7, AccountId: "1", Status: "New" }],
    ["the number 0", { Id: 0, AccountId: 1, Status: "New" }],
    ["a number beyond int32", { Id: 3e9, AccountId: 1, Status: "New" }],
  ])("%s: it is said, nothing is sent for it, and the others go", async (_, row) => {
    const server = new OddServer();
    server.rows = [open(1), row];
    const { stopped, problems, results } = await server.cancelAll();
    expect(stopped).toBe("open");
    expect(problems).toEqual([expect.stringMatching(/cannot be read as orders of it: 1/)]);
    expect(results.map(({ orderId, verdict }) => [orderId, verdict])).toEqual([[1, "canceled"]]);
    expect(server.deletes).toEqual(["1"]);
    const { doubts } = await server.clock.run(planCancelAll(server.client(), EVERYTHING));
    expect(doubts).toEqual(problems);
  });

  test("eachOrder() gives what can be read, and then throws", async () => {
    const server = new OddServer();
    server.rows = [open(1), { Id: "7", Status: "New" }, open(2)];
    const seen: unknown[] = [];
    const all = async () => {
      for await (const { Id } of eachOrder(server.client(), { accountId: 1 })) seen.push(Id);
    };
    await expect(server.clock.run(all())).rejects.toThrow(/cannot be read as orders of it: 1/);
    expect(seen).toEqual([1, 2]);
  });

  test("a server that gives the same page for ever and counts more", async () => {
    const server = new OddServer();
    server.rows = [open(1), open(2)];
    server.list = () => page(server.rows, { TotalCount: 250, NextPageLink: "next" });
    const { stopped, problems, lastFullLookAt } = await server.cancelAll();
    expect([stopped, lastFullLookAt]).toEqual(["open", undefined]);
    expect(problems).toEqual([expect.stringMatching(/counts 250 orders in account 1, and its list shows 2/)]);
    expect(server.deletes.sort()).toEqual(["1", "2"]);
  });

  test("a server that links no page, though it counts more: the others are asked for all the same", async () => {
    const server = new OddServer();
    server.rows = Array.from({ length: 150 }, (_, n) => open(n + 1));
    server.list = (number) => page(server.rows.slice(number * 100, number * 100 + 100), { TotalCount: 150 });
    expect(await server.cancelAll()).toMatchObject({ stopped: "verified-empty" });
    expect(new Set(server.deletes).size).toBe(150);
  });

  test("a bare array whose pages are shorter than was asked for is read to its end", async () => {
    const server = new OddServer();
    server.rows = Array.from({ length: 60 }, (_, n) => open(n + 1));
    server.list = (number) => ({ status: 200, body: server.rows.slice(number * 25, number * 25 + 25) });
    expect(await server.cancelAll()).toMatchObject({ stopped: "verified-empty" });
    expect(new Set(server.deletes).size).toBe(60);
  });
});

describe("rows that contradict each other", () => {
  test.each([
    ["a leg of itself", [open(1, { ParentId: 1 })]],
    ["two legs of one another", [open(1, { ParentId: 2 }), open(2, { ParentId: 1 })]],
    ["a circle of three", [open(1, { ParentId: 2 }), open(2, { ParentId: 3 }), open(3, { ParentId: 1 })]],
  ])("%s: all go", async (_, rows) => {
    const server = new OddServer();
    server.rows = rows;
    expect(await server.cancelAll({ where: { side: "Buy" } })).toMatchObject({ stopped: "verified-empty" });
    expect(server.deletes).toHaveLength(rows.length);
  });

  test("an order on two pages is sent one DELETE", async () => {
    const server = new OddServer();
    server.rows = Array.from({ length: 120 }, (_, n) => open(n + 1));
    server.list = (number) =>
      page(server.rows.slice(number * 90, number * 90 + 100), {
        NextPageLink: number === 0 ? "next" : "",
        TotalCount: 120,
      });
    expect(await server.cancelAll()).toMatchObject({ stopped: "verified-empty" });
    expect(server.deletes).toHaveLength(120);
  });

  test("quantities that are no numbers rank as not stated, and the order goes", async () => {
    const server = new OddServer();
    server.rows = [open(1, { Quantity: "many" }), open(2, { Quantity: null }), open(3, { Quantity: -5 })];
    expect(await server.cancelAll()).toMatchObject({ stopped: "verified-empty" });
  });

  test("a status that nobody has heard of is canceled, and never taken for closed", async () => {
    const server = new OddServer();
    server.rows = [open(1, { Status: "canceled" }), open(2, { Status: "Zombie" })];
    server.cancel = () => ({ status: 409 });
    const { stopped, open: left } = await server.cancelAll();
    expect([stopped, left.map(({ Id }) => Id)]).toEqual(["open", [1, 2]]);
  });
});

describe("a server that gives no way", () => {
  test("429 for ever, without Retry-After: nothing is sent twice a second, and the deadline ends it", async () => {
    const server = new OddServer();
    server.rows = [open(1), open(2)];
    server.cancel = () => ({ status: 429 });
    const { stopped, results, requests } = await server.cancelAll();
    expect(stopped).toBe("deadline");
    expect(results.map(({ verdict }) => verdict)).toEqual(["not-sent", "not-sent"]);
    expect(requests.deletes).toBeLessThan(40);
  });

  test("503 for every DELETE: three each, then it is said", async () => {
    const server = new OddServer();
    server.rows = [open(1), open(2)];
    server.cancel = () => ({ status: 503 });
    const { stopped, open: left } = await server.cancelAll();
    expect([stopped, left.map(({ Id }) => Id)]).toEqual(["open", [1, 2]]);
    expect(server.deletes).toHaveLength(6);
  });

  test("HTML with status 200 for every DELETE is no acceptance", async () => {
    const server = new OddServer();
    server.rows = [open(1)];
    server.cancel = () => ({ status: 200, body: "<html>Sign in</html>" });
    const { stopped, results } = await server.cancelAll();
    expect([stopped, results[0]?.verdict]).toEqual(["open", "unresolved"]);
  });

  test("HTML in place of the list throws before anything is sent", async () => {
    const server = new OddServer();
    server.list = () => ({ status: 200, body: "<html>Sign in</html>" });
    await expect(server.cancelAll()).rejects.toThrow(/listOrders/);
  });

  test("403 for the list is a denial, not an error", async () => {
    const server = new OddServer();
    server.list = () => ({ status: 403 });
    expect(await server.cancelAll()).toMatchObject({ stopped: "denied", results: [] });
  });

  test("orders that are placed again and again: the deadline ends it, and it says what is open", async () => {
    const server = new OddServer();
    server.rows = [open(1)];
    const place = (): void => {
      server.rows.push(open(server.rows.length + 1));
      server.clock.at(server.clock.elapsedMs + 1_000, place);
    };
    server.clock.at(500, place);
    const { stopped, newcomers, open: left } = await server.cancelAll({}, 60_000);
    expect(stopped).toBe("deadline");
    expect(newcomers.length).toBeGreaterThan(20);
    expect(left.length).toBeGreaterThan(0);
  });

  test("a sign-in that is lost after a 401 does not end the listing", async () => {
    const server = new OddServer();
    server.rows = [open(1)];
    let isRenewed = false;
    const { list } = server;
    server.list = (number) => (server.lists === 3 && !isRenewed ? { status: 401 } : list(number));
    const signIn = () => {
      if (server.lists < 3 || isRenewed) return "token-1";
      isRenewed = true;
      throw new TypeError("fetch failed");
    };
    const { stopped, problems } = await server.cancelAll({}, 60_000, signIn);
    expect([stopped, problems]).toEqual(["verified-empty", []]);
  });

  test("a server that cannot sort is listed without sorting", async () => {
    const server = new OddServer();
    server.rows = [open(1)];
    const list = server.list;
    server.list = (number) => (server.lists === 1 ? { status: 400 } : list(number));
    expect(await server.cancelAll()).toMatchObject({ stopped: "verified-empty" });
  });
});

describe("what the caller got wrong", () => {
  test("an order in `keep` that no list shows is named, in the plan and in the result", async () => {
    const server = new OddServer();
    server.rows = [open(1), open(2)];
    const { problems } = await server.cancelAll({ keep: [2, 12] });
    expect(problems).toEqual(["Order 12 is to be kept, and no list shows it. Check its number."]);
    const plan = await server.clock.run(planCancelAll(server.client(), { ...EVERYTHING, keep: [2, 12] }));
    expect(plan.doubts).toEqual(problems);
    expect(server.deletes).toEqual(["1"]);
  });

  test("a signal that is aborted already sends nothing, and claims nothing", async () => {
    const server = new OddServer();
    server.rows = [open(1)];
    const signal = AbortSignal.abort();
    const { stopped, results, requests } = await server.clock.run(
      cancelAll(server.client(), EVERYTHING, { signal }),
    );
    expect([stopped, results, requests, server.lists]).toEqual(["aborted", [], { deletes: 0, reads: 0 }, 0]);
  });

  test("a plan that is applied hours later: what was filled or is gone since is not claimed as canceled", async () => {
    const server = new OddServer();
    server.rows = [open(1), open(2), open(3)];
    const plan = JSON.parse(
      JSON.stringify(await server.clock.run(planCancelAll(server.client(), EVERYTHING))),
    );
    await server.clock.run(server.clock.wait(5 * 3_600_000));
    server.rows = [open(1, { Status: "Filled" }), open(3)];
    server.cancel = (id) => {
      if (id !== "3") return { status: id === "1" ? 409 : 404 };
      for (const row of server.rows) if (row.Id === 3) row.Status = "Canceled";
      return { status: 204 };
    };
    const { stopped, results } = await server.clock.run(cancelAll(server.client(), plan));
    expect(stopped).toBe("verified-empty");
    expect(Object.fromEntries(results.map(({ orderId, verdict }) => [orderId, verdict]))).toEqual({
      1: "too-late",
      2: "not-found",
      3: "canceled",
    });
  });

  test("steps of the wall clock, in either direction, change nothing", async () => {
    for (const step of [-3_600_000, 3_600_000]) {
      const server = new OddServer();
      server.rows = Array.from({ length: 120 }, (_, n) => open(n + 1));
      server.clock.at(1_000, () => {
        server.clock.step = step;
      });
      const { stopped, startedAt, endedAt } = await server.cancelAll();
      expect(stopped).toBe("verified-empty");
      expect(Date.parse(endedAt) - Date.parse(startedAt)).toBeLessThan(300_000);
    }
  });
});

describe("one order that is always over the limit", () => {
  test("holds up none of the others, is given up after three minutes, and is in `open`", async () => {
    const server = new OddServer();
    server.rows = Array.from({ length: 12 }, (_, n) => open(n + 1));
    const { cancel } = server;
    let lost = 0;
    server.cancel = (id) => {
      if (id === "1") return { status: 429, headers: { "Retry-After": "60" } };
      // Each of the others is lost once, so all of them want to go after the limit was met.
      return lost++ < 11 ? { status: 503 } : cancel(id);
    };
    const { stopped, results, startedAt, endedAt } = await server.cancelAll({}, 3_600_000);
    expect(stopped).toBe("open");
    expect(results.filter(({ verdict }) => verdict !== "canceled").map(({ orderId }) => orderId)).toEqual([
      1,
    ]);
    expect(server.deletes.filter((id) => id === "1")).toHaveLength(4);
    expect(Date.parse(endedAt) - Date.parse(startedAt)).toBeLessThan(6 * 60_000);
  });
});
