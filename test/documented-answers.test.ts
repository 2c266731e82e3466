// Every answer that a page of the vendor shows fits the schema that the spec gives to its status. Sources by the
// letters of openapi/DECISIONS.md.
import { describe, expect, test } from "vitest";
import { operationModels } from "../scripts/lib/model.js";
import { errorClass } from "../src/client/fates.js";
import { namedAnswers, PROMISED, spec } from "./helpers.js";
import { problems } from "./sandbox/helpers.js";

const schemaOf = (id: string, status: string) =>
  operationModels(spec)
    .find((model) => model.id === id)
    ?.answers.find((answer) => answer.status === status)?.schemaName ?? "";

const DENIED = { Message: "Authorization has been denied for this request." };
const KEY = { error: "Application key is not defined or does not exist" };
const NO_RESOURCE = {
  Message: "No HTTP resource was found that matches the request URI 'https://x/api/v2'.",
};

const FILLED = {
  ...{ Id: 73552, AccountId: 6303, Status: "Filled", ExecutionStatus: "Filled", Side: "Buy", Type: "Market" },
  ...{
    SecurityId: 4,
    Quantity: 150,
    ExecutedQuantity: 150,
    LeavesQuantity: 0,
    Price: 0,
    AveragePrice: 156.57,
  },
  ...{ ClientId: "1045239786", RequestStatus: "Complete", Target: "Modify", ParentId: -1, Legs: [] },
  ...{ Date: "2019-01-22T13:00:26.575811Z", TransactionDate: "2019-01-22T14:30:03.7168916Z", UserId: 7125 },
};
const PARENT = {
  ...{ Id: 1, AccountId: 6303, Status: "New", Type: "OneTriggerOther", ParentId: -1 },
  Legs: [
    { ...FILLED, ParentId: 1 },
    { Id: 3, AccountId: 6303, Status: "Held" },
  ],
};

const DOCUMENTED: [what: string, operation: string, status: string, body: unknown][] = [
  ["an order with more properties than described (G)", "getOrder", "200", FILLED],
  ["the parent of a conditional order, without side and quantity (C)", "getSyncOrder", "200", PARENT],
  [
    "an order with symbol and reject reason (P)",
    "getOrder",
    "200",
    { ...FILLED, Symbol: "AAPL", Description: "Too late to cancel", OrigClientId: "931672854" },
  ],
  ["a status that nobody listed (O)", "getOrder", "200", { ...FILLED, Status: "Working" }],
  [
    "a last page whose link is empty (O)",
    "listOrders",
    "200",
    { Result: [FILLED], NextPageLink: "", PreviousPageLink: "", TotalCount: 1 },
  ],
  [
    "a last page whose link is null (B)",
    "listSyncOrders",
    "200",
    { Result: [], NextPageLink: null, PreviousPageLink: null, TotalCount: 142 },
  ],
  ["a token (A)", "createToken", "200", { State: "Succeeded", Token: "t" }],
  [
    "a code wanted (A)",
    "createToken",
    "202",
    { Step: "VerificationCode", Reason: "Expecting confirmation code", State: "Expecting", Token: "t" },
  ],
  [
    "a wrong pin, asked for again (A)",
    "createToken",
    "202",
    { Step: "SecutityPin", Reason: "Invalid pin", State: "Expecting" },
  ],
  [
    "an expired password, if it comes with 202 (A gives no status)",
    "createToken",
    "202",
    { State: "BaseAuthentication", Reason: "Your Password has expired and must be changed" },
  ],
  [
    "an expired password, if it comes with 401",
    "createToken",
    "401",
    { State: "BaseAuthentication", Reason: "Your Password has expired and must be changed" },
  ],
  [
    "wrong credentials (A)",
    "createToken",
    "401",
    { State: "Failed", Step: "BaseAuthentication", Reason: "Invalid credentials" },
  ],
  ["wrong credentials (E)", "createToken", "401", { State: "Failed", Reason: "Invalid credentials" }],
  [
    "a missing interim token (A)",
    "createToken",
    "401",
    { State: "Failed", Step: "VerificationCode", Reason: "Corrupted ticket" },
  ],
  ["a wrong pin (A)", "createToken", "401", { State: "Failed", Step: "SecutityPin", Reason: "Invalid pin" }],
  ["a wrong app key with 401 (E)", "cancelOrder", "401", KEY],
  ["a wrong app key with 403 (P, Y)", "cancelTransfer", "403", KEY],
  ["an expired token (E)", "cancelMutualFundOrder", "401", DENIED],
  ["nothing at the address (E)", "cancelOrder", "404", NO_RESOURCE],
  ["nothing at the address, of a list", "listOrders", "404", NO_RESOURCE],
  [
    "an unexpected error (O)",
    "cancelSyncOrder",
    "500",
    { message: "An error occurred while processing your request", error: "Unexpected server error" },
  ],
  [
    "an unexpected error in one word less (E)",
    "cancelOrder",
    "500",
    { message: "An error occurred while processing your request" },
  ],
  ["an unexpected error with `Message` only", "cancelOrder", "500", { Message: "An error has occurred." }],
  [
    "a validation error as 500",
    "getOrder",
    "500",
    { Message: "Validation error occured while processing entity", ModelState: {} },
  ],
  [
    "what validation found (P)",
    "cancelOrder",
    "422",
    {
      ...{ Errors: ["Symbol is required"], ErrorsCode: ["SymbolIsRequired"], IsSucceed: false },
      ...{ ModelState: { "resource.Symbol": ["Symbol is required"] }, StatusCode: "BadRequest" },
    },
  ],
];

