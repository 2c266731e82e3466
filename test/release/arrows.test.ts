// Which folder may import which is a rule of lint: each import against it, in a copy of the sources, is named.
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BIOME_CLI, fromRoot } from "../../scripts/lib/paths.js";
import { runNode } from "../helpers.js";

/** Folder of `src/` to what it may import, itself apart. `sandbox` and `sandbox/rules` are the kernel. */
const ALLOWED: Record<string, string[]> = {
  cli: [
    "sandbox",
    "sandbox/node",
    "sandbox/rules",
    "journal",
    "redis",
    "cancel-all",
    "cancel",
    "client",
    "generated",
  ],
  "cancel-all": ["cancel", "client", "generated"],
  cancel: ["client", "generated"],
  client: ["generated"],
  journal: ["cancel-all", "cancel", "client"],
  redis: ["client"],
  "openapi-fetch": ["client", "generated"],
  testing: ["generated"],
  sandbox: ["sandbox/rules", "generated"],
  "sandbox/rules": ["sandbox", "generated"],
  "sandbox/node": ["sandbox", "sandbox/rules", "generated"],
};
const FOLDERS = [...Object.keys(ALLOWED), "generated"];

/** Each from a file of its own. */
const arrows = Object.keys(ALLOWED).flatMap((from) => [
  ...FOLDERS.filter((to) => to !== from).map((to) => ({
    from: `src/${from}`,
    to: `src/${to}`,
    allowed: ALLOWED[from]?.includes(to),
  })),
  ...["scripts", "benchmarks", "test"].map((to) => ({ from: `src/${from}`, to, allowed: false })),
]);
const others = [
  { from: "src", to: "scripts", allowed: false },
  { from: "scripts", to: "test", allowed: false },
  { from: "scripts/lib", to: "benchmarks", allowed: false },
  { from: "scripts/lib", to: "src/client", allowed: true },
];
const all = [...arrows, ...others].map((one, index) => ({
  ...one,
  // In src/ only index.ts is not inside of a folder.
  file: one.from === "src" ? "src/index.ts" : `${one.from}/from-${index}.ts`,
  isType: index % 2 === 0,
}));

let folder: string;
let complaints: Map<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "arrows-"));
  for (const name of ["biome.json", "biome.arrows.json"]) await cp(fromRoot(name), join(folder, name));
  for (const { file, from, to, isType } of all) {
    const path = posix.relative(from, `${to}/x.js`);
    const what = isType ? "type { X }" : "{ x }";
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await writeFile(
      join(folder, file),
      `export ${what} from "${path.startsWith(".") ? path : `./${path}`}";\n`,
    );
  }
  const circle = join(folder, "src/client");
  await writeFile(
    join(circle, "circle-a.ts"),
    'import type { B } from "./circle-b.js";\nexport type A = B;\n',
  );
  await writeFile(
    join(circle, "circle-b.ts"),
    'import type { A } from "./circle-a.js";\nexport type B = A;\n',
  );
  const options = ["--vcs-enabled=false", "--max-diagnostics=none", "--reporter=github"];
  const { output } = await runNode([BIOME_CLI, "lint", ...options], folder);
  complaints = new Map(output.split("\n").map((line) => [/file=([^,]+)/.exec(line)?.[1] ?? "", line]));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const complaintOf = (file: string) => [...complaints].find(([path]) => path.endsWith(file))?.[1];

test.each(all)("$from → $to: $allowed", ({ file, allowed }) => {
  const complaint = complaintOf(file);
  if (allowed) expect(complaint).toBeUndefined();
  else expect(complaint).toMatch(/ imports (only|nothing)/);
});

test("a circle, be it of types, is named on both sides", () => {
  expect(complaintOf("client/circle-a.ts")).toContain("cycle");
  expect(complaintOf("client/circle-b.ts")).toContain("cycle");
});

test("every folder of src/ has a rule", async () => {
  const found = await readdir(fromRoot("src"), { withFileTypes: true });
  const folders = found.filter((one) => one.isDirectory()).map(({ name }) => name);
  expect(folders.filter((name) => !FOLDERS.includes(name))).toEqual([]);
});
