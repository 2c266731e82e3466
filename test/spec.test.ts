// What the spec must say, whatever else changes in it, and that each lint rule of our own can fail.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eachOperation, type Response, resolveRef } from "../src/sandbox/openapi.js";
import { brokenRules, changedText, namedAnswers, PROMISED, spec } from "./helpers.js";

const operation = (id: string) => {
  const found = eachOperation(spec).find((one) => one.operation.operationId === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
};

test("it has the operations that cancel and those that show what became of it", () => {
  const ids = eachOperation(spec).map((one) => one.operation.operationId);
  expect(ids).toEqual(expect.arrayContaining(PROMISED));
});

test.each(PROMISED)("%s links to the vendor's page", (id) => {
  expect(operation(id).operation.externalDocs?.url).toMatch(
    /^https:\/\/documentation\.autoshares\.dev\/#.+\.md$/,
  );
});

describe("bodies that the vendor documents are there to the letter", () => {
  const bodies = (name: string) => [
    ...new Set(namedAnswers.filter((one) => one.name === name).map((one) => JSON.stringify(one.value))),
  ];
  test.each([
    ["token-expired", '{"Message":"Authorization has been denied for this request."}'],
    ["account-of-another-user", '{"Message":"Authorization has been denied for this request."}'],
    ["app-key-unknown", '{"error":"Application key is not defined or does not exist"}'],
    [
      "server-error",
      '{"message":"An error occurred while processing your request","error":"Unexpected server error"}',
    ],
    [
      "user-id-as-account-id",
      '{"message":"An error occurred while processing your request","error":"Unexpected server error"}',
    ],
  ])("%s", (name, body) => {
    expect(bodies(name)).toEqual([body]);
  });
});

describe("each situation of a cancel is a named example", () => {
  const situations = {
    401: ["app-key-unknown", "token-expired", "account-of-another-user"],
    403: ["app-key-unknown", "not-permitted"],
    404: ["order-unknown", "account-unknown", "address-unknown"],
    409: ["order-already-filled", "order-already-canceled", "cancel-already-pending"],
    422: ["validation-failed"],
    429: ["too-many-requests"],
    500: ["server-error", "user-id-as-account-id", "entity-invalid"],
  };
  test.each(["cancelOrder", "cancelSyncOrder"])("%s", (id) => {
    const named = namedAnswers.filter((one) => one.operation.operationId === id && /^[45]/.test(one.status));
    const found: Record<string, string[]> = {};
    for (const { status, name } of named) found[status] = [...(found[status] ?? []), name];
    expect(found).toEqual(situations);
  });
});

describe("the text says what an answer proves", () => {
  const text204 = (id: string) => (operation(id).operation.responses["204"] as Response).description;
  test("the quick 204 says that the venue has not been asked", () => {
    expect(text204("cancelOrder")).toMatch(/the venue has not been asked/);
  });
  test("the slow 204 says that the venue has been asked", () => {
    expect(text204("cancelSyncOrder")).toMatch(/the venue has been asked/);
  });
  test("every error says that its body may be empty", () => {
    const errors = eachOperation(spec).flatMap(({ operation: { responses } }) =>
      Object.entries(responses).filter(([status]) => /^[45]/.test(status)),
    );
    expect(errors.length).toBeGreaterThan(30);
    for (const [, response] of errors)
      expect(resolveRef<Response>(spec, response).description).toMatch(/empty body/);
  });
});

test("the limits stand on the operations they govern", () => {
  const limits = spec.components["x-rate-limits"];
  const found = PROMISED.map((id) => [id, limits[operation(id).operation["x-rate-limit"]]?.limit]);
  expect(Object.fromEntries(found)).toEqual({
    cancelMutualFundOrder: 50,
    cancelOrder: 50,
    cancelSyncOrder: 50,
    cancelTransfer: undefined,
    createToken: 10,
    getOrder: 120,
    getSyncOrder: 120,
    listOrders: 120,
    listSyncOrders: 120,
  });
});

test("a limit that no source gives is said to be not documented", () => {
  expect(operation("cancelTransfer").operation["x-rate-limit"]).toBe("not documented");
});

test("the limits are in the words of the source", () => {
  const { orders, reads } = spec.components["x-rate-limits"];
  expect([orders?.per, reads?.per]).toEqual([
    "trading account and per user token (the source says both)",
    "user token",
  ]);
  const headers = spec.components.headers as Record<string, { description: string }>;
  for (const name of ["RateLimitLimit", "RateLimitRemaining", "RateLimitReset"])
    expect(headers[name]?.description).toContain("May come with any answer when the limit is near");
});

test("the seventeen statuses are named and others are tolerated", () => {
  const status = spec.components.schemas.OrderStatus as {
    type: string;
    enum?: unknown;
    "x-extensible-enum": string[];
  };
  expect(status["x-extensible-enum"]).toHaveLength(17);
  expect(new Set(status["x-extensible-enum"]).size).toBe(17);
  expect(status).toMatchObject({ type: "string" });
  expect(status.enum).toBeUndefined();
});

const BREAKAGES: [rule: string, change: (text: string) => string][] = [
  [
    "autoshares/fixed-order",
    (text) =>
      text
        .replace(/^tags:\n(?: .*\n)+/m, "")
        .replace(/$/, "\ntags:\n  - name: Cancellation\n    description: Late.\n"),
  ],
  [
    "autoshares/shared-error-answers",
    (text) =>
      text.replace(
        '"429": { $ref: "#/components/responses/TooManyRequests" }',
        '"429": { description: Too many. May come with an empty body. }',
      ),
  ],
  [
    "autoshares/shared-error-answers",
    (text) => text.replace('        "429": { $ref: "#/components/responses/TooManyRequests" }\n', ""),
  ],
  [
    "autoshares/error-body-may-be-empty",
    (text) =>
      text.replace(
        "without it wait one second, and longer each time.\n        **May come with an empty body.**",
        "Wait.",
      ),
  ],
  ["autoshares/named-examples", (text) => text.replace(/ {14}examples:\n {16}token-issued:.*\n/, "")],
  ["autoshares/header-examples", (text) => text.replace(/ {6}example: 12\n/, "")],
  ["autoshares/header-examples", (text) => text.replace(/ {6}example: 12\n/, "      example: twelve\n")],
  ["autoshares/rate-limit-named", (text) => text.replace("x-rate-limit: tokens", "x-rate-limit: token")],
  ["autoshares/names-follow-one-pattern", (text) => text.replaceAll("order-unknown", "orderUnknown")],
  [
    "autoshares/names-follow-one-pattern",
    (text) => text.replace("operationId: getSyncOrder", "operationId: get_sync_order"),
  ],
  ["autoshares/names-follow-one-pattern", (text) => text.replaceAll("MessageError", "messageError")],
  [
    // A property that the example's schema does not list.
    "no-invalid-media-type-examples",
    (text) => text.replace("{ message: Too many requests }", "{ message: Too many requests, mesage: x }"),
  ],
];

describe("each lint rule turns red", () => {
  let folder: string;
  let broken: string[][];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "broken-"));
    const paths = BREAKAGES.map((_, index) => join(folder, `${index}.yaml`));
    await Promise.all(
      BREAKAGES.map(([, change], index) => writeFile(paths[index] ?? "", changedText(change))),
    );
    broken = await brokenRules(...paths);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(BREAKAGES.map(([rule], index) => ({ rule, index })))("$index: $rule", ({ rule, index }) => {
    expect(broken[index]).toContain(rule);
  });
});
