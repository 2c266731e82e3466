// A new project of Vite's that follows docs/react.md word for word: it compiles, its tests pass, and it cancels in a
// browser. What the guide installs is found in the folders above.
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { findChromium, launchChromium } from "../../scripts/lib/browser.js";
import { serveFolder } from "../../scripts/lib/servers.js";
import { filesOf, writeFiles } from "../guide.js";
import { emptyFolder, run } from "./kit.js";

const files = filesOf("docs/react.md");
let app: string;
beforeAll(async () => {
  const folder = await emptyFolder("vite");
  await run(folder, "create-vite/index.js", "app", "--template", "react-ts", "--no-interactive");
  app = join(folder, "app");
  await writeFiles(app, files);
});

test("every block of the guide names its file", () => {
  expect([...files.keys()]).toEqual(
    ["api.ts", "useCancel.ts", "CancelButton.tsx", "App.tsx", "CancelButton.test.tsx"].map(
      (name) => `src/${name}`,
    ),
  );
});

test.each(["jsdom", "happy-dom"])("its tests pass in %s", async (environment) => {
  const said = await run(app, "vitest/vitest.mjs", "run", "--environment", environment, "--no-color");
  expect(said).toMatch(/Tests +2 passed/);
});

test("it is built as `npm run build` builds it, and cancels in a browser", async ({ skip }) => {
  const program = await findChromium();
  if (!program) {
    expect(process.env.CI, "CI has a Chromium").toBeUndefined();
    return skip("Chromium is not installed");
  }
  await run(app, "typescript-7/bin/tsc", "-b");
  await run(app, "vite/bin/vite.js", "build");
  const [site, browser] = [await serveFolder(join(app, "dist"), 0), await launchChromium(program)];
  onTestFinished(async () => {
    await browser.close();
    await site.close();
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text());
  });
  await page.goto(site.url);
  const row = (orderId: number) => page.locator("section", { hasText: `Order ${orderId} ` });
  for (const orderId of [73552, 80001])
    await row(orderId).getByRole("button", { name: "Cancel order" }).click();
  await row(73552).getByText("Order 73552 was read as Canceled").waitFor();
  await row(80001).getByText("Too late: order 80001 was read as Filled").waitFor();
  expect(complaints).toEqual([]);
});
