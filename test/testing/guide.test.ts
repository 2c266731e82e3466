// What docs/testing.md shows and no snippet of it can prove.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";

const read = (path: string) => readFileSync(fromRoot(path), "utf8");

test("the helper for Playwright in the guide is the one that a real browser has tried", () => {
  const [, code = ""] = read("test/browser/testing/cancels-come-too-late.ts").split(/^\/\/.*\n/);
  expect(read("docs/testing.md")).toContain(`\`\`\`ts\n${code}\`\`\`\n`);
});
