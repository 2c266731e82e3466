// The site in a real browser, built once. Without one it is skipped, in CI it fails.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM_HINT, findChromium, launchChromium } from "../../scripts/lib/browser.js";
import { build } from "../../scripts/lib/build.js";
import { buildDocs } from "../../scripts/lib/build-docs.js";
import { fromRoot, SPEC, TSC_CLI } from "../../scripts/lib/paths.js";
import { tryIt } from "../../scripts/lib/try-it.js";
import { runNode, temporaryFolder } from "../helpers.js";
import { shared } from "./kit.js";
import { referenceTests } from "./reference.js";
import { sampleTests } from "./samples.js";
import { tryItTests } from "./try-it.js";

const program = await findChromium();
const skipped = program === undefined && !process.env.CI;
if (skipped) console.warn(`Skipped, because there is no browser: ${CHROMIUM_HINT}.`);

describe.skipIf(skipped)("in a browser", () => {
  beforeAll(async () => {
    if (program === undefined) throw new Error(`There is no browser: ${CHROMIUM_HINT}.`);
    shared.folder = await mkdtemp(join(tmpdir(), "site-"));
    await buildDocs(SPEC, join(shared.folder, "index.html"));
    shared.browser = await launchChromium(program);
  });
  afterAll(async () => {
    await shared.browser?.close();
    if (shared.folder) await rm(shared.folder, { recursive: true, force: true });
  });

  describe("the reference", referenceTests);
  describe("each operation shows its samples and, for each status, the answers by name", sampleTests);
  describe("Try it", tryItTests);
});

test("Try it runs the package as it is published, byte for byte", async () => {
  const dist = join(await temporaryFolder(), "dist");
  await build(dist);
  const files = [...(await tryIt())].filter(([path]) => path.includes("/autoshares-cancel/"));
  for (const [path, text] of files) {
    const name = path.replace("try-it/autoshares-cancel/", "");
    expect({ name, text }).toEqual({ name, text: await readFile(join(dist, name), "utf8") });
  }
  expect(files.length).toBeGreaterThan(15);
});

test("the scripts of the page hold to the types of the package", async () => {
  expect(await runNode([TSC_CLI, "-p", fromRoot("docs/try-it")])).toEqual({ code: 0, output: "" });
});
