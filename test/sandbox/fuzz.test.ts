// Everything at once: raw bytes, bodies for the control surface, and sequences of both against one sandbox that has to
// live through all of it. A failing run is printed with its seed and path; CI tries longer.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAULTS, type Sandbox, SITUATIONS, SWITCHES } from "../../src/sandbox/index.js";
import { EVENTS, STATUSES } from "../../src/sandbox/lifecycle.js";
import { CONTROL_OPERATIONS } from "../../src/sandbox/node/control-api.js";
import { call, credentials, KEY, orderPath, raw, SIGN_IN, sandboxOf } from "./helpers.js";

const RUNS = process.env.CI ? 3_000 : 150;
const SEED = Number(process.env.FUZZ_SEED ?? 73552);

const ids = fc.oneof(
  fc.constantFrom(...SITUATIONS.map(({ id }) => id), 73503, 73507, 80108, 9001, 0, -1, 2 ** 31),
  fc.integer(),
);
const paths = fc.oneof(
  fc
    .tuple(fc.constantFrom("orders", "syncorders", "orders/mutual-funds"), ids)
    .map(([kind, id]) => orderPath(id, kind)),
  fc.constantFrom(
    "/token",
    "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=5",
    "/__sandbox/",
    "/__sandbox/orders",
    "*",
    "//",
    "/%zz",
  ),
  fc.webPath(),
  fc.string({ unit: "grapheme" }).map((text) => `/${encodeURI(text)}`),
);
const methods = fc.constantFrom("GET", "DELETE", "POST", "PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "BREW");
const names = fc.constantFrom(
  ...[
    "Accept",
    "Prefer",
    "Authorization",
    "Content-Type",
    "Origin",
    "Host",
    "Username",
    "Expect",
    "Connection",
    "Upgrade",
  ],
  ...["Transfer-Encoding", "Content-Length", "Access-Control-Request-Headers", "X-Any"],
);
const values = fc.oneof(
  fc.constantFrom(
    "chunked",
    "0",
    "5",
    "-1",
    "1e3",
    "100-continue",
    "close",
    "websocket",
    "application/json",
    "*/*",
    "null",
  ),
  fc.constantFrom(
    "code=409",
    "code=204, example=x",
    "http://localhost",
    "https://evil.example",
    "Bearer sandbox-token-1",
  ),
  fc.string({ maxLength: 40 }),
);

/** Almost HTTP: a line, headers that may contradict each other, and what may be a body. */
const almostHttp = fc
  .tuple(
    methods,
    paths,
    fc.array(fc.tuple(names, values), { maxLength: 6 }),
    fc.string({ maxLength: 40 }),
    fc.boolean(),
  )
  .map(([method, path, headers, body, known]) => {
    const all = [
      ...(known ? Object.entries(KEY) : []),
      ["Host", "localhost"],
      ["Authorization", "Bearer sandbox-token-1"],
      ...headers,
    ];
    return `${method} ${path} HTTP/1.1\r\n${all.map((pair) => pair.join(": ")).join("\r\n")}\r\n\r\n${body}`;
  });

/** Several of them in one packet, cut somewhere, or nothing that is like it. */
const bytes = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(almostHttp, { minLength: 1, maxLength: 5 }).map((all) => Buffer.from(all.join(""))),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((all) => Buffer.from(all)) },
  {
    weight: 1,
    arbitrary: fc.tuple(almostHttp, fc.nat(400)).map(([text, at]) => Buffer.from(text.slice(0, at))),
  },
);

