// Other people's `fetch`, given as they are: no cast is needed, and what they do in their own way is understood.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import nodeFetch from "node-fetch";
import { ProxyAgent, fetch as undiciFetch } from "undici";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Fetch } from "../../src/index.js";
import { clientOf, failure, IDS, ORDER } from "./clients.js";
import {
  json,
  NEVER,
  NO_CONTENT,
  RESET_BEFORE_HEAD,
  sized,
  startServer,
  testServer,
  tooShort,
} from "./server.js";

const FETCHES: [name: string, fetch: Fetch][] = [
  ["the platform's", globalThis.fetch],
  ["undici", undiciFetch],
  ["node-fetch", nodeFetch],
];

describe.each(FETCHES)("%s", (_, fetch) => {
  test("cancels, and reads an order of 200 kB", async () => {
    const order = { ...ORDER, Note: "n".repeat(200_000) };
    const server = await testServer(({ method }) => (method === "GET" ? json(200, order) : NO_CONTENT));
    const client = clientOf(server, { fetch });
    expect(await client.cancelOrder(IDS)).toBeUndefined();
    expect(await client.getOrder(IDS)).toEqual(order);
  });

  test("shows its hooks head and status of each answer", async () => {
    const server = await testServer(json(409, { message: "filled" }, { "x-id": "1" }));
    const seen: unknown[] = [];
    const client = clientOf(server, {
      fetch,
      onResponse: ({ status, headers }) => seen.push([status, headers["x-id"]]),
    });
    const error = await failure(client.cancelOrder(IDS));
    expect([error.code, error.status === 409 && error.body?.message]).toEqual(["conflict", "filled"]);
    expect(seen).toEqual([[409, "1"]]);
  });

  test("reads no more than 1 MiB of an error", async () => {
    const server = await testServer(sized(500, "x".repeat(3_000_000)));
    expect((await failure(clientOf(server, { fetch }).cancelOrder(IDS))).bodyText).toHaveLength(2 ** 20);
  });

  test("ends with the timeout, the abort and the connection", async () => {
    const silent = await testServer(NEVER);
    const timeout = await failure(clientOf(silent, { fetch, timeoutMs: 100 }).cancelOrder(IDS));
    expect([timeout.code, timeout.fate]).toEqual(["timeout", "unknown"]);
    const aborted = await failure(
      clientOf(silent, { fetch }).cancelOrder(IDS, { signal: AbortSignal.abort() }),
    );
    expect([aborted.code, aborted.fate]).toEqual(["abort", "not-sent"]);
    const reset = await failure(clientOf(await testServer(RESET_BEFORE_HEAD), { fetch }).cancelOrder(IDS));
    expect([reset.code, reset.fate]).toEqual(["connection", "unknown"]);
    const cut = await failure(
      clientOf(await testServer(tooShort(409, "{", "reset")), { fetch }).cancelOrder(IDS),
    );
    expect([cut.code, cut.fate, cut.status]).toEqual(["connection", "unknown", 409]);
    const gone = await startServer(() => NEVER);
    await gone.close();
    const refused = await failure(clientOf(gone, { fetch }).cancelOrder(IDS));
    expect([refused.code, refused.fate]).toEqual(["connection", "not-sent"]);
  });

  test("follows no redirect", async () => {
    const target = await testServer(NO_CONTENT);
    const server = await testServer(sized(302, "", { location: target.url }));
    const error = await failure(clientOf(server, { fetch }).cancelOrder(IDS));
    expect([error.name, error.status, error.fate]).toEqual(["AnswerError", 302, "unknown"]);
    expect(target.requests).toEqual([]);
  });
});

describe("a proxy", () => {
  /** Opens tunnels, or refuses to with a status. */
  async function proxy(refusal?: number): Promise<Fetch> {
    const server = createServer().on("connect", ({ url = "" }, socket) => {
      socket.on("error", () => {});
      if (refusal) return void socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
      const { hostname, port } = new URL(`http://${url}`);
      const target = connect(Number(port), hostname, () => {
        socket.write("HTTP/1.1 200 Established\r\n\r\n");
        target.pipe(socket).pipe(target);
      });
      target.on("error", () => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const agent = new ProxyAgent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    onTestFinished(async () => {
      await agent.destroy();
      server.close();
      server.closeAllConnections();
    });
    return (url, init) => undiciFetch(url, { ...init, dispatcher: agent });
  }

  test("passes a cancel on", async () => {
    const server = await testServer(NO_CONTENT);
    expect(await clientOf(server, { fetch: await proxy() }).cancelOrder(IDS)).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  test.each([403, 407, 502])("that refuses to connect with %i has sent nothing", async (status) => {
    const server = await testServer(NO_CONTENT);
    const error = await failure(clientOf(server, { fetch: await proxy(status) }).cancelOrder(IDS));
    expect([error.name, error.fate]).toEqual(["ConnectionError", "not-sent"]);
    expect(server.requests).toEqual([]);
  });
});
