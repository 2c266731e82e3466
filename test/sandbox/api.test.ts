// The API as a caller sees it.
import { describe, expect, it } from "vitest";
import { arrived, call, LIST, orderPath, problems, SIGN_IN, sandboxOf, token } from "./helpers.js";

describe("canceling", () => {
  it("is seen by getOrder and listOrders, and a second cancel meets the documented conflict", async () => {
    const sandbox = await sandboxOf();
    expect((await call(sandbox, "DELETE", orderPath(73552))).status).toBe(204);
    expect((await call(sandbox, "GET", orderPath(73552))).body).toMatchObject({
      Status: "PendingCancel",
      ExecutionStatus: "New",
    });
    expect(await call(sandbox, "DELETE", orderPath(73552))).toMatchObject({
      status: 409,
      body: { message: "A cancel of order 73552 is already pending" },
    });
    await sandbox.advance(2000);
    expect((await call(sandbox, "GET", orderPath(73552))).body.Status).toBe("Canceled");
    const { Result } = (await call(sandbox, "GET", LIST)).body;
    expect(Result.find(({ Id }: { Id: number }) => Id === 73552).Status).toBe("Canceled");
    expect((await call(sandbox, "DELETE", orderPath(73552))).body.message).toBe(
      "Order 73552 is already canceled",
    );
  });

  it("answers a slow cancel only when the venue's turn has come", async () => {
    const sandbox = await sandboxOf({ venueMs: 500 });
    const slow = call(sandbox, "DELETE", orderPath(73552, "syncorders"));
    await arrived(sandbox);
    await sandbox.advance(499);
    expect(sandbox.requests()[0]?.answeredAt).toBeUndefined();
    await sandbox.advance(1);
    expect((await slow).status).toBe(204);
  });

  it("is refused for what is not an id, naming the parameter", async () => {
    const sandbox = await sandboxOf();
    for (const id of ["0", "-1", "abc", "2147483648", "%zz", "1.5"]) {
      const answer = await call(sandbox, "DELETE", `/v1.0/accounts/6303/orders/${id}`);
      expect([answer.status, Object.keys(answer.body.ModelState)]).toEqual([422, ["orderId"]]);
    }
  });
});

describe("the orders", () => {
  it("has all four sides and all 17 statuses, each order as the schema says", async () => {
    const sandbox = await sandboxOf();
    const { body } = await call(sandbox, "GET", LIST);
    const values = (name: string) =>
      new Set(body.Result.map((order: Record<string, unknown>) => order[name]));
    expect(problems("OrderPage", body)).toEqual([]);
    expect([values("Side").size, values("Status").size]).toEqual([4, 17]);
    expect(values("Id")).toContain(73552);
  });

  it("shows every order alone as it shows it in the list", async () => {
    const sandbox = await sandboxOf({ limits: false });
    const { Result } = (await call(sandbox, "GET", LIST)).body;
    for (const order of Result) {
      for (const kind of ["orders", "syncorders"]) {
        const { body } = await call(sandbox, "GET", orderPath(order.Id, kind));
        expect([body, problems("Order", body)]).toEqual([order, []]);
      }
    }
  });

  it("is paged, with links that lead through all of it and back", async () => {
    const sandbox = await sandboxOf();
    const seen: number[] = [];
    let path = "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=7&sortField=Quantity&desc=true";
    let last = "";
    for (; path; ) {
      const { body } = await call(sandbox, "GET", path);
      expect(problems("OrderPage", body)).toEqual([]);
      seen.push(...body.Result.map(({ Id }: { Id: number }) => Id));
      last = path;
      path = body.NextPageLink;
    }
    const total = sandbox.orders().length;
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
    expect((await call(sandbox, "GET", last)).body.PreviousPageLink).toContain("desc=true");
  });

  it("is empty, not unknown, beyond the last page", async () => {
    const sandbox = await sandboxOf();
    const { status, body } = await call(sandbox, "GET", LIST.replace("pageNumber=0", "pageNumber=9"));
    expect([status, body.Result, body.NextPageLink]).toEqual([200, [], ""]);
  });

  it("is filtered and sorted", async () => {
    const sandbox = await sandboxOf();
    const query = new URLSearchParams({ filter: "Status in (2,4)", sortField: "Id", desc: "true" });
    const { body } = await call(sandbox, "GET", `${LIST}&${query}`);
    const ids = body.Result.map(({ Id }: { Id: number }) => Id);
    expect(ids).toEqual([80023, 80010, 74002, 73551, 73505, 73503]);
  });

  it.each([
    [`${LIST}&filter=Status%20is%20New`, 400],
    [`${LIST}&sortField=Nope`, 422],
    [`${LIST}&desc=maybe`, 422],
    [LIST.replace("pageSize=100", "pageSize=101"), 422],
    [LIST.replace("pageNumber=0&", ""), 422],
  ])("refuses %s with %i", async (path, status) => {
    const sandbox = await sandboxOf();
    expect((await call(sandbox, "GET", path)).status).toBe(status);
  });
});

