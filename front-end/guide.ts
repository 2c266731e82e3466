// The code of a guide for front ends: each block belongs into the file that its first line names.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { blocks } from "../test/pages.js";

const NAMED = /^\/\/ (\S+)\n/;

export function filesOf(page: string): Map<string, string> {
  const own = blocks.filter(({ at, lang }) => at.startsWith(`${page}:`) && lang !== "sh" && lang !== "text");
  return new Map(own.map(({ at, code }) => [NAMED.exec(code)?.[1] ?? `no file is named at ${at}`, code]));
}

/** Files by their names, into a folder. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
