// What kills or stalls Prism: a clear 4xx or a dropped connection, and the next request is answered.
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/sandbox/index.js";
import { call, credentials, orderPath, raw, sandboxOf } from "./helpers.js";

let sandbox: Sandbox | undefined;

async function start(options = {}): Promise<Sandbox> {
  sandbox = await sandboxOf({ clock: "real", ...options });
  return sandbox;
}

afterEach(async () => {
  if (!sandbox) return;
  expect((await call(sandbox, "GET", orderPath(73552)).catch(() => ({ status: 0 }))).status).toBe(200);
});

function head(served: Sandbox, line: string, headers: Record<string, string> = {}): string {
  const all = { Host: "x", ...credentials(served), ...headers };
  return `${line} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n`;
}

const CLOSE = { Connection: "close" };

describe("the sandbox survives", () => {
  it("%zz in a path", async () => {
    const served = await start();
    expect(await raw(served, head(served, "DELETE /v1.0/accounts/%zz/orders/1", CLOSE))).toMatch(
      /^HTTP\/1.1 422 /,
    );
    expect(await raw(served, head(served, "DELETE /%zz", CLOSE))).toMatch(/^HTTP\/1.1 404 /);
  });

  it("Accept: foo", async () => {
    const served = await start();
    const heard = await raw(served, head(served, `GET ${orderPath(73552)}`, { ...CLOSE, Accept: "foo" }));
    expect(heard).toMatch(/^HTTP\/1.1 406 /);
    expect(heard).toContain("Accept: foo is not a list of media types");
  });

  it("an Accept that a browser sends", async () => {
    const served = await start();
    const Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    expect((await call(served, "GET", orderPath(73552), { Accept })).status).toBe(200);
  });

  it("malformed JSON", async () => {
    const served = await start();
    const body = { ...CLOSE, "Content-Type": "application/json", "Content-Length": "5" };
    expect(await raw(served, `${head(served, "POST /token", body)}{"a":`)).toMatch(
      /^HTTP\/1.1 400 .*not JSON/s,
    );
  });

  it("a header of 20 KB", async () => {
    const served = await start();
    const heard = await raw(
      served,
      head(served, `GET ${orderPath(73552)}`, { "X-Long": "x".repeat(20_000) }),
    );
    expect(heard).toMatch(/^HTTP\/1.1 431 /);
  });

  it("a body of 11 MB, announced or not", async () => {
    const served = await start();
    const body = "x".repeat(11 * 1024 * 1024);
    const announced = head(served, "POST /token", { "Content-Length": String(body.length) });
    expect(await raw(served, announced + body, "}")).toMatch(/^HTTP\/1.1 413 .*longer than/s);
    const chunked = head(served, "POST /token", { "Transfer-Encoding": "chunked" });
    const heard = await raw(served, `${chunked}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`, "}");
    expect(heard).toMatch(/^HTTP\/1.1 413 /);
  });

  it("a half-sent request, which is dropped in time", async () => {
    const served = await start({ patienceMs: 100 });
    expect(await raw(served, "DELETE /v1.0/accounts/6303/orders/73552 HTT")).toMatch(/^HTTP\/1.1 408 |^$/);
    const half = head(served, "POST /token", { "Content-Length": "100" });
    expect(await raw(served, `${half}half`)).toMatch(/^HTTP\/1.1 408 |^$/);
  });

  it("what is not HTTP at all", async () => {
    const served = await start();
    expect(await raw(served, "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
  });

  it("a caller that leaves before its answer", async () => {
    const served = await start({ venueMs: 50 });
    const leave = new AbortController();
    const slow = fetch(served.url + orderPath(73552, "syncorders"), {
      ...{ method: "DELETE", headers: credentials(served), signal: leave.signal },
    }).catch((error: Error) => error.name);
    while (served.requests().length === 0) await new Promise((resolve) => setImmediate(resolve));
    leave.abort();
    expect(await slow).toBe("AbortError");
    while (served.requests()[0]?.answeredAt === undefined)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(served.order(73552)?.status).toBe("Canceled");
  });

  const waves = process.env.CI ? 20 : 4;

  it(`${waves * 500} idle connections, opened and dropped`, async () => {
    const served = await start();
    const { hostname, port } = new URL(served.url);
    for (let wave = 0; wave < waves; wave++) {
      const sockets = await Promise.all(Array.from({ length: 500 }, () => opened(Number(port), hostname)));
      for (const socket of sockets) socket.destroy();
    }
  });

  it("a path, a method and a query that are nobody's", async () => {
    const served = await start();
    expect((await call(served, "GET", "/nowhere")).body.message).toContain(
      "No operation of the API has the path /nowhere",
    );
    const wrong = await call(served, "PATCH", orderPath(73552));
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "DELETE, GET"]);
    expect((await call(served, "GET", `${orderPath(73552)}?__proto__=1&constructor=2`)).status).toBe(200);
  });
});

function opened(port: number, host: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host, () => resolve(socket));
    socket.once("error", reject);
  });
}
