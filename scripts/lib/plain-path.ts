// Gives a file a path that Redocly and Prism can read: they take what follows a `#` or a `?` for no part of its name.
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** The path itself if it is plain; else one through a link, which is gone afterwards, and beside which all is as it was. */
export async function withPlainPath<T>(path: string, use: (plain: string) => Promise<T>): Promise<T> {
  if (!/[#?%]/.test(path)) return use(path);
  const folder = await mkdtemp(join(tmpdir(), "plain-path-"));
  try {
    await symlink(dirname(path), join(folder, "here"), "junction");
    return await use(join(folder, "here", basename(path)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
