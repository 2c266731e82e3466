// npm run check:breaking as a user runs it, and which changeset it takes for an announcement.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { announcement } from "../../scripts/lib/breaking/announced.js";
import { SPEC } from "../../scripts/lib/paths.js";
import { changedSpec, runScript, specText, temporaryFolder } from "../helpers.js";

const check = (...args: string[]) => runScript("check-breaking", ...args);
const changeset = (level: string, text: string) => `---\n"autoshares-cancel": ${level}\n---\n\n${text}\n`;

test("the same spec is no change", async () => {
  expect(await check("--base", SPEC)).toEqual({
    code: 0,
    output: `No change since ${SPEC} that a program can notice.\n`,
  });
});

test("a breaking change fails until a changeset says so", async () => {
  const spec = await changedSpec((text) =>
    text.replace("operationId: getSyncOrder", "operationId: readSync"),
  );
  const changesets = join(await temporaryFolder(), ".changeset");
  await mkdir(changesets);
  const args = ["--base", SPEC, "--spec", spec, "--changesets", changesets];
  const [line, refusal, ...more] = (await check(...args)).output.trim().split("\n");
  expect(line).toBe(
    "breaking  getSyncOrder: operationId is now readSync. The client's method has another name.",
  );
  expect(refusal).toMatch(/^This breaks callers, and no changeset .* says so: run `npm run changeset`/);
  expect(more).toEqual([]);

  await writeFile(
    join(changesets, "new-name.md"),
    changeset("major", "Breaking: `getSyncOrder` is `readSync`."),
  );
  expect(await check(...args)).toMatchObject({ code: 0, output: expect.stringMatching(/new-name\.md says/) });
});

test("an addition is listed and passes", async () => {
  const spec = await changedSpec((text) =>
    text.replace("        - Held\n", "        - Held\n        - Frozen\n"),
  );
  const { code, output } = await check("--base", SPEC, "--spec", spec);
  expect(output).toMatch(/^fine {6}.*\+Frozen\.\n[\s\S]*Nothing breaks since/);
  expect(code).toBe(0);
});

describe("a base that is of no use is said in one line:", () => {
  test("none given", async () => {
    expect(await check()).toEqual({
      code: 1,
      output: expect.stringMatching(/^--base is missing: give .*\n$/),
    });
  });

  test("neither a file nor a git ref", async () => {
    const output = expect.stringMatching(/^--base nowhere: no such file, and no git ref that has .*\n$/);
    expect(await check("--base", "nowhere")).toEqual({ code: 1, output });
  });

  test.each<[string, string, RegExp]>([
    [
      "broken YAML",
      specText.replace("  title: AutoShares", "  title: [AutoShares"),
      /base\.yaml:\d+:\d+ .*\(yaml\)/,
    ],
    ["something else", "name: x\n", /base\.yaml is no OpenAPI description/],
    [
      "a reference to nowhere",
      specText.replaceAll("responses/Forbidden", "responses/No"),
      /responses\/No .* leads nowhere/,
    ],
  ])("%s", async (_, text, says) => {
    const path = join(await temporaryFolder(), "base.yaml");
    await writeFile(path, text);
    const { code, output } = await check("--base", path);
    expect(output).toMatch(says);
    expect(output.trim().split("\n")).toHaveLength(1);
    expect(code).toBe(1);
  });
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
    ["not without the word", "1.0.0", "major", "Gone.", false],
  ])("%s", (_, version, level, text, expected) => {
    expect(says(changeset(level, text), version)).toBe(expected);
  });

  test("not one of another package, nor one without a header", () => {
    expect(says('---\n"other": major\n---\n\nBreaking: gone.\n', "1.0.0")).toBe(false);
    expect(says("Breaking: gone.\n", "1.0.0")).toBe(false);
  });
});
