// Errors as values: recognized by class and by code, across copies of the package, written to logs.
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { AutoSharesError, ConflictError, NotFoundError, ServerError } from "../../src/index.js";
import { clientOf, failure, IDS } from "./clients.js";
import { json, sized, testServer } from "./server.js";

async function conflict() {
  return failure(clientOf(await testServer(json(409, { message: "Order is filled." }))).cancelOrder(IDS));
}

async function secondCopy() {
  vi.resetModules();
  const copy = await import("../../src/index.js");
  expect(copy.ConflictError).not.toBe(ConflictError);
  return copy;
}

describe("an error", () => {
  test("is an instance of its class, of AutoSharesError, of Error, and of no other class", async () => {
    const error = await conflict();
    expect(error).toBeInstanceOf(ConflictError);
    expect(error).toBeInstanceOf(AutoSharesError);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(NotFoundError);
    expect(error).not.toBeInstanceOf(TypeError);
  });

  test("names operation, method, path, status, the server's words and what to do next", async () => {
    const { message } = await conflict();
    expect(message).toMatch(/cancelOrder \(DELETE \/v1\.0\/accounts\/6303\/orders\/73552\).*409/);
    expect(message).toMatch(/Order is filled/);
    expect(message).toMatch(/[Rr]ead the order/);
  });

  test("keeps its facts in JSON, name and message included", async () => {
    expect(JSON.parse(JSON.stringify(await conflict()))).toEqual({
      name: "ConflictError",
      message: expect.stringContaining("409"),
      code: "conflict",
      fate: "refused",
      status: 409,
      request: { method: "DELETE", path: "/v1.0/accounts/6303/orders/73552" },
      body: { message: "Order is filled." },
      bodyText: '{"message":"Order is filled."}',
    });
  });

  test("shows name, fate and status where it is logged", async () => {
    expect(inspect(await conflict())).toMatch(/ConflictError: [\s\S]*fate: 'refused'[\s\S]*status: 409/);
  });

  test("has no field that does not apply", async () => {
    const error = await failure(clientOf(await testServer(sized(500))).cancelOrder(IDS));
    expect(Object.keys(error).sort()).toEqual(["bodyText", "code", "fate", "request", "status"]);
    expect("cause" in error).toBe(false);
  });

  test("is told by its prototype when it is of a class that a user derives", async () => {
    class Mine extends ConflictError {}
    expect(await conflict()).not.toBeInstanceOf(Mine);
    expect(new Mine("mine", { fate: "refused" })).toBeInstanceOf(ConflictError);
    expect(new Mine("mine", { fate: "refused" })).toBeInstanceOf(Mine);
  });
});

describe("across two copies of the package", () => {
  test("instanceof and code work in both directions", async () => {
    const copy = await secondCopy();
    const ours = await conflict();
    const theirs = await copy
      .createClient({ baseUrl: (await testServer(sized(409))).url, appKey: "k", token: "t" })
      .cancelOrder(IDS)
      .catch((error: unknown) => error);
    for (const error of [ours, theirs]) {
      expect(error).toBeInstanceOf(ConflictError);
      expect(error).toBeInstanceOf(copy.ConflictError);
      expect(error).toBeInstanceOf(AutoSharesError);
      expect(error).toBeInstanceOf(copy.AutoSharesError);
      expect(error).not.toBeInstanceOf(ServerError);
      expect(error).not.toBeInstanceOf(copy.ServerError);
      expect(error).toMatchObject({ code: "conflict", fate: "refused" });
    }
  });
});

test.each([
  undefined,
  null,
  5,
  "409",
  {},
  new Error("409"),
  { code: "conflict" },
  new TypeError("fetch failed"),
])("%j is no error of ours", (value) => {
  expect(value instanceof AutoSharesError).toBe(false);
  expect(value instanceof ConflictError).toBe(false);
});
