// npm --prefix benchmarks run screenshots: takes the pictures of the README, docs/screenshots/, in a real browser: always the
// same size, orders and seed, and nothing that moves.
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { CHROMIUM_HINT, findChromium, launchChromium } from "../scripts/lib/browser.js";
import { buildDocs } from "../scripts/lib/build-docs.js";
import { fromRoot, SPEC, shown } from "../scripts/lib/paths.js";
import { serveFolder } from "../scripts/lib/servers.js";
import { Stop } from "../src/cli/stop.js";
import { runScript } from "./bench/script.js";

const FOLDER = fromRoot("docs/screenshots");
const SCHEMES = ["light", "dark"] as const;
const START = new Date("2026-01-02T14:30:00Z");
const STEP_MS = 50;

async function reference(page: Page, site: string): Promise<void> {
  await page.goto(`${site}/`);
  await page.getByRole("button", { name: "Search" }).waitFor();
  await page.locator(".menu-content").getByText("Cancellation", { exact: true }).click();
  await page.locator(".menu-content").getByText("Cancel an order, quick", { exact: true }).click();
  // The samples come last, and are colored after that, each word in an element of its own.
  await page.getByTestId("source-code").first().locator("span").nth(5).waitFor();
  await atRest(page);
}

/** What comes into sight is made there and moves the rest: waits until nothing has moved for half a second. */
async function atRest(page: Page): Promise<void> {
  let [still, before] = [0, ""];
  while (still < 10) {
    const now = String(await page.evaluate("[scrollY, document.documentElement.scrollHeight]"));
    still = now === before ? still + 1 : 0;
    before = now;
    await page.waitForTimeout(STEP_MS);
  }
}

/** Time stands still until it is stepped, so that each step takes what it took before. */
async function blotter(page: Page, site: string): Promise<void> {
  await page.clock.install({ time: START });
  await page.goto(`${site}/try-it/`);
  await page.getByRole("rowheader", { name: "73501" }).waitFor();
  await page.clock.pauseAt(new Date(START.getTime() + 3_600_000));
  await page.getByRole("button", { name: "Stop time" }).click();
  await page.getByRole("radio", { name: "Situations" }).check({ force: true });
  for (const [order, how] of [
    [80001, "quick"],
    [80003, "slow"],
    [73552, "quick"],
  ] as const) {
    await page.getByRole("button", { name: `Cancel, ${how}: order ${order}` }).click();
    const underWay = page.locator(`tbody[data-order="${order}"] .verdict`, { hasText: "Under way" });
    await underWay.waitFor();
    while ((await underWay.count()) > 0) {
      await page.getByRole("button", { name: "Next event" }).click();
      await page.clock.runFor(STEP_MS);
      await page.waitForTimeout(STEP_MS);
    }
  }
  await page.evaluate("scrollTo(0, 0)");
}

async function take(
  browser: Browser,
  name: string,
  colorScheme: (typeof SCHEMES)[number],
  prepare: (page: Page) => Promise<void>,
): Promise<void> {
  const viewport = { width: 1280, height: 700 };
  const context = await browser.newContext({
    viewport,
    colorScheme,
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await prepare(page);
    await page.mouse.move(viewport.width - 1, viewport.height - 1);
    const path = join(FOLDER, `${name}${colorScheme === "dark" ? "-dark" : ""}.png`);
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    console.log(`wrote ${shown(path)}, ${Math.round((await stat(path)).size / 1000)} kB`);
  } finally {
    await context.close();
  }
}

await runScript({
  name: "screenshots",
  summary: "Take the pictures of the README.",
  options: {},
  async run() {
    const program = await findChromium();
    if (program === undefined) throw new Stop(`There is no browser: ${CHROMIUM_HINT}.`);
    const folder = await mkdtemp(join(tmpdir(), "site-"));
    await Promise.all([mkdir(FOLDER, { recursive: true }), buildDocs(SPEC, join(folder, "index.html"))]);
    const browser = await launchChromium(program);
    const site = await serveFolder(folder, 0);
    try {
      for (const scheme of SCHEMES) {
        await take(browser, "reference", scheme, (page) => reference(page, site.url));
        await take(browser, "blotter", scheme, (page) => blotter(page, site.url));
      }
    } finally {
      await Promise.all([browser.close(), site.close(), rm(folder, { recursive: true, force: true })]);
    }
  },
});
