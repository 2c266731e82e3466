// The guide "Changing the spec" does what it says: its example is put into the spec as the guide tells.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { fromRoot } from "../scripts/lib/paths.js";
import { startSandbox } from "../src/sandbox/index.js";
import { changedSpec, runScript, temporaryFolder } from "./helpers.js";

const guide = readFileSync(fromRoot("docs/changing-the-spec.md"), "utf8");
const block = /^```yaml\n([\s\S]*?)^```/m.exec(guide)?.[1] ?? "";
const added = () => changedSpec((text) => text.replace("\ncomponents:\n", `\n${block}\ncomponents:\n`));

// Starts the linter twice, which takes seconds.
test.runIf(process.env.CI)("the spec with it passes the lint, and the client has the method", async () => {
  const [spec, out] = [await added(), await temporaryFolder()];
  expect(await runScript("generate", "--spec", spec, "--out", out)).toMatchObject({ code: 0 });
  expect(await readFile(join(out, "operations.ts"), "utf8")).toContain("listOrderRequests(");
});

test("the sandbox answers it with its example", async () => {
  const sandbox = await startSandbox({ spec: parse(await readFile(await added(), "utf8")) });
  try {
    const answer = await fetch(`${sandbox.url}/v1.0/accounts/6303/orders/73552/details`, {
      headers: { "Et-App-Key": sandbox.appKey, Authorization: `Bearer ${sandbox.issueToken()}` },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject([{ Id: 73552, Status: "Canceled" }]);
  } finally {
    await sandbox.close();
  }
});
