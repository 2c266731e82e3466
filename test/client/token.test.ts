// Where tokens come from, and that no more are asked for than needed.
import { describe, expect, test } from "vitest";
import { TokenError } from "../../src/index.js";
import { api, bearer, CREDENTIALS, clientOf, DENIED, failure, IDS, UNLIMITED } from "./clients.js";
import { type Answer, gate, json, NEVER, NO_CONTENT, type Received, sized, testServer } from "./server.js";

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const refuse = (...tokens: string[]) =>
  api((_, token) => (tokens.includes(token) ? json(401, DENIED) : NO_CONTENT));
const tokensOf = (requests: Received[]) => requests.filter(({ target }) => target !== "/token").map(bearer);

describe("a token by credentials", () => {
  test("is fetched on first need, not before, and used until it is refused", async () => {
    const server = await testServer(api());
    const client = clientOf(server, { credentials: CREDENTIALS });
    expect(server.requests).toHaveLength(0);
    await client.cancelOrder(IDS);
    await client.cancelSyncOrder(IDS);
    expect(server.requests.map(({ line }) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "POST /token",
      "DELETE /v1.0/accounts/6303/orders/73552",
      "DELETE /v1.0/accounts/6303/syncorders/73552",
    ]);
    expect(tokensOf(server.requests)).toEqual(["token-1", "token-1"]);
  });

  test("is asked for with app key, user name and password in headers, and nothing else that is secret", async () => {
    const server = await testServer(api());
    await clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS);
    const [signIn, cancel] = server.requests;
    expect(signIn?.headers).toEqual(
      expect.arrayContaining([
        ["et-app-key", "key-of-the-test"],
        ["username", "trader"],
        ["password", "sandbox"],
      ]),
    );
    expect(signIn?.header("authorization")).toBeUndefined();
    expect(cancel?.header("username")).toBeUndefined();
    expect(cancel?.header("password")).toBeUndefined();
  });

  test.each([50, 1000])("is asked for once by %i cancels on a cold client", async (count) => {
    const server = await testServer(api());
    const client = clientOf(server, { credentials: CREDENTIALS, timeoutMs: 60_000, budget: UNLIMITED });
    await Promise.all(times(count, () => client.cancelOrder(IDS)));
    expect(server.tokenRequests()).toBe(1);
    expect(server.requests).toHaveLength(count + 1);
  });

  test("is renewed once for all calls that were refused the same token", async () => {
    const server = await testServer(refuse("token-1"));
    const client = clientOf(server, { credentials: CREDENTIALS });
    await Promise.all(times(20, () => client.cancelOrder(IDS)));
    expect(server.tokenRequests()).toBe(2);
    expect(tokensOf(server.requests).filter((token) => token === "token-2")).toHaveLength(20);
  });

  test("is not renewed for a call whose refusal arrives after the renewal", async () => {
    const late = gate<Answer>();
    const server = await testServer(
      api(({ target }, token) => {
        if (token !== "token-1") return NO_CONTENT;
        return target.endsWith("/2") ? late.opened : json(401, DENIED);
      }),
    );
    const client = clientOf(server, { credentials: CREDENTIALS });
    const slow = client.cancelOrder({ ...IDS, orderId: 2 });
    await client.cancelOrder({ ...IDS, orderId: 1 });
    late.open(json(401, DENIED));
    await slow;
    expect(server.tokenRequests()).toBe(2);
  });

  test("is asked for once by 20 calls whose renewal fails", async () => {
    let signIns = 0;
    const server = await testServer(({ target }) => {
      if (target !== "/token") return json(401, DENIED);
      return signIns++ === 0 ? json(200, { State: "Succeeded", Token: "token-1" }) : sized(500);
    });
    const client = clientOf(server, { credentials: CREDENTIALS });
    const errors = await Promise.all(times(20, () => failure(client.cancelOrder(IDS))));
    expect(server.tokenRequests()).toBe(2);
    expect(new Set(errors.map(({ code, fate }) => `${code} ${fate}`))).toEqual(new Set(["server refused"]));
  });

  test("is sent in one replay; the second 401 stops", async () => {
    const server = await testServer(refuse("token-1", "token-2"));
    const error = await failure(clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS));
    expect(error).toBeInstanceOf(TokenError);
    expect([error.status, error.fate]).toEqual([401, "refused"]);
    expect(tokensOf(server.requests)).toEqual(["token-1", "token-2"]);
  });

  test.each([
    [500, "unknown"],
    [409, "refused"],
  ])("leads to the outcome of the replay: %i is %s", async (status, fate) => {
    const server = await testServer(api((_, token) => sized(token === "token-1" ? 401 : status)));
    const error = await failure(clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS));
    expect([error.status, error.fate]).toEqual([status, fate]);
    expect(tokensOf(server.requests)).toHaveLength(2);
  });

  test.each([401, 403])(
    "does not help when the app key is wrong: no renewal after that %i",
    async (status) => {
      const wrong = json(status, { error: "Application key is not defined or does not exist" });
      const server = await testServer(api(() => wrong));
      const error = await failure(clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS));
      expect([error.name, error.fate]).toEqual(["AppKeyError", "refused"]);
      expect(server.requests).toHaveLength(2);
    },
  );

  test("is asked for anew by the next call after a sign-in that failed", async () => {
    const answers = [sized(503), json(401, { State: "Failed", Reason: "Wrong password" })];
    const server = await testServer(({ target }, index) =>
      target === "/token" ? (answers[index] ?? json(200, { State: "Succeeded", Token: "t" })) : NO_CONTENT,
    );
    const client = clientOf(server, { credentials: CREDENTIALS });
    const errors = [await failure(client.cancelOrder(IDS)), await failure(client.cancelOrder(IDS))];
    expect(errors.map(({ name, fate, request }) => [name, fate, request?.path])).toEqual([
      ["ServerError", "not-sent", "/token"],
      ["TokenError", "not-sent", "/token"],
    ]);
    await client.cancelOrder(IDS);
    expect(server.tokenRequests()).toBe(3);
  });

  test.each([{}, { State: "Succeeded" }, { State: "Succeeded", Token: "" }, { State: "New", Token: "t" }])(
    "is missing from %j: nothing was sent with it",
    async (answer) => {
      const server = await testServer(json(200, answer));
      const error = await failure(clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS));
      expect([error.name, error.fate]).toEqual(["AnswerError", "not-sent"]);
      expect(server.requests).toHaveLength(1);
    },
  );

  test("goes on being fetched when one of the waiting calls aborts or times out", async () => {
    const ready = gate<Answer>();
    const server = await testServer(({ target }) => (target === "/token" ? ready.opened : NO_CONTENT));
    const client = clientOf(server, { credentials: CREDENTIALS });
    const controller = new AbortController();
    const aborted = failure(client.cancelOrder(IDS, { signal: controller.signal }));
    const late = failure(client.cancelOrder(IDS, { timeoutMs: 20 }));
    const patient = client.cancelOrder(IDS);
    await server.arrived(1);
    controller.abort();
    expect([(await aborted).name, (await aborted).fate]).toEqual(["AbortError", "not-sent"]);
    expect([(await late).name, (await late).fate]).toEqual(["TimeoutError", "not-sent"]);
    ready.open(json(200, { State: "Succeeded", Token: "t" }));
    expect(await patient).toBeUndefined();
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/token",
      "/v1.0/accounts/6303/orders/73552",
    ]);
  });

  test("that never comes ends in a timeout, and nothing was sent", async () => {
    const server = await testServer(NEVER);
    const error = await failure(
      clientOf(server, { credentials: CREDENTIALS, timeoutMs: 30 }).cancelOrder(IDS),
    );
    expect([error.name, error.fate]).toEqual(["TimeoutError", "not-sent"]);
  });

  test("whose renewal never comes ends in a timeout, and the request was refused", async () => {
    let signIns = 0;
    const server = await testServer(({ target }) => {
      if (target !== "/token") return json(401, DENIED);
      return signIns++ === 0 ? json(200, { State: "Succeeded", Token: "t" }) : NEVER;
    });
    const client = clientOf(server, { credentials: CREDENTIALS });
    const error = await failure(client.cancelOrder(IDS, { timeoutMs: 200 }));
    expect([error.name, error.fate]).toEqual(["TimeoutError", "refused"]);
    expect(tokensOf(server.requests)).toHaveLength(1);
  });
});

