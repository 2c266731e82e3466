// Runs the contract in a real Chromium, in a page of another origin than the contract's server, so that the
// browser's rules for cross-origin requests apply; and a little against the mock, which front ends develop with.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { launchChromium } from "../../scripts/lib/browser.js";
import { SPEC } from "../../scripts/lib/paths.js";
import { startPrism } from "../../scripts/lib/servers.js";
import type { Outcome, Result, Suite } from "./suite.js";

export async function runInChromium(program: string, { page }: Suite, serverUrl: string): Promise<Outcome> {
  const server = await servePage(await readFile(page, "utf8"));
  const mock = await startPrism({ spec: SPEC, port: 0 });
  try {
    const { port } = server.address() as AddressInfo;
    const query = new URLSearchParams({ server: serverUrl, mock: mock.url });
    return await visit(program, `http://127.0.0.1:${port}/?${query}`);
  } finally {
    server.close();
    server.closeAllConnections();
    await mock.close();
  }
}

async function visit(program: string, url: string): Promise<Outcome> {
  const browser = await launchChromium(program);
  try {
    const tab = await browser.newPage();
    await tab.goto(url);
    const results = (await tab.evaluate("contract")) as Result[];
    return { version: browser.version(), results };
  } finally {
    await browser.close();
  }
}

function servePage(script: string): Promise<Server> {
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
    response.end(
      isScript ? script : '<!doctype html><title>Contract</title><script src="/page.js"></script>',
    );
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
