// The checks that every change must pass. Each resolves with a line to print, or stops with what is wrong.
import { resolve } from "node:path";
import { Stop } from "../../src/cli/stop.js";
import { changedFiles, differences, settle } from "./files.js";
import { generate } from "./generate.js";
import { generatedPages } from "./pages.js";
import { BIOME_CLI, DOCS, GENERATED, JOURNEYS, SPEC, shown, TSC_CLI } from "./paths.js";
import { runCommand } from "./process.js";
import { lintJourneys, readSpec } from "./spec.js";

/** The spec and the journeys by Redocly and our own rules, the code and its formatting by Biome. */
export async function checkLint(spec = SPEC): Promise<string> {
  await Promise.all([readSpec(resolve(spec)), lintJourneys(JOURNEYS), checkCode()]);
  return `${shown(resolve(spec))}, ${shown(JOURNEYS)} and the code have no problems`;
}

async function checkCode(): Promise<void> {
  const colors = process.stdout.isTTY ? "force" : "off";
  const args = [BIOME_CLI, "check", "--error-on-warnings", `--colors=${colors}`];
  const { code, stdout, stderr } = await runCommand(process.execPath, args);
  if (code !== 0)
    throw new Stop(`${stdout}${stderr}\nRun \`npm run format\` to fix what can be fixed automatically.`);
}

/** Remembers what it has checked, so that the next time takes a third. */
export async function checkTypes(): Promise<string> {
  const remember = ["--incremental", "--tsBuildInfoFile", "node_modules/.cache/types.tsbuildinfo"];
  const { code, stdout } = await runCommand(process.execPath, [TSC_CLI, ...remember]);
  if (code !== 0) throw new Stop(stdout.trimEnd());
  return "the types have no problems";
}

/** Files that differ from what the spec and the code generate, in a folder and in docs/. */
export async function checkGenerated(spec = SPEC, out = GENERATED): Promise<string> {
  const folder = resolve(out);
  const files = await generate(resolve(spec));
  for (const one of [folder, DOCS]) await settle(one);
  const code = await differences(folder, files);
  const pages = await changedFiles(DOCS, await generatedPages());
  const differing = [
    ...code.map((name) => `  ${shown(folder)}/${name}`),
    ...pages.map((name) => `  ${shown(DOCS)}/${name}`),
  ];
  if (differing.length === 0) return `${shown(folder)} is what ${shown(resolve(spec))} generates`;
  const head = `These files are not what ${shown(resolve(spec))} generates:`;
  throw new Stop([head, ...differing, "Run `npm run generate` and commit the result."].join("\n"));
}
