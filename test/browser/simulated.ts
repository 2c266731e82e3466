// Try it as it opens on a plain server: on the sandbox in the page, with no request to anywhere else.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DEFAULTS } from "../../src/sandbox/defaults.js";
import {
  byNumber,
  cancelButton,
  graveViolations,
  group,
  openSimulated,
  PHONE,
  SCHEMES,
  scrollsSideways,
  verdict,
} from "./kit.js";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function switchOn(page: Page, what: string, fault: string): Promise<void> {
  const faults = page.locator("#faults-panel");
  if (!(await faults.evaluate((details: HTMLDetailsElement) => details.open)))
    await faults.locator("summary").click();
  await page.getByLabel(what, { exact: true }).selectOption(fault);
}

/** Steps until the cancel has a verdict. */
async function stepUntil(page: Page, order: number, label: string): Promise<void> {
  const shown = group(page, order).locator(".verdict");
  await expect
    .poll(
      async () => {
        await press(page, "Next event");
        return shown.innerText();
      },
      { timeout: 60_000 },
    )
    .toBe(label);
}

export function simulatedTests(): void {
  test("it is marked as simulated, and cancels quick and slow without a request to another address", async () => {
    const { page, elsewhere, complaints } = await openSimulated();
    await page.getByText("Simulated: the sandbox in this page").waitFor();
    await cancelButton(page, 73552, "quick").click();
    await verdict(page, 73552, "Canceled");
    await cancelButton(page, 73502, "slow").click();
    await verdict(page, 73502, "Canceled");
    expect(await group(page, 73502).innerText()).toContain("the API and the venue took it");
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("a refusal and a lost answer are said as they are", async () => {
    const { page, elsewhere } = await openSimulated();
    await byNumber(page, 80010, "quick");
    await verdict(page, 80010, "Too late");
    await byNumber(page, 80011, "quick");
    await verdict(page, 80011, "Canceled");
    const lost = await group(page, 80011).innerText();
    expect(lost).toContain("Whether it took effect is not known");
    expect(lost).toContain("In truth: New → PendingCancel, by the API.");
    expect(elsewhere).toEqual([]);
  });

  test("time that is stopped stands still; a step lets happen what is due", async () => {
    const { page } = await openSimulated();
    await press(page, "Stop time");
    const time = page.getByRole("timer");
    const stopped = await time.innerText();
    await cancelButton(page, 73552, "quick").click();
    await group(page, 73552).getByText("204, the API took it").waitFor();
    expect(await group(page, 73552).locator(".verdict").innerText()).toBe("Under way");
    expect(await time.innerText()).toBe(stopped);
    await stepUntil(page, 73552, "Canceled");
    expect(await group(page, 73552).innerText()).toContain(
      "In truth: PendingCancel → Canceled, by the venue.",
    );
    expect(await time.innerText()).not.toBe(stopped);
    const later = await time.innerText();
    await press(page, "Step 10 s");
    await expect.poll(() => time.innerText()).not.toBe(later);
    await press(page, "Let time run");
    await page.getByRole("button", { name: "Stop time" }).waitFor();
  });

  test("the drawing has the order's statuses in time, what was sent and what was read", async () => {
    const { page } = await openSimulated();
    await cancelButton(page, 73552, "quick").click();
    await verdict(page, 73552, "Canceled");
    const drawing = group(page, 73552).locator(".timeline");
    const statuses = await drawing.locator(".span").allInnerTexts();
    expect(statuses.slice(-2)).toEqual(["Pending cancel", "Canceled"]);
    expect(await drawing.locator(".sent").innerText()).toBe("204");
    expect(await drawing.locator(".read").count()).toBeGreaterThan(0);
  });

  test("a fill of a part begins no other status in the drawing", async () => {
    const { page } = await openSimulated();
    await cancelButton(page, 80002, "quick").click();
    await verdict(page, 80002, "Canceled");
    const statuses = await group(page, 80002).locator(".span").allInnerTexts();
    expect(statuses.slice(-2)).toEqual(["Pending cancel", "Canceled"]);
    expect(await group(page, 80002).innerText()).toContain("by the venue, 75 executed");
  });

  test.each([
    ["Cancels", "409-empty", "Still open"],
    ["Cancels", "429", "Not sent"],
    ["Sign-in", "403", "Denied"],
    ["Reads", "503", "Pending"],
  ])("a fault that is switched on is met: %s, %s", async (what, fault, label) => {
    const { page } = await openSimulated();
    await page.getByLabel("Wait up to").fill("6");
    await switchOn(page, what, fault);
    await press(page, "Stop time");
    await cancelButton(page, 73552, "quick").click();
    await group(page, 73552).locator(".verdict").waitFor();
    await stepUntil(page, 73552, label);
    expect(await page.locator("#faults-on").innerText()).toBe("1 on");
  });

  test("reads that lag show the order as it was", async () => {
    const { page } = await openSimulated();
    await switchOn(page, "Reads from a copy", "1900");
    await cancelButton(page, 73552, "quick").click();
    await group(page, 73552).getByText("Read: New, 0 of 150 executed.").first().waitFor();
    await verdict(page, 73552, "Canceled");
  });

  test("Reset puts the book back and switches the faults off", async () => {
    const { page } = await openSimulated();
    await cancelButton(page, 73501, "quick").click();
    await verdict(page, 73501, "Canceled");
    await switchOn(page, "Cancels", "429");
    await press(page, "Reset the book");
    await cancelButton(page, 73501, "quick").waitFor();
    expect(await page.locator("#faults-on").innerText()).toBe("none");
  });

  test("it refuses credentials that are not the sandbox's, and does not keep them", async () => {
    const { page, elsewhere } = await openSimulated();
    await page.locator("#connection summary").click();
    await page.getByLabel("App key").fill("real-app-key-5e1");
    await press(page, "Connect");
    await page.getByRole("alert").filter({ hasText: "takes only the sandbox's own" }).waitFor();
    expect(await page.getByLabel("App key").inputValue()).toBe(DEFAULTS.appKey);
    await page.getByLabel("Password").fill("real-password");
    await press(page, "Connect");
    await expect.poll(() => page.getByLabel("Password").inputValue()).toBe(DEFAULTS.password);
    await press(page, "Connect");
    await page.getByText("Simulated: the sandbox in this page").waitFor();
    expect(elsewhere).toEqual([]);
  });

  test("another address and a sandbox on this machine are a choice, which empties or fills the form", async () => {
    const { page } = await openSimulated();
    await page.locator("#connection summary").click();
    await page.getByText("Another address", { exact: true }).click();
    expect(await page.getByLabel("App key").inputValue()).toBe("");
    await page.getByText("A sandbox on this machine", { exact: true }).click();
    expect(await page.getByLabel("Address", { exact: true }).inputValue()).toBe("http://127.0.0.1:4010");
    await page.getByText("This page, simulated", { exact: true }).click();
    expect(await page.getByLabel("Address", { exact: true }).isVisible()).toBe(false);
    expect(await page.getByLabel("User", { exact: true }).inputValue()).toBe(DEFAULTS.user);
  });

  test.each([
    [
      "Order no.",
      "eighty",
      "An order number is a whole number from 1 to 2147483647, such as 80010; “eighty” is none.",
    ],
    ["Order no.", "2147483648", "“2147483648” is none."],
    ["Order no.", "", "“” is none."],
    [
      "Wait up to",
      "-1",
      "The waiting time is a number of seconds above 0, at most 3600, such as 15; “-1” is none.",
    ],
  ])("a mistake is told in a sentence: %s %j", async (field, text, says) => {
    const { page } = await openSimulated();
    await byNumber(page, 80001, "quick");
    await verdict(page, 80001, "Too late");
    if (field === "Wait up to") await page.getByLabel(field).fill(text);
    await byNumber(page, field === "Order no." ? text : 73552, "quick");
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    expect(await page.getByLabel(field).getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator("tr.run").count()).toBe(1);
  });

  test("an order that is in no list gets its verdict, and no row", async () => {
    const { page } = await openSimulated();
    const before = await page.getByRole("rowheader").count();
    await byNumber(page, 80024, "quick");
    await page.locator("#elsewhere .verdict", { hasText: "Not found" }).waitFor();
    expect(await page.locator("#elsewhere").innerText()).toContain(
      "The API knows no order 80024 in account 6303.",
    );
    expect(await page.getByRole("rowheader").count()).toBe(before);
  });

  test("on a phone the buttons say what they do, and no order number is broken in two", async () => {
    const { page } = await openSimulated({ viewport: PHONE });
    expect(await cancelButton(page, 73552, "quick").innerText()).toBe("Cancel, quick");
    expect(await cancelButton(page, 73552, "slow").innerText()).toBe("Cancel, slow");
    await byNumber(page, 80024, "slow");
    await page.locator("#elsewhere .verdict", { hasText: "Not found" }).waitFor();
    await page.getByRole("button", { name: /^Wire/ }).click();
    expect(await brokenNumbers(page)).toEqual([]);
  });

  test("all of it works by keyboard: stop time, cancel, step, see the verdict", async () => {
    const { page } = await openSimulated();
    const focused = () =>
      page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent?.trim());
    const tabTo = async (name: string) => {
      for (let i = 0; i < 90 && (await focused()) !== name; i++) await page.keyboard.press("Tab");
      expect(await focused()).toBe(name);
    };
    await tabTo("Stop time");
    await page.keyboard.press("Enter");
    await tabTo("Cancel, quick: order 73552");
    await page.keyboard.press("Enter");
    await group(page, 73552).getByText("204, the API took it").waitFor();
    await page.evaluate("document.querySelector('.skip').focus()");
    await tabTo("Step 1 s");
    const shown = group(page, 73552).locator(".verdict");
    await expect
      .poll(
        async () => {
          await page.keyboard.press("Enter");
          return shown.innerText();
        },
        { timeout: 60_000 },
      )
      .toBe("Canceled");
    expect(await focused()).toBe("Step 1 s");
  });

  describeLooks();
}

/** Numbers of five digits whose boxes lie on two lines. */
function brokenNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { 0: found, index } of (node.nodeValue ?? "").matchAll(/\d{5,}/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + found.length);
        if (range.getClientRects().length > 1) broken.push(found);
      }
    return broken;
  });
}

function describeLooks(): void {
  test.each(SCHEMES)(
    "axe finds nothing serious at either size, and a phone need not scroll sideways: %s",
    async (colorScheme) => {
      const { page } = await openSimulated({ colorScheme, bypassCSP: true });
      await page.locator("#connection summary").click();
      await byNumber(page, 80024, "quick");
      await page.locator("#elsewhere .verdict", { hasText: "Not found" }).waitFor();
      await switchOn(page, "Cancels", "lost-after");
      await cancelButton(page, 73552, "quick").click();
      await verdict(page, 73552, "Canceled");
      await press(page, "Stop time");
      expect(await graveViolations(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await graveViolations(page)).toEqual([]);
    },
  );
}
