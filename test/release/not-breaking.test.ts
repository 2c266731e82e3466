// What does not count as breaking: each row edits a spec in a way that callers need not notice.
import { beforeAll, expect, test } from "vitest";
import { type Change, compareSpecs } from "../../scripts/lib/breaking/compare.js";
import {
  changesOf,
  DESC,
  drop,
  type Edit,
  jsonBody,
  PAGE_SIZE,
  PRICE,
  parameter,
  REQUIRED,
  type Row,
  spec,
  swap,
} from "./edits.js";

const FINE: Row[] = [
  [
    "an operation added",
    swap(
      "  /token:\n",
      "  /ping:\n    get:\n      operationId: ping\n      responses: { '204': { description: Here. } }\n\n  /token:\n",
    ),
    /paths\/\/ping: added/,
  ],
  ["an optional argument added", swap(DESC, parameter("") + DESC), /listOrders\/parameters\/more: added/],
  [
    "an argument no longer required",
    swap("in: query\n          required: true", "in: query"),
    /pageNumber\/required: required true → none/,
  ],
  ["a higher maximum", swap(PAGE_SIZE, "minimum: 1, maximum: 500"), /maximum 100 → 500/],
  [
    "an argument of a wider type",
    swap("schema: { type: boolean }", "schema: { type: [boolean, string] }"),
    /type boolean → /,
  ],
  ["a pattern removed", swap(String.raw`pattern: '^\d+(\.\d+)?$', `, ""), /pattern .* → none/],
  [
    "a default for an argument",
    swap("schema: { type: boolean }", "schema: { type: boolean, default: false }"),
    /default none → false/,
  ],
  ["an optional body", jsonBody("{ type: object }"), /createToken\/requestBody: added/],
  [
    "a credential less",
    swap("  - appKey: []\n    bearerToken: []\n\n", "  - appKey: []\n\n"),
    /getOrder\/security\/0\/http bearer: .* → none/,
  ],
  ["a credential under another name", (text) => text.replaceAll("bearerToken", "token"), /^$/],
  [
    "an error added",
    swap('        "409":\n', '        "408": { description: Late. }\n        "409":\n'),
    /cancelOrder\/responses\/408: added/,
  ],
  [
    "a success within a range that was there",
    swap('        "2XX":', '        "202": { description: Accepted. }\n        "2XX":'),
    /cancelOrder\/responses\/202: added/,
  ],
  [
    "a body where there was none",
    swap(
      '        "204":\n',
      '        "204":\n          content: { application/json: { schema: { type: object } } }\n',
    ),
    /cancelOrder\/responses\/204\/content: added/,
  ],
  [
    "a property added",
    swap("        ParentId:\n", "        Venue: { type: string }\n        ParentId:\n"),
    /properties\/Venue: added/,
  ],
  [
    "a property now required",
    swap(REQUIRED, REQUIRED.replace("]", ", LeavesQuantity]")),
    /Order\/required: required \+LeavesQuantity/,
  ],
  ["a property of a narrower type", swap(PRICE, PRICE.replace("number", "integer")), /type number → integer/],
  [
    "a value more in an open list",
    swap("        - Held\n", "        - Held\n        - Frozen\n"),
    /x-extensible-enum \+Frozen/,
  ],
  ["a value less in an open list", swap("        - Held\n", ""), /x-extensible-enum -Held/],
  [
    "a header added",
    swap("      headers:\n", "      headers:\n        X-More: { schema: { type: string } }\n"),
    /headers\/X-More: added/,
  ],
  [
    "a named example added",
    swap("              examples:\n", "              examples:\n                more: { value: {} }\n"),
    /examples\/more: added/,
  ],
  [
    "another value of a named example",
    swap("{ message: Too many requests }", "{ message: Slow down }"),
    /too-many-requests\/.*: message Too many requests → Slow down/,
  ],
  [
    "another limit of requests",
    swap("limit: 50", "limit: 40"),
    /x-rate-limits\/orders\/limit: limit 50 → 40/,
  ],
  [
    "a server no longer listed",
    drop(/ {2}- url: https:\/\/api.autoshares.com\n.*\n/g),
    /servers\/1: removed/,
  ],
  ["something deprecated", swap(PRICE, `${PRICE}\n          deprecated: true`), /deprecated none → true/],
];

const NOTHING: [what: string, edit: Edit][] = [
  ["other words", swap("summary: Get an order\n", "summary: Read an order\n")],
  [
    "words beside a reference",
    swap("        Status:\n          $ref", "        Status:\n          description: Hm.\n          $ref"),
  ],
  [
    "a reference written out",
    swap(
      'schema: { $ref: "#/components/schemas/Id" }',
      "schema: { type: integer, format: int32, minimum: 1, maximum: 2147483647 }",
    ),
  ],
  ["required properties in another order", swap("[Id, AccountId, Status,", "[Status, Id, AccountId,")],
  ["a closed list in another order", swap("[Buy, Sell, ", "[Sell, Buy, ")],
  [
    "arguments in another order",
    swap(
      '- $ref: "#/components/parameters/AccountId"\n      - $ref: "#/components/parameters/OrderId"',
      '- $ref: "#/components/parameters/OrderId"\n      - $ref: "#/components/parameters/AccountId"',
    ),
  ],
  ["a component that nothing uses", swap("  schemas:\n", "  schemas:\n    Unused: { type: string }\n")],
  ["a comment", swap("openapi: 3.1.0", "# A remark.\nopenapi: 3.1.0")],
];

let found: Change[][];
beforeAll(async () => {
  found = await changesOf([...FINE, ...NOTHING].map(([, edit]) => ({ edit })));
});

test.each(FINE.map(([what, , says], index) => ({ what, says, index })))(
  "not breaking: $what",
  ({ says, index }) => {
    const changes = found[index] ?? [];
    expect(changes.filter(({ breaking }) => breaking)).toEqual([]);
    expect(changes.map(({ line }) => line).join("\n")).toMatch(says);
  },
);

test.each(NOTHING.map(([what], index) => ({ what, index })))("no change at all: $what", ({ index }) => {
  expect(found[FINE.length + index]).toEqual([]);
});

test("no change at all: the same spec", async () => {
  expect(await compareSpecs({ before: spec, after: spec })).toEqual([]);
});
