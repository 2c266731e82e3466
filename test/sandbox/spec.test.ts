// What the sandbox makes of a spec: everything from it, and nothing that it lacks.
import { describe, expect, it } from "vitest";
import type { DocumentedResponses } from "../../src/sandbox/documented-responses.js";
import { startSandbox } from "../../src/sandbox/index.js";
import { loadPrism, type Prism } from "../../src/sandbox/node/prism.js";
import { renderAll, renderWith } from "../../src/sandbox/node/render.js";
import { PACKAGED_SPEC, packagedResponses } from "../../src/sandbox/packaged-spec.js";
import { readSpec, type SpecDocument } from "../../src/sandbox/spec.js";
import { call, orderPath, ownSpec, problems, sandboxOf } from "./helpers.js";

// biome-ignore lint/suspicious/noExplicitAny: a spec is changed here as its author would
function changed(change: (spec: any) => void): SpecDocument {
  const spec = ownSpec();
  change(spec);
  return spec;
}

describe("a start", () => {
  it("is stopped by a named answer that is needed and missing, and says which", async () => {
    const spec = changed(({ components }) => {
      delete components.responses.OrderNotCancelable.content["application/json"].examples[
        "order-already-filled"
      ];
    });
    await expect(startSandbox({ spec })).rejects.toThrow(
      /lacks responses .*cancelOrder 409 order-already-filled, cancelSyncOrder 409 order-already-filled/,
    );
  });

  it("is stopped by a missing operation", async () => {
    const spec = changed(({ paths }) => delete paths["/token"]);
    await expect(startSandbox({ spec })).rejects.toThrow(/createToken 200 token-issued/);
  });

  it.each([
    [{}, /not an OpenAPI 3 document/],
    [{ openapi: "3.1.0", paths: {} }, /no operations/],
    [null, /not an OpenAPI 3 document/],
  ])("is stopped by %j", async (spec, message) => {
    await expect(startSandbox({ spec: spec as never })).rejects.toThrow(message);
  });

  it("is stopped by a port that is in use, in one sentence", async () => {
    const { url } = await sandboxOf();
    await expect(startSandbox({ port: Number(new URL(url).port) })).rejects.toThrow(/^Port \d+ is in use\./);
  });
});

describe("what is rendered", () => {
  it("is not kept when it came back with another status than the one asked for", async () => {
    const silent204: Prism = {
      ...loadPrism(),
      createInstance: () => ({ request: () => async () => ({ right: { output: { statusCode: 204 } } }) }),
    };
    await expect(renderWith(silent204, ownSpec())).rejects.toThrow(
      /^Prism rendered cancelOrder \S+ .*as 204\.$/,
    );
  });

  it("is every documented answer, each with the status asked for and a body of its schema", async () => {
    const answers = await renderAll(ownSpec());
    const cancel = answers.get("cancelOrder");
    expect(cancel?.get("204")).toMatchObject({ status: 204, body: undefined, headers: {} });
    expect(cancel?.get("409 order-already-filled")?.body).toEqual({
      message: "Order 73552 is already filled",
    });
    expect(cancel?.get("429 too-many-requests")?.headers).toMatchObject({
      "Retry-After": "12",
      "X-RateLimit-Limit": "50",
    });
    for (const byKey of answers.values())
      for (const { key, status, body } of byKey.values()) {
        expect(key.startsWith(String(status))).toBe(true);
        if (status === 404) expect(problems("NotFoundError", body)).toEqual([]);
        if (status === 409) expect(problems("MessageError", body)).toEqual([]);
      }
  });

  it("is what the package carries, in the same order", async () => {
    const rendered = await renderAll(ownSpec());
    const order = (answers: DocumentedResponses) =>
      [...answers].map(([id, byKey]) => [id, [...byKey.keys()]]);
    expect(packagedResponses()).toEqual(rendered);
    expect(order(packagedResponses())).toEqual(order(rendered));
    expect(PACKAGED_SPEC).toEqual(JSON.parse(JSON.stringify(readSpec(ownSpec()))));
  });

  it("takes the limits from the spec", async () => {
    const spec = changed(({ components }) => {
      components["x-rate-limits"].orders = { limit: 2, windowSeconds: 10 };
    });
    const sandbox = await sandboxOf({ spec });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await call(sandbox, "DELETE", orderPath(1))).status);
    expect(statuses).toEqual([404, 404, 429]);
  });

  it("takes the words of its answers from the spec", async () => {
    const spec = changed(({ components }) => {
      components.examples["order-unknown"].value.message = "Order 73552 is nowhere";
    });
    const sandbox = await sandboxOf({ spec });
    expect((await call(sandbox, "DELETE", orderPath(5))).body).toEqual({ message: "Order 5 is nowhere" });
  });
});

describe("an operation that is added to the spec", () => {
  const spec = changed(({ paths }) => {
    paths["/v{version}/accounts/{accountId}/widgets/{widgetId}"] = {
      parameters: [
        { $ref: "#/components/parameters/Version" },
        { $ref: "#/components/parameters/AccountId" },
        { name: "widgetId", in: "path", required: true, schema: { type: "integer" } },
      ],
      get: {
        operationId: "getWidget",
        responses: {
          "401": { $ref: "#/components/responses/Unauthorized" },
          "200": {
            description: "A widget.",
            content: {
              "application/json": {
                schema: {},
                examples: { done: { value: { Done: true } }, late: { value: {} } },
              },
            },
          },
        },
      },
    };
  });
  const path = "/v1.0/accounts/6303/widgets/1";

  it("is served with its first success, once let in, without a line of code", async () => {
    const sandbox = await sandboxOf({ spec });
    expect(await call(sandbox, "GET", path)).toMatchObject({ status: 200, body: { Done: true } });
    expect((await call(sandbox, "GET", path, { "Et-App-Key": "" })).body.error).toContain("Application key");
    expect((await call(sandbox, "GET", path, { Authorization: "" })).body.Message).toContain("Authorization");
  });

  it("is served with the answer that is asked for", async () => {
    const sandbox = await sandboxOf({ spec });
    expect((await call(sandbox, "GET", path, { Prefer: "example=late" })).body).toEqual({});
  });
});
