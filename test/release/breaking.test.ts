// What counts as breaking: each row edits the real spec and says what callers notice of it.
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { compareSpecs } from "../../scripts/lib/breaking/compare.js";
import { reportLines } from "../../scripts/lib/breaking/report.js";
import type { OpenApi } from "../../scripts/lib/openapi.js";
import { spec, specText } from "../helpers.js";

type Edit = (text: string) => string;
type Row = [what: string, edit: Edit, says: RegExp];

const swap =
  (from: string, to: string): Edit =>
  (text) =>
    text.replace(from, () => to);
const drop = (pattern: RegExp): Edit => swapAll(pattern, "");
const swapAll =
  (pattern: RegExp | string, to: string): Edit =>
  (text) =>
    text.replaceAll(pattern, () => to);

function changesOf(edit: Edit, base: Edit = (text) => text) {
  const [before, after] = [base(specText), edit(base(specText))];
  if (before === after) throw new Error("the edit left the spec as it was");
  return compareSpecs(before === specText ? spec : fast(before), fast(after));
}

/** There are many rows, and checking for keys that occur twice takes a third of the time. */
const fast = (text: string) => parse(text, { uniqueKeys: false, prettyErrors: false }) as OpenApi;

const linesOf = (edit: Edit, base?: Edit) => reportLines(changesOf(edit, base));
const breakingOf = (edit: Edit, base?: Edit) =>
  linesOf(edit, base).filter((line) => line.startsWith("breaking"));

const PRICE = "description: Limit price, 0 where there is none.\n          type: number";
const REQUIRED = "[Id, AccountId, Status, Side, Quantity, ExecutedQuantity]";
const DESC = "        - name: desc\n          in: query\n";
const parameter = (more: string) =>
  `        - name: more\n          in: query\n${more}          schema: { type: string }\n`;
const SYNC_GET = / {4}get:\n {6}operationId: getSyncOrder[\s\S]*?\n\n/g;
const PAGE_SIZE = "minimum: 1, maximum: 100";
const withBody = (body: string) =>
  swap("      operationId: createToken\n", `      operationId: createToken\n      requestBody: ${body}\n`);
const jsonBody = (schema: string, required = false) =>
  withBody(`{ required: ${required}, content: { application/json: { schema: ${schema} } } }`);

const OPERATIONS: Row[] = [
  ["an operation removed", drop(SYNC_GET), /getSyncOrder: operation removed\. The method is gone/],
  [
    "an operationId changed",
    swap("operationId: getSyncOrder", "operationId: readSyncOrder"),
    /is now readSyncOrder/,
  ],
  [
    "a path changed",
    swap("/orders/{orderId}:", "/order/{orderId}:"),
    /^breaking {2}getOrder: GET \/v\{version\}.*orders.* → GET .*order\//m,
  ],
  [
    "a method changed",
    swap("    post:\n      operationId", "    put:\n      operationId"),
    /POST \/token → PUT/,
  ],
];

