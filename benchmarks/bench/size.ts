// What a program weighs in a browser's bundle.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * Bytes of the smallest program that cancels one order, minified and gzipped: what we aim at, and what it may not
 * exceed while that is not reached. docs/client.md says what stands between the two.
 */
export const SIZE_BUDGET = { goal: 7_500, ceiling: 12_500 };

/** The same with `cancel()`. */
export const VERDICT_BUDGET = { goal: 11_500, ceiling: 18_400 };

export interface Size {
  minified: number;
  gzipped: number;
}

/** Bundles the program inside the consumer's folder, where it finds the package by its name. */
export async function bundleSize(
  folder: string,
  program: string,
  platform: "browser" | "node" = "browser",
): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    target: "es2022",
    write: false,
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: contents.length, gzipped: gzipSync(contents, { level: 9 }).length };
}
