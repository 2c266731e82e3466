// Owns: what a journal in a file keeps, and what it makes of a file that was torn or damaged.
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JournalEntry } from "autoshares-cancel";
import { fileJournal } from "autoshares-cancel/journal";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "journal-"));
  path = join(folder, "cancel.ndjson");
});

afterEach(() => rm(folder, { recursive: true }));

const entry = (orderId: number): JournalEntry => ({
  kind: "sending",
  at: "2026-01-22T14:30:30.000Z",
  accountId: 1,
  orderId,
  operation: "cancelOrder",
});

/** What another process would read. */
async function reread(): Promise<readonly JournalEntry[]> {
  const journal = fileJournal(path);
  const entries = await journal.entries();
  await journal.close?.();
  return entries;
}

async function written(...ids: number[]): Promise<void> {
  const journal = fileJournal(path);
  await journal.append(ids.map(entry));
  await journal.close?.();
}

test("an entry is in the file when `append` resolves, a JSON text a line", async () => {
  const journal = fileJournal(path);
  await journal.append([entry(1)]);
  expect(await readFile(path, "utf8")).toBe(`${JSON.stringify(entry(1))}\n`);
  await journal.close?.();
});

test("entries appended at the same time keep their order", async () => {
  const journal = fileJournal(path);
  await Promise.all(Array.from({ length: 50 }, (_, n) => journal.append([entry(n + 1)])));
  await journal.close?.();
  expect(await reread()).toEqual(Array.from({ length: 50 }, (_, n) => entry(n + 1)));
});

test("it goes on where it ended, also after it was closed", async () => {
  await written(1);
  const journal = fileJournal(path);
  await journal.append([entry(2)]);
  await journal.close?.();
  await journal.append([entry(3)]);
  await journal.close?.();
  expect(await reread()).toEqual([entry(1), entry(2), entry(3)]);
});

test("a torn last line is taken away, whatever comes next", async () => {
  await written(1);
  await appendFile(path, `{"kind":"sending","torn":"${"x".repeat(500)}`);
  expect(await reread()).toEqual([entry(1)]);
  await written(2);
  expect(await reread()).toEqual([entry(1), entry(2)]);
});

test("any other damage gets a sentence that names the line", async () => {
  await written(1);
  await appendFile(path, "not JSON\n");
  await expect(fileJournal(path).entries()).rejects.toThrow(/cancel\.ndjson, line 2 is damaged/);
  await writeFile(path, '{"no":"kind"}\n');
  await expect(fileJournal(path).entries()).rejects.toThrow(/line 1 is damaged/);
});

test.skipIf(process.platform === "win32")("its owner alone may read it", async () => {
  await written(1);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("asking for the entries of a file that is not there makes none", async () => {
  expect(await reread()).toEqual([]);
  await expect(stat(path)).rejects.toThrow(/ENOENT/);
  await written(1);
  expect(await reread()).toEqual([entry(1)]);
});

test("two processes that write to one file are both stopped, and no entry of either is lost", async () => {
  const [one, other] = [fileJournal(path), fileJournal(path)];
  await one.append([entry(1)]);
  expect(await other.entries()).toEqual([entry(1)]);
  await other.append([entry(2)]);
  await expect(one.append([entry(3)])).rejects.toThrow("another process writes to it");
  await expect(one.append([entry(4)])).rejects.toThrow("another process writes to it");
  await expect(other.append([entry(5)])).rejects.toThrow("another process writes to it");
  await Promise.all([one.close?.(), other.close?.()]);
  expect(await reread()).toEqual([1, 2, 3, 5].map(entry));
});

test("a file that cannot be written rejects, and goes on rejecting", async () => {
  const journal = fileJournal(join(folder, "no-such-folder", "cancel.ndjson"));
  await expect(journal.append([entry(1)])).rejects.toThrow(/ENOENT/);
  await expect(journal.append([entry(2)])).rejects.toThrow(/ENOENT/);
});

test.each([[undefined], [""]])("the path %j is refused", (none) => {
  expect(() => fileJournal(none as never)).toThrow(/say where the file is/);
});
