// What is in the tarball: what users need, nothing else, and nothing of the machine that packed it.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join, posix } from "node:path";
import { createPackageFromTarballData } from "@arethetypeswrong/core";
import { expect, test } from "vitest";
import { DIST, fromRoot, ROOT } from "../../scripts/lib/paths.js";
import { temporaryFolder } from "../helpers.js";
import { manifest } from "./manifest.js";
import { packed } from "./packed.js";
import { pack } from "./setup.js";

const bytes = await readFile(packed.tarball);
const tarball = createPackageFromTarballData(new Uint8Array(bytes));
const root = `/node_modules/${manifest.name}/`;
const texts = new Map(
  tarball.listFiles().map((path) => [path.slice(root.length), tarball.readFile(path)] as const),
);

/** npm packs these whatever `files` says. */
const ALWAYS = ["package.json", "README.md", "LICENSE"];

const inManifest = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Object.values((value ?? {}) as object).flatMap(inManifest);

/** What is named, there or not, and what it leads to: by relative paths, and from each module to its types and back. */
function reachable(from: unknown): Set<string> {
  const targets = inManifest(from).map((path) => posix.normalize(path));
  const reached = new Set(targets);
  const queue = targets.flatMap(neighbors);
  for (const path of queue) {
    if (!texts.has(path) || reached.has(path)) continue;
    reached.add(path);
    queue.push(...neighbors(path));
  }
  return reached;
}

function neighbors(path: string): string[] {
  const named = [...(texts.get(path) ?? "").matchAll(/["'](\.{1,2}\/[^"']+|[\w-]+\.json)["']/g)];
  return [...named.map(([, name = ""]) => posix.join(posix.dirname(path), name)), ...twins(path)];
}

function twins(path: string): string[] {
  if (path.endsWith(".d.ts")) return [path.replace(/\.d\.ts$/, ".js")];
  return path.endsWith(".js") ? [path.replace(/\.js$/, ".d.ts")] : [];
}

test("the tarball holds what the entries reach, the papers, and no other file", () => {
  const papers = [...ALWAYS, ...manifest.files.filter((name) => name !== "dist")];
  const { exports, bin, main, types } = manifest;
  const expected = new Set([...papers, ...reachable([exports, bin, main, types])]);
  expect([...texts.keys()].sort()).toEqual([...expected].sort());
  expect(expected.size).toBeGreaterThan(50);
});

test("every module of it has types, and no map points to a source that is not there", () => {
  const modules = [...texts.keys()].filter((path) => path.endsWith(".js"));
  expect(modules.filter((path) => twins(path).some((twin) => !texts.has(twin)))).toEqual([]);
  const mapped = [...texts].filter(([path, text]) => path.endsWith(".map") || /sourceMappingURL/.test(text));
  expect(mapped.map(([path]) => path)).toEqual([]);
});

test("what the main entry reaches names no module of Node", () => {
  const reached = [...reachable(manifest.exports["."])];
  expect(reached.length).toBeGreaterThan(20);
  expect(reached.filter((path) => /["']node:/.test(texts.get(path) ?? ""))).toEqual([]);
});

test("editors find the documentation of every method", () => {
  expect(texts.get("dist/generated/operations.d.ts")).toMatch(
    /\* Cancel an order, quick[\s\S]*@throws ConflictError/,
  );
});

const filesWith = (pattern: RegExp) =>
  [...texts].flatMap(([path, text]) => (pattern.test(text) ? [path] : []));

const escaped = (texts: string[]) =>
  texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");

test("no file names a place on the machine that packed it", () => {
  const places = [ROOT, homedir(), tmpdir()].filter((place) => place.length > 4);
  const own = new RegExp(escaped(places));
  expect([...filesWith(own), ...filesWith(/file:\/\/\/|\/home\/\w|\/Users\/\w|\b[A-Z]:\\\w/)]).toEqual([]);
});

test("no file holds a secret: neither one of this environment's nor anything shaped like a known kind", () => {
  const named = Object.entries(process.env).filter(([name]) => /token|secret|passw|_key|auth/i.test(name));
  const secrets = named.flatMap(([, value]) => (value && value.length >= 8 ? value : []));
  const kinds =
    /npm_[A-Za-z0-9]{36}|gh[opsu]_[A-Za-z0-9]{36}|AKIA[A-Z0-9]{16}|BEGIN [A-Z ]*PRIVATE|eyJ\w{20,}\./;
  expect([...filesWith(kinds), ...(secrets.length ? filesWith(new RegExp(escaped(secrets))) : [])]).toEqual(
    [],
  );
});

test("its license, its readme and its spec are the repository's", async () => {
  for (const path of ["LICENSE", "README.md", "CHANGELOG.md", "openapi/openapi.yaml", "package.json"]) {
    expect(texts.get(path)).toBe(await readFile(fromRoot(path), "utf8"));
  }
});

test("packing again, from a new build over an earlier one with a leftover, gives the same bytes", async () => {
  await writeFile(join(DIST, "left-over.js"), "");
  const again = await pack(join(await temporaryFolder(), "again"));
  expect(bytes.equals(await readFile(again))).toBe(true);
  expect((await readdir(ROOT)).filter((name) => name.startsWith("dist"))).toEqual(["dist"]);
});

test("its size is known", () => {
  const unpacked = [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`tarball: ${texts.size} files, ${bytes.length} bytes packed, ${unpacked} unpacked`);
  expect(unpacked).toBeGreaterThan(bytes.length);
});
