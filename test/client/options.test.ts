// What createClient and a call refuse to be given, and that they say what to change without showing a secret.
import { describe, expect, test } from "vitest";
import {
  cancel,
  cancelAll,
  createClient,
  eachOrder,
  memoryBudget,
  planCancelAll,
  resume,
  resumeCancelAll,
} from "../../src/index.js";
import { redisBudget } from "../../src/redis/index.js";
import { clientOf, failure, IDS, thrown } from "./clients.js";
import { NO_CONTENT, testServer } from "./server.js";

const GOOD = { baseUrl: "https://api.autoshares.dev", appKey: "k", token: "t" };
const SECRET = "s3cret\nvalue";

describe("createClient refuses", () => {
  const bad: [what: string, options: object | undefined | null, says: RegExp][] = [
    ["no options", undefined, /appKey.*missing/],
    ["null", null, /appKey.*missing/],
    ["a misspelled option", { ...GOOD, timeout: 5 }, /no option `timeout`.*timeoutMs/],
    ["no app key", { ...GOOD, appKey: undefined }, /`appKey` is missing/],
    ["an empty app key", { ...GOOD, appKey: "" }, /`appKey` must be a non-empty string/],
    ["an app key that is a number", { ...GOOD, appKey: 5 }, /`appKey`/],
    ["an app key with a line break", { ...GOOD, appKey: SECRET }, /`appKey`.*header cannot carry/],
    ["an app key with a space at its end", { ...GOOD, appKey: "s3cret " }, /`appKey`.*space/],
    ["no base URL", { ...GOOD, baseUrl: undefined }, /`baseUrl`.*https:/],
    ["a base URL without scheme", { ...GOOD, baseUrl: "api.autoshares.dev" }, /`baseUrl`.*spelling/],
    ["a base URL with a typo", { ...GOOD, baseUrl: "htps://api.autoshares.dev" }, /`baseUrl`.*spelling/],
    ["a URL object", { ...GOOD, baseUrl: new URL(GOOD.baseUrl) }, /`baseUrl`/],
    ["a base URL with a password", { ...GOOD, baseUrl: "https://u:s3cret@x.dev" }, /without user, password/],
    ["a base URL with a query", { ...GOOD, baseUrl: "https://x.dev?key=s3cret" }, /query/],
    ["a base URL with a fragment", { ...GOOD, baseUrl: "https://x.dev#s3cret" }, /fragment/],
    ["a base URL with a version", { ...GOOD, baseUrl: "https://x.dev/api/v1.0" }, /version at its end/],
    [
      "a base URL with a version and a slash",
      { ...GOOD, baseUrl: "https://x.dev/V1/" },
      /version at its end/,
    ],
    [
      "a base URL with a placeholder",
      { ...GOOD, baseUrl: "https://{environment}/api" },
      /placeholder.*\{environment\}/,
    ],
    [
      "a base URL with a placeholder in its path",
      { ...GOOD, baseUrl: "https://x.dev/<name>" },
      /placeholder/,
    ],
    ["http: to a number like ours", { ...GOOD, baseUrl: "http://127.0.0.1.x.dev" }, /in clear/],
    ["http: to another host", { ...GOOD, baseUrl: "http://x.dev" }, /in clear.*https:.*allowInsecure: true/],
    ["http: to a name like ours", { ...GOOD, baseUrl: "http://localhost.x.dev" }, /in clear/],
    ["allowInsecure that is no true", { ...GOOD, baseUrl: "http://x.dev", allowInsecure: "yes" }, /in clear/],
    ["token and credentials", { ...GOOD, credentials: { username: "u", password: "p" } }, /not both/],
    ["an empty token", { ...GOOD, token: "" }, /`token` must be a bare token/],
    ["a token that is null", { ...GOOD, token: null }, /`token`/],
    ["a token with its scheme", { ...GOOD, token: "Bearer s3cret" }, /`token`.*without `Bearer`/],
    ["a token with a line break", { ...GOOD, token: SECRET }, /`token`/],
    [
      "credentials without password",
      { ...GOOD, token: undefined, credentials: { username: "u" } },
      /password/,
    ],
    [
      "a password with a line break",
      { ...GOOD, token: undefined, credentials: { username: "u", password: SECRET } },
      /credentials.*password.*header cannot carry/,
    ],
    [
      "a user name that a header cannot carry",
      { ...GOOD, token: undefined, credentials: { username: "s3cretцы", password: "p" } },
      /credentials.*username/,
    ],
    ["credentials as text", { ...GOOD, token: undefined, credentials: "u:s3cret" }, /credentials/],
    ["a version that climbs", { ...GOOD, version: "../1" }, /version.*"\.\.\/1"/],
    ["a version with v", { ...GOOD, version: "v1.0" }, /version/],
    ["a version that is a number", { ...GOOD, version: 1 }, /version.*1 \(number\)/],
    ["a fetch that is none", { ...GOOD, fetch: "node-fetch" }, /`fetch`.*function/],
    ["a hook that is none", { ...GOOD, onRequest: true }, /`onRequest`.*function/],
    ["a third hook that is none", { ...GOOD, onError: 5 }, /`onError`.*function/],
    ["a clock without methods", { ...GOOD, clock: {} }, /`clock`.*`now\(\)` and `sleep\(ms, signal\)`/],
    ["a clock that cannot sleep", { ...GOOD, clock: { now: Date.now } }, /`clock`/],
    ["a clock that is null", { ...GOOD, clock: null }, /`clock`/],
    ["a clock with half a monotonic", { ...GOOD, clock: { now() {}, sleep() {}, monotonic: 5 } }, /`clock`/],
    ["the clock of version 0.1", { ...GOOD, now: Date.now }, /no option `now`, only .*clock/],
    ["a budget that is none", { ...GOOD, budget: {} }, /`budget`.*memoryBudget\(\)/],
    ["a budget that is null", { ...GOOD, budget: null }, /`budget`/],
    ["bytes as text", { ...GOOD, maxErrorBytes: "1" }, /`maxErrorBytes`.*whole number/],
    ["half a byte", { ...GOOD, maxErrorBytes: 0.5 }, /`maxErrorBytes`/],
    ["another hook that is none", { ...GOOD, onResponse: {} }, /`onResponse`.*function/],
    ...[0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, "100", null, 5n, {}, Object.create(null)].map(
      (timeoutMs): [string, object, RegExp] => [
        `a timeout of ${typeof timeoutMs} ${typeof timeoutMs === "object" ? "" : timeoutMs}`,
        { ...GOOD, timeoutMs },
        /`timeoutMs`.*number of milliseconds/,
      ],
    ),
    [
      "headers that carry the key",
      { ...GOOD, headers: { "ET-APP-KEY": "s3cret" } },
      /must not set.*`appKey`/,
    ],
    [
      "headers that carry the token",
      { ...GOOD, headers: { authorization: "s3cret" } },
      /must not set.*`token`/,
    ],
    ["a header name with a line break", { ...GOOD, headers: { "a\r\nb": "c" } }, /not a header name/],
    ["a header name with a colon", { ...GOOD, headers: { "a:b": "c" } }, /not a header name/],
    ["an empty header name", { ...GOOD, headers: { "": "c" } }, /not a header name/],
    ["a header that splits", { ...GOOD, headers: { a: "b\r\nc: s3cret" } }, /`headers`: `a`/],
    ["a header that is a number", { ...GOOD, headers: { a: 5 } }, /`headers`: `a`/],
    ["headers that are no plain object", { ...GOOD, headers: new Headers({ a: "b" }) }, /`headers`.*object/],
    ["headers as text", { ...GOOD, headers: "a: b" }, /`headers`.*object/],
  ];

  test.each(bad)("%s", (_, options, says) => {
    const error = thrown(() => createClient(options as never));
    expect([error.name, error.fate]).toEqual(["ArgumentError", "not-sent"]);
    expect(error.message).toMatch(says);
    expect(JSON.stringify(error) + error.stack).not.toContain("s3cret");
  });
});

