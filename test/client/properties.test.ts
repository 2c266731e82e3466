// Whatever a caller passes and whatever a server answers. A failure prints seed and path; to repeat it, run
// `SEED=… npx vitest run test/client/properties.test.ts`.
import { STATUS_CODES } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ArgumentError, AutoSharesError, createClient, TokenError } from "../../src/index.js";
import { clientOf, failure, IDS } from "./clients.js";
import { type Answer, json, NO_CONTENT, type Received, type Server, startServer } from "./server.js";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: process.env.CI ? 300 : 100 };

let server: Server;
let answer: Answer = NO_CONTENT;

beforeAll(async () => {
  server = await startServer(() => answer);
});
beforeEach(() => {
  answer = NO_CONTENT;
});
afterAll(() => server.close());

const okay = json(200, { State: "Succeeded", Token: "t" });

/** Text with everything that could end a path segment, a query value or a header, and any other. */
const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        ..."/?#&=%.:;,\\ \r\n\t\0+@[]{}'\"<>éж",
        "..",
        "%2e%2e",
        "%0d%0a",
        "\r\nX-Injected: 1",
        "\ud800",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);
const id = fc.oneof(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.anything(), nasty, fc.double());
const orAbsent = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: undefined });

/** What arrived, or nothing when the arguments were refused; fails if neither or both. */
async function sent(call: () => Promise<unknown>): Promise<Received | undefined> {
  const before = server.requests.length;
  let refused = false;
  await call().catch((error: unknown) => {
    // The second: what a token function returned is no argument.
    if (!(error instanceof ArgumentError || error instanceof TokenError)) throw error;
    expect(error.fate).toBe("not-sent");
    refused = true;
  });
  const arrived = server.requests.slice(before);
  expect(arrived).toHaveLength(refused ? 0 : 1);
  return arrived[0];
}

const namesOf = (request: Received | undefined) => request?.headers.map(([name]) => name).sort();

