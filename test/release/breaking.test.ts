// What breaks callers is said: by a row for each kind of change.
import { beforeAll, expect, test } from "vitest";
import type { Change } from "../../scripts/lib/breaking/compare.js";
import { ANSWERS, BODIES, OPERATIONS, object, REQUESTS } from "./breaking-rows.js";
import { changesOf, type Edit, PRICE, swap } from "./edits.js";

const withoutBody: Edit = (text) => text.replace(/ {6}requestBody: .*\n/, "");
const rows = [...OPERATIONS, ...REQUESTS, ...ANSWERS, ...BODIES];
const cases = rows.map(([, edit]) => ({ edit }));
const bodies = BODIES.map(([, edit]) => ({
  edit: (text: string) => edit(withoutBody(text)),
  base: object(""),
}));

let found: Change[][];
beforeAll(async () => {
  found = await changesOf([...cases.slice(0, -bodies.length), ...bodies]);
});

test.each(rows.map(([what, , says], index) => ({ what, says, index })))(
  "breaking: $what",
  ({ says, index }) => {
    const lines = found[index]?.filter(({ breaking }) => breaking).map(({ line }) => line) ?? [];
    expect(lines.join("\n")).toMatch(says);
  },
);

test("breaking changes come first, each on one line", async () => {
  const edit: Edit = (text) =>
    swap(
      PRICE,
      PRICE.replace("number", "string"),
    )(swap("        - Held\n", "        - Held\n        - Frozen\n")(text));
  const [changes = []] = await changesOf([{ edit }]);
  expect(changes.map(({ line }) => line)).toEqual([
    "breaking  components/schemas/Order/properties/Price/type: Type of `Price` widened from 'number' to 'string'.",
    "fine      components/schemas/OrderStatus/x-extensible-enum: x-extensible-enum +Frozen.",
  ]);
});