describe("createClient accepts", () => {
  test.each([
    ["https:", {}],
    ["http: to this machine", { baseUrl: "http://127.0.0.1:4010" }],
    ["http: to localhost", { baseUrl: "http://localhost:4010" }],
    ["http: to a name below localhost", { baseUrl: "http://mock.localhost" }],
    ["http: over IPv6 to this machine", { baseUrl: "http://[::1]:4010" }],
    ["http: to anywhere when allowed", { baseUrl: "http://x.dev", allowInsecure: true }],
    ["neither token nor credentials", { token: undefined }],
    ["a version of one part", { version: "2" }],
  ])("%s", (_, options) => {
    expect(createClient({ ...GOOD, ...options } as never)).toHaveProperty("cancelOrder");
  });

  test("a base URL with 100,000 slashes", async () => {
    const server = await testServer(NO_CONTENT);
    await clientOf({ url: `${server.url}/${"/".repeat(9_000)}` }).cancelOrder(IDS);
    expect(server.requests[0]?.target).toBe("/v1.0/accounts/6303/orders/73552");
    // In the middle they are part of the address; to look for those at the end took 23 s once.
    createClient({ ...GOOD, baseUrl: `https://x.dev/${"/".repeat(100_000)}x` });
  });

  test.each(["", "/", "/api", "/api/"])("a base URL that ends in %j", async (end) => {
    const server = await testServer(NO_CONTENT);
    await clientOf({ url: server.url + end }).cancelOrder(IDS);
    const prefix = end.replace(/\/$/, "");
    expect(server.requests[0]?.target).toBe(`${prefix}/v1.0/accounts/6303/orders/73552`);
  });
});

