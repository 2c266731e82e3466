// The handlers in a real MSW server, asked by the real client and by `cancel()`.
import {
  type AutoSharesError,
  type Client,
  cancel,
  cancelAll,
  createClient,
  planCancelAll,
} from "autoshares-cancel";
import { createSandbox } from "autoshares-cancel/sandbox/web";
import {
  type AnswerName,
  answer,
  fail,
  fixtures,
  handlers,
  type OperationId,
} from "autoshares-cancel/testing";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { errorClass } from "../../src/client/fates.js";
import { urlPattern } from "../../src/testing/index.js";
import { requestOf } from "../helpers.js";

const baseUrl = "https://api.autoshares.dev";
const credentials = { username: "trader", password: "sandbox" };
const order = { accountId: 6303, orderId: 73552 };

/** New for each test: a client remembers its token, and the limit that it met. */
let client: Client;
beforeEach(() => {
  client = createClient({ baseUrl, appKey: "k", credentials });
});

const server = setupServer(...handlers());
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** One call of an operation, with the arguments that the spec gives as examples. */
const call = (id: OperationId): Promise<unknown> =>
  (client[id] as (args: object) => Promise<unknown>)(requestOf(id).args);
const outcome = (id: OperationId): Promise<unknown> => call(id).catch((error: unknown) => error);

interface Row {
  id: OperationId;
  name: string;
  fixture: { status: number; headers: Record<string, string>; body?: object };
}
const rows: Row[] = Object.entries(fixtures).flatMap(([id, own]) =>
  Object.entries(own).map(([name, fixture]) => ({ id: id as OperationId, name, fixture })),
);
const give = ({ id, name }: Row, options?: { empty?: boolean }) =>
  (answer[id] as (name: string, options?: object) => ReturnType<typeof answer.getOrder>)(name, options);

describe("the client gets what the fixture says", () => {
  test.each(rows)("$id: $name", async (row) => {
    server.use(give(row));
    const result = await outcome(row.id);
    const { status, headers, body } = row.fixture;
    if (status < 300) return expect(result).toEqual(body);
    const seconds = headers["Retry-After"];
    expect(result).toBeInstanceOf(errorClass(status, body));
    expect(result).toMatchObject({
      status,
      ...(body && { body }),
      ...(seconds && { retryAfterMs: Number(seconds) * 1000 }),
    });
  });

  test.each(rows.filter(({ fixture }) => fixture.status >= 400))(
    "$id: $name, without its body",
    async (row) => {
      server.use(give(row, { empty: true }));
      const result = (await outcome(row.id)) as AutoSharesError;
      expect(result).toBeInstanceOf(errorClass(row.fixture.status));
      expect(result).toMatchObject({ status: row.fixture.status, bodyText: "" });
      expect(result.body).toBeUndefined();
    },
  );
});

describe("handlers()", () => {
  test("gives the first documented success of every operation", async () => {
    for (const [id, own] of Object.entries(fixtures)) {
      const first = (Object.values(own) as Row["fixture"][]).find(({ status }) => status < 300);
      expect(await outcome(id as OperationId)).toEqual(first?.body);
    }
  });

  test("gives a preferred answer wherever an operation has it", async () => {
    server.use(...handlers({ prefer: ["order-canceled", "orders-empty"] }));
    expect(await client.getSyncOrder(order)).toMatchObject({ Status: "Canceled" });
    expect(await client.listOrders({ accountId: 6303, pageNumber: 0, pageSize: 9 })).toMatchObject({
      TotalCount: 0,
    });
    expect(await cancel(client, order)).toMatchObject({ verdict: "canceled", remainingQuantity: 87.5 });
  });

  test("leaves other base URLs alone when one is given", async () => {
    const narrow = setupServer(...handlers({ baseUrl: `${baseUrl}/api/` }), answer.getOrder("order-filled"));
    server.close();
    narrow.listen({ onUnhandledRequest: "error" });
    try {
      expect(await client.getOrder(order, { token: "t" })).toMatchObject({ Status: "Filled" });
      const behindPath = createClient({ baseUrl: `${baseUrl}/api`, appKey: "k", token: "t" });
      expect(await behindPath.getOrder(order)).toMatchObject({ Status: "New" });
    } finally {
      narrow.close();
      server.listen({ onUnhandledRequest: "error" });
    }
  });

  test("refuses a name that no operation has", () => {
    expect(() => handlers({ prefer: ["order-gone" as AnswerName] })).toThrow(
      "No operation has an answer `order-gone`.",
    );
  });
});

