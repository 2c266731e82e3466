// The installed package's types, with the oldest compiler promised, the project's own and the newest, as a project
// as strict as can be sees them, declarations of libraries checked. The programs are in programs/.
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { runNode } from "../helpers.js";
import { COMPILERS, compilerAlias, MODULES, manifest, specifier } from "./manifest.js";
import { packed } from "./packed.js";

const STRICT = {
  target: "es2022",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  resolveJsonModule: true,
  skipLibCheck: false,
  noEmit: true,
};

const NODE16 = { module: "node16", moduleResolution: "node16" };
const NODENEXT = { module: "nodenext", moduleResolution: "nodenext" };
const BUNDLER = { module: "esnext", moduleResolution: "bundler" };

/** With the browser's types alone: nothing in the folder `web` brings Node's. */
const BROWSER = { lib: ["es2022", "dom"], types: [] };
const NODE = { lib: ["es2022"], types: ["node"] };
const BOTH = { lib: ["es2022", "dom"], types: ["node"] };

interface Project {
  folder: string;
  compiler: string;
  options: object;
  /** Text by file name; of a file in programs/, its name alone. */
  files: Record<string, string | undefined>;
}

let projects = 0;

/** Compiles in a folder below the one with the package, and returns what the compiler says. */
async function compile({ folder, compiler, options, files }: Project): Promise<string> {
  projects += 1;
  const project = join(folder, `project-${projects}`);
  await mkdir(project);
  for (const [name, text] of Object.entries(files)) {
    const path = join(project, name);
    await (text === undefined ? cp(fromRoot(`test/package/programs/${name}`), path) : writeFile(path, text));
  }
  const config = { compilerOptions: { ...STRICT, ...options }, files: Object.keys(files) };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
  const cli = join(folder, "node_modules", compilerAlias(compiler), "bin/tsc");
  return (await runNode([cli, "-p", ".", "--pretty", "false"], project)).output;
}

const WRONG = `import { AutoSharesError, cancel, createClient } from "${manifest.name}";
const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", token: 5 });
export async function wrong() {
  await client.cancelOrder({ accountId: "6303", orderId: 73552 });
  const { verdict } = await cancel(client, { accountId: 6303, orderId: 73552 });
  if (verdict === "cancelled") console.log(verdict);
  try { await client.cancelAll(); } catch (error) { if (error instanceof AutoSharesError) error.fait; }
}
`;

/** Line and code; a type that became `any` would make one less. */
const MISTAKES = ["2 TS2322", "4 TS2322", "6 TS2367", "7 TS2339", "7 TS2339"];

/** Libraries that a peer brings need not be as strict as this project is. */
const FOREIGN = new RegExp(`node_modules/(?!${manifest.name}/)`);

/** Line and code of what is wrong in the wrong program; what is wrong elsewhere, in full. */
function mistakesIn(output: string): string[] {
  const lines = output.split("\n").filter((line) => /\berror TS\d/.test(line) && !FOREIGN.test(line));
  return lines.map((line) => line.replace(/^wrong\.ts\((\d+),\d+\): error (TS\d+):.*/, "$1 $2"));
}

/** Every entry, among them those that bring a peer's types, and the spec as data. */
const ENTRIES = [
  ...MODULES.map((entry, at) => `export * as entry${at} from "${entry}";`),
  `import spec from "${specifier("openapi.json")}" with { type: "json" };`,
  "export const version: string = spec.openapi;",
].join("\n");

const CLIENT = { "client.ts": undefined, "wrong.ts": WRONG };
const SANDBOX = { ...CLIENT, "sandbox.ts": undefined };
const ALL = { ...SANDBOX, "entries.ts": ENTRIES };

describe.each(COMPILERS)("TypeScript %s", (compiler) => {
  test.each([
    ["the main entry with the browser's types alone, node16", "web", { ...NODE16, ...BROWSER }, CLIENT],
    ["the main entry with the browser's types alone, bundler", "web", { ...BUNDLER, ...BROWSER }, CLIENT],
    ["the sandbox with Node's types alone, node16", "full", { ...NODE16, ...NODE }, SANDBOX],
    ["every entry and the spec as JSON with both, bundler", "full", { ...BUNDLER, ...BOTH }, ALL],
  ] as const)("compiles %s, and finds each mistake in a wrong program", async (...given) => {
    const [, place, options, files] = given;
    const output = await compile({ folder: packed[place], compiler, options, files });
    expect(mistakesIn(output)).toEqual(MISTAKES);
  });
});

const REQUIRES = `import { cancel, createClient } from "${manifest.name}";
export const make: (options: { baseUrl: string; appKey: string; token: string }) => object = createClient;
export const run: typeof cancel = cancel;
`;

const IMPORTS_LATER = `import type { Client } from "${manifest.name}" with { "resolution-mode": "import" };
export async function make(): Promise<Client> {
  const { createClient } = await import("${manifest.name}");
  return createClient({ baseUrl: "https://api.autoshares.dev", appKey: "k", token: "t" });
}
`;

describe("a CommonJS program", () => {
  const [oldest = "", ...newer] = COMPILERS;
  const options = { ...BROWSER, verbatimModuleSyntax: false };
  const files = { "requires.cts": REQUIRES, "later.cts": IMPORTS_LATER };

  test.each(newer)("compiles with require() and module nodenext, TypeScript %s", async (compiler) => {
    expect(await compile({ folder: packed.web, compiler, options: { ...options, ...NODENEXT }, files })).toBe(
      "",
    );
  });

  test(`has to use import() where the compiler knows no require() of ES modules, TypeScript ${oldest}`, async () => {
    const output = await compile({
      folder: packed.web,
      compiler: oldest,
      options: { ...options, ...NODE16 },
      files,
    });
    expect(output.match(/^\S+: error TS\d+/gm)).toEqual(["requires.cts(1,38): error TS1479"]);
  });
});
