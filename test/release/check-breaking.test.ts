// npm run check:breaking as a user runs it, and which changeset it takes for an announcement.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { announcement } from "../../scripts/lib/breaking/announced.js";
import { checkBreaking } from "../../scripts/lib/breaking/check.js";
import { newChangesets, readBase } from "../../scripts/lib/breaking/sources.js";
import { CHANGESETS, SPEC } from "../../scripts/lib/paths.js";
import { mustRun } from "../../scripts/lib/process.js";
import { changedSpec, runScript, specText, temporaryFolder } from "../helpers.js";

const changeset = (level: string, text: string) => `---\n"autoshares-cancel": ${level}\n---\n\n${text}\n`;

const manifest = { name: "autoshares-cancel", version: "0.1.0" };
const checkHere = (base: string, spec = SPEC, changesets = CHANGESETS) =>
  checkBreaking({ base, spec, changesets, manifest });

test("a breaking change fails until a changeset says so", async () => {
  const spec = await changedSpec((text) =>
    text.replace("operationId: getSyncOrder", "operationId: readSync"),
  );
  const changesets = join(await temporaryFolder(), ".changeset");
  await mkdir(changesets);
  const line =
    "breaking  getSyncOrder/operationId: `operationId` of operation `GET /v{version}/accounts/{accountId}/syncorders/{orderId}` changed from 'getSyncOrder' to 'readSync'.";
  expect(await checkHere(SPEC, spec, changesets)).toEqual({
    report: [line],
    refusal: expect.stringMatching(/^This breaks callers, and no changeset .* says so: run `npx changeset`/),
  });
  const args = ["--base", SPEC, "--spec", spec, "--changesets", changesets];
  expect(await runScript("check-breaking", ...args)).toMatchObject({ code: 1 });

  await writeFile(
    join(changesets, "new-name.md"),
    changeset("major", "Breaking: `getSyncOrder` is `readSync`."),
  );
  const said = [line, "new-name.md says that this breaks callers."];
  expect(await checkHere(SPEC, spec, changesets)).toEqual({ report: said });
});

test("no base is said in one line", async () => {
  const line = expect.stringMatching(/^--base is missing: give .*\n$/);
  expect(await runScript("check-breaking")).toEqual({ code: 1, output: line });
});

test("the same spec is no change", async () => {
  const report = [`No change since ${SPEC} that a program can notice.`];
  expect(await checkHere(SPEC)).toEqual({ report });
});

test("an addition is listed and passes", async () => {
  const spec = await changedSpec((text) =>
    text.replace("        - Held\n", "        - Held\n        - Frozen\n"),
  );
  const { report, refusal } = await checkHere(SPEC, spec);
  expect(report[0]).toMatch(/^fine {6}.*\+Frozen\.$/);
  expect(report.at(-1)).toBe(`Nothing breaks since ${SPEC}.`);
  expect(refusal).toBeUndefined();
});

describe("a git repository", () => {
  const git = (cwd: string, ...args: string[]) =>
    mustRun("git", ["-c", "user.name=x", "-c", "user.email=x@x", ...args], { cwd });

  /** A repository with the spec and one changeset, both committed. */
  async function repository() {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "openapi"));
    await mkdir(join(folder, ".changeset"));
    await writeFile(join(folder, "openapi/openapi.yaml"), specText);
    await writeFile(join(folder, ".changeset/old.md"), changeset("minor", "Breaking: something before."));
    await git(folder, "init", "--quiet");
    await git(folder, "add", ".");
    await git(folder, "commit", "--quiet", "--message", "base");
    return folder;
  }

  test("a ref gives the spec, and a changeset that it has already announces nothing new", async () => {
    const folder = await repository();
    const changesets = join(folder, ".changeset");
    const { spec, ref } = await readBase("HEAD", folder);
    expect(spec.paths).toEqual(parse(specText).paths);
    expect(await newChangesets(changesets, ref, folder)).toEqual([]);
    await writeFile(join(changesets, "new.md"), changeset("minor", "More."));
    expect((await newChangesets(changesets, ref, folder)).map(({ name }) => name)).toEqual(["new.md"]);
    await writeFile(join(changesets, "old.md"), changeset("minor", "Breaking: something else."));
    expect((await newChangesets(changesets, ref, folder)).map(({ name }) => name)).toEqual([
      "new.md",
      "old.md",
    ]);
  });

  test("neither a file nor a ref", async () => {
    const says = /^--base nowhere: no such file, and no git ref that has openapi\/openapi\.yaml\..*$/;
    await expect(readBase("nowhere", await repository())).rejects.toThrow(says);
  });
});

test.each<[string, string, RegExp]>([
  [
    "broken YAML",
    specText.replace("  title: AutoShares", "  title: [AutoShares"),
    /base\.yaml:\d+:\d+ .*\(yaml\)/,
  ],
  ["something else", "name: x\n", /base\.yaml is no OpenAPI description/],
])("a base that is %s is said in one line", async (_, text, says) => {
  const path = join(await temporaryFolder(), "base.yaml");
  await writeFile(path, text);
  await expect(checkHere(path)).rejects.toThrow(says);
  await expect(checkHere(path)).rejects.toThrow(/^[^\n]*$/);
});

describe("a changeset announces what breaks", () => {
  const says = (text: string, version: string) =>
    announcement([{ name: "one.md", text }], { name: "autoshares-cancel", version }) !== undefined;

  test.each<[string, string, string, string, boolean]>([
    ["a minor one, below 1.0.0", "0.4.2", "minor", "Breaking: gone.", true],
    ["a major one, below 1.0.0", "0.4.2", "major", "Breaking: gone.", true],
    ["a major one", "1.0.0", "major", "More.\n\nBreaking: gone.", true],
    ["a list of breaking changes", "1.0.0", "major", "- More.\n- Breaking: gone.", true],
    ["not a patch", "0.4.2", "patch", "Breaking: gone.", false],
    ["not a minor one from 1.0.0 on", "1.0.0", "minor", "Breaking: gone.", false],
    ["not the word in passing", "1.0.0", "major", "Nothing here is Breaking: it is new.", false],
    ["not without the word", "1.0.0", "major", "Gone.", false],
  ])("%s", (_, version, level, text, expected) => {
    expect(says(changeset(level, text), version)).toBe(expected);
  });

  test("not one of another package, nor one without a header", () => {
    expect(says('---\n"other": major\n---\n\nBreaking: gone.\n', "1.0.0")).toBe(false);
    expect(says("Breaking: gone.\n", "1.0.0")).toBe(false);
  });
});
