// Every dependency has a reason, an exact version, and nothing to run when it is installed.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";

const read = (path: string) => readFileSync(fromRoot(path), "utf8");
const manifest = JSON.parse(read("package.json"));
const direct: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
const table = read("CONTRIBUTING.md").split("\n## Dependencies\n")[1] ?? "";
const rows = [...table.matchAll(/^\| (.+?) \| (.+?) \|$/gm)].slice(1);

test("CONTRIBUTING.md lists the dependencies of package.json, no more and no less", () => {
  const listed = rows.flatMap(([, names = ""]) => names.split(", "));
  expect(listed.sort()).toEqual(Object.keys(direct).sort());
});

test("each row has a reason", () => {
  expect(rows.filter(([, , reason = ""]) => reason.length < 5)).toEqual([]);
});

test("versions are exact", () => {
  expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("whoever has an install script is denied it", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>;
  };
  const scripted = Object.entries(packages).filter(([, one]) => one.hasInstallScript && !one.optional);
  const names = [...new Set(scripted.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + 13)))];
  expect(names.filter((name) => manifest.allowScripts[name] !== false)).toEqual([]);
  expect(names.length).toBeGreaterThan(0);
});
