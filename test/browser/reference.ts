// The reference, as a reader meets it in a real browser.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { eachOperation } from "../../scripts/lib/openapi.js";
import { fromRoot } from "../../scripts/lib/paths.js";
import { guideFiles } from "../../scripts/lib/reference.js";
import { spec } from "../helpers.js";
import { graveViolations, openTab, PHONE, SCHEMES, scrollsSideways, serveSite, titleOf } from "./kit.js";

const operations = eachOperation(spec).map(({ operation }) => operation);
const tags = [...new Set(operations.flatMap((operation) => operation.tags))];

const openReference = async (options = {}) => {
  const site = await serveSite();
  return { site, ...(await openTab(`${site.url}/`, options)) };
};

export function referenceTests(): void {
  test("the menu and the page have every operation of the spec and every guide; nothing is fetched, no complaint", async () => {
    const { site, page, origins, complaints } = await openReference();
    const menu = page.locator(".menu-content");
    const texts = page.locator("main");
    for (const file of guideFiles(await readFile(fromRoot("docs/README.md"), "utf8"))) {
      const title = await titleOf(file);
      await menu.getByText(title, { exact: true }).first().waitFor();
      await texts.getByRole("heading", { name: title }).first().waitFor();
    }
    for (const tag of tags) await menu.getByText(tag, { exact: true }).click();
    for (const { summary } of operations) {
      await menu.getByText(summary, { exact: true }).click();
      await texts.getByRole("heading", { name: summary, exact: true }).waitFor();
    }
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
    await page.getByRole("dialog").or(page.locator("[data-component-name^=Search]")).first().waitFor();
    await page.keyboard.press("Enter");
    await page
      .locator("main")
      .getByRole("heading", { name: last?.summary ?? "", exact: true })
      .waitFor();
  });

  test.each(SCHEMES)(
    "axe finds nothing serious, and a phone need not scroll sideways: %s",
    async (colorScheme) => {
      const { page } = await openReference({ colorScheme, bypassCSP: true });
      await page.getByTestId("search-trigger").getByText("Search").waitFor();
      expect(await page.evaluate("getComputedStyle(document.body).colorScheme")).toBe(colorScheme);
      expect(await graveViolations(page)).toEqual([]);
      // The operations are made when they come into sight.
      for (const tag of tags) await page.locator(".menu-content").getByText(tag, { exact: true }).click();
      await page
        .locator(".menu-content")
        .getByText(operations[0]?.summary ?? "", { exact: true })
        .click();
      await page
        .locator("main")
        .getByRole("heading", { name: operations[0]?.summary ?? "", exact: true })
        .waitFor();
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
