// @ts-check
// Lets Node load the TypeScript of this repository, wherever it is: tsx takes what follows a `?` in a path for a query.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";

/** The sources import each other by the names that they have once built. @type {import("node:module").ResolveHook} */
export async function resolve(specifier, context, next) {
  const own = /^\.{1,2}\//.test(specifier) && context.parentURL?.endsWith(".ts");
  return next(own ? specifier.replace(/\.js$/, ".ts") : specifier, context);
}

/** @type {import("node:module").LoadHook} */
export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const text = await readFile(fileURLToPath(url), "utf8");
  const { code } = await transform(text, {
    loader: "ts",
    target: "node20",
    sourcemap: "inline",
    sourcefile: fileURLToPath(url),
  });
  return { format: "module", source: code, shortCircuit: true };
}
