// No secret may be read out of an error, whoever repeats it: a `fetch`, a token function, the reason of an abort.
import { describe, expect, test } from "vitest";
import { clientOf, failure, IDS } from "./clients.js";
import { leaks, PLANTED, PLANTED_SIGN_IN } from "./planted.js";
import { NEVER, testServer } from "./server.js";

const { renewed: _, interim: __, ...KNOWN } = PLANTED;
const ALL = Object.values(KNOWN).join(" ");

class GetterError extends Error {
  override get message() {
    return ALL;
  }
  get request() {
    return { headers: KNOWN };
  }
}

const error = (facts: object = {}) => Object.assign(new Error("failed"), facts);

/** What a `fetch` that was given the request could throw. */
const THROWN: Record<string, (url: string, init: RequestInit) => unknown> = {
  "a message": () => new TypeError(ALL),
  "a message that is urlencoded": () => new TypeError(encodeURIComponent(ALL)),
  "its name": () => error({ name: ALL }),
  "its code": () => error({ code: ALL }),
  "its stack": () => error({ stack: `Error: failed\n    at ${ALL}` }),
  "a plain field": () => error({ detail: PLANTED.password }),
  "a number": () => error({ pin: Number(PLANTED.pin) }),
  "a big number": () => error({ pin: BigInt(PLANTED.pin) }),
  "nested objects": () => error({ config: { headers: { deep: [KNOWN] } } }),
  "the names of fields": () => error({ [ALL]: true }),
  "a symbol": () => error({ [Symbol(ALL)]: 1, [Symbol.for("x")]: ALL }),
  "a hidden field": () => Object.defineProperty(error(), "hidden", { value: ALL, enumerable: false }),
  "a Request on the error": (url, init) => error({ request: new Request(url, init), init }),
  "Headers on the error": (_url, { headers }) => error({ headers: new Headers(headers) }),
  "a Map": () => error({ seen: new Map([["headers", KNOWN]]) }),
  "a cause": () => new TypeError("fetch failed", { cause: new Error(ALL) }),
  "a cause of a cause": () => new TypeError("a", { cause: new Error("b", { cause: error({ KNOWN }) }) }),
  "a cause that is no error": () => new TypeError("fetch failed", { cause: KNOWN }),
  "the errors of an AggregateError": () => new AggregateError([new Error(ALL)], "all failed"),
  "the message of a DOMException": () => new DOMException(ALL, "NetworkError"),
  "the name of a DOMException": () => new DOMException("failed", ALL),
  "getters of its class": () => new GetterError(),
  "a refused connection": () => error({ code: "ECONNREFUSED", options: { headers: KNOWN } }),
  "text, thrown as it is": () => ALL,
  "an object, thrown as it is": () => ({ message: ALL, headers: KNOWN }),
  "an array, thrown as it is": () => [ALL],
  "a function, thrown as it is": () => Object.assign(() => ALL, KNOWN),
  "a field that cannot be read": () =>
    Object.defineProperty(error({ detail: 1 }), "odd", {
      get() {
        throw new Error(ALL);
      },
    }),
};

describe("a fetch that throws every secret in", () => {
  test.each(Object.entries(THROWN))("%s", async (_, make) => {
    const fetch = ((url: string, init: RequestInit) => Promise.reject(make(url, init))) as never;
    const { appKey, token } = PLANTED;
    const client = clientOf({ url: "https://api.autoshares.dev" }, { appKey, token, fetch });
    const caught = await failure(client.createToken(PLANTED_SIGN_IN, { token }));
    expect(caught.name).toBe("ConnectionError");
    expect(leaks(caught)).toEqual([]);
  });
});

test("a token function that fails with the client's secrets shows none", async () => {
  const { appKey, token } = PLANTED;
  const client = clientOf(await testServer(NEVER), {
    appKey,
    token: () => Promise.reject(error({ message: `${appKey}`, config: { appKey } })),
  });
  const caught = await failure(client.cancelOrder(IDS, {}));
  expect(caught.name).toBe("TokenError");
  expect(leaks(caught)).toEqual([]);
  expect(token).toBeTruthy();
});

test("the reason of an abort that holds the client's secrets shows none", async () => {
  const { appKey, token } = PLANTED;
  const client = clientOf(await testServer(NEVER), { appKey, token });
  for (const reason of [new Error(`${appKey} ${token}`), { appKey, token }, `${appKey} ${token}`]) {
    const caught = await failure(client.cancelOrder(IDS, { signal: AbortSignal.abort(reason) }));
    expect(caught.name).toBe("AbortError");
    expect(leaks(caught)).toEqual([]);
  }
});

test("what holds no secret is kept as it was: the cause of a failed fetch", async () => {
  const cause = new TypeError("fetch failed", { cause: error({ code: "ECONNRESET", errno: -104 }) });
  const fetch = () => Promise.reject(cause);
  const caught = await failure(clientOf({ url: "https://api.autoshares.dev" }, { fetch }).cancelOrder(IDS));
  expect(caught.cause).toBe(cause);
});

test("the search finds what is planted", () => {
  const hidden = ["a field that cannot be read"];
  for (const [, make] of Object.entries(THROWN).filter(([name]) => !hidden.includes(name)))
    expect(leaks(make("https://api.autoshares.dev", { headers: { "x-key": PLANTED.token } }))).not.toEqual(
      [],
    );
});
