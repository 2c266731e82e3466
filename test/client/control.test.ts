// Timeouts, aborting, headers, hooks, the raw answer, another fetch.
import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import type { ErrorInfo, RequestInfo, ResponseInfo } from "../../src/index.js";
import { api, CREDENTIALS, clientOf, DENIED, failure, IDS, ORDER } from "./clients.js";
import { ManualClock } from "./manual-clock.js";
import { chunked, gate, json, NEVER, NO_CONTENT, sized, testServer, tooShort } from "./server.js";

test("an abort in any turn before `fetch` is called leaves nothing sent", async () => {
  const server = await testServer(NO_CONTENT);
  for (let turns = 0; turns < 20; turns++) {
    const seen: boolean[] = [];
    const fetch = async (_: string, { signal }: { signal: AbortSignal }) => {
      seen.push(signal.aborted);
      return new Promise<Response>(() => {});
    };
    const controller = new AbortController();
    const call = failure(clientOf(server, { fetch }).cancelOrder(IDS, { signal: controller.signal }));
    for (let turn = 0; turn < turns; turn++) await undefined;
    controller.abort();
    expect([(await call).fate, seen]).toEqual(seen.length > 0 ? ["unknown", [false]] : ["not-sent", []]);
  }
});

describe("timeoutMs", () => {
  test("of the client ends a call that is never answered", async () => {
    const server = await testServer(NEVER);
    const error = await failure(clientOf(server, { timeoutMs: 30 }).cancelOrder(IDS));
    expect([error.name, error.fate, error.status]).toEqual(["TimeoutError", "unknown", undefined]);
    expect(error.message).toMatch(/cancelOrder.*timeout.*read the order/);
  });

  test("of a call goes before that of the client", async () => {
    const server = await testServer(NEVER);
    const client = clientOf(server, { timeoutMs: 60_000 });
    expect((await failure(client.cancelOrder(IDS, { timeoutMs: 30 }))).code).toBe("timeout");
  });

  test("covers a body that stalls", async () => {
    const server = await testServer(tooShort(200, '{"Id":735', "stall"));
    const error = await failure(clientOf(server, { timeoutMs: 60 }).getOrder(IDS));
    expect([error.code, error.fate]).toEqual(["timeout", "unknown"]);
  });

  test("covers the replay too", async () => {
    const server = await testServer(api((_, token) => (token === "token-1" ? json(401, DENIED) : NEVER)));
    const client = clientOf(server, { credentials: CREDENTIALS });
    const error = await failure(client.cancelOrder(IDS, { timeoutMs: 200 }));
    expect([error.code, error.fate]).toEqual(["timeout", "unknown"]);
  });

  test("ends a call whose fetch ignores its signal", async () => {
    const stuck = new Response(new ReadableStream());
    for (const fetch of [() => new Promise<Response>(() => {}), async () => stuck]) {
      const client = clientOf(await testServer(NEVER), { fetch, timeoutMs: 30 });
      const error = await failure(client.getOrder(IDS));
      expect([error.code, error.fate]).toEqual(["timeout", "unknown"]);
    }
  });

  test("ends a call whose answer claims to be packed and cannot be unpacked", async () => {
    const head = "HTTP/1.1 409 Conflict\r\ncontent-encoding: br\r\nconnection: close\r\n\r\n";
    const server = await testServer({ bytes: `${head}not packed at all`, ending: "end" });
    const error = await failure(clientOf(server, { timeoutMs: 60 }).cancelOrder(IDS));
    expect(error.fate).toBe("unknown");
  });

  test("closes the connection of what it gave up", async () => {
    const server = await testServer(NEVER);
    await failure(clientOf(server, { timeoutMs: 30 }).cancelOrder(IDS));
    await server.requests[0]?.closed;
  });
});

