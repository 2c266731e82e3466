// What a browser's bundle of the installed package is: built without a warning, free of Node's modules, as small as
// was reached, and working.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Sandbox, startSandbox } from "autoshares-cancel/sandbox";
import { type BuildResult, build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROGRAMS, WITH_VERDICT } from "../../benchmarks/bench/programs.js";
import { bundleSize, SIZE_BUDGET, VERDICT_BUDGET } from "../../benchmarks/bench/size.js";
import { runCommand } from "../../scripts/lib/process.js";
import { runNode, temporaryFolder } from "../helpers.js";
import { manifest, VITE } from "./manifest.js";
import { packed } from "./packed.js";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ venueMs: 5 });
});
afterAll(() => sandbox.close());

const CONNECT = `
  const client = createClient({
    baseUrl: BASE_URL, appKey: "sandbox-app-key", credentials: { username: "trader", password: "sandbox" },
  });
`;

/** Reads an order without \`cancel()\`, and cancels it with. */
const READS = `import { createClient } from "${manifest.name}";${CONNECT}
  const order = await client.getOrder({ accountId: 6303, orderId: 73551 });
  console.log(order.Id);
`;
const CANCELS = `import { cancel, createClient } from "${manifest.name}";${CONNECT}
  const { verdict } = await cancel(client, { accountId: 6303, orderId: 73552 });
  console.log(verdict);
`;

/** Only \`cancel()\` has these words; they survive minifying. */
const CANCELS_ALONE = "venue-rejected";

interface Bundle {
  text: string;
  warnings: string[];
}

type Bundler = (program: string) => Promise<Bundle>;

const define = () => ({ BASE_URL: JSON.stringify(sandbox.url) });

const withEsbuild: Bundler = async (program) => {
  const result: BuildResult<{ write: false }> = await build({
    stdin: { contents: program, resolveDir: packed.web },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    define: define(),
    write: false,
    logLevel: "silent",
  });
  return { text: result.outputFiles[0]?.text ?? "", warnings: result.warnings.map(({ text }) => text) };
};

let pages = 0;

const withVite: Bundler = async (program) => {
  pages += 1;
  const root = join(packed.web, `page-${pages}`);
  await mkdir(root);
  // The polyfill for preloading needs a page; the program does not.
  const config = { define: define(), build: { target: "es2022", modulePreload: false } };
  await writeFile(join(root, "vite.config.js"), `export default ${JSON.stringify(config)};`);
  await writeFile(join(root, "index.html"), `<!doctype html><script type="module" src="/main.js"></script>`);
  await writeFile(join(root, "main.js"), program);
  const cli = join(packed.web, "node_modules/vite/bin/vite.js");
  const { code, stderr, stdout } = await runCommand(process.execPath, [cli, "build", "--logLevel", "warn"], {
    cwd: root,
  });
  expect({ code, stdout }).toMatchObject({ code: 0 });
  const assets = join(root, "dist/assets");
  const names = (await readdir(assets)).filter((name) => name.endsWith(".js"));
  expect(names).toHaveLength(1);
  return {
    text: await readFile(join(assets, String(names[0])), "utf8"),
    warnings: [stderr + stdout].filter(Boolean),
  };
};

async function runBundle(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "bundle.mjs"), text);
  return (await runNode(["bundle.mjs"], folder)).output;
}

describe.each([
  ["esbuild", withEsbuild],
  [`Vite ${VITE}`, withVite],
])("a browser's program, built with %s", (name, bundle) => {
  test("builds without a warning, has no module of Node in it, and cancels an order", async () => {
    const { text, warnings } = await bundle(CANCELS);
    console.log(`${name}: ${text.length} bytes minified with cancel()`);
    expect(warnings).toEqual([]);
    expect(text).not.toMatch(/["'`]node:|\brequire\(/);
    expect(text).toContain(CANCELS_ALONE);
    expect(await runBundle(text)).toBe("canceled\n");
  });

  test("leaves cancel() out where it is not used", async () => {
    const { text, warnings } = await bundle(READS);
    console.log(`${name}: ${text.length} bytes minified without`);
    expect(warnings).toEqual([]);
    expect(text).not.toContain(CANCELS_ALONE);
    expect(await runBundle(text)).toBe("73551\n");
  });
});

test("a program that uses nothing of the package has nothing of it in its bundle", async () => {
  const { text } = await withEsbuild(`import { cancel } from "${manifest.name}";`);
  expect(text).toBe("");
});

test.each([
  ["that cancels one order", PROGRAMS["autoshares-cancel"], SIZE_BUDGET],
  ["that cancels one order and learns what became of it", WITH_VERDICT, VERDICT_BUDGET],
])(
  "the smallest program %s weighs no more than was reached, minified and gzipped",
  async (_, program, budget) => {
    const { gzipped } = await bundleSize(packed.web, program);
    expect(gzipped).toBeLessThanOrEqual(budget.ceiling);
    // Once the goal is reached, the ceiling has to come down to it.
    expect(budget.ceiling).toBeGreaterThanOrEqual(budget.goal);
  },
);
