// llms.txt: what a language model is told of the site.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { llmsText } from "../scripts/lib/llms.js";
import { fromRoot } from "../scripts/lib/paths.js";
import { guideFiles } from "../scripts/lib/reference.js";
import { eachOperation } from "../src/sandbox/openapi.js";
import { spec } from "./helpers.js";

const files = guideFiles(await readFile(fromRoot("docs/README.md"), "utf8"));
const guides = await Promise.all(
  files.map(async (file) => ({ file, text: await readFile(fromRoot(`docs/${file}`), "utf8") })),
);
const text = llmsText(spec, guides, "openapi.yaml");

test("it begins with the title and a summary, as the convention has it", () => {
  expect(text).toMatch(new RegExp(`^# ${spec.info.title}\n\n> \\S.*[.]\n\n## Guides\n\n- \\[`));
});

test("it has every guide with a line that says what it is about, without a link in it", () => {
  const lines = text.split("\n").filter((line) => line.includes("](guides/"));
  expect(lines.map((line) => /\(guides\/([\w-]+\.md)\)/.exec(line)?.[1])).toEqual(files);
  for (const line of lines) expect(line).toMatch(/^- \[[^\]]+\]\(guides\/[\w-]+\.md\): [^[\]]{20,}\.$/);
});

test("it has every operation with its place in the reference", () => {
  for (const { operation, method, path } of eachOperation(spec)) {
    const place = `/${operation.tags[0]}/${operation.operationId}`.toLowerCase();
    expect(text).toContain(
      `- [${operation.summary}](index.html#${place}): \`${operation.operationId}\`, ${method.toUpperCase()} ${path}\n`,
    );
  }
});

test("a guide that begins with a list or a table is described by its first sentence", () => {
  const guide = {
    file: "x.md",
    text: "# X\n\n| a |\n|---|\n\nSee [the client](client.md) first. Then go on.",
  };
  expect(llmsText(spec, [guide], "openapi.yaml")).toContain("- [X](guides/x.md): See the client first.\n");
});
