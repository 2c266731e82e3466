// Finds files, and writes them so that a run that fails or is killed leaves a whole set: the earlier one or its own.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { access, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fromRoot } from "./paths.js";

/** File name, relative to a folder, to content. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes every file aside first and moves them only when all are there. A set that is about to move has one place per
 * folder, so sets of two runs never mix, and one that a killed run left there is moved by the next.
 */
export async function writeAside(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  await withAside(folder, async (work, ready) => {
    const next = join(work, "next");
    for (const [name, content] of files) {
      await mustBeFree(join(folder, name));
      await mkdir(dirname(join(next, name)), { recursive: true });
      await writeFile(join(next, name), content);
    }
    // From here on without a pause, so that no signal ends the process in between.
    untilDone(() => {
      moveAll(ready, folder);
      renameSync(next, ready);
    });
    try {
      moveAll(ready, folder);
    } catch (error) {
      moved(ready, next);
      throw error;
    }
  });
}

/** Ends what a killed run began to move into the folder. */
export async function settle(folder: string): Promise<void> {
  moveAll(readyPlace(await asidePlace(folder), folder), folder);
}

/** Makes a folder aside, then puts it in place of the earlier one. Two at once: one of them, whole. */
export async function replaceFolder(output: string, make: (aside: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(output), { recursive: true });
  await withAside(dirname(output), async (work) => {
    const next = join(work, "next");
    await make(next);
    let turn = 0;
    untilDone(() => {
      const earlier = join(work, `earlier-${turn++}`);
      const existed = moved(output, earlier);
      try {
        renameSync(next, output);
      } catch (error) {
        if (existed) moved(earlier, output);
        throw error;
      }
    });
  });
}

/** Names of the files that differ from what they should be: changed, missing, or not ours to be there. */
export async function differences(folder: string, files: Files): Promise<string[]> {
  return [...(await changedFiles(folder, files)), ...(await strangers(folder, files))].sort();
}

/** Names of the files that are changed or missing; what else the folder holds is not ours. */
export async function changedFiles(folder: string, files: Files): Promise<string[]> {
  const changed: string[] = [];
  for (const [name, content] of files) {
    const found = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (found !== content) changed.push(name);
  }
  return changed.sort();
}

/** Those below a folder, by their names in it. */
export function filesIn(folder: string, files: Files): Files {
  const below = [...files].filter(([name]) => name.startsWith(`${folder}/`));
  return new Map(below.map(([name, content]) => [name.slice(folder.length + 1), content]));
}

/** For a folder that holds nothing but the set. */
export async function removeStrangers(folder: string, files: Files): Promise<void> {
  for (const name of await strangers(folder, files)) await rm(join(folder, name), { recursive: true });
}

/** The first of the paths that leads to something. */
export async function firstThere(paths: string[]): Promise<string | undefined> {
  for (const path of paths) {
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) return path;
  }
  return undefined;
}

async function strangers(folder: string, files: Files): Promise<string[]> {
  const present = await readdir(folder).catch(() => [] as string[]);
  return present.filter((name) => !files.has(name) && name !== OWN_ASIDE);
}

const OWN_ASIDE = ".aside";
const HOUR_MS = 3_600_000;

/** Where nobody looks for files; on the folder's own disk, since nothing can be moved at once to another. */
async function asidePlace(folder: string): Promise<string> {
  const cache = fromRoot("node_modules/.cache/aside");
  try {
    await mkdir(cache, { recursive: true });
    if ((await stat(cache)).dev === (await stat(folder)).dev) return cache;
  } catch {
    // A repository that can only be read is no reason not to write elsewhere.
  }
  return join(folder, OWN_ASIDE);
}

function readyPlace(place: string, folder: string): string {
  return join(place, `${createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16)}.ready`);
}

async function withAside(folder: string, use: (work: string, ready: string) => Promise<void>): Promise<void> {
  const place = await asidePlace(folder);
  await mkdir(place, { recursive: true });
  await forgetKilled(place);
  const work = await mkdtemp(join(place, "work-"));
  try {
    await use(work, readyPlace(place, folder));
  } catch (error) {
    // Where it is written aside is nobody's business but ours.
    if (isSystemError(error) && error.path?.startsWith(work) !== false) error.path = folder;
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
    if (place.endsWith(OWN_ASIDE)) removeEmpty(place);
  }
}

/** A file can take the place of a file, but not of a folder: that is found out before the first moves. */
async function mustBeFree(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw Object.assign(new Error(path), { code: "EISDIR", path });
}

/** A run takes seconds, so what is an hour old belongs to none. */
async function forgetKilled(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    if (!name.startsWith("work-")) continue;
    const path = join(place, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > HOUR_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Another run may move the same files at the same time: each file goes once, whoever moves it. */
function moveAll(from: string, to: string): void {
  for (const entry of entriesOf(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target, { recursive: true });
      moveAll(source, target);
    } else moved(source, target);
  }
  removeEmpty(from);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isCode(error, "ENOENT", ...TAKEN)) throw error;
  }
}

/** The codes of a place where a folder is already. */
const TAKEN = ["ENOTEMPTY", "EEXIST", ...(process.platform === "win32" ? ["EPERM"] : [])];

/** Tries again while another run is in the place: it may be there often, but not for long. */
function untilDone(step: () => void, tries = 100): void {
  try {
    step();
  } catch (error) {
    if (tries === 0 || !isCode(error, ...TAKEN)) throw error;
    untilDone(step, tries - 1);
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return isSystemError(error) && codes.includes(error.code ?? "");
}
