// Where things are in this repository.
import { createRequire } from "node:module";
import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const SPEC = fromRoot("openapi/openapi.yaml");
export const JOURNEYS = fromRoot("openapi/journeys.arazzo.yaml");
export const GENERATED = fromRoot("src/generated");
export const DOCS = fromRoot("docs");
export const REFERENCE = fromRoot("docs/reference/index.html");
export const TRY_IT = fromRoot("docs/try-it");
export const SITE = fromRoot("docs/site");
export const DIST = fromRoot("dist");
export const CHANGESETS = fromRoot(".changeset");
export const LINT_CONFIG = fromRoot("redocly.yaml");

const { resolve } = createRequire(import.meta.url);
export const REDOCLY_CLI = resolve("@redocly/cli/bin/cli.js");
export const PRISM_CLI = resolve("@stoplight/prism-cli/dist/index.js");
export const TSC_CLI = resolve("typescript/bin/tsc");
export const VITEST_CLI = fromRoot("node_modules/vitest/vitest.mjs");
/** Options of Node that let it load TypeScript. */
export const WITH_TYPESCRIPT = ["--import", pathToFileURL(fromRoot("scripts/lib/register.js")).href];
export const BIOME_CLI = resolve("@biomejs/biome/bin/biome");

export function fromRoot(path: string): string {
  return fileURLToPath(new URL(path, new URL("../../", import.meta.url)));
}

/** A path as a person would write it: relative to where the command runs, with forward slashes. */
export function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll("\\", "/") || ".";
}
