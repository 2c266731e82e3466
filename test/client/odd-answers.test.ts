// Answers that say something else than their status, come from elsewhere, or are larger than anybody reads.
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createClient, type FetchInit, NotFoundError } from "../../src/index.js";
import { CREDENTIALS, clientOf, failure, IDS, ORDER, SIGN_IN } from "./clients.js";
import { ManualClock } from "./manual-clock.js";
import { type Answer, json, NO_CONTENT, sized, testServer, tooShort } from "./server.js";

describe("a 404", () => {
  const ADDRESS = { Message: "No HTTP resource was found that matches the request URI 'https://x/v9/…'." };

  test("that speaks of the address says so, and nothing of the order", async () => {
    const error = await failure(clientOf(await testServer(json(404, ADDRESS))).cancelOrder(IDS));
    if (!(error instanceof NotFoundError)) throw error;
    expect(error.wrongAddress).toBe(true);
    expect(error.message).toMatch(/Nothing is at this address: check `baseUrl` and `version`/);
    expect(JSON.parse(JSON.stringify(error)).wrongAddress).toBe(true);
  });

  test.each([undefined, { Message: "Order 73552 does not exist" }, { error: ADDRESS.Message }])(
    "with %j speaks of the order",
    async (body) => {
      const error = await failure(
        clientOf(await testServer(body ? json(404, body) : sized(404))).cancelOrder(IDS),
      );
      expect("wrongAddress" in error).toBe(false);
    },
  );
});

describe("an app key is wrong", () => {
  const APP_KEY = "Application key is not defined or does not exist";

  test.each([
    [401, { error: APP_KEY }, "AppKeyError"],
    [403, { error: `${APP_KEY}.` }, "AppKeyError"],
    [401, { error: APP_KEY.toUpperCase() }, "AppKeyError"],
    [403, { error: "The application key has no scope `orders`" }, "PermissionError"],
    [401, { error: "Application key expired" }, "TokenError"],
    [403, { message: APP_KEY }, "PermissionError"],
    [404, { error: APP_KEY }, "NotFoundError"],
  ])("only by the documented words: %i with %j is a %s", async (status, body, name) => {
    expect((await failure(clientOf(await testServer(json(status, body))).cancelOrder(IDS))).name).toBe(name);
  });
});

describe("an answer that breaks off keeps its status:", () => {
  test.each([
    ["409", tooShort(409, "{", "reset"), "connection", 409],
    ["200", tooShort(200, "{", "reset"), "connection", 200],
    ["401", tooShort(401, "{", "stall"), "timeout", 401],
  ] as [string, Answer, string, number][])("%s", async (_, answer, code, status) => {
    // The time is over once the head has arrived: however slow the machine is, that comes first.
    const clock = new ManualClock();
    const onResponse = () => clock.advance(code === "timeout" ? 10_000 : 0);
    const client = clientOf(await testServer(answer), { clock, onResponse });
    const error = await failure(client.cancelOrder(IDS));
    expect([error.code, error.fate, error.status]).toEqual([code, "unknown", status]);
    expect(error.message).toContain(`was answered ${status}`);
  });
});

describe("a redirect that `fetch` has followed is no success:", () => {
  /** As some do whatever they are told. */
  const following = (url: string, init: FetchInit) => fetch(url, { ...init, redirect: "follow" });

  test.each([
    ["to a login page", sized(200, "<html>", { "content-type": "text/html" })],
    ["to JSON", json(200, { ok: true })],
    ["to a 204", NO_CONTENT],
    ["to a 404", sized(404)],
  ])("%s", async (_, there) => {
    const other = await testServer(there);
    const server = await testServer(sized(307, "", { location: `${other.url}/elsewhere` }));
    const error = await failure(clientOf(server, { fetch: following }).cancelOrder(IDS));
    expect([error.name, error.fate]).toEqual(["AnswerError", "unknown"]);
    expect(error.message).toMatch(/by another address.*let `fetch` follow no redirect/);
  });

  test("the same address, written in another way, is the same", async () => {
    const server = await testServer(
      json(200, { Result: [], TotalCount: 0, NextPageLink: "", PreviousPageLink: "" }),
    );
    const list = { accountId: 6303, pageNumber: 0, pageSize: 20, filter: "CreateDate > '2026'" };
    expect(await clientOf(server).listOrders(list)).toMatchObject({ TotalCount: 0 });
    expect(server.requests[0]?.target).toContain("%27");
  });
});

