// Finds files, and writes them so that a failure leaves the earlier ones as they were. May use Node only.
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** File name, relative to a folder, to content. */
export type Files = ReadonlyMap<string, string>;

/** Writes every file aside first and renames only when all are there. */
export async function writeAside(folder: string, files: Files): Promise<void> {
  const pairs = [...files].map(([name, content]) => {
    const path = join(folder, name);
    return { path, aside: `${path}.${process.pid}.tmp`, content };
  });
  try {
    for (const { aside, content } of pairs) {
      await mkdir(dirname(aside), { recursive: true });
      await writeFile(aside, content);
    }
    for (const { aside, path } of pairs) await rename(aside, path);
  } finally {
    await Promise.all(pairs.map(({ aside }) => rm(aside, { force: true })));
  }
}

/** Names of the files that differ from what they should be: changed, missing, or not ours to be there. */
export async function differences(folder: string, files: Files): Promise<string[]> {
  const present = await readdir(folder).catch(() => [] as string[]);
  const extra = present.filter((name) => !files.has(name));
  return [...(await changedFiles(folder, files)), ...extra].sort();
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
