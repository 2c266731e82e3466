// The sandbox without a socket gives the same answers as the one over HTTP, byte for byte.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAULTS, type FaultName, type Sandbox, SITUATIONS } from "../../src/sandbox/index.js";
import worker, { createSandbox, type PageSandbox } from "../../src/sandbox/web.js";
import { described, orderPath, SIGN_IN, sandboxOf } from "./helpers.js";

type Either = Sandbox | PageSandbox;
type Send = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
) => Promise<unknown>;

interface Step {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
  before: (sandbox: Either) => unknown;
}

const ids = fc.constantFrom(...SITUATIONS.map(({ id }) => id), 73501, 73503, 73507, 73514, 74001, 1, 2 ** 31);
const paths = fc.oneof(
  fc
    .tuple(fc.constantFrom("orders", "syncorders", "orders/mutual-funds"), ids)
    .map(([kind, id]) => orderPath(id, kind)),
  fc.constantFrom(
    ...[
      "/token",
      "/v1.0/accounts/6303/orders?pageNumber=1&pageSize=3&sortField=Symbol",
      "/nowhere",
      "/v1.0/accounts/6304/orders/1",
    ],
    ...[
      "/v1.0/accounts/6303/syncorders?pageNumber=0&pageSize=2&filter=Status=4",
      "/v1.0/accounts/7125/orders/1",
    ],
  ),
);
const headers = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, string>>({ Prefer: "code=429" }, { Prefer: "code=418" }, { Accept: "foo" }),
  fc.constantFrom<Record<string, string>>(
    { "Et-App-Key": "x" },
    { Authorization: "Bearer x" },
    { ...SIGN_IN, Password: "no" },
  ),
);
const before = fc.oneof(
  { weight: 4, arbitrary: fc.constant(() => undefined) },
  fc
    .constantFrom(...(Object.keys(FAULTS) as FaultName[]))
    .map((fault) => (sandbox: Either) => sandbox.script({ fault })),
  fc.nat(200_000).map((ms) => (sandbox: Either) => sandbox.advance(ms)),
  fc
    .constantFrom("204", "409")
    .map((secondCancel) => (sandbox: Either) => sandbox.setSwitches({ secondCancel } as never)),
  ids.map(
    (id) => (sandbox: Either) => sandbox.order(id) && sandbox.putOrder(id, { status: "New", executed: 1 }),
  ),
);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    ...{ method: fc.constantFrom("GET", "DELETE", "DELETE", "POST", "PATCH"), path: paths, headers, before },
    body: fc.option(fc.constantFrom("{}", "{"), { nil: undefined, freq: 8 }),
  }),
  { minLength: 1, maxLength: 5 },
);

async function played(sandbox: Either, send: Send, all: Step[]): Promise<unknown[]> {
  sandbox.reset();
  const known = {
    ...SIGN_IN,
    Authorization: `Bearer ${sandbox.issueToken()}`,
    "Content-Type": "application/json",
  };
  const seen: unknown[] = [];
  for (const { method, path, headers: given, body, before: prepare } of all) {
    await prepare(sandbox);
    seen.push(await send(method, path, { ...known, ...given }, method === "GET" ? undefined : body));
  }
  return [...seen, sandbox.orders(), sandbox.counts()];
}

/** One exchange in words; silence is what the sandbox itself says that it is. */
function sender(sandbox: Either, fetch: typeof globalThis.fetch, url: string): Send {
  return async (method, path, headers, body) => {
    const silence = new AbortController();
    const count = sandbox.requests().length;
    const answer = fetch(url + path, { method, headers, signal: silence.signal, ...(body && { body }) });
    const watch = setInterval(() => {
      if (sandbox.requests().at(count)?.outcome === "nothing") silence.abort();
    });
    try {
      return await answer.then(described, refusal);
    } finally {
      clearInterval(watch);
    }
  };
}

function refusal(error: Error): unknown {
  return error.name === "AbortError" ? "nothing" : (error.cause as { code: string }).code;
}

describe("in a page", () => {
  it("takes at most 30 kB, and nothing of Node", async () => {
    const entry = fileURLToPath(new URL("../../src/sandbox/web.ts", import.meta.url));
    const options = { bundle: true, minify: true, format: "esm", platform: "browser", write: false } as const;
    const { outputFiles } = await build({ entryPoints: [entry], ...options });
    const code = outputFiles[0]?.contents ?? new Uint8Array();
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(30_000);
    expect(new TextDecoder().decode(code)).not.toMatch(/\b(node:|Buffer|process|require)\b/);
  });
});

/** Each is played twice. */
const SEQUENCES = process.env.CI ? 1_000 : 200;

describe("without a socket", () => {
  it(`${SEQUENCES} sequences of requests are answered as over HTTP, seed 73552`, async () => {
    const options = { clock: "manual", venueMs: 0, readLagMs: [0, 500], seed: 3, remember: 100_000 } as const;
    const [page, served] = [createSandbox(options), await sandboxOf(options)];
    const pageSend = sender(page, page.fetch, "http://sandbox.invalid");
    const servedSend = sender(served, fetch, served.url);
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        expect(await played(page, pageSend, all)).toEqual(await played(served, servedSend, all));
      }),
      { seed: 73552, numRuns: SEQUENCES, endOnFailure: true },
    );
  }, 300_000);

  it("opens with orders of one's own, and is closed", async () => {
    const sandbox = createSandbox({ orders: { 9001: { quantity: 3 } }, venueMs: 5 });
    expect(sandbox.order(9001)?.remaining).toBe(3);
    expect(() => createSandbox({ orders: { 9001: { quantity: -3 } } })).toThrow(/^order\.quantity: give/);
    expect(() => createSandbox({ profile: "swager" as never })).toThrow(/There is no profile/);
    sandbox.close();
  });

  it("is a Worker, too", async () => {
    const headers = { "Et-App-Key": "sandbox-app-key", Username: "trader", Password: "sandbox" };
    const answer = await worker.fetch(
      new Request("https://worker.example/token", { method: "POST", headers }),
    );
    expect([answer.status, await answer.json()]).toEqual([
      200,
      expect.objectContaining({ State: "Succeeded" }),
    ]);
  });
});
