// Every dependency has a reason, an exact version, and nothing to run when it is installed.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";

const read = (path: string) => readFileSync(fromRoot(path), "utf8");
const [, own = "", frontEnd = ""] = read("CONTRIBUTING.md").split(/^\| package \| for \|$/m);

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

describe.each([
  ["", own],
  ["front-end/", frontEnd],
])("%spackage.json", (folder, table) => {
  const manifest = JSON.parse(read(`${folder}package.json`)) as Manifest;
  const direct = { ...manifest.dependencies, ...manifest.devDependencies };
  const rows = [...table.matchAll(/^\| (.+?) \| (.+?) \|$/gm)];

  test("CONTRIBUTING.md lists its dependencies, no more and no less", () => {
    const listed = rows.flatMap(([, names = ""]) => names.split(", "));
    expect(listed.sort()).toEqual(Object.keys(direct).sort());
  });

  test("each row has a reason", () => {
    expect(rows.filter(([, , reason = ""]) => reason.length < 5)).toEqual([]);
  });

  test("versions are exact", () => {
    expect(
      Object.entries(direct).filter(([, version]) => !/^(npm:typescript@)?\d+\.\d+\.\d+$/.test(version)),
    ).toEqual([]);
  });

  test("whoever has an install script is denied it", () => {
    const { packages } = JSON.parse(read(`${folder}package-lock.json`)) as {
      packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>;
    };
    const scripted = Object.entries(packages).filter(([, one]) => one.hasInstallScript && !one.optional);
    const names = [...new Set(scripted.map(([path]) => path.slice(path.lastIndexOf("node_modules/") + 13)))];
    expect(names.filter((name) => manifest.allowScripts[name] !== false)).toEqual([]);
    expect(names.length).toBeGreaterThan(0);
  });
});

test("what both folders install has one version", () => {
  const versions = ["", "front-end/"].map((folder) => {
    const { dependencies, devDependencies } = JSON.parse(read(`${folder}package.json`)) as Manifest;
    return { ...dependencies, ...devDependencies };
  });
  const [ours = {}, theirs = {}] = versions;
  const shared = Object.keys(theirs).filter((name) => name in ours);
  expect(shared.filter((name) => ours[name] !== theirs[name])).toEqual([]);
  expect(shared).toContain("openapi-fetch");
});
