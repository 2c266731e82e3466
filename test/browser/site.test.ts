// The site in a real browser, built once. Without one it is skipped, in CI it fails.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { CHROMIUM_HINT, findChromium, launchChromium } from "../../scripts/lib/browser.js";
import { buildDocs } from "../../scripts/lib/build-docs.js";
import { fromRoot, SPEC, TSC_CLI } from "../../scripts/lib/paths.js";
import { runNode } from "../helpers.js";
import { missing } from "../playground.js";
import { cancelAllTests } from "./cancel-all.js";
import { openTab, servePlainly, shared } from "./kit.js";
import { referenceTests } from "./reference.js";
import { sampleTests } from "./samples.js";
import { simulatedTests } from "./simulated.js";
import { tryItTests } from "./try-it.js";

const program = await findChromium();
const skipped = program === undefined && !process.env.CI;
if (skipped) console.warn(`Skipped, because there is no browser: ${CHROMIUM_HINT}.`);

describe.skipIf(skipped)("in a browser", () => {
  beforeAll(async () => {
    if (program === undefined) throw new Error(`There is no browser: ${CHROMIUM_HINT}.`);
    shared.folder = await mkdtemp(join(tmpdir(), "site-"));
    await buildDocs(SPEC, join(shared.folder, "index.html"));
    shared.site = await servePlainly(shared.folder);
    shared.browser = await launchChromium(program);
  });
  afterAll(async () => {
    await shared.browser?.close();
    shared.site?.close();
    if (shared.folder) await rm(shared.folder, { recursive: true, force: true });
  });

  test("every file that llms.txt names is there", async () => {
    const text = await (await fetch(`${shared.site.url}/llms.txt`)).text();
    const names = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, name]) => name ?? "");
    expect(names.length).toBeGreaterThan(20);
    for (const name of new Set(names)) {
      const { status } = await fetch(`${shared.site.url}/${name}`);
      expect([name, status]).toEqual([name, 200]);
    }
  });

  test.skipIf(missing("python"))("python3 -m http.server serves it as well", async () => {
    const { page, complaints } = await openTab(`${await servedByPython(shared.folder)}/try-it/`);
    await page.getByText("Simulated: the sandbox in this page").waitFor();
    expect(complaints).toEqual([]);
  });

  describe("the reference", referenceTests);
  describe("each operation shows its samples and, for each status, the answers by name", sampleTests);
  describe("Try it, simulated in the page", simulatedTests);
  describe("Try it, Cancel all", cancelAllTests);
  describe("Try it, with a sandbox on this machine", tryItTests);
});

test("the scripts of the page hold to the types of the package", async () => {
  expect(await runNode([TSC_CLI, "-p", fromRoot("docs/try-it")])).toEqual({ code: 0, output: "" });
});

/** On a free port; its address, once it serves. */
function servedByPython(folder: string): Promise<string> {
  const args = ["-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", folder, "0"];
  const server = spawn("python3", args, { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void server.kill());
  return new Promise((resolve, reject) => {
    let output = "";
    server.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const [, port] = / port (\d+) /.exec(output) ?? [];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    server.once("close", () => reject(new Error(`python3 -m http.server ended: ${output}`)));
  });
}
