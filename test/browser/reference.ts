// The reference, as a reader meets it in a real browser.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { guideFiles } from "../../scripts/lib/reference.js";
import { eachOperation } from "../../src/sandbox/openapi.js";
import { spec } from "../helpers.js";
import { graveViolations, openTab, PHONE, SCHEMES, scrollsSideways, serveSite, titleOf } from "./kit.js";

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

const openReference = async (options = {}) => {
  const site = await serveSite();
  return { site, ...(await openTab(`${site.url}/`, options)) };
};

export function referenceTests(): void {
  test("the menu and the page have every operation of the spec and every guide; nothing is fetched, no complaint", async () => {
    const { site, page, origins, complaints } = await openReference();
    for (const file of guideFiles(await readFile(fromRoot("docs/README.md"), "utf8"))) {
      const title = await titleOf(file);
      await menu(page, title).waitFor();
      await heading(page, title).waitFor();
    }
    for (const tag of tags) await openOperations(page, tag);
    expect(operations.length).toBeGreaterThan(5);
    expect([...origins]).toEqual([site.url]);
    expect(complaints).toEqual([]);
  });

  test("the search finds an operation and leads to it", async () => {
    const { page } = await openReference();
    const trigger = page.getByTestId("search-trigger");
    await trigger.getByText("Search").waitFor();
    await trigger.click();
    const last = operations.at(-1);
    await page.keyboard.type(last?.summary ?? "");
    await page
      .getByRole("link")
      .filter({ hasText: "POST" })
      .filter({ hasText: last?.summary ?? "" })
      .first()
      .click();
    await heading(page, last?.summary ?? "").waitFor();
  });

  test.each(SCHEMES)(
    "axe finds nothing serious, and a phone need not scroll sideways: %s",
    async (colorScheme) => {
      const { page } = await openReference({ colorScheme, bypassCSP: true });
      await page.getByTestId("search-trigger").getByText("Search").waitFor();
      expect(await page.evaluate("getComputedStyle(document.body).colorScheme")).toBe(colorScheme);
      expect(await graveViolations(page)).toEqual([]);
      await openOperations(page, tags[0] ?? "");
      expect(await graveViolations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await scrollsSideways(page)).toBe(false);
    },
  );

  test("its link leads to Try it, and back", async () => {
    const { site, page } = await openReference();
    const pages = page.getByRole("navigation", { name: "Pages" });
    await pages.getByRole("link", { name: "Try it" }).click();
    await page.getByRole("heading", { name: "Order blotter" }).waitFor();
    await pages.getByRole("link", { name: "Reference" }).click();
    await page.getByTestId("search-trigger").waitFor();
    expect(new URL(page.url()).origin).toBe(site.url);
  });
}
