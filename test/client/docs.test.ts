// The page is complete. That its snippets are true, test/snippets.test.ts checks; that its table is, the matrix.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { createClient } from "../../src/index.js";
import { ERROR_CLASSES, thrown } from "./clients.js";

const page = readFileSync(fromRoot("docs/client.md"), "utf8");

test("every class of error and its code is in the page's table", () => {
  for (const [name, { code }] of ERROR_CLASSES) expect(page).toContain(`\`${name}\` | \`${code}\` |`);
});

test("every option is in the page", () => {
  const { message } = thrown(() => createClient({ unknown: 1 } as never));
  const names = /no option `unknown`, only (.*?)\./.exec(message)?.[1]?.split(", ") ?? [];
  expect(names.length).toBeGreaterThan(9);
  for (const name of names) expect(page).toContain(`\`${name}`);
});
