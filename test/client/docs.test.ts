// The pages are complete. That their snippets are true, test/snippets.test.ts checks; the tables of client.md are held
// by the matrix, those of errors.md by `npm run check:generated`.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/lib/paths.js";
import { createClient } from "../../src/index.js";
import { ERROR_CLASSES, thrown } from "./clients.js";

const read = (page: string) => readFileSync(fromRoot(`docs/${page}.md`), "utf8");

test("every class of error and its code is in the table of errors", () => {
  const page = read("errors");
  for (const [name, { code }] of ERROR_CLASSES) expect(page).toContain(`\`${name}\` | \`${code}\` |`);
});

test("every option is in the guide to the client", () => {
  const page = read("client");
  const { message } = thrown(() => createClient({ unknown: 1 } as never));
  const names = /no option `unknown`, only (.*?)\./.exec(message)?.[1]?.split(", ") ?? [];
  expect(names.length).toBeGreaterThan(9);
  for (const name of names) expect(page).toContain(`\`${name}`);
});