test.each(DOCUMENTED)("%s", (_, operation, status, body) => {
  expect(problems(schemaOf(operation, status), body)).toEqual([]);
});

test.each([
  [401, "insufficient_scope", "TokenError"],
  [403, "The account is not allowed for this key", "PermissionError"],
  [401, KEY.error, "AppKeyError"],
  [403, KEY.error, "AppKeyError"],
])('%i whose error is "%s" is a %s', (status, error, name) => {
  expect(errorClass(status, { error }).name).toBe(name);
});

test("a schema refuses what no page shows", () => {
  expect(problems(schemaOf("getOrder", "200"), { Status: "New" })).not.toEqual([]);
  expect(problems(schemaOf("cancelOrder", "422"), { ErrorsCode: 7 })).not.toEqual([]);
  expect(problems(schemaOf("createToken", "202"), { State: "Failed" })).not.toEqual([]);
});

const promised = operationModels(spec).filter(({ id }) => PROMISED.includes(id));

test.each(promised)("$id documents every transient status that the vendor names", ({ answers }) => {
  const transient = ["429", "500", "502", "503", "504"];
  expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining(transient));
});

describe("words that are the vendor's", () => {
  const bodyOf = (name: string) => namedAnswers.find((one) => one.name === name)?.value;
  test.each([
    ["password-wrong", { State: "Failed", Step: "BaseAuthentication", Reason: "Invalid credentials" }],
    [
      "password-expired",
      { State: "BaseAuthentication", Reason: "Your Password has expired and must be changed" },
    ],
    ["pin-wrong", { State: "Failed", Step: "SecutityPin", Reason: "Invalid pin" }],
    ["interim-token-missing", { State: "Failed", Step: "VerificationCode", Reason: "Corrupted ticket" }],
  ])("%s", (name, body) => {
    expect(bodyOf(name)).toEqual(body);
  });

  test("a code that was not accepted has no words, as none are documented", () => {
    expect(bodyOf("code-wrong")).toEqual({ State: "Failed", Step: "VerificationCode" });
  });

  test("the conditional order is one that triggers another: a parent without side and quantity, two legs", () => {
    const order = bodyOf("order-conditional") as {
      Type: string;
      Legs: { Status: string; ParentId: number }[];
    };
    expect(order).toMatchObject({ Type: "OneTriggerOther", ParentId: -1 });
    expect(order).not.toHaveProperty("Quantity");
    expect(order).not.toHaveProperty("Side");
    expect(order.Legs).toMatchObject([
      { Status: "New", ParentId: 73552 },
      { Status: "Held", ParentId: 73552 },
    ]);
  });
});

describe("what the introduction says", () => {
  const text = spec.info.description ?? "";
  test("a token of the other API is told by its beginning, and that no cancel is documented there", () => {
    expect(text).toMatch(/`asat_` belongs to another API.*Developer API v1.*documents\s+no\s+cancel/s);
  });
});

test("a cancel has two successes, and a server's variable no description: generators stumble over either", () => {
  for (const { id, answers } of promised.filter(({ method }) => method === "DELETE"))
    expect([id, answers.filter(({ success }) => success).map(({ status }) => status)]).toEqual([
      id,
      ["200", "204"],
    ]);
  for (const server of spec.servers as { variables?: Record<string, object> }[])
    for (const variable of Object.values(server.variables ?? {}))
      expect(variable).not.toHaveProperty("description");
});
