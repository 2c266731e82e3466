// The built reference in a real browser: each operation shows its samples and, for each status, the answers by name.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { eachOperation } from "../../src/sandbox/openapi.js";
import { namedAnswers, spec } from "../helpers.js";
import { samples } from "../reference.js";
import { shared } from "./kit.js";

/** So high that Redoc, which builds what is in view, builds a whole operation. */
const VIEW = { width: 1440, height: 6_000 };

const operations = eachOperation(spec).map(({ operation }) => operation);

export function sampleTests(): void {
  test.each(operations)("$operationId", async ({ operationId, tags }) => {
    const page = await shared.browser.newPage({ viewport: VIEW });
    page.setDefaultTimeout(15_000);
    const place = `/${tags[0]}/${operationId}`.toLowerCase();
    await page.goto(`${pathToFileURL(join(shared.folder, "index.html"))}#${place}`);
    const section = page.locator(`[data-section-id="${place}"]`);
    await atRest(section);
    await expectSamples(section.locator(".panel-request-samples"), operationId);
    await expectAnswers(section.locator(".panel-response-samples"), operationId);
    await page.close();
  });
}

/** While Redoc builds what is above, the section moves, and a menu that was opened is elsewhere. */
async function atRest(section: Locator): Promise<void> {
  const top = async () => (await section.boundingBox())?.y ?? Number.NaN;
  const frames =
    "new Promise((done) => { let left = 20; const next = () => (left-- ? requestAnimationFrame(next) : done()); next(); })";
  await expect
    .poll(async () => {
      const before = await top();
      await section.page().evaluate(frames);
      return before === (await top());
    })
    .toBe(true);
}

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
