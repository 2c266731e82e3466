// What counts as breaking: each row edits a spec and says what callers notice of it.
import { describe, expect, test } from "vitest";
import {
  breakingOf,
  DESC,
  drop,
  type Edit,
  jsonBody,
  linesOf,
  PAGE_SIZE,
  PRICE,
  parameter,
  REQUIRED,
  type Row,
  swap,
  swapAll,
} from "./edits.js";

const SYNC_GET = / {4}get:\n {6}operationId: getSyncOrder[\s\S]*?\n\n/g;

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
