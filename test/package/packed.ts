// What the tests of the package share: the tarball, and the folders that setup.ts installed it into. Node only.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { manifest } from "./manifest.js";

export interface Packed {
  tarball: string;
  /** The package alone, as a user has it after `npm install autoshares-cancel`. */
  bare: string;
  /** What npm said while it installed that. */
  warnings: string;
  /** Beside compilers and a bundler; nothing in there brings types of Node. */
  web: string;
  /** Beside compilers, Node's types and every optional peer. */
  full: string;
}

declare module "vitest" {
  interface ProvidedContext {
    packed: Packed;
  }
}

export const packed: Packed = inject("packed");

export const publishedPath = (path: string) => join(packed.bare, "node_modules", manifest.name, path);
export const published = (path: string) => readFileSync(publishedPath(path), "utf8");
