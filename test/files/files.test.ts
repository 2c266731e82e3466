// Sets of files that several runs write at once, and that are killed at any moment.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { replaceFolder, settle, writeAside } from "../../scripts/lib/files.js";
import { fromRoot, WITH_TYPESCRIPT } from "../../scripts/lib/paths.js";
import { temporaryFolder } from "../helpers.js";

const WRITER = fromRoot("test/files/writer.ts");
const LETTERS = ["a", "b", "c"];

function startWriter(how: string, folder: string, letter: string): ChildProcess {
  const child = spawn(process.execPath, [...WITH_TYPESCRIPT, WRITER, how, folder, letter], { stdio: "pipe" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Kills it after so many sets, so somewhere within the next one. */
async function killedAfter(child: ChildProcess, sets: number, delayMs: number): Promise<void> {
  let written = 0;
  for await (const chunk of child.stdout ?? []) {
    written += String(chunk).split("written").length - 1;
    if (written >= sets) break;
  }
  setTimeout(() => child.kill("SIGKILL"), delayMs);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** Each file's content, without what else there is. */
async function contents(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")));
}

const whole = (texts: string[]) => texts.length === 30 && new Set(texts).size === 1;

/** Moments at which the writers are killed: how many sets each writes first, and for how long it goes on. */
const MOMENTS = Array.from({ length: process.env.CI ? 8 : 2 }, (_, round) => round);

test("three that write a set at once, and are killed, leave one of their sets whole once the next has settled it", async () => {
  const folder = join(await temporaryFolder(), "out");
  for (const round of MOMENTS) {
    const writers = LETTERS.map((letter) => startWriter("set", folder, letter));
    await Promise.all(writers.map((writer, index) => killedAfter(writer, 3, (round * 7 + index * 3) % 11)));
    await settle(folder);
    const texts = await contents(folder);
    expect({ round, whole: whole(texts), texts }).toMatchObject({ whole: true });
  }
});

test("three that replace a folder at once, and are killed, leave a whole one or none, and the next run succeeds", async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, "out");
  for (const round of MOMENTS) {
    const writers = LETTERS.map((letter) => startWriter("folder", folder, letter));
    await Promise.all(writers.map((writer, index) => killedAfter(writer, 3, (round * 7 + index * 3) % 11)));
    const texts = await contents(folder).catch(() => []);
    expect({ round, whole: texts.length === 0 || whole(texts), texts }).toMatchObject({ whole: true });
    await replaceFolder(folder, async (aside) => {
      await mkdir(aside);
      await writeFile(join(aside, "0.txt"), "next");
    });
    expect(await contents(folder)).toEqual(["next"]);
  }
  expect((await readdir(parent)).filter((name) => !["out", ".aside"].includes(name))).toEqual([]);
});

test("a set of which one file cannot be placed is not placed at all", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a.txt"), "as it was");
  await mkdir(join(folder, "b.txt"));
  const files = new Map(["a.txt", "b.txt"].map((name) => [name, "new"]));
  await expect(writeAside(folder, files)).rejects.toMatchObject({
    code: "EISDIR",
    path: join(folder, "b.txt"),
  });
  expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("as it was");
});

test("a folder whose making fails stays as it was", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "a.txt"), "as it was");
  const failing = replaceFolder(folder, async () => {
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await contents(folder)).toEqual(["as it was"]);
});

test("what a killed run left aside goes after an hour, what another run is making stays", async () => {
  const folder = await temporaryFolder();
  await replaceFolder(join(folder, "out"), async (aside) => {
    const place = dirname(dirname(aside));
    const [old, young] = [join(place, "work-of-old"), join(place, "work-of-now")];
    for (const path of [old, young]) await mkdir(path, { recursive: true });
    await utimes(old, 0, 0);
    await writeAside(folder, new Map([["a.txt", "a"]]));
    await replaceFolder(join(folder, "other"), (other) => mkdir(other).then(() => {}));
    await expect(stat(old)).rejects.toThrow("ENOENT");
    expect((await stat(young)).isDirectory()).toBe(true);
    await mkdir(aside);
  });
});
