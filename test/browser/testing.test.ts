// The answers in a real browser: in a page that Playwright drives, and through MSW's service worker.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "vitest";
import { CHROMIUM_HINT, findChromium, launchChromium } from "../../scripts/lib/browser.js";
import { fromRoot } from "../../scripts/lib/paths.js";
import { cancelsComeTooLate } from "./testing/cancels-come-too-late.js";

const program = await findChromium();

describe.runIf(program || process.env.CI)("in Chromium", () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  let page: Page;
  beforeAll(async () => {
    if (!program) throw new Error(`There is no browser: ${CHROMIUM_HINT}.`);
    server = await serveApp();
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await launchChromium(program);
  });
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const clickAndRead = async (text: string) => {
    await page.getByRole("button", { name: "Cancel order" }).click();
    await page.getByText(text, { exact: true }).waitFor();
  };

  test("a page that Playwright routes meets the answer", async () => {
    await cancelsComeTooLate(page);
    await page.goto(url);
    await clickAndRead("Order 73552 is already filled");
  });

  test("a page with MSW's worker meets the answer of one test, then the documented success", async () => {
    await page.goto(`${url}?worker`);
    await clickAndRead("A cancel of order 73552 is already pending");
    await clickAndRead("accepted");
  });
});

async function serveApp(): Promise<Server> {
  const entryPoints = [fromRoot("test/browser/testing/app.ts")];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: "iife", write: false });
  const script = "text/javascript";
  const files: Record<string, { type: string; content: string }> = {
    "/": {
      type: "text/html",
      content: '<!doctype html><title>App</title><body><script src="/app.js"></script>',
    },
    "/app.js": { type: script, content: outputFiles[0]?.text ?? "" },
    "/mockServiceWorker.js": {
      type: script,
      content: await readFile(fromRoot("node_modules/msw/lib/mockServiceWorker.js"), "utf8"),
    },
  };
  const server = createServer((request, response) => {
    const { type, content } = files[new URL(request.url ?? "", "http://any").pathname] ?? {};
    response
      .writeHead(content === undefined ? 404 : 200, { "content-type": type ?? "text/plain" })
      .end(content);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