describe("the limits", () => {
  it.each([
    ["DELETE", orderPath(80005), 50],
    ["GET", orderPath(73552), 120],
  ])(
    "let %s through until the limit of the spec, then 429 with the true wait",
    async (method, path, limit) => {
      const sandbox = await sandboxOf();
      for (let i = 0; i < limit; i++) expect((await call(sandbox, method, path)).status).not.toBe(429);
      const refused = await call(sandbox, method, path);
      expect(refused).toMatchObject({ status: 429, body: { message: "Too many requests" } });
      const wait = Number(refused.headers.get("retry-after"));
      expect(refused.headers.get("x-ratelimit-limit")).toBe(String(limit));
      expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
      expect(Number(refused.headers.get("x-ratelimit-reset"))).toBe(
        Math.ceil((sandbox.now() + 60_001) / 1000),
      );
      await sandbox.advance((wait - 1) * 1000);
      expect((await call(sandbox, method, path)).status).toBe(429);
      await sandbox.advance(1000);
      expect((await call(sandbox, method, path)).status).not.toBe(429);
    },
  );

  it("count both kinds of cancel together, and reads apart", async () => {
    const sandbox = await sandboxOf();
    for (let i = 0; i < 50; i++) await call(sandbox, "DELETE", orderPath(1, i % 2 ? "orders" : "syncorders"));
    expect((await call(sandbox, "DELETE", orderPath(1))).status).toBe(429);
    expect((await call(sandbox, "GET", orderPath(73552))).status).toBe(200);
  });

  it("count tokens by user", async () => {
    const sandbox = await sandboxOf();
    for (let i = 0; i < 10; i++) expect((await token(sandbox.url, SIGN_IN)).status).toBe(200);
    expect((await token(sandbox.url, SIGN_IN)).status).toBe(429);
    expect((await token(sandbox.url, { ...SIGN_IN, Username: "trader2fa" })).status).toBe(202);
  });

  it("count by token where that side is played", async () => {
    const sandbox = await sandboxOf({ switches: { limitsPer: "token" } });
    for (let i = 0; i < 50; i++) await call(sandbox, "DELETE", orderPath(1));
    expect((await call(sandbox, "DELETE", orderPath(1))).status).toBe(429);
    const other = { Authorization: `Bearer ${sandbox.issueToken()}` };
    expect((await call(sandbox, "DELETE", orderPath(1), other)).status).toBe(404);
  });
});

describe("Prefer", () => {
  it.each([
    ["code=409, example=order-already-filled", 409],
    ["code=429", 429],
    ["example=order-unknown", 404],
    ['code="500"; example="server-error"', 500],
  ])("%s is answered %i, and nothing happens", async (Prefer, status) => {
    const sandbox = await sandboxOf();
    expect((await call(sandbox, "DELETE", orderPath(73552), { Prefer })).status).toBe(status);
    expect(sandbox.order(73552)?.status).toBe("New");
  });

  it.each(["code=409, example=order-alredy-filled", "code=418", "example=nope"])(
    "%s is an error that lists what there is, not a 204",
    async (Prefer) => {
      const sandbox = await sandboxOf();
      const { status, body } = await call(sandbox, "DELETE", orderPath(73552), { Prefer });
      expect(status).toBe(400);
      expect(body.message).toContain("code=409, example=order-already-filled");
    },
  );

  it("leaves preferences alone that are not its own", async () => {
    const sandbox = await sandboxOf();
    expect(
      (await call(sandbox, "DELETE", orderPath(73552), { Prefer: "respond-async, wait=10" })).status,
    ).toBe(204);
  });
});

describe("a page in a browser", () => {
  it("may ask from any origin, with the headers that the API takes", async () => {
    const sandbox = await sandboxOf();
    const asked = "authorization,et-app-key,prefer,username,password";
    const response = await fetch(sandbox.url + orderPath(73552), {
      method: "OPTIONS",
      headers: {
        Origin: "http://localhost:5173",
        "Access-Control-Request-Method": "DELETE",
        "Access-Control-Request-Headers": asked,
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("access-control-allow-methods")).toContain("DELETE");
    expect(response.headers.get("access-control-allow-headers")).toBe(asked);
  });

  it("sees the wait of a 429", async () => {
    const sandbox = await sandboxOf();
    const { status, headers } = await call(sandbox, "DELETE", orderPath(80026), {
      Origin: "http://localhost:5173",
    });
    expect(status).toBe(429);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")).toMatch(/Retry-After, X-RateLimit-Limit/);
  });
});