const REQUESTS: Row[] = [
  ["an argument removed", drop(/ {8}- name: desc\n[\s\S]*?example: true\n/g), /query desc argument: removed/],
  [
    "a required argument added",
    swap(DESC, parameter("          required: true\n") + DESC),
    /more argument: added, req/,
  ],
  [
    "an argument now required",
    swap(DESC, `${DESC}          required: true\n`),
    /desc argument: now required/,
  ],
  ["an argument renamed", swap("- name: sortField", "- name: sortBy"), /sortField argument: removed/],
  [
    "a header argument in other letters",
    swap("- name: Username", "- name: username"),
    /header Username.*removed/,
  ],
  [
    "an argument moved to a header",
    swap(DESC, DESC.replace("query", "header")),
    /query desc argument: removed/,
  ],
  [
    "a path argument renamed, in path and parameter",
    (text) => text.replaceAll("{orderId}", "{id}").replace("      name: orderId", "      name: id"),
    /cancelOrder, getOrder, .* · path orderId argument: removed/,
  ],
  ["a lower maximum", swap(PAGE_SIZE, "minimum: 1, maximum: 50"), /pageSize argument: maximum 100 → 50/],
  [
    "a maximum where there was none",
    swap("minimum: 0 }\n          example: 0", "minimum: 0, maximum: 9 }"),
    /none → 9/,
  ],
  ["a higher minimum", swap(PAGE_SIZE, "minimum: 2, maximum: 100"), /minimum 1 → 2/],
  [
    "another pattern in a shared argument",
    swap(String.raw`'^\d+(\.\d+)?$'`, "'^[0-9]$'"),
    /version argument: pattern/,
  ],
  ["another type", swap("schema: { type: boolean }", "schema: { type: string }"), /type boolean → string/],
  [
    "a number that must be an integer",
    swap("schema: { type: boolean }", "schema: { type: integer }"),
    /boolean → int/,
  ],
  [
    "a narrower type",
    (text) => text.replace("schema: { type: boolean }", "schema: { type: boolean, enum: [true] }"),
    /enum none → \[true\]/,
  ],
  [
    "another format of every id",
    swap(
      "    Id:\n      type: integer\n      format: int32",
      "    Id:\n      type: integer\n      format: int64",
    ),
    /orderId argument: format int32 → int64/,
  ],
  ["another default", swap('default: "1.0"', 'default: "2.0"'), /default 1\.0 → 2\.0\. Who leaves it out/],
  ["a default removed", swap(', default: "1.0"', ""), /default 1\.0 → none/],
  [
    "another style",
    swap("- name: filter\n", "- name: filter\n          style: deepObject\n"),
    /style none → deepObject/,
  ],
  ["a required body", jsonBody("{ type: object }", true), /createToken · body: added, required/],
  [
    "a credential more",
    swap("  - appKey: []\n    bearerToken: []\n\n", "  - appKey: []\n    bearerToken: []\n    pin: []\n\n"),
    /credentials .* no longer suffice/,
  ],
  [
    "another name of the app key",
    swap("name: Et-App-Key", "name: X-App-Key"),
    /Et-App-Key \+ http bearer no longer/,
  ],
  [
    "one way in removed",
    swap("        - appKey: []\n        - appKey: []\n", "        - appKey: []\n"),
    /apiKey header Et-App-Key no longer/,
  ],
];