describe("a call refuses, before it sends anything,", () => {
  test.each([
    ["a timeout of 0", { timeoutMs: 0 }, /`timeoutMs`/],
    ["a timeout as text", { timeoutMs: "5" }, /`timeoutMs`/],
    ["a header that splits", { headers: { a: "b\nc" } }, /`headers`/],
    ["a header of the token", { headers: { Authorization: "Bearer s3cret" } }, /must not set.*`token`/],
    ["an empty token", { token: "" }, /`token`/],
    ["a token with its scheme", { token: "Bearer s3cret" }, /without `Bearer`/],
    ["a token with a line break", { token: SECRET }, /`token`/],
    ["a signal that is none", { signal: {} }, /`signal`/],
    ["a hook that is none", { onRawResponse: "yes" }, /`onRawResponse`.*function/],
    ["another hook that is none", { onResponse: 5 }, /`onResponse`.*function/],
    [
      "a misspelled option",
      { timeoutMS: 5 },
      /cancelOrder: there is no option `timeoutMS`, only signal, timeoutMs/,
    ],
    ["an option of the client", { appKey: "s3cret" }, /no option `appKey`/],
  ])("%s", async (_, options, says) => {
    const server = await testServer(NO_CONTENT);
    const error = await failure(clientOf(server).cancelOrder(IDS, options as never));
    expect([error.name, error.fate]).toEqual(["ArgumentError", "not-sent"]);
    expect(error.message).toMatch(says);
    expect(JSON.stringify(error) + error.stack).not.toContain("s3cret");
    expect(server.requests).toEqual([]);
  });
});