describe(`no argument leaves its own place (seed ${seed})`, () => {
  let usual: string[] | undefined;
  let usualOfReads: string[] | undefined;
  beforeAll(async () => {
    usual = namesOf(await sent(() => clientOf(server).cancelOrder(IDS)));
    answer = okay;
    usualOfReads = namesOf(await sent(() => clientOf(server).getOrder(IDS)));
  });

  test("ids and version stay in their path segments", async () => {
    const property = fc.asyncProperty(
      id,
      id,
      orAbsent(fc.oneof(nasty, fc.anything())),
      async (accountId, orderId, version) => {
        const params = { accountId, orderId, ...(version !== undefined && { version }) };
        const request = await sent(() => clientOf(server).cancelOrder(params as never));
        if (!request) return;
        expect(request.line).toMatch(
          /^DELETE \/v\d+(\.\d+)?\/accounts\/[1-9]\d{0,9}\/orders\/[1-9]\d{0,9} HTTP\/1\.1$/,
        );
        expect(request.target).toBe(`/v${version ?? "1.0"}/accounts/${accountId}/orders/${orderId}`);
        expect(namesOf(request)).toEqual(usual);
      },
    );
    await fc.assert(property, runs);
  });

  test("filter and sort field stay in their query values", async () => {
    answer = okay;
    const page = { accountId: 1, pageNumber: 0, pageSize: 1 };
    const property = fc.asyncProperty(orAbsent(nasty), orAbsent(nasty), async (filter, sortField) => {
      const request = await sent(() => clientOf(server).listOrders({ ...page, filter, sortField } as never));
      if (!request) return;
      expect(request.line).toMatch(/^GET \/v1\.0\/accounts\/1\/orders\?[!-"$-~]+ HTTP\/1\.1$/);
      const { pathname, searchParams } = new URL(request.target, server.url);
      expect(pathname).toBe("/v1.0/accounts/1/orders");
      expect([...searchParams]).toEqual(
        Object.entries({ pageNumber: "0", pageSize: "1", filter, sortField }).filter(
          ([, value]) => value !== undefined,
        ),
      );
      expect(namesOf(request)).toEqual(usualOfReads);
    });
    await fc.assert(property, runs);
  });

  test("user name, password, code and pin stay in their headers", async () => {
    answer = okay;
    const property = fc.asyncProperty(nasty, nasty, orAbsent(nasty), orAbsent(nasty), async (...values) => {
      const [Username, Password, VerificationCode, PinCode] = values;
      const params = { Username, Password, VerificationCode, PinCode };
      const request = await sent(() => clientOf(server).createToken(params as never));
      if (!request) return;
      expect(request.line).toBe("POST /token HTTP/1.1");
      const given = Object.entries(params).filter(([, value]) => value !== undefined);
      for (const [name, value] of given) expect(request.header(name.toLowerCase())).toBe(value);
      const others = namesOf(request)?.filter((name) => !given.some(([own]) => own.toLowerCase() === name));
      expect(others).toEqual(
        usual
          ?.filter((name) => name !== "authorization")
          .concat("content-length")
          .sort(),
      );
    });
    await fc.assert(property, runs);
  });

  test("app key, token and extra headers stay in their headers", async () => {
    const property = fc.asyncProperty(nasty, nasty, nasty, nasty, async (appKey, token, name, value) => {
      let client: ReturnType<typeof createClient> | undefined;
      try {
        client = createClient({ baseUrl: server.url, appKey, token, headers: { [`X-${name}`]: value } });
      } catch (error) {
        expect(error).toBeInstanceOf(ArgumentError);
      }
      const request = client && (await sent(() => (client as NonNullable<typeof client>).cancelOrder(IDS)));
      if (!request) return;
      expect(request.header("et-app-key")).toBe(appKey);
      expect(request.header("authorization")).toBe(`Bearer ${token}`);
      expect(request.header(`x-${name}`.toLowerCase())).toBe(value);
      expect(namesOf(request)).toEqual([...(usual ?? []), `x-${name}`.toLowerCase()].sort());
    });
    await fc.assert(property, runs);
  });

  test("a token out of a function stays in its header", async () => {
    const property = fc.asyncProperty(fc.oneof(nasty, fc.anything()), async (token) => {
      const request = await sent(() => clientOf(server, { token: () => token as string }).cancelOrder(IDS));
      if (request) expect(request.header("authorization")).toBe(`Bearer ${token}`);
      if (request) expect(namesOf(request)).toEqual(usual);
    });
    await fc.assert(property, runs);
  });

  test("anything at all as arguments is sent as said, or refused with an ArgumentError", async () => {
    const property = fc.asyncProperty(fc.anything(), async (params) => {
      await sent(() => clientOf(server).cancelOrder(params as never));
    });
    await fc.assert(property, runs);
  });
});

/** Node's own list of what the registry has. 418 is in it as a joke, in the registry as unused. */
const isRefusal = (code: number) =>
  code >= 400 && code < 500 && code in STATUS_CODES && code !== 408 && code !== 418;

describe(`no answer but a 2xx resolves (seed ${seed})`, () => {
  // A 1xx comes before an answer, and is none.
  const status = fc.integer({ min: 0, max: 999 }).filter((code) => Math.trunc(code / 100) > 2 || code < 100);
  const headerLine = fc.constantFrom(
    "Content-Type: application/json",
    "Content-Type: text/html; charset=utf-7",
    "Content-Encoding: gzip",
    "Content-Encoding: br",
    "Content-Range: bytes 0-1/2",
    "Location: /elsewhere",
    "Location: http://127.0.0.1:1/",
    "Retry-After: -1",
    "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT",
    "Set-Cookie: a=b",
    "Status: 204",
    "X-HTTP-Status: 200 OK",
    "Trailer: X",
    "X-\u00e9: \u00ff",
  );
  const body = fc.oneof(
    fc.json(),
    nasty,
    fc.constantFrom(
      '{"State":"Succeeded","Token":"t"}',
      '{"status":204}',
      "null",
      "true",
      "HTTP/1.1 204 No\r\n\r\n",
    ),
  );
  const ending = fc.constantFrom("end" as const, "reset" as const);

  let runsSoFar = 0;
  test("whatever its status, headers, body and end", async () => {
    const operations = fc.constantFrom("cancelOrder" as const, "getOrder" as const, "createToken" as const);
    const property = fc.asyncProperty(
      operations,
      status,
      fc.array(headerLine, { maxLength: 4 }),
      body,
      fc.boolean(),
      ending,
      async (operation, code, lines, text, sized, end) => {
        const bytes = Buffer.from(text, "utf8").toString("latin1");
        const framing = sized ? [`Content-Length: ${bytes.length}`] : [];
        const head = [
          `HTTP/1.1 ${String(code).padStart(3, "0")} OK`,
          ...lines,
          ...framing,
          "Connection: close",
        ];
        answer = { bytes: `${head.join("\r\n")}\r\n\r\n${bytes}`, ending: end };
        const params = operation === "createToken" ? { Username: "u", Password: "p" } : IDS;
        // On a busy machine a request that was given up may arrive during a later run: each says whose it is.
        const run = String(runsSoFar++);
        const headers = { "X-Run": run };
        // Short: where an answer cannot be unpacked, Node's fetch does not come back by itself.
        const error = await failure(
          clientOf(server, { timeoutMs: 100, headers })[operation](params as never),
        );
        expect(error).toBeInstanceOf(AutoSharesError);
        const isComplete = error.status === code && !["connection", "timeout"].includes(error.code);
        expect(error.fate).toBe(isComplete && isRefusal(code) ? "refused" : "unknown");
        // The Fetch standard has every fetch repeat a request that was answered 421: the server that got it is
        // not the one it was meant for. Nothing else may be sent twice.
        const sent = server.requests.filter((request) => request.header("x-run") === run);
        expect(sent.length).toBeLessThanOrEqual(code === 421 ? 2 : 1);
      },
    );
    await fc.assert(property, runs);
  });
});
