// What the tests in a real browser share: the site built once, a tab that remembers what went wrong, axe.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { type Running, serveFolder } from "../../scripts/lib/servers.js";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../src/sandbox/index.js";

/** Set before the first test. */
export const shared = {} as { browser: Browser; folder: string };

export interface Tab {
  page: Page;
  /** Origins that anything was asked of. */
  origins: Set<string>;
  /** Errors and warnings of the console, and errors that nobody caught. */
  complaints: string[];
}

export async function openTab(url: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await shared.browser.newContext({ reducedMotion: "reduce", ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const tab: Tab = { page, origins: new Set(), complaints: [] };
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) tab.origins.add(new URL(request.url()).origin);
  });
  page.on("pageerror", (error) => tab.complaints.push(error.message));
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) tab.complaints.push(message.text());
  });
  await page.goto(url);
  return tab;
}

export async function serveSite(): Promise<Running> {
  const server = await serveFolder(shared.folder, 0);
  onTestFinished(() => server.close());
  return server;
}

/** A sandbox whose venue is quick, so that nobody waits. */
export async function ownSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ venueMs: 50, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Try it, connected to a sandbox of its own. */
export async function openTryIt(
  options: BrowserContextOptions = {},
  sandboxOptions: SandboxOptions = {},
): Promise<Tab & { sandbox: Sandbox }> {
  const [site, sandbox] = [await serveSite(), await ownSandbox(sandboxOptions)];
  const tab = await openTab(`${site.url}/try-it/?api=${sandbox.url}`, options);
  await tab.page.getByRole("rowheader", { name: "73501" }).waitFor();
  return { ...tab, sandbox };
}

export const SCHEMES = ["light", "dark"] as const;
export const PHONE = { width: 360, height: 740 };

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