describe("what is given is read once, and nothing that was not checked is used:", () => {
  const SECRET_TEXT = "s3cret\nvalue";
  const fail = () => {
    throw new Error(SECRET_TEXT);
  };
  const throwing = new Proxy({}, { get: fail, has: fail, ownKeys: fail });
  const client = createClient(GOOD);
  const where = { accountIds: [1], where: { symbol: "A" } } as const;
  const journal = { name: "j", append: async () => {}, entries: async () => [] };
  const redis = { eval: () => {}, evalsha: () => {} } as never;
  const TAKERS: Record<string, (given: never) => unknown> = {
    createClient: (given) => createClient(given),
    "a call's arguments": (given) => client.cancelOrder(given),
    "a call's options": (given) => client.cancelOrder(IDS, given),
    cancel: (given) => cancel(client, given),
    "cancel's client": (given) => cancel(given, IDS),
    resume: (given) => resume(client, given),
    cancelAll: (given) => cancelAll(client, given),
    "cancelAll's options": (given) => cancelAll(client, where, given),
    planCancelAll: (given) => planCancelAll(client, given),
    "resumeCancelAll's options": (given) => resumeCancelAll(client, journal, given),
    eachOrder: (given) => eachOrder(client, given).next(),
    memoryBudget: (given) => memoryBudget(given),
    redisBudget: (given) => redisBudget(redis, given),
  };

  async function sentenceOf(take: () => unknown): Promise<string> {
    const error = await failure((async () => take())());
    expect([error.name, error.fate]).toEqual(["ArgumentError", "not-sent"]);
    expect(JSON.stringify(error) + error.stack).not.toContain("s3cret");
    return error.message;
  }

  test.each(Object.entries(TAKERS))("%s refuses a Proxy that throws", async (_, take) => {
    await sentenceOf(() => take(throwing as never));
  });

  test.each(Object.entries(TAKERS).filter(([name]) => name !== "a call's arguments"))(
    "%s refuses null and a list",
    async (_, take) => {
      await sentenceOf(() => take(null as never));
      await sentenceOf(() => take([] as never));
    },
  );

  test.each(["via", "settleMs", "deadlineMs", "signal", "onProgress", "clock"])(
    "cancel refuses `%s` of a class",
    async (name) => {
      const options = Object.assign(Object.create({ [name]: SECRET_TEXT.slice(6) }), IDS);
      expect(await sentenceOf(() => cancel(client, options))).toContain(`\`${name}\``);
    },
  );

  test("an option that says something else the second time was read once", async () => {
    let reads = 0;
    const changing = {
      ...IDS,
      get deadlineMs() {
        return reads++ === 0 ? 1 : Symbol("other");
      },
    };
    const never = createClient({ ...GOOD, fetch: () => new Promise(() => {}) });
    expect(await cancel(never, changing as never)).toMatchObject({ verdict: "unresolved" });
    expect(reads).toBe(1);
  });

  test("headers that are changed later stay as they were checked", async () => {
    const server = await testServer(NO_CONTENT);
    const credentials = { username: "u", password: "p" };
    const headers: Record<string, string> = { "x-mine": "1" };
    const options: Record<string, unknown> = { ...GOOD, baseUrl: server.url, headers };
    const made = createClient(options as never);
    Object.assign(headers, { "x-mine": "2\n" });
    Object.assign(options, { timeoutMs: "soon", credentials });
    await made.cancelOrder(IDS);
    expect(server.requests[0]?.header("x-mine")).toBe("1");
  });

  test("a plan without `keep` is none", async () => {
    const plan = { version: 1, origin: GOOD.baseUrl, accountIds: [1], where: "everything", targets: [] };
    await sentenceOf(() => cancelAll(client, { ...plan, leftAlone: [], deletes: 0 } as never));
  });

  test("an EventTarget is no signal", async () => {
    const given = { signal: new EventTarget() } as never;
    expect(await sentenceOf(() => client.cancelOrder(IDS, given))).toContain("`signal`");
  });

  test("headers as text are not shown", async () => {
    await sentenceOf(() => createClient({ ...GOOD, headers: "et-app-key: s3cret" as never }));
  });

  test("a huge name is cut in the sentence", async () => {
    const sentence = await sentenceOf(() => cancel(client, { ...IDS, ["x".repeat(1e6)]: 10n ** 9_999n }));
    expect(sentence.length).toBeLessThan(500);
  });
});