describe("signal", () => {
  test.each([{}, { credentials: CREDENTIALS }])(
    "aborted before the call: nothing is sent, with %j",
    async (auth) => {
      const server = await testServer(api());
      const signal = AbortSignal.abort();
      const error = await failure(clientOf(server, auth).cancelOrder(IDS, { signal }));
      expect([error.name, error.fate]).toEqual(["AbortError", "not-sent"]);
      await clientOf(server).cancelOrder(IDS);
      expect(server.requests).toHaveLength(1);
    },
  );

  test("aborted while a token is awaited: nothing was sent", async () => {
    const server = await testServer(NEVER);
    const controller = new AbortController();
    const call = clientOf(server, { credentials: CREDENTIALS }).cancelOrder(IDS, controller);
    await server.arrived(1);
    controller.abort();
    expect((await failure(call)).fate).toBe("not-sent");
  });

  test("aborted in flight: nobody knows what became of it; the reason is kept", async () => {
    const server = await testServer(NEVER);
    const controller = new AbortController();
    const call = clientOf(server).cancelOrder(IDS, { signal: controller.signal });
    await server.arrived(1);
    controller.abort(new Error("the user left"));
    const error = await failure(call);
    expect([error.name, error.fate]).toEqual(["AbortError", "unknown"]);
    expect(error.message).toMatch(/aborted.*read the order/);
    expect(error.cause).toMatchObject({ message: "the user left" });
  });

  test.each(["getOrder", "cancelOrder"] as const)(
    "aborted while the body of %s arrives: unknown, with the status that is known",
    async (operation) => {
      const server = await testServer(tooShort(200, "{", "stall"));
      const controller = new AbortController();
      const client = clientOf(server, { onResponse: () => controller.abort() });
      const error = await failure(client[operation](IDS, { signal: controller.signal }));
      expect([error.code, error.fate, error.status]).toEqual(["abort", "unknown", 200]);
    },
  );

  test("on any number of calls gets one listener, and prints no warning", async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => warnings.push(warning);
    process.on("warning", onWarning);
    const server = await testServer(NEVER);
    const controller = new AbortController();
    const client = clientOf(server);
    const calls = Array.from({ length: 40 }, () =>
      failure(client.cancelOrder(IDS, { signal: controller.signal })),
    );
    await server.arrived(40);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort();
    for (const { code, fate } of await Promise.all(calls)) expect([code, fate]).toEqual(["abort", "unknown"]);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
  });

  test("keeps no listener of a call that is over", async () => {
    const server = await testServer((_, index) => (index === 0 ? NO_CONTENT : sized(500)));
    const { signal } = new AbortController();
    await clientOf(server).cancelOrder(IDS, { signal });
    await failure(clientOf(server).cancelOrder(IDS, { signal }));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

test("headers of client and call are sent; the call's go first", async () => {
  const server = await testServer(NO_CONTENT);
  const client = clientOf(server, { headers: { "X-Trace": "client", "X-App": "app" } });
  await client.cancelOrder(IDS, { headers: { "x-trace": "call" } });
  const { header } = server.requests[0] as (typeof server.requests)[0];
  expect([header("x-trace"), header("x-app")]).toEqual(["call", "app"]);
});

describe("hooks", () => {
  test("see each request and answer, replay and sign-in included, without secrets", async () => {
    const server = await testServer(
      api((_, token) =>
        json(token === "token-1" ? 401 : 200, ORDER, { "set-cookie": "s=1", "x-seen": token }),
      ),
    );
    const requests: RequestInfo[] = [];
    const responses: ResponseInfo[] = [];
    const client = clientOf(server, {
      credentials: CREDENTIALS,
      onRequest: (request) => requests.push(request),
      onResponse: (response) => responses.push(response),
    });
    await client.listOrders({ accountId: 6303, pageNumber: 0, pageSize: 20 });
    const url = `${server.url}/v1.0/accounts/6303/orders`;
    expect(requests.map(({ operationId, attempt }) => `${operationId} ${attempt}`)).toEqual([
      "createToken 1",
      "listOrders 1",
      "createToken 1",
      "listOrders 2",
    ]);
    expect(requests.slice(0, 2).map(({ method, url: at }) => [method, at])).toEqual([
      ["POST", `${server.url}/token`],
      ["GET", url],
    ]);
    expect(requests[0]?.headers).toMatchObject({ username: "[redacted]", password: "[redacted]" });
    expect(requests[1]?.headers).toMatchObject({ "et-app-key": "[redacted]", authorization: "[redacted]" });
    expect(responses.map(({ status }) => status)).toEqual([200, 401, 200, 200]);
    expect(responses[1]?.request).toBe(requests[1]);
    expect(responses[1]?.headers).toMatchObject({ "set-cookie": "[redacted]", "x-seen": "[redacted]" });
  });

  test("are told the path as the spec has it, and how long the answer took", async () => {
    const server = await testServer(json(200, ORDER));
    const told: (RequestInfo | ResponseInfo)[] = [];
    const clock = new ManualClock();
    const client = clientOf(server, {
      clock,
      fetch: async (url, init) => {
        clock.jump(70);
        return fetch(url, init);
      },
    });
    const keep = (info: RequestInfo | ResponseInfo) => told.push(info);
    await client.getOrder(IDS, { onRequest: keep, onResponse: keep });
    const route = "/v{version}/accounts/{accountId}/orders/{orderId}";
    expect(told).toMatchObject([
      { operationId: "getOrder", route, attempt: 1 },
      { request: { route }, status: 200, durationMs: 70 },
    ]);
  });

  test("are told the error of a call, once, with the request that was sent last", async () => {
    const refusal = json(409, { message: "filled" });
    const server = await testServer(api((_, token) => (token === "token-1" ? json(401, DENIED) : refusal)));
    const ofClient: ErrorInfo[] = [];
    const ofCall: ErrorInfo[] = [];
    const client = clientOf(server, { credentials: CREDENTIALS, onError: (info) => ofClient.push(info) });
    const error = await failure(client.cancelOrder(IDS, { onError: (info) => ofCall.push(info) }));
    expect(ofClient).toHaveLength(1);
    expect(ofClient[0]).toMatchObject({ operationId: "cancelOrder", request: { attempt: 2 } });
    expect(ofClient[0]?.route).toBe("/v{version}/accounts/{accountId}/orders/{orderId}");
    expect(ofClient[0]?.durationMs).toBeGreaterThanOrEqual(0);
    expect([ofClient[0]?.error, ofCall[0]?.error]).toEqual([error, error]);
  });

  test("are told of an error without a request where none was sent", async () => {
    const told: ErrorInfo[] = [];
    const client = clientOf(await testServer(sized(503)), {
      credentials: CREDENTIALS,
      onError: (info) => told.push(info),
    });
    await failure(client.cancelOrder(IDS));
    expect(
      told.map(({ operationId, request, error }) => [operationId, request?.operationId, error.fate]),
    ).toEqual([
      ["createToken", "createToken", "unknown"],
      ["cancelOrder", undefined, "not-sent"],
    ]);
  });

  test.each([
    [
      "throw",
      () => {
        throw new Error("hook");
      },
    ],
    ["reject", () => Promise.reject(new Error("hook"))],
  ])("that %s change nothing", async (_, hook) => {
    const server = await testServer((_, index) => (index === 0 ? NO_CONTENT : sized(409)));
    const hooks = { onRequest: hook, onResponse: hook, onError: hook };
    const client = clientOf(server, hooks);
    expect(await client.cancelOrder(IDS, { ...hooks, onRawResponse: hook })).toBeUndefined();
    const error = await failure(client.cancelOrder(IDS, { ...hooks, onRawResponse: hook }));
    expect(error.code).toBe("conflict");
  });
});

describe("onRawResponse", () => {
  test("receives the answer with its body unread, whatever its status", async () => {
    const server = await testServer((_, index) =>
      index === 0 ? json(200, ORDER, { "x-id": "1" }) : chunked(409, '{"message":"filled"}'),
    );
    const raw: Response[] = [];
    const client = clientOf(server);
    const options = { onRawResponse: (response: Response) => raw.push(response) };
    expect(await client.getOrder(IDS, options)).toEqual(ORDER);
    await failure(client.getOrder(IDS, options));
    expect(raw.map(({ status }) => status)).toEqual([200, 409]);
    expect(raw[0]?.headers.get("x-id")).toBe("1");
    expect(await raw[0]?.json()).toEqual(ORDER);
    expect(await raw[1]?.text()).toBe('{"message":"filled"}');
  });

  test("may cancel what it received: the call still resolves", async () => {
    const server = await testServer(json(200, ORDER));
    const onRawResponse = (response: Response) => void response.body?.cancel();
    expect(await clientOf(server).getOrder(IDS, { onRawResponse })).toEqual(ORDER);
  });
});

describe("another fetch", () => {
  test("is used for everything, told not to follow redirects, and given the signal", async () => {
    const server = await testServer(api());
    const seen: [unknown, RequestInit | undefined][] = [];
    const client = clientOf(server, {
      credentials: CREDENTIALS,
      fetch: (input, init) => {
        seen.push([input, init]);
        return fetch(input, init);
      },
    });
    await client.cancelOrder(IDS);
    await client.getOrder(IDS).catch(() => undefined);
    const order = `${server.url}/v1.0/accounts/6303/orders/73552`;
    expect(seen.map(([input]) => input)).toEqual([`${server.url}/token`, order, order]);
    expect(seen[2]?.[1]).toMatchObject({ cache: "no-store" });
    for (const [, init] of seen) {
      expect(init).toMatchObject({ redirect: "manual" });
      expect(init?.signal).toBeInstanceOf(AbortSignal);
    }
  });

  test.each([undefined, null, {}, "204"])(
    "that resolves with %j and no Response: nobody knows what became of the request",
    async (answer) => {
      const server = await testServer(NO_CONTENT);
      const fetch = (async () => answer) as never;
      for (const hooks of [{}, { onResponse: () => {} }]) {
        const error = await failure(clientOf(server, { fetch, ...hooks }).cancelOrder(IDS));
        expect([error.name, error.fate]).toEqual(["ConnectionError", "unknown"]);
        expect(error.message).toMatch(/no Response: the function given as `fetch` must resolve with one/);
      }
    },
  );

  test("that fails in an unknown way: nobody knows what became of the request", async () => {
    const fetch = () => Promise.reject("broken");
    const error = await failure(clientOf(await testServer(NO_CONTENT), { fetch }).cancelOrder(IDS));
    expect([error.name, error.fate, error.cause]).toEqual(["ConnectionError", "unknown", "broken"]);
  });

  test("that throws before it returns a promise is no exception", async () => {
    const fetch = () => {
      throw new Error("broken");
    };
    const error = await failure(clientOf(await testServer(NO_CONTENT), { fetch }).cancelOrder(IDS));
    expect([error.name, error.fate]).toEqual(["ConnectionError", "unknown"]);
  });

  test("whose error is its own cause ends all the same", async () => {
    const cyclic = new Error("round");
    cyclic.cause = new Error("and round", { cause: cyclic });
    const fetch = () => Promise.reject(cyclic);
    const error = await failure(clientOf(await testServer(NO_CONTENT), { fetch }).cancelOrder(IDS));
    expect([error.name, error.fate]).toEqual(["ConnectionError", "unknown"]);
  });
});

test("one call that stalls holds up no other", async () => {
  const held = gate<typeof NO_CONTENT>();
  const server = await testServer((_, index) => (index === 0 ? held.opened : NO_CONTENT));
  const client = clientOf(server);
  const first = client.cancelOrder(IDS);
  await server.arrived(1);
  await client.cancelOrder(IDS);
  held.open(NO_CONTENT);
  await first;
});