const ANSWERS: Row[] = [
  ["a success removed", drop(/ {8}"202":\n[\s\S]*?(?= {8}"401")/g), /createToken · answer 202: removed/],
  [
    "a success added",
    swap('        "202":\n', '        "201": { description: Created. }\n        "202":\n'),
    /answer 201: added\./,
  ],
  [
    "an error removed",
    swap('        "409":\n          $ref: "#/components/responses/OrderNotCancelable"\n', ""),
    /cancelOrder · answer 409: removed/,
  ],
  ["a range replaced by one status", swap('        "2XX":', '        "200":'), /answer 2XX: removed/],
  [
    "a body of another media type",
    swap("            application/json:", "            application/xml:"),
    /application\/json: removed/,
  ],
  [
    "a property removed",
    drop(/ {8}LeavesQuantity:\n[\s\S]*?format: double\n/g),
    /getOrder, getSyncOrder · answer 200, LeavesQuantity: property removed/,
  ],
  [
    "a property removed, seen in a list",
    drop(/ {8}LeavesQuantity:\n[\s\S]*?format: double\n/g),
    /listOrders · answer 200, Result\[\]\.LeavesQuantity: property removed/,
  ],
  [
    "a property renamed",
    swap("        ParentId:\n", "        ParentNumber:\n"),
    /ParentId: property removed/,
  ],
  [
    "a property no longer required",
    swap(REQUIRED, "[Id, AccountId, Status, Side, Quantity]"),
    /ExecutedQuantity: no longer required/,
  ],
  ["another type", swap(PRICE, PRICE.replace("number", "string")), /Price: type number → string/],
  [
    "a property that may be null",
    swap(PRICE, PRICE.replace("number", '[number, "null"]')),
    /Price: type number → \["number","null"\]/,
  ],
  ["a type withdrawn", swap(PRICE, "description: Limit price."), /Price: type number → none/],
  [
    "a value more in a closed list",
    swap("SellShort, BuyToCover]", "SellShort, BuyToCover, Other]"),
    /Side: enum/,
  ],
  ["a value less in a closed list", swap("SellShort, BuyToCover]", "SellShort]"), /Side: enum/],
  ["a constant changed", swap("const: Succeeded", "const: Done"), /State: const Succeeded → Done/],
  [
    "a limit withdrawn",
    swap(
      "          type: number\n          format: double\n          minimum: 0\n",
      "          type: number\n          format: double\n",
    ),
    /Quantity: minimum 0 → none/,
  ],
  [
    "another schema for a shared error",
    swap(
      'schema: { $ref: "#/components/schemas/AuthorizationError" }',
      'schema: { $ref: "#/components/schemas/MessageError" }',
    ),
    /answer 401, Message: property removed/,
  ],
  [
    "a header removed",
    swap('        Retry-After: { $ref: "#/components/headers/RetryAfter" }\n', ""),
    /answer 429, header Retry-After: removed/,
  ],
  [
    "another type of a shared header",
    swap(
      "schema: { type: integer, minimum: 0 }\n      example: 12",
      "schema: { type: string }\n      example: x",
    ),
    /header Retry-After: type integer → string/,
  ],
  [
    "a named example removed",
    swap('                order-filled: { $ref: "#/components/examples/order-filled" }\n', ""),
    /getOrder · answer 200, example order-filled: removed/,
  ],
  [
    "a named example renamed",
    swapAll("order-already-filled", "order-filled-already"),
    /example order-already-filled: removed/,
  ],
  [
    "a keyword that no rule knows",
    swap(PRICE, `${PRICE}\n          not: { const: 1 }`),
    /Price: not none → /,
  ],
  [
    "something inside a range of statuses",
    swap(
      "    UnspecifiedObject:\n",
      "    UnspecifiedObject:\n      minProperties: 1\n      maxProperties: 2\n      not: { type: string }\n",
    ),
    /answer 2XX: not none/,
  ],
];

describe.each([
  ["an operation", OPERATIONS],
  ["a request", REQUESTS],
  ["an answer", ANSWERS],
])("breaking, of %s:", (_, rows) => {
  test.each(rows)("%s", (_what, edit, says) => {
    expect(breakingOf(edit).join("\n")).toMatch(says);
  });
});

