// "Cancel all" of Try it: the plan first, then the cancels, then what is proven.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { graveViolations, group, openSimulated, openTryIt, PHONE, SCHEMES, scrollsSideways } from "./kit.js";

const panel = (page: Page) => page.getByRole("region", { name: "Cancel all" });
const planRow = (page: Page, order: number) => panel(page).getByRole("row", { name: String(order) });

async function plan(page: Page, { side = "everything", keep = "" } = {}): Promise<void> {
  await page.getByRole("button", { name: "Cancel all…" }).click();
  await page.getByLabel("Orders", { exact: true }).selectOption(side);
  await page.getByLabel("Leave alone").fill(keep);
  await page.getByRole("button", { name: "Show the plan" }).click();
  await panel(page).getByText("Nothing was sent yet.").waitFor();
}

const go = (page: Page) => page.getByRole("button", { name: /^Cancel these \d+ orders$/ }).click();

export function cancelAllTests(): void {
  test("the plan is shown first, and sends nothing; Cancel nothing leaves it at that", async () => {
    const { page, sandbox } = await openTryIt();
    await plan(page, { keep: "73501, 73502" });
    await planRow(page, 73552).waitFor();
    expect(await planRow(page, 73501).count()).toBe(0);
    await panel(page)
      .getByText(/^Left alone/)
      .click();
    await panel(page).getByText("73501, New, Buy, 150 remaining: is to be kept").waitFor();
    await page.getByRole("button", { name: "Cancel nothing" }).click();
    await panel(page).waitFor({ state: "hidden" });
    expect(sandbox.requests("cancelOrder")).toEqual([]);
  });

  test("then it cancels what the plan has, and says what was proven and as of when", async () => {
    const { page, elsewhere, complaints } = await openSimulated();
    await plan(page, { side: "Sell" });
    await go(page);
    await panel(page).getByText("No order that was meant is left").waitFor();
    await panel(page)
      .getByText(/^The last complete look at the list began at \d\d:\d\d:\d\d UTC/)
      .waitFor();
    expect(await planRow(page, 73502).innerText()).toContain("Order 73502 was read as Canceled.");
    await group(page, 73502).getByText("Canceled: nothing is left").waitFor();
    expect(await page.locator("#still-open").count()).toBe(0);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("what may still be open is listed when time is over", async () => {
    const { page } = await openSimulated();
    await plan(page);
    await page.getByLabel("Seconds at most").fill("20");
    await page.getByRole("button", { name: "Show the plan" }).click();
    await go(page);
    await page.getByRole("progressbar").waitFor();
    // Steps the time on, as long as it takes.
    const result = panel(page).getByText("Time was over.");
    await expect
      .poll(
        async () => {
          if (await result.isVisible()) return true;
          await page.getByRole("button", { name: "Step 1 s" }).click();
          return false;
        },
        { timeout: 120_000 },
      )
      .toBe(true);
    const open = await page.locator("#still-open").innerText();
    for (const order of ["80005, Pending cancel", "80012, New", "80025, New"]) expect(open).toContain(order);
    expect(open).not.toContain("73552");
  });

  test("Stop sending ends it, and says so", async () => {
    const { page } = await openSimulated();
    await plan(page);
    await go(page);
    await page.getByRole("button", { name: "Stop sending" }).click();
    await panel(page)
      .getByText(/^It was stopped\./)
      .waitFor();
  });

  test("a number that is none is told before anything is read", async () => {
    const { page } = await openSimulated();
    await page.getByRole("button", { name: "Cancel all…" }).click();
    await page.getByLabel("Leave alone").fill("80001, all");
    await page.getByRole("button", { name: "Show the plan" }).click();
    await page.getByRole("alert").filter({ hasText: "“all” is none" }).waitFor();
  });

  test.each(SCHEMES)(
    "by keyboard alone, axe finds nothing serious, at either size: %s",
    async (colorScheme) => {
      const { page } = await openSimulated({ colorScheme, bypassCSP: true });
      await page.getByRole("button", { name: "Cancel all…" }).focus();
      await page.keyboard.press("Enter");
      expect(await page.evaluate("document.activeElement.id")).toBe("all-title");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Side: Sell");
      await page.keyboard.press("Enter");
      for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await panel(page).getByText("Nothing was sent yet.").waitFor();
      expect(await graveViolations(page)).toEqual([]);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await panel(page).getByText("No order that was meant is left").waitFor();
      expect(await graveViolations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await graveViolations(page)).toEqual([]);
    },
  );
}
