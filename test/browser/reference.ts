// The reference, as a reader meets it in a real browser.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { guideFiles } from "../../scripts/lib/reference.js";
import { eachOperation } from "../../src/sandbox/openapi.js";
import { spec } from "../helpers.js";
import { graveViolations, openTab, PHONE, SCHEMES, scrollsSideways, shared, titleOf } from "./kit.js";

const operations = eachOperation(spec).map(({ operation }) => operation);
const tags = [...new Set(operations.flatMap((operation) => operation.tags))];

const menu = (page: Page, text: string) =>
  page.locator(".menu-content").getByText(text, { exact: true }).first();

/** Its accessible name begins with that of its own link. */
const heading = (page: Page, title: string) =>
  page
    .locator("main")
    .getByRole("heading", { name: new RegExp(`${title.replaceAll(/[()]/g, "\\$&")}$`) })
    .first();

/** A tag's operations are made when it is opened, those of the page when they come into sight. */
async function openOperations(page: Page, tag: string): Promise<void> {
  await menu(page, tag).click();
  for (const { summary } of operations.filter(({ tags }) => tags.includes(tag))) {
    await menu(page, summary).click();
    await heading(page, summary).waitFor();
  }
}

const searchHit = (page: Page) => page.getByRole("option");

/** The places that the hits lead to, in their order. */
const hitIds = (page: Page): Promise<string[]> =>
  searchHit(page).evaluateAll((hits) => hits.map((hit) => (hit.getAttribute("href") ?? "").slice(1)));

const openReference = (options = {}) => openTab(`${shared.site.url}/`, options);

