// Connections that fail, answers that are odd but legal, redirects, and how long to wait.
import { describe, expect, test } from "vitest";
import { CREDENTIALS, clientOf, failure, IDS, ORDER, SIGN_IN } from "./clients.js";
import {
  chunked,
  gate,
  json,
  NEVER,
  NO_CONTENT,
  RESET_BEFORE_HEAD,
  sized,
  startServer,
  testServer,
  tooShort,
} from "./server.js";

describe("without a connection nothing was sent", () => {
  const refused = async () => {
    const server = await startServer(() => NEVER);
    await server.close();
    return server;
  };

  test("a port where nobody listens, which the message names", async () => {
    const server = await refused();
    const error = await failure(clientOf(server).cancelOrder(IDS));
    expect(error.message).toContain(`got no answer from ${server.url}. It was not sent.`);
    expect([error.name, error.fate, error.status]).toEqual(["ConnectionError", "not-sent", undefined]);
    expect(error.message).toMatch(/cancelOrder \(DELETE \/v1\.0\/accounts\/6303\/orders\/73552\).*not sent/);
    expect((error.cause as Error).cause).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("a host that has no address", async () => {
    const url = `https://${"a".repeat(64)}.example`;
    const error = await failure(clientOf({ url }).cancelOrder(IDS));
    expect([error.name, error.fate]).toEqual(["ConnectionError", "not-sent"]);
  });

  test("neither is the operation when the sign-in had no connection", async () => {
    const error = await failure(clientOf(await refused(), { credentials: CREDENTIALS }).cancelOrder(IDS));
    expect([error.name, error.fate, error.request?.path]).toEqual(["ConnectionError", "not-sent", "/token"]);
  });
});

describe("once it may have been sent, nobody knows", () => {
  test.each([
    ["is reset without an answer", RESET_BEFORE_HEAD],
    ["is closed without an answer", { bytes: "", ending: "end" as const }],
    ["answers in another protocol", { bytes: "SSH-2.0-OpenSSH_9.7\r\n\r\n", ending: "end" as const }],
    ["answers with a status beyond all", { bytes: "HTTP/1.1 999 No\r\ncontent-length: 0\r\n\r\n" }],
    [
      "packs a refusal in a way that nobody can unpack",
      sized(409, "no gzip", { "content-encoding": "gzip" }),
    ],
  ])("a connection that %s", async (_, answer) => {
    const server = await testServer(answer);
    const error = await failure(clientOf(server).cancelOrder(IDS));
    expect(error.fate).toBe("unknown");
    expect(error.message).toMatch(/not known: read the order/);
    expect(server.requests).toHaveLength(1);
  });

  test("a refusal that breaks off after its head arrived is no refusal", async () => {
    const seen = gate();
    const server = await testServer({ ...tooShort(409, '{"mess', "reset"), until: seen.opened });
    const error = await failure(
      clientOf(server, { onResponse: () => seen.open(undefined) }).cancelOrder(IDS),
    );
    expect([error.name, error.fate, error.status]).toEqual(["ConnectionError", "unknown", 409]);
    expect(error.message).toContain("409");
    expect(error.cause).toBeInstanceOf(Error);
  });

  test("the next call works again", async () => {
    const server = await testServer((_, index) => (index === 0 ? RESET_BEFORE_HEAD : NO_CONTENT));
    const client = clientOf(server);
    await failure(client.cancelOrder(IDS));
    expect(await client.cancelOrder(IDS)).toBeUndefined();
  });
});

describe("success is a 2xx of the API", () => {
  test.each([
    ["204", NO_CONTENT, undefined],
    ["200 without a body", sized(200), undefined],
    ["200 with an object", json(200, { IsSucceed: true }), { IsSucceed: true }],
    ["202 in empty chunks", chunked(202), undefined],
    ["299", sized(299), undefined],
    ["204 after early hints", { bytes: `HTTP/1.1 103 Hints\r\n\r\n${NO_CONTENT.bytes}` }, undefined],
  ])("a cancel answered %s resolves", async (_, answer, value) => {
    expect(await clientOf(await testServer(answer)).cancelOrder(IDS)).toEqual(value);
  });

  test("an order is what was sent, unlisted properties and statuses included", async () => {
    const order = { ...ORDER, Status: "Unheard", Extra: [1, { a: null }] };
    expect(await clientOf(await testServer(json(200, order))).getOrder(IDS)).toEqual(order);
  });

  test.each([
    ["text that is no JSON", sized(200, "}{"), /with application\/json.* instead of the API's JSON/],
    ["a login page", sized(200, "<html>", { "content-type": "text/html" }), /with text\/html instead/],
    ["IsSucceed: false", json(200, { Errors: ["No"], IsSucceed: false }), /its body says that it failed/],
  ])("a cancel answered 200 with %s is of unknown fate", async (_, answer, says) => {
    const error = await failure(clientOf(await testServer(answer)).cancelOrder(IDS));
    expect([error.name, error.fate, error.status]).toEqual(["AnswerError", "unknown", 200]);
    expect(error.message).toMatch(says);
    expect(error.message).toMatch(/not known: read the order/);
  });

  test("a 200 with half a token shows nothing of it", async () => {
    const server = await testServer(sized(200, '{"State":"Succeeded","Token":"half-a-to'));
    const error = await failure(clientOf(server).createToken(SIGN_IN));
    expect([error.name, error.fate, error.status]).toEqual(["AnswerError", "unknown", 200]);
    expect(JSON.stringify(error)).not.toContain("half-a-to");
  });
});

describe("a redirect is not followed", () => {
  test.each([301, 302, 303, 307, 308])("%i", async (status) => {
    const target = await testServer(NO_CONTENT);
    const elsewhere = sized(status, "", { location: `${target.url}/v1.0/accounts/6303/orders/73552` });
    const server = await testServer(elsewhere);
    const calls = [
      clientOf(server).cancelOrder(IDS),
      clientOf(server).getOrder(IDS),
      clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS),
    ];
    for (const error of await Promise.all(calls.map(failure)))
      expect([error.name, error.status]).toEqual(["AnswerError", status]);
    expect(server.requests).toHaveLength(3);
    expect(target.requests).toEqual([]);
  });
});

test("only a 421 is sent again by the platform: the server that answered it was not the one it was meant for", async () => {
  const server = await testServer(sized(421));
  const error = await failure(clientOf(server).cancelOrder(IDS));
  expect([error.name, error.status, error.fate]).toEqual(["AnswerError", 421, "refused"]);
  expect(server.requests).toHaveLength(2);
});

describe("retryAfterMs", () => {
  const waits = async (value: string, status = 429) => {
    const server = await testServer(sized(status, "", { "retry-after": value }));
    return (await failure(clientOf(server).cancelOrder(IDS))).retryAfterMs;
  };

  test.each([
    ["0", undefined],
    ["12", 12_000],
    ["8.5", 8_500],
    ["Sun, 06 Nov 1994 08:49:37 GMT", undefined],
    ["Sunday, 06-Nov-94 08:49:37 GMT", undefined],
    ["Sat, 13 Sep 275760 00:00:00 GMT", undefined],
    ["Sat, 14 Sep 275760 00:00:00 GMT", undefined],
    ["-5", undefined],
    ["1.", undefined],
    [String(2 ** 31 / 1000), undefined],
    ["2147483.647", 2 ** 31 - 1],
    ["1e3", undefined],
    ["0x10", undefined],
    ["99999999999999999999", undefined],
    ["5, 10", undefined],
    ["soon", undefined],
    ["2026", 2_026_000],
    ["2026-01-31", undefined],
    ["", undefined],
  ])("of %j is %s", async (value, expected) => {
    expect(await waits(value)).toBe(expected);
  });

  test("of a date is the time until then", async () => {
    const wait = await waits(new Date(Date.now() + 600_000).toUTCString());
    expect(wait).toBeGreaterThan(500_000);
    expect(wait).toBeLessThanOrEqual(600_000);
  });

  test("is there on a 503 too", async () => {
    expect(await waits("3", 503)).toBe(3000);
  });

  test("is absent where the answer says nothing", async () => {
    const error = await failure(clientOf(await testServer(sized(429))).cancelOrder(IDS));
    expect("retryAfterMs" in error).toBe(false);
  });
});