test("a token given as text is sent as it is and never renewed", async () => {
  const server = await testServer(json(401, DENIED));
  const error = await failure(clientOf(server, { token: "mine" }).cancelOrder(IDS));
  expect([error.name, error.fate]).toEqual(["TokenError", "refused"]);
  expect(server.requests.map(({ header }) => header("authorization"))).toEqual(["Bearer mine"]);
});

test("a token given to one call is used for it alone, and never renewed", async () => {
  const server = await testServer(api((_, token) => (token === "other" ? json(401, DENIED) : NO_CONTENT)));
  const client = clientOf(server, { credentials: CREDENTIALS });
  await failure(client.cancelOrder(IDS, { token: "other" }));
  await client.cancelOrder(IDS);
  expect(tokensOf(server.requests)).toEqual(["other", "token-1"]);
});

test("without token and credentials only createToken can be called", async () => {
  const server = await testServer(api());
  const client = clientOf(server, { token: undefined } as never);
  const error = await failure(client.cancelOrder(IDS));
  expect([error.name, error.fate]).toEqual(["ArgumentError", "not-sent"]);
  expect(error.message).toMatch(/cancelOrder.*`token`.*`credentials`/);
  await client.createToken({ Username: "trader", Password: "sandbox" });
  expect(server.requests).toHaveLength(1);
});
