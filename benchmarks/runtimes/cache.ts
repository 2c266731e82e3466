// Runtimes that come as packages of the npm registry: where they are and how they get there. They are big and for
// this one purpose, so they are no dependencies of the project.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { firstThere } from "../../scripts/lib/files.js";
import { fromRoot } from "../../scripts/lib/paths.js";
import { npm } from "../../scripts/lib/process.js";

/** Where those are that `test:runtimes` tries. */
const RUNTIMES = fromRoot(".runtimes");

/** A program inside a package of the registry, one package per kind of machine. */
export interface Packaged {
  /** Its name in the cache; several versions of one package have several. */
  alias: string;
  version: string;
  /** Package by platform and architecture, as Node names them; what is missing does not exist. */
  packages: Record<string, string>;
  /** Path of the program inside the package. */
  program: string;
}

const MACHINE = `${process.platform}-${process.arch}`;

/** Path of the program; undefined if it is not here in the version wanted. */
export async function findPackaged(
  { alias, version, program }: Packaged,
  cache = RUNTIMES,
): Promise<string | undefined> {
  const folder = join(cache, "node_modules", alias);
  const manifest = await readFile(join(folder, "package.json"), "utf8").catch(() => "{}");
  // Some of Node's packages write `v20.19.0`.
  if (String(JSON.parse(manifest).version).replace(/^v/, "") !== version) return undefined;
  return firstThere([join(folder, program), join(folder, `${program}.exe`)]);
}

/** Installs those that exist for this kind of machine, without running scripts. The cache holds nothing else then. */
export async function installPackaged(all: Packaged[], cache = RUNTIMES): Promise<void> {
  const found = await Promise.all(all.map((packaged) => findPackaged(packaged, cache)));
  if (!found.includes(undefined)) return;
  const wanted = all.flatMap(({ alias, version, packages }) => {
    const name = packages[MACHINE];
    return name ? [[alias, `npm:${name}@${version}`]] : [];
  });
  await installInto(cache, Object.fromEntries(wanted));
}

/** Exactly these packages and what they need, into a folder of their own. */
export async function installInto(folder: string, dependencies: Record<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }, null, 2));
  await npm(
    ["install", "--prefix", folder, "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"],
    { cwd: folder },
  );
}