const FINE: Row[] = [
  [
    "an operation added",
    swap(
      "  /token:\n",
      "  /ping:\n    get:\n      operationId: ping\n      responses: { '204': { description: Here. } }\n\n  /token:\n",
    ),
    /ping: operation added \(GET \/ping\)/,
  ],
  ["an optional argument added", swap(DESC, parameter("") + DESC), /query more argument: added/],
  [
    "an argument no longer required",
    swap("in: query\n          required: true", "in: query"),
    /no longer required/,
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
  ["an optional body", jsonBody("{ type: object }"), /body: added/],
  [
    "a credential less",
    swap("  - appKey: []\n    bearerToken: []\n\n", "  - appKey: []\n\n"),
    /credentials apiKey header Et-App-Key suffice now/,
  ],
  ["a credential under another name", (text) => text.replaceAll("bearerToken", "token"), /^$/],
  [
    "an error added",
    swap('        "409":\n', '        "408": { description: Late. }\n        "409":\n'),
    /answer 408: added/,
  ],
  [
    "a success within a range that was there",
    swap('        "2XX":', '        "202": { description: Accepted. }\n        "2XX":'),
    /answer 202: added/,
  ],
  [
    "a body where there was none",
    swap(
      '        "204":\n',
      '        "204":\n          content: { application/json: { schema: { type: object } } }\n',
    ),
    /answer 204, application\/json: added/,
  ],
  [
    "a property added",
    swap("        ParentId:\n", "        Venue: { type: string }\n        ParentId:\n"),
    /Venue: property added/,
  ],
  [
    "a property now required",
    swap(REQUIRED, REQUIRED.replace("]", ", LeavesQuantity]")),
    /LeavesQuantity: now required/,
  ],
  ["a property of a narrower type", swap(PRICE, PRICE.replace("number", "integer")), /type number → integer/],
  [
    "a value more in an open list",
    swap("        - Held\n", "        - Held\n        - Frozen\n"),
    /open list of values \+Frozen/,
  ],
  ["a value less in an open list", swap("        - Held\n", ""), /open list of values -Held/],
  [
    "a header added",
    swap("      headers:\n", "      headers:\n        X-More: { schema: { type: string } }\n"),
    /header X-More: added/,
  ],
  [
    "a named example added",
    swap("              examples:\n", "              examples:\n                more: { value: {} }\n"),
    /example more: added/,
  ],
  [
    "another value of a named example",
    swap("{ message: Too many requests }", "{ message: Slow down }"),
    /example too-many-requests: changed/,
  ],
  ["another limit of requests", swap("limit: 50", "limit: 40"), /cancelOrder, cancelSyncOrder: rate limit/],
  [
    "a server no longer listed",
    drop(/ {2}- url: https:\/\/api.autoshares.com\n.*\n/g),
    /servers: https:\/\/api\.autoshares\.com no longer/,
  ],
  ["something deprecated", swap(PRICE, `${PRICE}\n          deprecated: true`), /deprecated none → true/],
];

test.each(FINE)("not breaking: %s", (_, edit, says) => {
  expect(breakingOf(edit)).toEqual([]);
  expect(linesOf(edit).join("\n")).toMatch(says);
});

describe("no change at all:", () => {
  test.each<[string, Edit]>([
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
  ])("%s", (_, edit) => {
    expect(changesOf(edit)).toEqual([]);
  });

  test("the same spec", () => {
    expect(compareSpecs(spec, spec)).toEqual([]);
  });
});

describe("what the spec does not have yet", () => {
  const object = (more: string) =>
    jsonBody(`{ type: object, properties: { Note: { type: string } }${more} }`);
  test.each<Row>([
    [
      "a required property in a body",
      object(", required: [Note]"),
      /body, application\/json, Note: now required/,
    ],
    [
      "a body now required",
      jsonBody("{ type: object, properties: { Note: { type: string } } }", true),
      /body: now req/,
    ],
    [
      "a property of a body removed",
      jsonBody("{ type: object }"),
      /Note: property removed\. Code that sends it/,
    ],
    ["a body closed to more", object(", additionalProperties: false"), /additionalProperties none → false/],
    ["one condition more", object(", allOf: [{ minProperties: 1 }]"), /allOf has one more/],
    ["a body removed", (text) => text.replace(/ {6}requestBody: .*\n/, ""), /body: removed/],
  ])("breaks: %s", (_, edit, says) => {
    const again: Edit = (text) => edit(text.replace(/ {6}requestBody: .*\n/, ""));
    expect(breakingOf(again, object("")).join("\n")).toMatch(says);
  });
});

test("breaking changes come first, each on one line, shared ones once", () => {
  const lines = linesOf((text) =>
    swap(
      PRICE,
      PRICE.replace("number", "string"),
    )(swap("        - Held\n", "        - Held\n        - Frozen\n")(text)),
  );
  expect(lines).toEqual([
    "breaking  getOrder, getSyncOrder · answer 200, Price: type number → string. A value may come that callers were told would not, or code that reads it no longer compiles.",
    "breaking  listOrders · answer 200, Result[].Price: type number → string. A value may come that callers were told would not, or code that reads it no longer compiles.",
    "fine      getOrder, getSyncOrder · answer 200, Status: open list of values +Frozen.",
    "fine      getOrder, getSyncOrder · answer 200, ExecutionStatus: open list of values +Frozen.",
    "fine      listOrders · answer 200, Result[].Status: open list of values +Frozen.",
    "fine      listOrders · answer 200, Result[].ExecutionStatus: open list of values +Frozen.",
  ]);
});
