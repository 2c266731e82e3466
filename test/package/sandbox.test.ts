// The sandbox out of the installed package, alone and beside its peers, and the commands that the package brings.
import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runNode } from "../helpers.js";
import { manifest, specifier } from "./manifest.js";
import { packed, publishedPath } from "./packed.js";

const PROGRAM = `
  import { readFileSync } from "node:fs";
  import { cancel, createClient } from "${manifest.name}";
  import { startSandbox } from "${specifier("sandbox")}";
  const spec = JSON.parse(readFileSync(new URL(import.meta.resolve("${specifier("openapi.json")}")), "utf8"));
  try {
    const sandbox = await startSandbox({ venueMs: 5, ...(process.argv.includes("own") ? { spec } : {}) });
    const { url: baseUrl, appKey, user: username, password } = sandbox;
    const client = createClient({ baseUrl, appKey, credentials: { username, password } });
    console.log((await cancel(client, { accountId: 6303, orderId: 73552 })).verdict);
    console.log((await fetch(baseUrl)).status);
    await sandbox.close();
  } catch (error) {
    console.log(error.message);
  }
`;

beforeAll(async () => {
  await Promise.all(
    [packed.bare, packed.full].map((folder) => writeFile(join(folder, "sandbox.mjs"), PROGRAM)),
  );
});

const play = async (folder: string, ...args: string[]) =>
  (await runNode(["sandbox.mjs", ...args], folder)).output;
const PLAYED = "canceled\n404\n";

test("the sandbox plays a cancel with nothing but the package, ends by itself and prints nothing", async () => {
  expect(await play(packed.bare)).toBe(PLAYED);
});

test("a spec of one's own says what to install, and is played once it is there", async () => {
  const install = `npm install --save-dev @stoplight/prism-cli@${manifest.peerDependencies?.["@stoplight/prism-cli"]}`;
  expect(await play(packed.bare, "own")).toBe(
    `A spec of your own is rendered by Prism, which is not installed: run \`${install}\`.\n`,
  );
  expect(await play(packed.full, "own")).toBe(PLAYED);
});

const commands = Object.entries(manifest.bin ?? {});

test.runIf(commands.length > 0).each(commands)(
  "npm links the command %s, which tells one who misspells an option in one line",
  async (name, path) => {
    expect(await readFile(publishedPath(path), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    await access(join(packed.bare, "node_modules/.bin", name));
    const { code, output } = await runNode([publishedPath(path), "--nonsense"], packed.bare);
    expect(code).toBeGreaterThan(0);
    expect(output.trimEnd().split("\n")).toEqual([expect.stringContaining("--nonsense")]);
  },
);