describe("in one test", () => {
  test("an answer is for the order it is meant for", async () => {
    server.use(answer.getOrder("order-unknown", { orderId: 5 }));
    await expect(client.getOrder({ ...order, orderId: 5 })).rejects.toMatchObject({ status: 404 });
    expect(await client.getOrder(order)).toMatchObject({ Status: "New" });
  });

  test("an answer is for the page it is meant for", async () => {
    server.use(answer.listOrders("orders-empty", { pageNumber: 1 }));
    const page = (pageNumber: number) => client.listOrders({ accountId: 6303, pageNumber, pageSize: 20 });
    expect(await page(1)).toMatchObject({ TotalCount: 0 });
    expect(await page(0)).toMatchObject({ TotalCount: 2 });
  });

  test("an answer is for the user it is meant for", async () => {
    server.use(answer.createToken("password-wrong", { Username: "mallory" }));
    await expect(client.createToken({ Username: "mallory", Password: "p" })).rejects.toMatchObject({
      status: 401,
    });
    expect(await call("createToken")).toMatchObject({ State: "Succeeded" });
  });

  test("answers given once follow one another", async () => {
    server.use(answer.getOrder("order-cancel-pending", { once: true }), answer.getOrder("order-canceled"));
    const seen = [await client.getOrder(order), await client.getOrder(order), await client.getOrder(order)];
    expect(seen.map(({ Status }) => Status)).toEqual(["PendingCancel", "Canceled", "Canceled"]);
  });

  test("an answer can be given as data, documented or not", async () => {
    const open = fixtures.getOrder["order-open"];
    server.use(
      answer.getOrder({ ...open, body: { ...open.body, Id: 5, Quantity: 10 } }, { orderId: 5 }),
      answer.cancelOrder({
        status: 502,
        headers: { "content-type": "text/html" },
        body: "<h1>Bad Gateway</h1>",
      }),
    );
    expect(await client.getOrder({ ...order, orderId: 5 })).toMatchObject({ Id: 5, Quantity: 10 });
    await expect(call("cancelOrder")).rejects.toMatchObject({
      status: 502,
      bodyText: "<h1>Bad Gateway</h1>",
    });
  });

  test("an expired token is renewed, and the request is sent again", async () => {
    server.use(answer.cancelOrder("token-expired", { once: true }));
    expect(await call("cancelOrder")).toBeUndefined();
  });

  test("an answer takes as long as is said", async () => {
    server.use(answer.getOrder("order-open", { delayMs: 60_000 }));
    await expect(client.getOrder(order, { timeoutMs: 20 })).rejects.toMatchObject({ code: "timeout" });
    server.use(answer.getOrder("order-filled", { delayMs: 1 }));
    expect(await client.getOrder(order)).toMatchObject({ Status: "Filled" });
  });
});

describe("no answer", () => {
  test.each(Object.keys(fixtures) as OperationId[])("%s: the connection is lost", async (id) => {
    server.use(fail[id]("lost", { once: true }));
    await expect(call(id)).rejects.toMatchObject({ code: "connection", fate: "unknown" });
  });

  test("none ever comes", async () => {
    server.use(fail.cancelOrder("never"));
    await expect(client.cancelOrder(order, { timeoutMs: 20 })).rejects.toMatchObject({
      code: "timeout",
      fate: "unknown",
    });
  });

  test("an answer lost after it took effect: cancel() reads, and finds the order canceled", async () => {
    server.use(fail.cancelOrder("lost"), answer.getOrder("order-canceled"));
    const { verdict, attempts } = await cancel(client, order);
    expect([verdict, attempts.map(({ fate }) => fate)]).toEqual(["canceled", ["unknown"]]);
  });
});

test("a name that does not exist is refused when the handler is made, with those that do", () => {
  const misspelled = "order-alredy-filled" as "order-already-filled";
  expect(() => answer.cancelOrder(misspelled)).toThrow(
    /^cancelOrder has no answer `order-alredy-filled`\. It has: 204, .*order-already-filled/,
  );
  expect(() => answer.cancelOrder("toString" as "204")).toThrow(/no answer/);
  expect(() => fail.cancelOrder("slow" as "lost")).toThrow(
    "There is no failure `slow`. There are: lost, never.",
  );
  expect(() => answer.cancelOrder("204", { orderID: 5 } as object)).toThrow(/no argument `orderID`/);
});

test("handlers of your own use the pattern of the URL", async () => {
  const seen: string[] = [];
  server.use(
    http.delete(urlPattern("cancelOrder"), ({ request }) => {
      seen.push(request.headers.get("et-app-key") ?? "");
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await call("cancelOrder");
  expect(seen).toEqual(["k"]);
});

describe("with a sandbox that remembers", () => {
  const sandbox = createSandbox({ venueMs: 20 });
  const own = () => createClient({ baseUrl, appKey: sandbox.appKey, credentials });
  const everything = { accountIds: [6303], where: "everything" } as const;
  const open = () => sandbox.orders().filter(({ status }) => status === "New");
  beforeEach(() => {
    sandbox.clearOrders();
    for (const id of [1, 2, 3]) sandbox.putOrder(id, { side: "Buy", quantity: 100 });
    sandbox.putOrder(4, { side: "Sell", quantity: 50 });
    server.use(...handlers({ sandbox }));
  });
  afterAll(() => sandbox.close());

  test("a whole book is listed, canceled and seen empty", async () => {
    const plan = await planCancelAll(own(), everything);
    expect(plan.targets.map(({ orderId }) => orderId)).toEqual([1, 2, 3, 4]);
    const result = await cancelAll(own(), plan, { settleMs: 50 });
    expect([result.stopped, result.results.map(({ verdict }) => verdict)]).toEqual([
      "verified-empty",
      ["canceled", "canceled", "canceled", "canceled"],
    ]);
    expect(open()).toEqual([]);
  });

  test("what is not meant stays, and what cannot go is in `open`", async () => {
    sandbox.putOrder(3, { refuse: "409 order-already-filled" });
    const { stopped, open: left } = await cancelAll(
      own(),
      { ...everything, where: { side: "Buy" } },
      { settleMs: 50 },
    );
    expect([stopped, left.map(({ Id }) => Id)]).toEqual(["open", [3]]);
    expect(open().map(({ id }) => id)).toEqual([3, 4]);
  });

  test("an answer of one test comes before the sandbox's", async () => {
    server.use(answer.cancelOrder("not-permitted", { orderId: 4 }));
    await expect(own().cancelOrder({ ...order, orderId: 4 })).rejects.toMatchObject({ status: 403 });
    expect(sandbox.order(4)?.status).toBe("New");
    await own().cancelOrder({ ...order, orderId: 1 });
    expect(sandbox.order(1)?.status).toBe("PendingCancel");
  });
});
