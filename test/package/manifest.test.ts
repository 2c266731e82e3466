// What package.json tells the registry, bundlers and compilers, and what the linters of packages say of it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, test } from "vitest";
import { type Manifest, MODULES, manifest, readJson } from "./manifest.js";
import { packed, published, publishedPath } from "./packed.js";

const bytes = new Uint8Array(await readFile(packed.tarball));

test("publint has nothing to suggest, at its strictest", async () => {
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("types and modules agree for every entry, ESM only: require() gives the ES module, Node's old lookup is left out", async () => {
  const result = await checkPackage(createPackageFromTarballData(bytes));
  if (!result.types) throw new Error("no types were found");
  const problems = result.problems.map((problem) => ({ entrypoint: "", resolutionKind: "", ...problem }));
  const own = problems.filter(({ entrypoint, resolutionKind }) => {
    return MODULES.includes(join(manifest.name, entrypoint)) && resolutionKind !== "node10";
  });
  const kinds = own.map(({ kind, resolutionKind }) => `${kind} in ${resolutionKind}`);
  expect(kinds).toEqual(MODULES.map(() => "CJSResolvesToESM in node16-cjs"));
  const entry = result.entrypoints["."];
  expect(Object.values(entry?.resolutions ?? {}).map(({ resolution }) => resolution?.isTypeScript)).toEqual(
    Array(4).fill(true),
  );
});

test("it says where it comes from, what it is for and under which terms", () => {
  const { repository, homepage, bugs, license, author, keywords, description } = manifest;
  const url = repository.url.replace(/^git\+|\.git$/g, "");
  expect({ homepage, bugs }).toEqual({ homepage: `${url}#readme`, bugs: { url: `${url}/issues` } });
  expect(published("LICENSE")).toContain(license);
  expect(published("LICENSE")).toContain(author);
  expect(description.length).toBeLessThanOrEqual(120);
  expect(keywords).toEqual([...new Set(keywords.map((word) => word.toLowerCase()))]);
  expect(keywords).toContain("openapi");
});

test("publishing makes it public, with a proof of where it was built", () => {
  expect(manifest.publishConfig).toEqual({ access: "public", provenance: true });
});

test("tools that know `main` and `types` alone find what `exports` gives", () => {
  const { main, types, exports } = manifest;
  expect({ types, default: main }).toEqual(exports["."]);
});

test("npm installs it without a warning, and nothing that comes along wants to run a script", () => {
  // What npm says of the settings of the machine it runs on is not about the package.
  const said = packed.warnings
    .split("\n")
    .filter((line) => /^npm warn/i.test(line) && !/Unknown \w+ config/.test(line));
  expect(said).toEqual([]);
  const lock = join(packed.bare, "node_modules/.package-lock.json");
  const { packages } = readJson<{ packages: Record<string, { hasInstallScript?: true }> }>(lock);
  expect(Object.keys(packages)).toContain(`node_modules/${manifest.name}`);
  expect(Object.values(packages).filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
});

test("what it needs is what it says: one dependency, and peers that stay away until they are asked for", () => {
  const lock = join(packed.bare, "node_modules/.package-lock.json");
  const { packages } = readJson<{ packages: Record<string, object> }>(lock);
  const names = Object.keys(packages).map((path) => path.replace("node_modules/", ""));
  const { dependencies, peerDependencies = {} } = readJson<Manifest>(publishedPath("package.json"));
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  expect(names.filter((name) => name in peerDependencies)).toEqual([]);
});
