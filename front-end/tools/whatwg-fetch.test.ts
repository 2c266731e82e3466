// The real whatwg-fetch over jsdom's XMLHttpRequest: it follows redirects by itself, and that is no success.
import { createServer, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { AutoSharesError, cancel, createClient, type Fetch } from "autoshares-cancel";
import { startSandbox } from "autoshares-cancel/sandbox";
import { JSDOM } from "jsdom";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

const polyfill: { fetch: Fetch } = createRequire(import.meta.url)("whatwg-fetch");

/** As a page of this address has it. */
function fetchOf(url: string): Fetch {
  const { window } = new JSDOM("", { url });
  onTestFinished(() => window.close());
  vi.stubGlobal("XMLHttpRequest", window.XMLHttpRequest);
  return polyfill.fetch;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const IDS = { accountId: 6303, orderId: 73552 };

test("a followed redirect is never a success, and its fate is unknown", async () => {
  const seen: string[] = [];
  const baseUrl = await serve(({ method, url }, response) => {
    seen.push(`${method} ${url}`);
    if (url === "/elsewhere") response.writeHead(204).end();
    else response.writeHead(307, { location: "/elsewhere" }).end();
  });
  const client = createClient({ baseUrl, appKey: "k", token: "t", fetch: fetchOf(baseUrl) });
  const error = await client.cancelOrder(IDS).catch((reason: unknown) => reason);
  expect(seen.at(-1)).toBe("DELETE /elsewhere");
  expect(error).toBeInstanceOf(AutoSharesError);
  expect(error).toMatchObject({ code: "answer", status: 204, fate: "unknown" });
});

test("without a redirect it reads and cancels as any other fetch", async () => {
  const { url: baseUrl, appKey, close } = await startSandbox();
  onTestFinished(() => close());
  const credentials = { username: "trader", password: "sandbox" };
  const client = createClient({ baseUrl, appKey, credentials, fetch: fetchOf(baseUrl) });
  expect((await client.getOrder(IDS)).Status).toBe("New");
  expect(await client.cancelOrder(IDS)).toBeUndefined();
  await expect(client.cancelOrder(IDS)).rejects.toMatchObject({ status: 409, fate: "refused" });
});

test("where there is no fetch at all, nothing is sent and the error says so", async () => {
  vi.stubGlobal("fetch", undefined);
  const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", token: "t" });
  await expect(cancel(client, IDS)).rejects.toMatchObject({ code: "argument", fate: "not-sent" });
});
