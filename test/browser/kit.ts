// What the tests in a real browser share: the site built once, on a plain server, a tab that remembers what went wrong,
// axe.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/index.js";

/** Set before the first test. */
export const shared = {} as { browser: Browser; folder: string; site: Served };

/** Where the site is on its host: not at the top. */
const BELOW = "/a/b";

export interface Served {
  /** Of the site, without a slash at the end. */
  url: string;
  origin: string;
  close(): void;
}

export interface Tab {
  page: Page;
  /** Origins that anything was asked of. */
  origins: Set<string>;
  /** Requests to anything but the site. */
  elsewhere: string[];
  /** Errors and warnings of the console, and errors that nobody caught. */
  complaints: string[];
}

export async function openTab(url: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await shared.browser.newContext({ reducedMotion: "reduce", ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const tab: Tab = { page, origins: new Set(), elsewhere: [], complaints: [] };
  context.on("request", (request) => {
    if (request.url().startsWith("data:")) return;
    tab.origins.add(new URL(request.url()).origin);
    if (!request.url().startsWith(`${shared.site.url}/`)) tab.elsewhere.push(request.url());
  });
  page.on("pageerror", (error) => tab.complaints.push(error.message));
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) tab.complaints.push(message.text());
  });
  await page.goto(url);
  return tab;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Knows nothing but files and their types, as any static host. */
export async function servePlainly(folder: string): Promise<Served> {
  const server = createServer(async ({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://any");
    const path = pathname.startsWith(`${BELOW}/`) ? pathname.slice(BELOW.length) : "/not-here";
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const content = await readFile(file).catch(() => undefined);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(content ? 200 : 404, { "content-type": type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: origin + BELOW,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A sandbox whose venue is quick, so that nobody waits. */
export async function ownSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ venueMs: 50, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Try it as it opens: on the sandbox in the page. */
export async function openSimulated(options: BrowserContextOptions = {}): Promise<Tab> {
  const tab = await openTab(`${shared.site.url}/try-it/`, options);
  await tab.page.getByRole("rowheader", { name: "73501" }).waitFor();
  return tab;
}

/** Try it, connected to a sandbox of its own on this machine. */
export async function openTryIt(
  options: BrowserContextOptions = {},
  sandboxOptions: SandboxOptions = {},
): Promise<Tab & { sandbox: Sandbox }> {
  const sandbox = await ownSandbox(sandboxOptions);
  const tab = await openTab(`${shared.site.url}/try-it/?api=${sandbox.url}`, options);
  await tab.page.getByRole("rowheader", { name: "73501" }).waitFor();
  return { ...tab, sandbox };
}

export const SCHEMES = ["light", "dark"] as const;
export const PHONE = { width: 390, height: 844 };

export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; any: { message: string }[] }[];
}

/** What axe calls serious or critical, one line each. Needs a tab that bypasses the policy: axe is no part of the page. */
export async function graveViolations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(fromRoot("node_modules/axe-core/axe.min.js"), "utf8"));
  const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
    violations: Violation[];
  };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.join(" ")}: ${any[0]?.message ?? ""}`),
    );
}

export const titleOf = async (guide: string): Promise<string> =>
  /^# (.+)$/m.exec(await readFile(join(fromRoot("docs"), guide), "utf8"))?.[1] ?? "no title";

/** What the tests of the blotter look for. */
export const group = (page: Page, order: number) => page.locator(`tbody[data-order="${order}"]`);
export const cancelButton = (page: Page, order: number, how: string) =>
  page.getByRole("button", { name: `Cancel, ${how}: order ${order}` });
export const verdict = (page: Page, order: number, label: string) =>
  group(page, order)
    .locator(".verdict", { hasText: new RegExp(`^${label}$`) })
    .waitFor();

export async function byNumber(page: Page, order: number | string, how: "quick" | "slow"): Promise<void> {
  await page.getByLabel("Order no.").fill(String(order));
  await page.locator("#by-number button", { hasText: new RegExp(how, "i") }).click();
}