export function referenceTests(): void {
  test("the menu and the page have every operation of the spec and every guide; nothing is fetched, no complaint", async () => {
    const { page, origins, elsewhere, complaints } = await openReference();
    for (const file of guideFiles(await readFile(fromRoot("docs/README.md"), "utf8"))) {
      const title = await titleOf(file);
      await menu(page, title).waitFor();
      await heading(page, title).waitFor();
    }
    for (const tag of tags) await openOperations(page, tag);
    expect(operations.length).toBeGreaterThan(5);
    expect([[...origins], elsewhere]).toEqual([[shared.site.origin], []]);
    expect(complaints).toEqual([]);
  });

  test("every link of the page leads to a place in it that a new tab opens too, or elsewhere", async () => {
    const { page } = await openReference();
    for (const tag of tags) await openOperations(page, tag);
    const places = await page
      .locator("#redoc a")
      .evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
    expect(places.length).toBeGreaterThan(90);
    expect(places.filter((place) => !/^(#\/|https?:\/\/|mailto:)/.test(place))).toEqual([]);
    const sections = await page
      .locator("[data-section-id]")
      .evaluateAll((all) => all.map((one) => `#${one.getAttribute("data-section-id")}`));
    const guides = places.filter((place) => place.startsWith("#/section/"));
    expect(guides.filter((place) => !sections.includes(place))).toEqual([]);
    // One of each kind: a guide, a part of a guide, an operation.
    const parts = places.filter((place) => place.split("/").length === 4);
    const samples = [
      places.find((place) => place.startsWith("#/section/")),
      parts.at(-1),
      places.find((one) => one.endsWith("/cancelorder")),
    ];
    for (const place of samples) {
      const tab = await openTab(`${shared.site.url}/${place}`);
      const section = tab.page.locator(`[data-section-id="${place?.slice(1)}"]`).first();
      await expect.poll(async () => Math.abs((await section.boundingBox())?.y ?? 9_999)).toBeLessThan(200);
    }
  });

  test("the search leads to the part of the guide that has the word, by keyboard alone", async () => {
    const { page, complaints } = await openReference();
    await page.locator(".menu-content").waitFor();
    await page.keyboard.press("Control+K");
    await page.keyboard.type("onProgress");
    await searchHit(page).first().waitFor();
    expect(await page.getByTestId("search-item").count()).toBe(0);
    const [id = ""] = await hitIds(page);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(new URL(page.url()).hash).toBe(`#${id}`);
    const section = page.locator(`[data-section-id="${id}"]`).first();
    expect(await section.textContent()).toContain("onProgress");
    await expect.poll(async () => Math.abs((await section.boundingBox())?.y ?? 9_999)).toBeLessThan(200);
    expect(complaints).toEqual([]);
  });

  test("operations come before guides; arrows choose and Enter follows; a hit has an address of its own", async () => {
    const { page } = await openReference();
    await page.getByRole("button", { name: "Search" }).click();
    const first = operations[0];
    await page.keyboard.type("cancel order");
    await searchHit(page).first().waitFor();
    const ids = await hitIds(page);
    const operationIds = ids.filter((id) => !id.startsWith("/section/"));
    expect(ids.slice(0, operationIds.length)).toEqual(operationIds);
    expect(ids[0]).toBe(`/${first?.tags[0]}/${first?.operationId}`.toLowerCase());
    for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) await page.keyboard.press(key);
    expect(await page.locator("[aria-selected=true]").getAttribute("href")).toBe(`#${ids[1]}`);
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).hash).toBe(`#${ids[1]}`);
    await heading(
      page,
      operations.find(({ operationId }) => ids[1]?.endsWith(operationId.toLowerCase()))?.summary ?? "",
    ).waitFor();
  });

  test("every operation is found by its summary, its id and the name of an answer", async () => {
    const { page } = await openReference();
    await page.getByRole("button", { name: "Search" }).click();
    const input = page.getByRole("combobox");
    for (const { summary, operationId, tags } of operations) {
      for (const asked of [summary, operationId]) {
        await input.fill(asked);
        expect([asked, (await hitIds(page))[0]]).toEqual([asked, `/${tags[0]}/${operationId}`.toLowerCase()]);
      }
    }
    await input.fill("order-already-filled");
    expect((await hitIds(page))[0]).toBe("/cancellation/cancelorder");
    await input.fill("xyzzy");
    expect(await page.getByRole("status").textContent()).toBe("Nothing found");
  });

  test("an excerpt keeps the words of two cells apart, and what was asked is no markup", async () => {
    const { page } = await openReference();
    await page.getByRole("button", { name: "Search" }).click();
    await page.keyboard.type("signal");
    await searchHit(page).first().waitFor();
    const texts = await page.locator(".hit-text").allTextContents();
    expect(texts.join(" ")).toMatch(/\bsignal aborting\b/);
    await page.getByRole("combobox").fill("<img src=x onerror=alert(1)>");
    expect(await page.locator(".search img").count()).toBe(0);
  });

  test("a keyboard meets the way to the content first, and the search before the menu", async () => {
    const { page } = await openReference();
    await page.locator(".menu-content a").first().waitFor();
    const focused = () => page.evaluate("document.activeElement.textContent.trim()");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.localName")).toBe("main");
    await page.reload();
    await page.locator(".menu-content a").first().waitFor();
    for (const text of ["Skip to the content", "autoshares-cancel", "Reference", "Try it", "Search Ctrl K"]) {
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(text);
    }
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe("combobox");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("Search Ctrl K");
  });

  test("the page runs the scripts that were built into it and no other", async () => {
    const { page } = await openReference();
    const policy = (await page.locator("meta[http-equiv]").getAttribute("content")) ?? "";
    expect(policy).toMatch(/script-src 'self'( 'sha256-[\w+/=]+')+;/);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      document.body.append(script);
      return "ran" in globalThis;
    });
    expect(ran).toBe(false);
  });

  test.each(SCHEMES)(
    "axe finds nothing serious, and a phone need not scroll sideways: %s",
    async (colorScheme) => {
      const { page } = await openReference({ colorScheme, bypassCSP: true });
      await page.locator(".menu-content a").first().waitFor();
      expect(await page.evaluate("getComputedStyle(document.body).colorScheme")).toBe(colorScheme);
      expect(await graveViolations(page)).toEqual([]);
      await openOperations(page, tags[0] ?? "");
      expect(await graveViolations(page)).toEqual([]);
      await page.getByRole("button", { name: "Search" }).click();
      await page.keyboard.type("token");
      await searchHit(page).first().waitFor();
      expect(await graveViolations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await scrollsSideways(page)).toBe(false);
      expect((await page.getByRole("dialog").boundingBox())?.width).toBeLessThanOrEqual(PHONE.width);
    },
  );

  test("Run runs a sample in the page, again and again, and nothing is sent; other languages say what they need", async () => {
    const { page, elsewhere, complaints } = await openTab(`${shared.site.url}/#/cancellation/cancelorder`);
    const panel = page.locator('[data-section-id="/cancellation/cancelorder"] .panel-request-samples');
    const choose = async (language: string) => {
      await panel.locator("[aria-haspopup=menu]").last().click();
      await page.getByRole("menuitem", { name: language, exact: true }).click();
    };
    await panel.getByText("npx autoshares-cancel sandbox").waitFor();
    await choose("TypeScript");
    const run = panel.getByRole("button", { name: "Run" });
    const output = panel.getByRole("status", { name: "Output" });
    await run.click();
    await expect.poll(() => output.textContent()).toMatch(/^Accepted by the API; .*\n$/);
    await choose("TypeScript, cancel()");
    await expect.poll(() => output.textContent()).toBe("");
    for (let time = 0; time < 2; time++) {
      await run.focus();
      await page.keyboard.press("Enter");
      await output.getByText("canceled, 150 were not executed").waitFor();
    }
    await choose("Python");
    await panel.getByText("It needs the sandbox on your machine").waitFor();
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("its link leads to Try it, and back", async () => {
    const { page } = await openReference();
    const pages = page.getByRole("navigation", { name: "Pages" });
    await pages.getByRole("link", { name: "Try it" }).click();
    await page.getByRole("heading", { name: "Order blotter" }).waitFor();
    await pages.getByRole("link", { name: "Reference" }).click();
    await page.locator(".menu-content").waitFor();
    expect(page.url()).toMatch(new RegExp(`^${shared.site.url}/index.html`));
  });
}
