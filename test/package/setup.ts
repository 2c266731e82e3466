// Once per run of the package's tests: packs what would be published, and installs it into empty folders as users
// do, from the registry.
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { npm, npmCommand, runCommand } from "../../scripts/lib/process.js";
import { COMPILERS, compilerAlias, manifest, VITE } from "./manifest.js";
import { installNodes } from "./nodes.js";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "package-"));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    const [tarball] = await Promise.all([pack(join(folder, "packed")), installNodes()]);
    const [bare, web, full] = await Promise.all([
      install(join(folder, "bare"), tarball),
      install(join(folder, "web"), tarball, [...compilers, `vite@${VITE}`]),
      install(join(folder, "full"), tarball, [...compilers, ...peers, nodeTypes]),
    ]);
    project.provide("packed", {
      tarball,
      bare: bare.folder,
      warnings: bare.warnings,
      web: web.folder,
      full: full.folder,
    });
    return remove;
  } catch (error) {
    await remove();
    throw error;
  }
}

const compilers = COMPILERS.map((version) => `${compilerAlias(version)}@npm:typescript@${version}`);
const peers = Object.entries(manifest.peerDependencies ?? {}).map(([name, range]) => `${name}@${range}`);
const nodeTypes = `@types/node@${manifest.devDependencies["@types/node"]}`;

/** What `npm publish` uploads, with a fresh dist/; where PACKED names a file, that is what is tested. */
export async function pack(destination: string): Promise<string> {
  if (process.env.PACKED) return resolve(process.env.PACKED);
  await mkdir(destination);
  await npm(["pack", "--pack-destination", destination]);
  const [name = ""] = await readdir(destination);
  return join(destination, name);
}

async function install(folder: string, tarball: string, more: string[] = []) {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  const { code, stderr } = await runCommand(...npmCommand(["install", ...quiet, tarball, ...more]), {
    cwd: folder,
  });
  if (code !== 0) throw new Error(`npm install in ${folder} ended with status ${code}.\n${stderr}`);
  return { folder, warnings: stderr };
}
