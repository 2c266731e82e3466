// What the compiler promises of the answers and the handlers. Checked by `npm run check`; nothing here runs.
import type { components } from "autoshares-cancel";
import {
  type AnswerName,
  answer,
  fail,
  fixtures,
  handlers,
  type OperationId,
  urlPattern,
} from "autoshares-cancel/testing";
import { holds, type Same } from "../types.js";

type Schemas = components["schemas"];

export function fixturesFitTheTypesOfTheSpec(): [
  Schemas["Order"],
  Schemas["OrderPage"],
  Schemas["MessageError"],
] {
  const filled = fixtures.cancelOrder["order-already-filled"];
  holds<Same<typeof filled.status, 409>>();
  const limit = fixtures.listOrders["too-many-requests"];
  holds<Same<(typeof limit.headers)["Retry-After"], string>>();
  return [fixtures.getOrder["order-canceled"].body, fixtures.listOrders["orders-listed"].body, filled.body];
}

export function fixturesAreMoreExactThanTheSpec() {
  const { body } = fixtures.getOrder["order-partially-filled"];
  holds<Same<typeof body.Status, "PartiallyFilled">>();
  // The spec does not promise it; this answer has it.
  holds<Same<typeof body.LeavesQuantity, number>>();
  // @ts-expect-error a 204 has no body
  fixtures.cancelOrder["204"].body;
  // @ts-expect-error the spec has no such example
  fixtures.cancelOrder["order-already-gone"];
}

export function everyNameIsOfItsOperation() {
  holds<Same<OperationId, keyof typeof fixtures>>();
  holds<Same<AnswerName<"createToken">, keyof (typeof fixtures)["createToken"]>>();
  answer.cancelOrder("order-already-filled");
  answer.cancelOrder("403 app-key-unknown");
  // @ts-expect-error misspelled
  answer.cancelOrder("order-alredy-filled");
  // @ts-expect-error an answer of another operation
  answer.cancelOrder("order-open");
  // @ts-expect-error stands for a 401 and a 403: say which
  answer.cancelOrder("app-key-unknown");
  // @ts-expect-error no operation of the API
  answer.replaceOrder("204");
  // @ts-expect-error no operation has it
  handlers({ prefer: ["order-gone"] });
  handlers({ prefer: ["order-canceled", "orders-empty"] });
}

export function argumentsAreThoseOfTheOperation() {
  answer.cancelOrder("204", {
    accountId: 6303,
    orderId: 73552,
    baseUrl: "https://api.autoshares.dev",
    once: true,
  });
  answer.listOrders("orders-empty", { pageNumber: 1 });
  urlPattern("createToken", { Username: "trader" });
  // @ts-expect-error an id is a number
  answer.cancelOrder("204", { orderId: "73552" });
  // @ts-expect-error a list is of an account, not of an order
  answer.listOrders("orders-empty", { orderId: 73552 });
  // @ts-expect-error misspelled
  fail.cancelOrder("lost", { orderID: 73552 });
  // @ts-expect-error no such failure
  fail.cancelOrder("slow");
}
