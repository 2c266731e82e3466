// Every TypeScript snippet of the README and the guides: it compiles, it runs against the sandbox, and prints what
// the page shows below it.
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromRoot, ROOT } from "../scripts/lib/paths.js";
import { type Sandbox, startSandbox } from "../src/sandbox/index.js";
import { runNode } from "./helpers.js";

interface Snippet {
  page: string;
  line: number;
  code: string;
  /** What the page shows as its output; undefined where it shows none. */
  prints: string | undefined;
}

const pages = [
  "README.md",
  ...readdirSync(fromRoot("docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];

const snippets: Snippet[] = pages.flatMap((page) => {
  const text = readFileSync(fromRoot(page), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm)].map(
    ({ 1: code = "", 2: prints, index }) => ({
      page,
      line: text.slice(0, index).split("\n").length,
      code,
      prints,
    }),
  );
});

let sandbox: Sandbox;
let folder: string;

const fileOf = ({ page, line }: Snippet): string => `${page.replaceAll(/\W/g, "-")}-${line}.ts`;

/** All in one project, as their reader would compile and run them: the compiler is started once. */
beforeAll(async () => {
  sandbox = await startSandbox({ venueMs: 50 });
  folder = await mkdtemp(join(tmpdir(), "autoshares-cancel-snippets-"));
  await symlink(fromRoot("node_modules"), join(folder, "node_modules"), "junction");
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  const compilerOptions = { allowImportingTsExtensions: true };
  const config = { extends: join(ROOT, "tsconfig.json"), compilerOptions, include: ["*.ts"] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  for (const snippet of snippets) {
    const code = snippet.code
      .replaceAll('"autoshares-cancel"', JSON.stringify(fromRoot("src/index.ts")))
      .replaceAll('"autoshares-cancel/sandbox"', JSON.stringify(fromRoot("src/sandbox/index.ts")))
      .replaceAll("http://127.0.0.1:4010", sandbox.url);
    await writeFile(join(folder, fileOf(snippet)), code);
  }
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

test("all of them compile", async () => {
  expect(snippets.length).toBeGreaterThan(2);
  const tsc = fromRoot("node_modules/typescript/bin/tsc");
  expect(await runNode([tsc, "--project", folder], folder)).toEqual({ code: 0, output: "" });
});

test.each(snippets)("$page, line $line: it runs and prints what the page shows", async (snippet) => {
  sandbox.reset();
  const ran = await runNode(["--import", "tsx", fileOf(snippet)], folder);
  expect(ran).toMatchObject({ code: 0 });
  if (snippet.prints !== undefined) expect(ran.output).toBe(snippet.prints);
});
