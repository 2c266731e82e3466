// What counts as breaking: each row edits a spec, and says what is told of it.
import {
  DESC,
  drop,
  jsonBody,
  PAGE_SIZE,
  PRICE,
  parameter,
  REQUIRED,
  type Row,
  swap,
  swapAll,
} from "./edits.js";

const SYNC_GET = / {4}get:\n {6}operationId: getSyncOrder[\s\S]*?\n\n/g;

export const OPERATIONS: Row[] = [
  ["an operation removed", drop(SYNC_GET), /getSyncOrder: Operation `GET .*` was removed/],
  [
    "an operationId changed",
    swap("operationId: getSyncOrder", "operationId: readSyncOrder"),
    /getSyncOrder\/operationId: .* changed from 'getSyncOrder' to 'readSyncOrder'/,
  ],
  [
    "a path changed",
    swap("/orders/{orderId}:", "/order/{orderId}:"),
    /Path `\/v\{version\}.*\/orders\/.*` was renamed to `.*\/order\//,
  ],
  [
    "a method changed",
    swap("    post:\n      operationId", "    put:\n      operationId"),
    /createToken: Operation `POST \/token` was removed/,
  ],
];

export const REQUESTS: Row[] = [
  [
    "an argument removed",
    drop(/ {8}- name: desc\n[\s\S]*?example: true\n/g),
    /`desc` query parameter was removed/,
  ],
  [
    "a required argument added",
    swap(DESC, parameter("          required: true\n") + DESC),
    /Required `more` query parameter was added/,
  ],
  [
    "an argument now required",
    swap(DESC, `${DESC}          required: true\n`),
    /`desc` query parameter became required/,
  ],
  [
    "an argument renamed",
    swap("- name: sortField", "- name: sortBy"),
    /`sortField` query parameter was renamed to `sortBy`/,
  ],
  [
    "a header argument in other letters",
    swap("- name: Username", "- name: username"),
    /name Username → username\. Code that gives it by its old name/,
  ],
  [
    "an argument moved to a header",
    swap(DESC, DESC.replace("query", "header")),
    /`desc` query parameter is now a header parameter/,
  ],
  [
    "a path argument renamed, in path and parameter",
    (text) => text.replaceAll("{orderId}", "{id}").replace("      name: orderId", "      name: id"),
    /parameters\/orderId\/name: name orderId → id\. Code that gives/,
  ],
  [
    "a lower maximum",
    swap(PAGE_SIZE, "minimum: 1, maximum: 50"),
    /pageSize.*: Upper bound changed from '<= 100' to '<= 50'/,
  ],
  [
    "a maximum where there was none",
    swap("minimum: 0 }\n          example: 0", "minimum: 0, maximum: 9 }"),
    /pageNumber.*: Upper bound was set to '<= 9'/,
  ],
  [
    "a higher minimum",
    swap(PAGE_SIZE, "minimum: 2, maximum: 100"),
    /Lower bound changed from '>= 1' to '>= 2'/,
  ],
  [
    "another pattern in a shared argument",
    swap(String.raw`'^\d+(\.\d+)?$'`, "'^[0-9]$'"),
    /parameters\/version\/schema\/pattern: `pattern` changed/,
  ],
  [
    "another type",
    swap("schema: { type: boolean }", "schema: { type: string }"),
    /desc.*: Type narrowed from 'boolean' to 'string'/,
  ],
  [
    "a number that must be an integer",
    swap("schema: { type: boolean }", "schema: { type: integer }"),
    /desc.*: Type narrowed from 'boolean' to 'integer'/,
  ],
  [
    "a narrower type",
    (text) => text.replace("schema: { type: boolean }", "schema: { type: boolean, enum: [true] }"),
    /desc.*: Enum was set to 'true'/,
  ],
  [
    "another format of every id",
    swap(
      "    Id:\n      type: integer\n      format: int32",
      "    Id:\n      type: integer\n      format: int64",
    ),
    /`format` of `Id` changed from 'int32' to 'int64'/,
  ],
  ["another default", swap('default: "1.0"', 'default: "2.0"'), /default 1\.0 → 2\.0\. Who leaves it out/],
  ["a default removed", swap(', default: "1.0"', ""), /default 1\.0 → none/],
  [
    "another style",
    swap("- name: filter\n", "- name: filter\n          style: deepObject\n"),
    /`style` of `filter` query parameter was set to 'deepObject'/,
  ],
  [
    "a required body",
    jsonBody("{ type: object }", true),
    /createToken\/requestBody: added\. A request without a body is refused/,
  ],
  [
    "a credential more",
    swap("  - appKey: []\n    bearerToken: []\n\n", "  - appKey: []\n    bearerToken: []\n    pin: []\n\n"),
    /Et-App-Key \+ http bearer` now requires `pin`/,
  ],
  [
    "another name of the app key",
    swap("name: Et-App-Key", "name: X-App-Key"),
    /Et-App-Key \+ http bearer` now requires `apiKey header X-App-Key`/,
  ],
  [
    "one way in removed",
    swap("        - appKey: []\n        - appKey: []\n", "        - appKey: []\n"),
    /createToken.*`apiKey header Et-App-Key` is no longer accepted/,
  ],
];

export const ANSWERS: Row[] = [
  [
    "a success removed",
    drop(/ {8}"202":\n[\s\S]*?(?= {8}"401")/g),
    /createToken\/responses\/202: Response `202` was removed/,
  ],
  [
    "a success added",
    swap('        "202":\n', '        "201": { description: Created. }\n        "202":\n'),
    /createToken\/responses\/201: added\. The method may resolve/,
  ],
  [
    "an error removed",
    swap('        "409":\n          $ref: "#/components/responses/OrderNotCancelable"\n', ""),
    /cancelOrder\/responses\/409: Response `409` was removed/,
  ],
  ["a range replaced by one status", swap('        "2XX":', '        "200":'), /Response `2XX` was removed/],
  [
    "a body of another media type",
    swap("            application/json:", "            application/xml:"),
    /Media type `application\/json` became `application\/xml`/,
  ],
  [
    "a property removed",
    drop(/ {8}LeavesQuantity:\n[\s\S]*?format: double\n/g),
    /schemas\/Order\/.*: Property `LeavesQuantity` of `Order` was removed/,
  ],
  [
    "a property renamed",
    swap("        ParentId:\n", "        ParentNumber:\n"),
    /Property `ParentId` of `Order` was renamed to `ParentNumber`/,
  ],
  [
    "a property no longer required",
    swap(REQUIRED, "[Id, AccountId, Status, Side, Quantity]"),
    /Properties of `Order` are no longer required: `ExecutedQuantity`/,
  ],
  [
    "another type",
    swap(PRICE, PRICE.replace("number", "string")),
    /Type of `Price` widened from 'number' to 'string'/,
  ],
  [
    "a property that may be null",
    swap(PRICE, PRICE.replace("number", '[number, "null"]')),
    /Type of `Price` widened from 'number' to 'number \| null'/,
  ],
  [
    "a type withdrawn",
    swap(PRICE, "description: Limit price."),
    /Type of `Price` widened from 'number' to 'any'/,
  ],
  [
    "a value more in a closed list",
    swap("SellShort, BuyToCover]", "SellShort, BuyToCover, Other]"),
    /Enum of `Side` gained values: 'Other'/,
  ],
  [
    "a value less in a closed list",
    swap("SellShort, BuyToCover]", "SellShort]"),
    /Side\/enum: enum -BuyToCover\. Code that names/,
  ],
  [
    "a constant changed",
    swap("const: Succeeded", "const: Done"),
    /`const` of `State` changed from 'Succeeded' to 'Done'/,
  ],
  [
    "a limit withdrawn",
    swap(
      "          type: number\n          format: double\n          minimum: 0\n",
      "          type: number\n          format: double\n",
    ),
    /Lower bound of `Quantity` was removed/,
  ],
  [
    "another schema for a shared error",
    swap(
      'schema: { $ref: "#/components/schemas/AuthorizationError" }',
      'schema: { $ref: "#/components/schemas/MessageError" }',
    ),
    /AuthorizationError\/.*: Property `Message` .* was renamed to `message`/,
  ],
  [
    "a header removed",
    swap('        Retry-After: { $ref: "#/components/headers/RetryAfter" }\n', ""),
    /TooManyRequests\/.*: Response header `Retry-After` was removed/,
  ],
  [
    "another type of a shared header",
    swap(
      "schema: { type: integer, minimum: 0 }\n      example: 12",
      "schema: { type: string }\n      example: x",
    ),
    /headers\/RetryAfter\/.*: Type widened from 'integer' to 'string'/,
  ],
  [
    "a named example removed",
    swap('                order-filled: { $ref: "#/components/examples/order-filled" }\n', ""),
    /getOrder.*\/examples\/order-filled: removed\. Mocks and tests/,
  ],
  [
    "a named example renamed",
    swapAll("order-already-filled", "order-filled-already"),
    /key order-already-filled → order-filled-already\. Mocks and tests/,
  ],
  [
    "a keyword that no rule knows",
    swap(PRICE, `${PRICE}\n          not: { const: 1 }`),
    /Price\/not: added\. No rule knows/,
  ],
  [
    "something inside a range of statuses",
    swap(
      "    UnspecifiedObject:\n",
      "    UnspecifiedObject:\n      minProperties: 1\n      maxProperties: 2\n      not: { type: string }\n",
    ),
    /UnspecifiedObject\/not: added\. No rule knows/,
  ],
];

export const object = (more: string) =>
  jsonBody(`{ type: object, properties: { Note: { type: string } }${more} }`);
/** What the spec does not have yet: these edit one that has a body. */
export const BODIES: Row[] = [
  [
    "a required property in a body",
    object(", required: [Note]"),
    /createToken\/requestBody\/.*: Properties became required: `Note`/,
  ],
  [
    "a body now required",
    jsonBody("{ type: object, properties: { Note: { type: string } } }", true),
    /Request body became required/,
  ],
  ["a property of a body removed", jsonBody("{ type: object }"), /properties: removed\. Code that sends/],
  [
    "a body closed to more",
    object(", additionalProperties: false"),
    /`additionalProperties` was set to 'false'/,
  ],
  ["one condition more", object(", allOf: [{ minProperties: 1 }]"), /`allOf` was added/],
  ["a body removed", (text) => text.replace(/ {6}requestBody: .*\n/, ""), /Request body was removed/],
];
