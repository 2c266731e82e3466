// The installed package in every Node it is for, from the oldest promised on: by import, by require, and as
// files to read. Real programs of other versions; those that the machine has none of are skipped by name.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { runCommand } from "../../scripts/lib/process.js";
import { specText } from "../helpers.js";
import { FILES, MODULES, manifest, specifier } from "./manifest.js";
import { findNodes, findOldest } from "./nodes.js";
import { packed } from "./packed.js";

const nodes = await findNodes();
const oldest = await findOldest();

const IMPORT = `
  const names = {};
  for (const entry of ${JSON.stringify(MODULES)}) names[entry] = Object.keys(await import(entry)).sort();
  console.log(JSON.stringify(names));
`;

const REQUIRE = `
  const names = {};
  for (const entry of ${JSON.stringify(MODULES)}) names[entry] = namesOf(require(entry));
  // Node marks a module that has a default export.
  function namesOf(module) { return Object.keys(module).filter((name) => name !== "__esModule").sort(); }
  const { createClient } = require(${JSON.stringify(manifest.name)});
  import(${JSON.stringify(manifest.name)}).then((imported) => {
    console.log(JSON.stringify({ names, same: imported.createClient === createClient }));
  });
`;

const LOCATE = `
  import { createRequire } from "node:module";
  import { realpathSync } from "node:fs";
  import { fileURLToPath } from "node:url";
  const require = createRequire(import.meta.url);
  const found = ${JSON.stringify([...MODULES, ...FILES.map(([name]) => name)])}.map((entry) => {
    const path = fileURLToPath(import.meta.resolve(entry));
    return [entry, realpathSync(path), require.resolve(entry) === path];
  });
  console.log(JSON.stringify(found));
`;

const READ = `
  import spec from "${specifier("openapi.json")}" with { type: "json" };
  import { readFileSync } from "node:fs";
  import { createRequire } from "node:module";
  const yaml = readFileSync(new URL(import.meta.resolve("${specifier("openapi.yaml")}")), "utf8");
  const required = createRequire(import.meta.url)("${specifier("openapi.json")}");
  console.log(JSON.stringify({ spec, required, yaml }));
`;

/** What importing leaves behind in the process. Only the main entry: the others are for tests and servers. */
const TRACES = `
  const traces = () => JSON.stringify([
    Reflect.ownKeys(globalThis).map(String),
    process.eventNames().map(String),
    process.getActiveResourcesInfo(),
    Object.keys(process.env),
    [Object, Array, Error, Promise, Response, Headers].map((one) => Reflect.ownKeys(one.prototype).map(String)),
  ]);
  // Node itself leaves a trace when the first class of fetch is looked at.
  traces();
  const before = traces();
  const imported = await import(${JSON.stringify(manifest.name)});
  console.log(JSON.stringify([typeof imported.createClient, traces() === before]));
`;

const PROGRAMS = {
  "import.mjs": IMPORT,
  "require.cjs": REQUIRE,
  "locate.mjs": LOCATE,
  "read.mjs": READ,
  "traces.mjs": TRACES,
};

beforeAll(async () => {
  for (const [name, text] of Object.entries(PROGRAMS)) {
    await Promise.all([packed.full, packed.bare].map((folder) => writeFile(join(folder, name), text)));
  }
});

/** MSW, a peer of one entry, looks at localStorage, and Node 26 says so. */
const OF_MSW = /^\(node:\d+\) ExperimentalWarning: localStorage .*\n\(Use .*\n/;

/** Runs one of the programs, which may print no warning, and reads what it found. */
async function run<T>(node: string, name: keyof typeof PROGRAMS, cwd = packed.full, args: string[] = []) {
  const { code, stdout, stderr } = await runCommand(node, [...args, name], { cwd, timeoutMs: 30_000 });
  expect({ code, stderr: stderr.replace(OF_MSW, "") }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as T;
}

describe.each(nodes)("$name", ({ program }) => {
  const node = program ?? "";
  const here = test.runIf(program);

  here("imports every entry, and require() gives the same modules, neither with a warning", async () => {
    const imported = await run<Record<string, string[]>>(node, "import.mjs");
    expect(Object.keys(imported)).toEqual(MODULES);
    expect(Object.values(imported).every((names) => names.length > 0)).toBe(true);
    expect(imported[manifest.name]).toEqual(expect.arrayContaining(["cancel", "createClient"]));
    expect(await run(node, "require.cjs")).toEqual({ names: imported, same: true });
  });

  here("finds every entry where `exports` says it is", async () => {
    const found = await run<[string, string, boolean][]>(node, "locate.mjs");
    const inside = (path: string) => path.slice(path.indexOf(manifest.name) + manifest.name.length);
    for (const [entry, path] of FILES) {
      const [, where = ""] = found.find(([name]) => name === entry) ?? [];
      expect(inside(where).replaceAll("\\", "/")).toBe(path.slice(1));
    }
    expect(found.filter(([, , same]) => !same)).toEqual([]);
  });

  here("reads the repository's spec, as YAML and as JSON", async () => {
    // Importing JSON was an experiment until Node 22.12, and Node says so.
    const quiet = ["--disable-warning=ExperimentalWarning"];
    const { spec, required, yaml } = await run<Record<string, unknown>>(node, "read.mjs", packed.full, quiet);
    expect(yaml).toBe(specText);
    expect(required).toEqual(spec);
    expect(spec).toEqual(JSON.parse(await readFile(fromRoot("src/generated/openapi.json"), "utf8")));
  });

  here("runs the client without any peer, and importing it leaves no trace", async () => {
    expect(await run(node, "traces.mjs", packed.bare)).toEqual(["function", true]);
  });
});

const npmPath = process.env.npm_execpath;

test.runIf(oldest && npmPath)(
  "npm, told to be strict about engines, installs it in the oldest Node promised",
  async () => {
    const args = ["install", "--dry-run", "--engine-strict", "--no-audit", "--no-fund", "--prefer-offline"];
    const ran = await runCommand(String(oldest), [String(npmPath), ...args, packed.tarball], {
      cwd: packed.bare,
    });
    expect(ran).toMatchObject({ code: 0 });
  },
);
