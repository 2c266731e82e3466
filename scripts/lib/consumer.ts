// A folder as `npm install autoshares-cancel` would leave it, with the package as it would be published. What is
// tried in there is what users get: `exports` and `files` of package.json included.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.js";
import { fromRoot } from "./paths.js";
import { npm } from "./process.js";

export const PACKAGE = "autoshares-cancel";

export interface Consumer {
  folder: string;
  remove(): Promise<void>;
}

/** Builds the package and installs it into a temporary folder; dist/ stays as it is. */
export async function makeConsumer(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), "consumer-"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await installPackage(folder);
  await copyDependencies(folder, PACKAGE, fromRoot("."));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Builds the package and puts it into a folder's node_modules, without what it depends on. */
export async function installPackage(folder: string): Promise<void> {
  const staged = await mkdtemp(join(tmpdir(), "staged-"));
  const installed = join(folder, "node_modules", PACKAGE);
  try {
    await stage(staged);
    await rm(installed, { recursive: true, force: true });
    for (const file of await publishedFiles(staged)) await cp(join(staged, file), join(installed, file));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/** What npm finds here when it publishes, with a fresh dist/. */
async function stage(staged: string): Promise<void> {
  const { files } = JSON.parse(await readFile(fromRoot("package.json"), "utf8")) as { files: string[] };
  for (const file of ["package.json", "LICENSE", ...files]) {
    if (file !== "dist") await cp(fromRoot(file), join(staged, file), { recursive: true });
  }
  await build(join(staged, "dist"));
}

async function publishedFiles(staged: string): Promise<string[]> {
  const output = await npm(["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: staged });
  const [{ files }] = JSON.parse(output) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path);
}

/** What npm would install along, out of what is installed here. */
async function copyDependencies(folder: string, name: string, from: string): Promise<void> {
  const { dependencies = {} } = JSON.parse(await readFile(join(from, "package.json"), "utf8"));
  for (const dependency of Object.keys(dependencies)) {
    const source = fromRoot(`node_modules/${dependency}`);
    await cp(source, join(folder, "node_modules", dependency), { recursive: true });
    if (dependency !== name) await copyDependencies(folder, dependency, source);
  }
}
