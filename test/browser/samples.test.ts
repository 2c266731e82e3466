// The built reference in a real browser: each operation shows its samples and, for each status, the answers by name.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildDocs } from "../../scripts/lib/build-docs.js";
import { eachOperation } from "../../scripts/lib/openapi.js";
import { SPEC } from "../../scripts/lib/paths.js";
import { findChromium } from "../../scripts/lib/runtimes/chromium.js";
import { namedAnswers, spec } from "../helpers.js";
import { samples } from "../reference.js";

let browser: Browser;
let folder: string;
let address: string;
beforeAll(async () => {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error("There is no Chromium here: install one, or name it in CHROMIUM.");
  folder = await mkdtemp(join(tmpdir(), "reference-"));
  const page = join(folder, "index.html");
  await buildDocs(SPEC, page);
  address = pathToFileURL(page).href;
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** So high that Redoc, which builds what is in view, builds a whole operation. */
const VIEW = { width: 1440, height: 6_000 };

const operations = eachOperation(spec).map(({ operation }) => operation);

test.each(operations)("$operationId", async ({ operationId, tags }) => {
  const page = await browser.newPage({ viewport: VIEW });
  page.setDefaultTimeout(15_000);
  const place = `/${tags[0]}/${operationId}`.toLowerCase();
  await page.goto(`${address}#${place}`);
  const section = page.locator(`[data-section-id="${place}"]`);
  await expectSamples(section.locator(".panel-request-samples"), operationId);
  await expectAnswers(section.locator(".panel-response-samples"), operationId);
  await page.close();
});

async function expectSamples(panel: Locator, id: string): Promise<void> {
  for (const { label, source } of samples.filter(({ operation }) => operation.operationId === id)) {
    await panel.getByRole("button").and(panel.locator("[aria-haspopup=menu]")).last().click();
    await panel.page().getByRole("menuitem", { name: label, exact: true }).click();
    await expect.poll(() => shownIn(panel), { message: `${id}, ${label}` }).toBe(source.trim());
  }
}

async function expectAnswers(panel: Locator, id: string): Promise<void> {
  const answers = namedAnswers.filter(({ operation }) => operation.operationId === id);
  expect(answers.length).toBeGreaterThan(7);
  for (const { status, name, value } of answers) {
    await panel.getByRole("button", { name: status, exact: true }).click();
    const choice = panel.getByRole("button", { name: "Example", exact: true });
    if (answers.filter((one) => one.status === status).length > 1) {
      await choice.click();
      await panel
        .page()
        .getByRole("menuitem", { name: new RegExp(`^${name}: `) })
        .click();
    }
    const message = `${id}, ${status} ${name}`;
    await expect.poll(async () => JSON.parse(await shownIn(panel)), { message }).toEqual(value);
  }
}

async function shownIn(panel: Locator): Promise<string> {
  return (await panel.getByTestId("source-code").innerText()).trim();
}
