// Reads what is compared: the spec of now, the one at a git ref or in a file, and the changesets that are new since.
import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { Stop } from "../../../src/cli/stop.js";
import type { OpenApi } from "../../../src/sandbox/openapi.js";
import { ROOT, SPEC, shown } from "../paths.js";
import { runCommand } from "../process.js";
import { parseYaml } from "../spec.js";
import type { Changeset } from "./announced.js";

const SPEC_IN_GIT = relative(ROOT, SPEC).replaceAll("\\", "/");

export interface Base {
  spec: OpenApi;
  /** Undefined for a file: it does not say which changesets there were. */
  ref?: string;
}

/** Reads a file if there is one of that name, else the spec at the git ref. */
export async function readBase(name: string, repository = ROOT): Promise<Base> {
  const file = await readFile(name, "utf8").catch(() => undefined);
  if (file !== undefined) return { spec: asSpec(name, file) };
  const text = await atRef(name, SPEC_IN_GIT, repository);
  if (text === undefined)
    throw new Stop(`--base ${name}: no such file, and no git ref that has ${SPEC_IN_GIT}. Fetch it first?`);
  return { spec: asSpec(`${name}:${SPEC_IN_GIT}`, text), ref: name };
}

/** Not linted: another command does that, and what is compared with may be older than a rule. */
export async function readNow(path: string): Promise<OpenApi> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Stop(`${shown(path)}: no such file.`);
  });
  return asSpec(shown(path), text);
}

function asSpec(name: string, text: string): OpenApi {
  const { content: spec, problems } = parseYaml<OpenApi>(name, text);
  if (problems[0]) throw new Stop(`${problems[0]}. Nothing can be compared with a spec that is broken.`);
  if (typeof spec?.paths !== "object" || typeof spec.components !== "object")
    throw new Stop(`${name} is no OpenAPI description with paths and components: nothing to compare with.`);
  return spec;
}

async function atRef(ref: string, path: string, cwd: string): Promise<string | undefined> {
  // Git would take it for an option.
  if (ref.startsWith("-")) return undefined;
  const absent = { code: 1, stdout: "" };
  const { code, stdout } = await runCommand("git", ["show", `${ref}:${path}`], { cwd }).catch(() => absent);
  return code === 0 ? stdout : undefined;
}

/** The pending changesets of a folder, but for those that the ref has already. */
export async function newChangesets(
  folder: string,
  ref: string | undefined,
  repository = ROOT,
): Promise<Changeset[]> {
  const names = (await readdir(folder).catch(() => [] as string[])).filter(isChangeset).sort();
  const all = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })),
  );
  if (ref === undefined) return all;
  const earlier = await Promise.all(
    names.map((name) => atRef(ref, `${basename(folder)}/${name}`, repository)),
  );
  return all.filter(({ text }, index) => text !== earlier[index]);
}

const isChangeset = (name: string): boolean => name.endsWith(".md") && name !== "README.md";
