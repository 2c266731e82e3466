// The package's command as a process: what it serves, how it ends, what its spec may be.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { fromRoot, WITH_TYPESCRIPT } from "../../scripts/lib/paths.js";
import { documentAt } from "../../src/cli/document.js";
import { main } from "../../src/cli/main.js";
import { changedSpec, parseCurl, runNode, spec, temporaryFolder } from "../helpers.js";

const BIN = [...WITH_TYPESCRIPT, fromRoot("src/cli/index.ts")];

/** Resolves with the address that it prints. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [...BIN, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
  await expect.poll(() => printed, { timeout: 30_000 }).toMatch(/Ctrl-C|Prism is listening/);
  return { child, url: /http:\/\/[\d.:]+/.exec(printed)?.[0] ?? "", printed };
}

test("sandbox serves where it says, and Ctrl-C ends it with status 0", async () => {
  const { child, url, printed } = await start("sandbox", "--port", "0", "--app-key", "of-mine");
  const headers = { "Et-App-Key": "of-mine", Username: "trader", Password: "sandbox" };
  expect((await fetch(`${url}/token`, { method: "POST", headers })).status).toBe(200);
  expect(printed).toMatch(/See https:\S+\/docs\/sandbox\.md$/m);
  child.kill("SIGINT");
  expect(await once(child, "close")).toEqual([0, null]);
});

// Everyday runs see Prism start often enough, in test/mock.test.ts.
test.runIf(process.env.CI)(
  "mock answers what its help says, and SIGTERM ends it with status 0, Prism included",
  async () => {
    const { child, url } = await start("mock", "--port", "0");
    let help = "";
    await main(["help", "mock"], (text) => (help = text));
    const [example, request] = parseCurl(/curl .*/.exec(help)?.[0] ?? "");
    const refused = url + new URL(example).pathname;
    expect(await (await fetch(refused, request)).json()).toEqual({
      message: "Order 73552 is already filled",
    });
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
    await expect(fetch(refused, request)).rejects.toThrow();
  },
);

test("wrong usage ends with its line on stderr and status 64", async () => {
  expect(await runNode([...BIN, "sandox"])).toEqual({
    code: 64,
    output:
      'There is no command "sandox". Did you mean sandbox? Commands: check, orders, cancel, cancel-all, sandbox, mock, help.\n',
  });
});

test("a spec that is given is read as YAML or JSON, and refused with the line of its mistake", async () => {
  const folder = await temporaryFolder();
  const json = join(folder, "spec.json");
  await writeFile(json, JSON.stringify(spec));
  expect(await documentAt(fromRoot("openapi/openapi.yaml"))).toEqual(spec);
  expect(await documentAt(json)).toEqual(spec);
  const broken = await changedSpec((text) => text.replace("\ninfo:\n", "\ninfo:\n - a\n"));
  await expect(documentAt(broken)).rejects.toThrow(/openapi\.yaml:\d+:\d+ .+ \(yaml\)$/);
});
