// The sandbox out of the installed package, alone and beside its peers, and the commands that the package brings.
import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runNode } from "../helpers.js";
import { manifest, specifier } from "./manifest.js";
import { packed, publishedPath } from "./packed.js";

const PROGRAM = `
  import { cancel, createClient } from "${manifest.name}";
  import { startSandbox } from "${specifier("sandbox")}";
  try {
    const sandbox = await startSandbox({ venueMs: 5 });
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

const play = async (folder: string) => (await runNode(["sandbox.mjs"], folder)).output;
const PLAYED = "canceled\n404\n";

test("the sandbox plays a cancel beside its peers, ends by itself and prints nothing of its own", async () => {
  expect(await play(packed.full)).toBe(PLAYED);
});

test("alone, the sandbox plays too, or says in one line what to install", async () => {
  const needsPeer = "@stoplight/prism-cli" in (manifest.peerDependencies ?? {});
  const says = /^The sandbox .* is not installed: run `npm i -D @stoplight\/prism-cli`\.\n$/;
  const output = await play(packed.bare);
  if (output !== PLAYED) expect(needsPeer && output).toMatch(says);
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
