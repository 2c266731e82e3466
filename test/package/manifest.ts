// What package.json says, and the versions that the tests of the package install beside it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { posix } from "node:path";
import { fromRoot } from "../../scripts/lib/paths.js";

type Target = string | { types: string; default: string };

export interface Manifest {
  name: string;
  version: string;
  description: string;
  keywords: string[];
  homepage: string;
  bugs: { url: string };
  repository: { type: string; url: string };
  license: string;
  author: string;
  type: string;
  sideEffects: boolean;
  main: string;
  types: string;
  exports: { ".": { types: string; default: string } } & Record<string, Target>;
  bin?: Record<string, string>;
  files: string[];
  engines: { node: string };
  publishConfig: object;
  dependencies: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
}

export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;

export const manifest = readJson<Manifest>(fromRoot("package.json"));

/** The oldest compiler that is promised, the project's own, the newest. */
export const COMPILERS = ["5.4.5", String(manifest.devDependencies.typescript), "7.0.2"];
export const compilerAlias = (version: string) => `typescript-${version}`;

/** The bundler that vitest brings, so that there is one version to keep up. */
export const VITE = readJson<Manifest>(createRequire(import.meta.url).resolve("vite/package.json")).version;

/** `./sandbox` as users write it: `autoshares-cancel/sandbox`. */
export const specifier = (entry: string) => posix.join(manifest.name, entry);

const targets = Object.entries(manifest.exports);

/** Entries that are modules with types, as users write them. */
export const MODULES = targets.flatMap(([entry, to]) => (typeof to === "object" ? specifier(entry) : []));

/** Entries that are files to read, with where they are in the package. */
export const FILES = targets.flatMap(([entry, to]) =>
  typeof to === "string" ? [[specifier(entry), to] as const] : [],
);
