// The answers as data: all that the spec documents, nothing else, and nothing that one test can change for the next.
import { fixtures, urlPattern } from "autoshares-cancel/testing/fixtures";
import { describe, expect, test } from "vitest";
import { eachOperation, type Header, type Response, resolveRef } from "../../src/sandbox/openapi.js";
import { namedAnswers, requestOf, spec } from "../helpers.js";

interface Expected {
  status: number;
  headers: Record<string, string>;
  body?: unknown;
}

/** By operationId and name, read from the spec in another way than the generator does. */
const documented: Record<string, Record<string, Expected>> = {};
for (const { operation } of eachOperation(spec)) {
  const rows: Record<string, Expected> = {};
  documented[operation.operationId] = rows;
  for (const [status, reference] of Object.entries(operation.responses)) {
    const { content, headers = {} } = resolveRef<Response>(spec, reference);
    const examples = Object.entries(headers).map(([name, header]) => [
      name,
      String(resolveRef<Header>(spec, header).example),
    ]);
    const head = { status: Number(status), headers: Object.fromEntries(examples) };
    if (!content) rows[status] = head;
    const own = namedAnswers.filter((one) => one.operation === operation && one.status === status);
    for (const { name, value } of own) {
      const twice = namedAnswers.filter((one) => one.operation === operation && one.name === name).length > 1;
      const [mediaType = ""] = Object.keys(content ?? {});
      rows[twice ? `${status} ${name}` : name] = {
        ...head,
        headers: { "content-type": mediaType, ...head.headers },
        body: value,
      };
    }
  }
}

test("every documented answer is a fixture, and every fixture is a documented answer", () => {
  expect(namedAnswers.length).toBeGreaterThan(50);
  expect(fixtures).toEqual(documented);
});

test("a test that changes a fixture fails at once", () => {
  const { body } = fixtures.listOrders["orders-listed"];
  expect(() => {
    (body.Result[0] as { Status: string }).Status = "Canceled";
  }).toThrow(TypeError);
  expect(() => {
    (fixtures.cancelOrder["too-many-requests"].headers as Record<string, string>)["Retry-After"] = "0";
  }).toThrow(TypeError);
});

describe("urlPattern", () => {
  const base = "https://api.autoshares.dev";
  const all = eachOperation(spec).map(({ operation, path }) => ({
    id: operation.operationId as keyof typeof fixtures,
    path,
  }));

  test.each(all)("$id: its own URLs and those of no other path", ({ id, path }) => {
    const matched = all.filter((other) => urlPattern(id).test(base + requestOf(other.id).path));
    expect(matched).toEqual(all.filter((other) => other.path === path));
  });

  test("any version, base URL and query, unless they are given", () => {
    const url = `${base}/v2/accounts/6303/orders?pageNumber=0`;
    expect(url).toMatch(urlPattern("listOrders"));
    expect(url).toMatch(urlPattern("listOrders", { baseUrl: `${base}/`, version: "2", accountId: 6303 }));
    expect(url).not.toMatch(urlPattern("listOrders", { baseUrl: "https://api.autoshares.com" }));
    expect(url).not.toMatch(urlPattern("listOrders", { baseUrl: `${base}/api` }));
    expect(url).not.toMatch(urlPattern("listOrders", { version: "1.0" }));
    expect(url).not.toMatch(urlPattern("listOrders", { accountId: 630 }));
    expect("https://apixautoshares.dev/token").not.toMatch(urlPattern("createToken", { baseUrl: base }));
  });

  test("a misspelled argument is refused, with the names there are", () => {
    const misspelled = { orderID: 1 } as object;
    expect(() => urlPattern("getOrder", misspelled)).toThrow(
      "getOrder has no argument `orderID`. It has: version, accountId, orderId.",
    );
  });
});
