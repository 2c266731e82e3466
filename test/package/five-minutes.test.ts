// The way of a newcomer that docs/five-minutes.md records, gone again: with the programs of docs/getting-started.md and
// the commands that `npm start` prints.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inAFreshClone, inAnEmptyProject } from "../../benchmarks/transcript/journey.js";
import { packed } from "./packed.js";

const FREE = { api: 0, docs: 0 };

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "five-minutes-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

test("a fresh clone: npm ci, npm start, and the commands it prints do what they say", async () => {
  const entries = await inAFreshClone(await emptyFolder(), FREE);
  const [cancel, read, refused] = entries.slice(-3).map(({ output }) => output);
  expect(cancel).toMatch(/^HTTP\/1\.1 204 /);
  expect(read).toMatch(/"Status":"(PendingCancel|Canceled)"/);
  expect(refused).toMatch(/^HTTP\/1\.1 409 [\s\S]*already filled/);
});

test("an empty project: npm install, npx, and the programs of the guide print what it shows", async () => {
  const entries = await inAnEmptyProject(await emptyFolder(), packed.tarball, FREE);
  const [first, second, third] = entries.slice(-3).map(({ output }) => output);
  expect(first).toBe("canceled\nsent cancelOrder 204\nseen PendingCancel\nseen Canceled\n");
  expect(second).toMatch(/^too-late .*\nstill-open .*\ntoo-late .*\nnot-found .*\n$/);
  expect(third).toBe("canceled: 75 executed, 75 not\n");
});
