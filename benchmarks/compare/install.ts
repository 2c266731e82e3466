// Puts a way to call the API into a folder of its own, as its users would have it: what it needs at run time, the
// client that was generated, the program. Kept between runs, outside of the repository.
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeConsumer, PACKAGE } from "../../scripts/lib/consumer.js";
import { fromRoot, SPEC } from "../../scripts/lib/paths.js";
import { mustRun } from "../../scripts/lib/process.js";
import { Stop } from "../../src/cli/stop.js";
import { findPackaged, installInto, installPackaged } from "../runtimes/cache.js";
import { RUNTIMES } from "../runtimes/catalog.js";
import type { Generator, Way } from "./ways.js";

const CACHE = join(tmpdir(), "autoshares-cancel-compare");

/** What lies in node_modules. */
export interface Installed {
  packages: number;
  bytes: number;
}

export interface Place {
  /** Where the program is, with what it imports. */
  folder: string;
  program: string;
  runtime: Installed;
  generator?: Installed;
}

/** The newest of most of them want Node 22 or later, so all are generated and run by this one. */
export async function findNode(): Promise<string> {
  const packaged = RUNTIMES.find(({ name }) => name === "Node 24")?.packaged;
  if (!packaged) throw new Stop("The runtimes have no Node 24 any more: name another in benchmarks/compare.");
  const cache = join(CACHE, "node");
  await installPackaged([packaged], cache);
  const path = await findPackaged(packaged, cache);
  if (!path) throw new Stop(`Node ${packaged.version} cannot be had from npm for this kind of machine.`);
  return path;
}

export async function place(way: Way, node: string): Promise<Place> {
  const folder = join(CACHE, way.program);
  if (way.program.startsWith(PACKAGE)) await placeOurs(folder);
  else await installOnce(folder, way.packages);
  const runtime = await measure(folder);
  const generator = way.generator && (await generate(way.generator, folder, node));
  const program = await readFile(fromRoot(`benchmarks/compare/programs/${way.program}.ts`), "utf8");
  return { folder, program, runtime, ...(generator && { generator }) };
}

/** The package as it would be published, built anew. */
async function placeOurs(folder: string): Promise<void> {
  const consumer = await makeConsumer();
  try {
    await rm(folder, { recursive: true, force: true });
    await cp(join(consumer.folder, "node_modules"), join(folder, "node_modules"), { recursive: true });
    await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  } finally {
    await consumer.remove();
  }
}

async function installOnce(folder: string, packages: Record<string, string>): Promise<void> {
  const stamp = join(folder, "installed.json");
  const wanted = JSON.stringify(packages);
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return;
  await rm(folder, { recursive: true, force: true });
  await installInto(folder, packages);
  await writeFile(stamp, wanted);
}

async function generate(generator: Generator, folder: string, node: string): Promise<Installed> {
  const [name = ""] = Object.keys(generator.packages);
  const tool = join(CACHE, "generators", name.replaceAll(/\W+/g, "-"));
  await installOnce(tool, generator.packages);
  const client = join(folder, "client");
  await rm(client, { recursive: true, force: true });
  await mkdir(client, { recursive: true });
  for (const [file, text] of Object.entries(generator.files?.(SPEC) ?? {}))
    await writeFile(join(client, file), text);
  const command = join(tool, "node_modules", generator.command);
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", REDOCLY_TELEMETRY: "off" };
  await mustRun(node, [command, ...generator.args(SPEC, client)], { cwd: tool, env });
  return measure(tool);
}

async function measure(folder: string): Promise<Installed> {
  const root = join(folder, "node_modules");
  const names = await readdir(root, { recursive: true }).catch(() => [] as string[]);
  const installed: Installed = { packages: 0, bytes: 0 };
  for (const name of names) {
    const found = await stat(join(root, name));
    if (found.isFile()) installed.bytes += found.size;
    if (/(^|node_modules[\\/])(@[^\\/]+[\\/])?[^\\/@.][^\\/]*[\\/]package\.json$/.test(name))
      installed.packages++;
  }
  return installed;
}
