// Arguments of operations: what is refused before anything is sent, and what arrives of the rest.
import { describe, expect, test } from "vitest";
import { CANCEL_PATH, clientOf, failure, IDS, SIGN_IN } from "./clients.js";
import { json, NO_CONTENT, testServer } from "./server.js";

const PAGE = { accountId: 6303, pageNumber: 0, pageSize: 20 };

/** The message that refuses a call. Fails if anything was sent. */
async function refusal(operation: string, params: unknown): Promise<string> {
  const server = await testServer(NO_CONTENT);
  const methods = clientOf(server) as unknown as Record<string, (params: unknown) => Promise<unknown>>;
  const error = await failure((methods[operation] as (typeof methods)[""])(params));
  expect([error.name, error.fate, error.status]).toEqual(["ArgumentError", "not-sent", undefined]);
  expect(server.requests).toEqual([]);
  return error.message;
}

describe("an id is an integer from 1 to 2147483647", () => {
  test.each([
    ["text", "6303", /"6303"/],
    ["a path that climbs", "../1", /"\.\.\/1"/],
    ["empty text", "", /""/],
    ["a float", 1.5, /1\.5/],
    ["NaN", Number.NaN, /NaN/],
    ["infinity", Number.POSITIVE_INFINITY, /Infinity/],
    ["0", 0, /not 0/],
    ["-0", -0, /not 0/],
    ["-1", -1, /-1/],
    ["one too many", 2147483648, /2147483648/],
    ["2**53", 2 ** 53, /9007199254740992/],
    ["a bigint", 1n, /1 \(bigint\)/],
    ["null", null, /undefined|null|missing/],
    ["missing", undefined, /undefined|missing/],
    ["true", true, /true/],
    ["an array", [1], /array/],
    ["a Number object", Object(1), /object/],
    ["an object that turns into a path", { toString: () => "../../token" }, /object/],
    ["an object that turns into a number", { valueOf: () => 1, [Symbol.toPrimitive]: () => 1 }, /object/],
    ["an object without any prototype", Object.create(null), /object/],
    ["a symbol", Symbol("1"), /symbol/i],
  ])("not %s", async (_, value, shown) => {
    for (const name of ["accountId", "orderId"]) {
      const message = await refusal("cancelOrder", { ...IDS, [name]: value });
      expect(message).toMatch(new RegExp(`cancelOrder.*${name}.*integer from 1 to 2147483647`));
      expect(message).toMatch(shown);
    }
  });

  test.each([1, 2147483647, 6.303e3])("%d arrives", async (orderId) => {
    const server = await testServer(NO_CONTENT);
    await clientOf(server).cancelOrder({ accountId: 1, orderId });
    expect(server.requests[0]?.target).toBe(`/v1.0/accounts/1/orders/${orderId}`);
  });

  test("text that is shown is shortened", async () => {
    expect(await refusal("cancelOrder", { ...IDS, orderId: "9".repeat(5000) })).toMatch(/^.{0,200}$/);
  });
});

describe("refused are", () => {
  test.each([
    ["no arguments", "cancelOrder", undefined, /cancelOrder.*accountId/],
    ["null", "cancelOrder", null, /cancelOrder.*accountId/],
    ["an unknown argument", "cancelOrder", { ...IDS, id: 1 }, /no argument `id`.*accountId, orderId/],
    ["a name of another case", "cancelOrder", { accountId: 1, orderID: 1 }, /no argument `orderID`/],
    ["a header as argument", "cancelOrder", { ...IDS, "Et-App-Key": "k" }, /no argument `Et-App-Key`/],
    ["a body where there is none", "cancelOrder", { ...IDS, body: "b" }, /no argument `body`/],
    ["an own __proto__", "cancelOrder", JSON.parse('{"__proto__":1,"accountId":1,"orderId":1}'), /__proto__/],
    ["a version that climbs", "cancelOrder", { ...IDS, version: ".." }, /version.*"\.\."/],
    ["a version with a line break", "cancelOrder", { ...IDS, version: "1.0\n" }, /version/],
    ["a version with another path", "cancelOrder", { ...IDS, version: "1.0/../../token" }, /version/],
    ["a page before the first", "listOrders", { ...PAGE, pageNumber: -1 }, /pageNumber.*at least 0.*-1/],
    ["an empty page", "listOrders", { ...PAGE, pageSize: 0 }, /pageSize.*1 to 100/],
    ["a page of 101", "listOrders", { ...PAGE, pageSize: 101 }, /pageSize.*1 to 100.*101/],
    ["an empty filter", "listOrders", { ...PAGE, filter: "" }, /filter.*non-empty/],
    ["a filter that is an array", "listOrders", { ...PAGE, filter: ["a", "b"] }, /filter.*array/],
    ["a filter that is an object", "listOrders", { ...PAGE, filter: { a: 1 } }, /filter.*object/],
    ["half a character", "listOrders", { ...PAGE, filter: "\ud800" }, /filter.*cannot carry/],
    ["desc as text", "listOrders", { ...PAGE, desc: "true" }, /desc.*boolean.*"true"/],
  ])("%s", async (_, operation, params, says) => {
    expect(await refusal(operation, params)).toMatch(says);
  });

  test.each(["Username", "Password", "VerificationCode", "PinCode"])(
    "a %s that is no text or that a header cannot carry, and it is not shown",
    async (name) => {
      for (const value of [5551234, "", "5551234\r\nX-Injected: 1", " 5551234", "5551234\0", "5551234ж"]) {
        const message = await refusal("createToken", { ...SIGN_IN, [name]: value });
        expect(message).toContain(name);
        expect(message).not.toContain("5551234");
      }
    },
  );
});

describe("what is accepted arrives unchanged", () => {
  test("a filter with every reserved character", async () => {
    const server = await testServer(json(200, { Result: [], TotalCount: 0 }));
    const filter = "Status in (0,1) and CreateDate > #2026-01-31T09:30:00# & a=b + c % é € 😀 ?/\\";
    await clientOf(server).listOrders({ ...PAGE, filter, sortField: "a&b", desc: false });
    const { pathname, searchParams } = new URL(server.requests[0]?.target ?? "", server.url);
    expect(pathname).toBe("/v1.0/accounts/6303/orders");
    expect(Object.fromEntries(searchParams)).toEqual({
      pageNumber: "0",
      pageSize: "20",
      filter,
      sortField: "a&b",
      desc: "false",
    });
  });

  test("an optional argument that is undefined is left out", async () => {
    const server = await testServer(json(200, { Result: [], TotalCount: 0 }));
    await clientOf(server).listOrders({ ...PAGE, filter: undefined } as never);
    expect(server.requests[0]?.target).not.toContain("filter");
  });

  test("the version of the call goes before that of the client", async () => {
    const server = await testServer(NO_CONTENT);
    const client = clientOf(server, { version: "1.1" });
    await client.cancelOrder(IDS);
    await client.cancelOrder({ ...IDS, version: "2" });
    expect(server.requests.map(({ target }) => target)).toEqual([
      CANCEL_PATH.replace("1.0", "1.1"),
      CANCEL_PATH.replace("1.0", "2"),
    ]);
  });

  test("a password of Latin-1 letters and marks", async () => {
    const server = await testServer(json(200, { State: "Succeeded", Token: "t" }));
    const Password = "pä&ß'\"<\\ wörd";
    await clientOf(server).createToken({ ...SIGN_IN, Password });
    expect(server.requests[0]?.header("password")).toBe(Password);
  });
});
