// Reads from the lockfile what comes with the package and what only builds it, each with its license.
// May use Node, cli.ts and paths.ts. Only what every platform installs is opened; the rest is in the lockfile.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Stop } from "./cli.js";
import { ROOT } from "./paths.js";

export interface Package {
  /** Name and version. */
  id: string;
  /** SPDX expression, or `unknown`. */
  license: string;
  /** False: it is installed with the package by whoever uses it. */
  dev: boolean;
  /** Where it is, from the root of the repository. */
  folder: string;
}

/** A license asks for no more than to be named. */
const PERMISSIVE = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Python-2.0",
  "Zlib",
]);

/** OR leaves the choice to us, AND does not; of the two, only one occurs in an expression here. */
export function isPermissive(license: string): boolean {
  const parts = license.replaceAll(/[()]/g, "").split(/ (OR|AND) /);
  const names = parts.filter((part) => part !== "OR" && part !== "AND");
  const allowed = (name: string) => PERMISSIVE.has(name);
  return parts.includes("OR") && !parts.includes("AND") ? names.some(allowed) : names.every(allowed);
}

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  peer?: boolean;
}

export async function readPackages(root = ROOT): Promise<Package[]> {
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  const locked = Object.entries(lock.packages as Record<string, Locked>).filter(([folder]) => folder !== "");
  const all = locked.map(async ([folder, { version, license, dev, devOptional, optional, peer }]) => ({
    id: `${folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length)} ${version}`,
    license: license ?? (optional ? "unknown" : await licenseOf(join(root, folder))),
    dev: Boolean(dev || devOptional || optional || peer),
    folder,
  }));
  const order = ({ id }: Package, other: Package) => (id < other.id ? -1 : 1);
  return (await Promise.all(all)).sort(order);
}

/** Old packages say it in ways that the lockfile does not take over. */
async function licenseOf(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8").catch(() => "{}"));
  const named = [manifest.license ?? manifest.licenses ?? []].flat() as (string | { type?: string })[];
  const names = named.map((one) => (typeof one === "string" ? one : one.type)).filter(Boolean);
  return names.join(" OR ") || "unknown";
}

/** The license text as the package ships it. */
export async function licenseText({ id, folder }: Package, root = ROOT): Promise<string> {
  const file = (await readdir(join(root, folder))).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name));
  if (!file) throw new Stop(`${id} ships no license text: ask its authors, or do without it.`);
  return (await readFile(join(root, folder, file), "utf8")).replaceAll("\r\n", "\n").trim();
}