const numbers = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -1, 0.5, 1e308, -1e308, 9e15, 2 ** 31),
);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    ...EVENTS,
    ...STATUSES,
    ...Object.keys(FAULTS),
    "204",
    "409",
    "cancelOrder",
    "DELETE",
    null,
    true,
  ),
  numbers,
  fc.string({ maxLength: 10 }),
);
const words = fc.constantFrom(
  ...[
    "match",
    "fault",
    "answer",
    "delayMs",
    "times",
    "event",
    "inMs",
    "quantity",
    "executed",
    "plan",
    "status",
    "example",
  ],
  ...[
    "operation",
    "orderId",
    "accountId",
    "parentId",
    "advanceMs",
    "latency",
    "venueMs",
    "readLagMs",
    "refuse",
    "successorId",
  ],
  ...["__proto__", "constructor", ...Object.keys(SWITCHES)],
);
const { body: anyBody } = fc.letrec<{ body: unknown }>((tie) => ({
  body: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    leaf,
    fc.array(tie("body"), { maxLength: 3 }),
    fc.dictionary(words, tie("body"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
/** Right as often as wrong, or nothing would ever change. */
const rightBody = fc.oneof(
  fc.record({ event: fc.constantFrom(...EVENTS), inMs: fc.integer({ min: 0, max: 3000 }) }),
  fc.record({ advanceMs: fc.integer({ min: 0, max: 100_000 }) }),
  fc.record(
    {
      status: fc.constantFrom(...STATUSES),
      quantity: fc.integer({ min: 0, max: 200 }),
      executed: fc.nat(200),
      parentId: ids,
    },
    { requiredKeys: [] },
  ),
  fc.record(
    { fault: fc.constantFrom(...Object.keys(FAULTS)), delayMs: fc.nat(2000), times: fc.nat(3) },
    { requiredKeys: ["fault"] },
  ),
  fc.record({ venueMs: fc.nat(50), readLagMs: fc.tuple(fc.nat(10), fc.integer({ min: 10, max: 3000 })) }),
  fc.dictionary(
    fc.constantFrom(...Object.keys(SWITCHES)),
    fc.constantFrom("401", "403", "204", "200", "409", "404", "empty"),
    { maxKeys: 3 },
  ),
);
const controls = fc.record({
  ...{ operation: fc.constantFrom(...CONTROL_OPERATIONS), id: ids },
  body: fc.oneof(anyBody, rightBody).map((body) => JSON.stringify(body)),
});

async function controlled(
  sandbox: Sandbox,
  { operation, id, body }: { operation: (typeof CONTROL_OPERATIONS)[number]; id: number; body: string },
) {
  const { method, path } = operation;
  const response = await fetch(`${sandbox.url}/__sandbox${path.replace("{id}", String(id))}`, {
    method: method.toUpperCase(),
    ...(method === "get" ? {} : { body, headers: { "Content-Type": "application/json" } }),
  });
  return { status: response.status, text: await response.text() };
}

/** What it says when a rule of its own has thrown. */
const FAILURE = "The sandbox itself failed";

/** Bytes go out; whatever does not end by itself is ended after a while, as a caller that loses patience would. */
async function sent(sandbox: Sandbox, packet: Buffer): Promise<string> {
  return raw(sandbox, packet, undefined, 50);
}

async function lives(sandbox: Sandbox): Promise<void> {
  sandbox.reset();
  const { status } = await call(sandbox, "DELETE", orderPath(73552), {
    Authorization: `Bearer ${sandbox.issueToken()}`,
  });
  expect(status).toBe(204);
  expect((await fetch(`${sandbox.url}/token`, { method: "POST", headers: SIGN_IN })).status).toBe(200);
}

describe(`${RUNS} times, seed ${SEED}`, () => {
  const settings = { seed: SEED, numRuns: RUNS, endOnFailure: true };

  it("raw bytes end nothing but their own connection, and meet no failure of the sandbox itself", async () => {
    const sandbox = await sandboxOf({ clock: "real", venueMs: 5, limits: false, patienceMs: 200 });
    credentials(sandbox);
    await fc.assert(
      fc.asyncProperty(bytes, async (packet) => {
        expect(await sent(sandbox, packet)).not.toContain(FAILURE);
      }),
      settings,
    );
    await lives(sandbox);
  }, 600_000);

  it("bodies for the control surface are taken or refused in a sentence, never a failure", async () => {
    const sandbox = await sandboxOf({ limits: false });
    await fc.assert(
      fc.asyncProperty(controls, async (given) => {
        const { status, text } = await controlled(sandbox, given);
        expect([200, 400, 404], text).toContain(status);
        if (status !== 200)
          expect(JSON.parse(text).message).not.toMatch(/TypeError|is not a|Cannot read|in JSON|NaN|Infinity/);
        expect(() => new Date(sandbox.now()).toISOString()).not.toThrow();
      }),
      settings,
    );
    await lives(sandbox);
  }, 600_000);

  it("sequences of both leave a sandbox that answers, and orders that add up", async () => {
    const step = fc.oneof(
      controls.map((given) => (sandbox: Sandbox) => controlled(sandbox, given)),
      bytes.map((packet) => (sandbox: Sandbox) => sent(sandbox, packet)),
    );
    const sandbox = await sandboxOf({ clock: "real", venueMs: 5, limits: false, patienceMs: 200 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        for (const play of steps) await play(sandbox);
        for (const { executed, quantity } of sandbox.orders()) expect(executed).toBeLessThanOrEqual(quantity);
        await lives(sandbox);
      }),
      { ...settings, numRuns: Math.ceil(RUNS / 10) },
    );
  }, 600_000);
});
