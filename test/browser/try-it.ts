// The blotter with a sandbox on this machine, in a real browser.
import { expect, test } from "vitest";
import { freePort } from "../../src/cli/port.js";
import {
  byNumber,
  cancelButton,
  graveViolations,
  group,
  openTab,
  openTryIt,
  ownSandbox,
  PHONE,
  SCHEMES,
  scrollsSideways,
  shared,
  verdict,
} from "./kit.js";

export function tryItTests(): void {
  test("it shows the whole book, with what each order plays, or why it cannot be canceled", async () => {
    const { page, sandbox, origins, complaints } = await openTryIt();
    const listed = sandbox.orders().filter(({ accountId, id }) => accountId === 6303 && id < 80100);
    for (const { id } of listed)
      await page.getByRole("rowheader", { name: String(id), exact: true }).waitFor();
    const filled = page.getByRole("row", { name: "80010" });
    expect(await filled.innerText()).toMatch(/already filled\s+Filled: nothing is left/);
    expect(await filled.getByRole("button").count()).toBe(0);
    const open = page.getByRole("row", { name: "73502" });
    expect((await open.innerText()).split(/\s+/)).toEqual(expect.arrayContaining(["150", "62.5", "87.5"]));
    expect(origins.size).toBe(2);
    expect(complaints).toEqual([]);
  });

  test("Quick cancels: one DELETE, the steps as they come, and the verdict, which is told too", async () => {
    const { page, sandbox } = await openTryIt();
    await cancelButton(page, 73552, "quick").click();
    await verdict(page, 73552, "Canceled");
    expect(sandbox.order(73552)?.status).toBe("Canceled");
    expect(sandbox.requests("cancelOrder")).toHaveLength(1);
    expect(sandbox.requests("cancelSyncOrder")).toHaveLength(0);
    const row = await group(page, 73552).innerText();
    expect(row).toContain("204, the API took it. The venue has not been asked yet.");
    expect(row).toContain("Order 73552 was read as Canceled. Executed: 0; not executed: 150.");
    expect(row).toContain("Canceled: nothing is left");
    await page
      .getByRole("status")
      .filter({ hasText: "Canceled. Order 73552 was read as Canceled." })
      .waitFor();
  });

  test("Slow cancels by the venue", async () => {
    const { page, sandbox } = await openTryIt();
    await cancelButton(page, 73502, "slow").click();
    await verdict(page, 73502, "Canceled");
    expect(sandbox.requests("cancelSyncOrder")).toHaveLength(1);
    expect(await group(page, 73502).innerText()).toContain("Executed: 62.5; not executed: 87.5.");
  });

  test("legs fall with their parent, and the table shows it", async () => {
    const { page } = await openTryIt();
    await cancelButton(page, 80008, "quick").click();
    await verdict(page, 80008, "Canceled");
    await group(page, 80108).getByText("Canceled: nothing is left").waitFor();
  });

  test.each([
    [80010, "Too late", "Too late: order 80010 was read as Filled."],
    [80025, "Denied", "this user may not use the account"],
    [80006, "Replaced", "was replaced by order 80106"],
    [80026, "Not sent", "the limit of requests was reached"],
  ])("a refusal is said as it is: %i, %s", async (order, label, says) => {
    const { page } = await openTryIt();
    await byNumber(page, order, "quick");
    await verdict(page, order, label);
    expect(await group(page, order).innerText()).toContain(says);
  });

  test("what is pending is never called canceled; watching on sends no other cancel", async () => {
    const { page, sandbox } = await openTryIt();
    await page.getByLabel("Wait up to").fill("1");
    await cancelButton(page, 80005, "quick").click();
    await verdict(page, 80005, "Pending");
    sandbox.event(80005, "cancel-confirmed");
    await page.getByRole("button", { name: "Keep watching order 80005" }).click();
    await verdict(page, 80005, "Canceled");
    expect(sandbox.requests("cancelOrder")).toHaveLength(1);
  });

  test("the drawer shows what went over the wire: answer, error and its fate; Escape closes it", async () => {
    const { page } = await openTryIt();
    await byNumber(page, 80010, "quick");
    await verdict(page, 80010, "Too late");
    const opener = page.getByRole("button", { name: /^Wire/ });
    await opener.click();
    const drawer = page.getByRole("dialog", { name: "What went over the wire" });
    const refused = drawer.getByRole("listitem").filter({ hasText: "DELETE" });
    await refused.locator("summary").click();
    const text = await refused.innerText();
    for (const part of ["/v1.0/accounts/6303/orders/80010", "409", "ConflictError", "conflict", "refused"])
      expect(text).toContain(part);
    expect(text).toMatch(/\d+ ms/);
    expect(text).toContain('"message":"Order 80010 is already filled"');
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("app key, token and password are nowhere in the page, whatever is canceled and shown", async () => {
    const secrets = { appKey: "planted-key-1f83", password: "planted-password-7c21" };
    const sandbox = await ownSandbox(secrets);
    const { page } = await openTab(`${shared.site.url}/try-it/?api=${sandbox.url}`);
    const tokens = new Set<string>();
    page.on("request", (request) => {
      const token = request.headers().authorization?.replace("Bearer ", "");
      if (token) tokens.add(token);
    });
    await page.getByRole("alert").filter({ hasText: "app key" }).waitFor();
    await page.getByLabel("App key").fill(secrets.appKey);
    await page.getByLabel("Password").fill(secrets.password);
    await page.getByRole("button", { name: "Connect" }).click();
    await page.getByRole("rowheader", { name: "73501" }).waitFor();
    for (const order of [80010, 80025, 80016]) {
      await byNumber(page, order, "quick");
      await group(page, order).locator(".verdict", { hasNotText: "Under way" }).waitFor();
    }
    await page.getByRole("button", { name: /^Wire/ }).click();
    for (const item of await page.locator("#exchanges summary").all()) await item.click();
    const html = await page.content();
    expect(tokens.size).toBeGreaterThan(0);
    expect(html).toContain("[redacted]");
    for (const secret of [...Object.values(secrets), ...tokens]) expect(html).not.toContain(secret);
  });

  test("all of it works by keyboard: cancel, keep the focus, open and close the drawer", async () => {
    const { page } = await openTryIt();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    const tabTo = async (name: string) => {
      for (let i = 0; i < 60 && (await focused()) !== name; i++) await page.keyboard.press("Tab");
      expect(await focused()).toBe(name);
    };
    await tabTo("Cancel, slow: order 73501");
    await page.keyboard.press("Enter");
    await verdict(page, 73501, "Canceled");
    // The button is gone with the status; the focus went to the verdict.
    const inRow = "document.activeElement.closest('tbody')?.dataset.order";
    expect(await page.evaluate(inRow)).toBe("73501");
    await page.getByRole("button", { name: /^Wire/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("wire-title");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.id")).toBe("open-wire");
  });

  test("with no sandbox it says so, and what to run; once there is one, Connect connects", async () => {
    const port = await freePort(0, "127.0.0.1");
    const { page } = await openTab(`${shared.site.url}/try-it/?api=http://127.0.0.1:${port}`);
    const alert = page.getByRole("alert").filter({ hasText: "Nobody answers" });
    await alert.waitFor();
    expect(await alert.innerText()).toBe(
      `Nobody answers at http://127.0.0.1:${port}. Start one with npx autoshares-cancel sandbox, or npm start in a clone, then press Connect.`,
    );
    await ownSandbox({ port });
    await page.getByRole("button", { name: "Connect" }).click();
    await page.getByRole("rowheader", { name: "73501" }).waitFor();
    expect(await page.getByRole("alert").innerText()).toBe("");
  });

  test("nothing is sent to an address out of a link until Connect is pressed, and http only to this machine", async () => {
    const { page, origins } = await openTab(`${shared.site.url}/try-it/?api=http://api.example.com`);
    for (const name of ["App key", "User", "Password"]) await page.getByLabel(name).fill("mine");
    await page.getByRole("button", { name: "Connect" }).click();
    await page.getByRole("alert").filter({ hasText: "would travel in clear" }).waitFor();
    expect([...origins]).toEqual([shared.site.origin]);
  });

  test("Reset puts the book back", async () => {
    const { page, sandbox } = await openTryIt();
    sandbox.fill(73501);
    await page.getByRole("button", { name: "Refresh" }).click();
    await group(page, 73501).getByText("Filled: nothing is left").waitFor();
    await page.getByRole("button", { name: "Reset the book" }).click();
    await cancelButton(page, 73501, "quick").waitFor();
    expect(sandbox.order(73501)?.status).toBe("New");
  });

  test("it works at http://localhost as well", async () => {
    const sandbox = await ownSandbox();
    const address = `${shared.site.url}/try-it/?api=${sandbox.url}`;
    const { page } = await openTab(address.replaceAll("127.0.0.1", "localhost"));
    await page.getByRole("rowheader", { name: "73501" }).waitFor();
  });

  test.each(SCHEMES)(
    "axe finds nothing serious, and a phone need not scroll sideways: %s",
    async (colorScheme) => {
      const { page } = await openTryIt({ colorScheme, bypassCSP: true });
      for (const [order, label] of [
        [80010, "Too late"],
        [80025, "Denied"],
        [80006, "Replaced"],
        [73552, "Canceled"],
      ] as const) {
        await byNumber(page, order, "quick");
        await verdict(page, order, label);
      }
      await page.getByRole("button", { name: /^Wire/ }).click();
      await page.locator("#exchanges summary").first().click();
      expect(await graveViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.setViewportSize(PHONE);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await graveViolations(page)).toEqual([]);
    },
  );
}
