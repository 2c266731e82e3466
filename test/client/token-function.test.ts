// A token by a function: when it is asked, with what, and what becomes of its answer.
import { describe, expect, test } from "vitest";
import type { TokenFunction } from "../../src/index.js";
import { bearer, clientOf, DENIED, failure, IDS } from "./clients.js";
import { type Answer, gate, json, NO_CONTENT, testServer } from "./server.js";

const accepting = (...good: string[]) =>
  testServer((request) => (good.includes(bearer(request)) ? NO_CONTENT : json(401, DENIED)));

/** A function that answers from a list and keeps what it was asked with. */
function fromList(...tokens: unknown[]): { token: TokenFunction; asked: (string | undefined)[] } {
  const asked: (string | undefined)[] = [];
  return { asked, token: (refused) => tokens[asked.push(refused) - 1] as string };
}

describe("a token function", () => {
  test("is asked before each request, and not when the client is made", async () => {
    const server = await accepting("a", "b");
    const { token, asked } = fromList("a", "b");
    const client = clientOf(server, { token });
    expect(asked).toEqual([]);
    await client.cancelOrder(IDS);
    await client.cancelOrder(IDS);
    expect(asked).toEqual([undefined, undefined]);
    expect(server.requests.map(bearer)).toEqual(["a", "b"]);
  });

  test("is asked with the refused token after a 401, and its answer is replayed once", async () => {
    const server = await accepting("new");
    const { token, asked } = fromList("old", "new");
    await clientOf(server, { token }).cancelOrder(IDS);
    expect(asked).toEqual([undefined, "old"]);
    expect(server.requests.map(bearer)).toEqual(["old", "new"]);
  });

  test("that returns the same token again causes no replay", async () => {
    const server = await accepting();
    const { token, asked } = fromList("old", "old");
    const error = await failure(clientOf(server, { token }).cancelOrder(IDS));
    expect([error.name, error.status, error.fate]).toEqual(["TokenError", 401, "refused"]);
    expect(asked).toEqual([undefined, "old"]);
    expect(server.requests).toHaveLength(1);
  });

  test("is not asked a third time", async () => {
    const server = await accepting();
    const { token, asked } = fromList("a", "b", "c");
    await failure(clientOf(server, { token }).cancelOrder(IDS));
    expect(asked).toHaveLength(2);
    expect(server.requests.map(bearer)).toEqual(["a", "b"]);
  });

  test("is asked once for 20 calls that were refused the same token", async () => {
    const refused = gate<Answer>();
    const server = await testServer((request) => (bearer(request) === "new" ? NO_CONTENT : refused.opened));
    let renewals = 0;
    const client = clientOf(server, {
      token: async (old) => {
        if (old) renewals++;
        return old ? "new" : "old";
      },
    });
    const calls = Array.from({ length: 20 }, () => client.cancelOrder(IDS));
    await server.arrived(20);
    refused.open(json(401, DENIED));
    await Promise.all(calls);
    expect(renewals).toBe(1);
  });

  test("is asked anew when the token it gave as a renewal has been refused in turn", async () => {
    let good = "b";
    const server = await testServer((request) => (bearer(request) === good ? NO_CONTENT : json(401, DENIED)));
    const client = clientOf(server, { token: (refused) => (refused ? good : "a") });
    await client.cancelOrder(IDS);
    good = "c";
    await client.cancelOrder(IDS).catch(() => undefined);
    expect(await client.cancelOrder(IDS)).toBeUndefined();
  });

  test.each([
    [
      "throws at once",
      () => {
        throw new Error("vault is locked");
      },
    ],
    ["rejects", () => Promise.reject(new Error("vault is locked"))],
  ])("that %s keeps the request from being sent", async (_, token) => {
    const server = await accepting();
    const error = await failure(clientOf(server, { token }).cancelOrder(IDS));
    expect([error.name, error.fate, error.status]).toEqual(["TokenError", "not-sent", undefined]);
    expect(error.cause).toMatchObject({ message: "vault is locked" });
    expect(server.requests).toHaveLength(0);
  });

  test("that fails after a 401 leaves the request refused", async () => {
    const server = await accepting();
    const token = (refused?: string) => (refused ? Promise.reject(new Error("no")) : "old");
    const error = await failure(clientOf(server, { token }).cancelOrder(IDS));
    expect([error.name, error.fate]).toEqual(["TokenError", "refused"]);
    expect(server.requests).toHaveLength(1);
  });

  test.each([undefined, null, 5, "", "Bearer s3cret", "s3cret\r\nX: 1", "s3cret b", "ключ"])(
    "that returns %j keeps the request from being sent",
    async (bad) => {
      const server = await accepting();
      const error = await failure(clientOf(server, { token: () => bad as string }).cancelOrder(IDS));
      expect([error.name, error.fate, error.status]).toEqual(["TokenError", "not-sent", undefined]);
      expect(error.message).toMatch(/the `token` function returned/);
      expect(JSON.stringify(error) + error.stack).not.toContain("s3cret");
      expect(server.requests).toHaveLength(0);
    },
  );

  test.each([undefined, null, "", "same"])(
    "that returns %j after a refusal has no other: the 401 stays",
    async (second) => {
      const server = await accepting();
      const { token, asked } = fromList("same", second);
      const error = await failure(clientOf(server, { token }).cancelOrder(IDS));
      expect([error.name, error.fate, error.status]).toEqual(["TokenError", "refused", 401]);
      expect(error.message).not.toContain("sent");
      expect(asked).toEqual([undefined, "same"]);
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each([5, "s3cret\r\nX: 1", "Bearer s3cret"])(
    "that returns %j after a refusal leaves the request refused, and it is not shown",
    async (second) => {
      const server = await accepting();
      const { token } = fromList("old", second);
      const error = await failure(clientOf(server, { token }).cancelOrder(IDS));
      expect([error.name, error.fate, error.status]).toEqual(["TokenError", "refused", undefined]);
      expect(error.message).toMatch(/the `token` function returned.*It took no effect/);
      expect(error.message + JSON.stringify(error) + error.stack).not.toContain("s3cret");
      expect(server.requests).toHaveLength(1);
    },
  );

  test("that never answers is waited for no longer than the timeout", async () => {
    const server = await accepting();
    const client = clientOf(server, { token: () => new Promise<string>(() => {}), timeoutMs: 20 });
    const error = await failure(client.cancelOrder(IDS));
    expect([error.name, error.fate]).toEqual(["TimeoutError", "not-sent"]);
  });
});