describe("a polyfill", () => {
  test("that adds the time to a read, so that no cache answers, still asks the same address", async () => {
    const server = await testServer(json(200, ORDER));
    const stamping = (url: string, init: FetchInit) => fetch(`${url}?_=${Date.now()}`, init);
    expect(await clientOf(server, { fetch: stamping }).getOrder(IDS)).toEqual(ORDER);
    expect(server.requests[0]?.target).toMatch(/\?_=\d+$/);
  });

  test("that is missing is said before anything counts as sent", async () => {
    vi.stubGlobal("fetch", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", token: "t" });
    const error = await failure(client.cancelOrder(IDS));
    expect([error.name, error.fate]).toEqual(["ArgumentError", "not-sent"]);
    expect(error.message).toContain("there is no `fetch` here");
  });
});

describe("a sign-in", () => {
  const signIn = (...answers: Answer[]) =>
    testServer(({ target }, index) => (target === "/token" ? (answers[index] ?? sized(500)) : NO_CONTENT));

  test("that is answered with an expired password is what it is", async () => {
    const body = { State: "BaseAuthentication", Reason: "Your Password has expired and must be changed" };
    const server = await signIn(json(202, body));
    const error = await failure(clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS));
    expect([error.name, error.status, error.fate]).toEqual(["TokenError", 202, "not-sent"]);
    expect(error.message).toContain(
      "answered 202: Your Password has expired and must be changed. Correct that",
    );
    expect(server.requests).toHaveLength(1);
  });

  test("whose second step is answered with an invalid pin is that too", async () => {
    const wanted = { State: "Expecting", Step: "SecurityPin", Reason: "Expecting pin", Token: "interim" };
    const invalid = { Step: "SecutityPin", Reason: "Invalid pin", State: "Expecting" };
    const server = await signIn(json(202, wanted), json(202, invalid));
    const error = await failure(clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS));
    if (error.code !== "second-factor") throw error;
    const refused = await failure(error.signIn({ pinCode: "0000" }));
    expect([refused.name, refused.status]).toEqual(["TokenError", 202]);
    expect(refused.message).toContain("Invalid pin");
  });

  test.each(["a\nb-s3cret", "a b-s3cret", "Bearer b-s3cret", "ж-s3cret"])(
    "that issues %j, which no header can carry, shows nothing of it",
    async (Token) => {
      for (const answers of [[], [json(200, { State: "Succeeded", Token: "good" })]]) {
        let isGood = true;
        const bad = json(200, { State: "Succeeded", Token });
        const queue = [...answers, bad];
        const server = await testServer(({ target }) => {
          if (target === "/token") return queue.shift() ?? bad;
          isGood = false;
          return sized(401);
        });
        const error = await failure(clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS));
        expect([error.name, error.fate]).toEqual(["AnswerError", isGood ? "not-sent" : "refused"]);
        expect(error.message + JSON.stringify(error) + error.stack).not.toContain("s3cret");
      }
    },
  );

  test("that is answered 401 with the body of IsSucceed: false is refused", async () => {
    const error = await failure(
      clientOf(await testServer(json(401, { IsSucceed: false }))).createToken(SIGN_IN),
    );
    expect([error.name, error.fate]).toEqual(["TokenError", "refused"]);
  });
});

describe("of the body of an error", () => {
  test("1 MiB is read, and 300 characters are shown", async () => {
    const server = await testServer(json(409, { message: "x".repeat(8_000_000) }));
    const error = await failure(clientOf(server).cancelOrder(IDS));
    expect([error.name, error.fate, error.status]).toEqual(["ConflictError", "refused", 409]);
    expect(error.bodyText).toHaveLength(2 ** 20);
    expect(error.body).toBeUndefined();
    expect(error.message.length).toBeLessThan(500);
  });

  test("as much is read as `maxErrorBytes` says", async () => {
    const server = await testServer(sized(409, "0123456789"));
    for (const maxErrorBytes of [0, 4, 10, 11]) {
      const error = await failure(clientOf(server, { maxErrorBytes }).cancelOrder(IDS));
      expect(error.bodyText).toBe("0123456789".slice(0, maxErrorBytes));
    }
  });

  test("long words are cut in the message alone", async () => {
    const message = "y".repeat(5_000);
    const error = await failure(clientOf(await testServer(json(422, { message }))).cancelOrder(IDS));
    expect(error.body).toEqual({ message });
    expect(error.message).toContain(`${"y".repeat(300)}. `);
    expect(error.message).not.toContain("y".repeat(301));
  });

  test("no control character is shown: no line, no color, no direction", async () => {
    const message = "a\nb\r\nc\u001b[31md\u0000e\u202ef\u2028g";
    const error = await failure(clientOf(await testServer(json(422, { message }))).cancelOrder(IDS));
    expect(error.message).toContain("422: a b c [31md e f g. ");
  });

  test("no more is unpacked than is read", async () => {
    const bomb = gzipSync(Buffer.alloc(300_000_000, "z"));
    const bytes = `HTTP/1.1 500 No\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n${bomb.toString("latin1")}`;
    const error = await failure(
      clientOf(await testServer({ bytes }), { timeoutMs: 60_000 }).cancelOrder(IDS),
    );
    expect([error.name, error.status]).toEqual(["ServerError", 500]);
    expect(error.bodyText).toHaveLength(2 ** 20);
  });

  test("one that nests beyond the stack is left out", async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
    const error = await failure(clientOf(await testServer(sized(409, deep))).cancelOrder(IDS));
    expect([error.name, error.bodyText?.length]).toEqual(["ConflictError", deep.length]);
    expect(JSON.stringify(error)).toContain("ConflictError");
  });
});
