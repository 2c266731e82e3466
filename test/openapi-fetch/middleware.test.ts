// openapi-fetch's own client with the middleware: as truthful as the package's client, against a sandbox on a port.

import { autoSharesMiddleware } from "autoshares-cancel/openapi-fetch";
import createOpenApiFetchClient from "openapi-fetch";
import { expect, test } from "vitest";
import {
  AbortError,
  AnswerError,
  ArgumentError,
  ConflictError,
  NotFoundError,
  type paths,
  RateLimitError,
  ServerError,
  TimeoutError,
  TokenError,
} from "../../src/index.js";
import type { Sandbox, SandboxOptions } from "../../src/sandbox/index.js";
import { sandboxOf } from "../sandbox/helpers.js";

const ORDER = "/v{version}/accounts/{accountId}/orders/{orderId}";
const of = (orderId: number) => ({ params: { path: { version: "1.0", accountId: 6303, orderId } } });

type Options = Partial<Parameters<typeof autoSharesMiddleware>[0]>;

function clientOf(sandbox: Sandbox, options: Options = {}) {
  const { url: baseUrl, appKey, user: username, password } = sandbox;
  const client = createOpenApiFetchClient<paths>({ baseUrl });
  const signIn = options.token === undefined ? { credentials: { username, password } } : {};
  client.use(autoSharesMiddleware({ appKey, ...signIn, ...options }));
  return client;
}

const started = async (options: SandboxOptions = {}) => {
  const sandbox = await sandboxOf({ clock: "real", venueMs: 10, ...options });
  return { sandbox, client: clientOf(sandbox) };
};

test("a 204 resolves without data and without an error", async () => {
  const { client } = await started();
  const { data, error, response } = await client.DELETE(ORDER, of(73552));
  expect([data, error, response.status]).toEqual([undefined, undefined, 204]);
});

test("a 200 with a body resolves with it, and keeps the answer's headers", async () => {
  const { client } = await started({ switches: { success: "200" } });
  const { data, response } = await client.DELETE(ORDER, of(73552));
  expect([data, response.status]).toEqual([{}, 200]);
  const read = await client.GET(ORDER, of(80010));
  expect(read.data?.Status).toBe("Filled");
  expect(read.response.headers.get("content-type")).toBe("application/json");
});

test("a list takes its query", async () => {
  const { client } = await started();
  const params = { path: { version: "1.0", accountId: 6303 }, query: { pageNumber: 0, pageSize: 3 } };
  const { data } = await client.GET("/v{version}/accounts/{accountId}/orders", { params });
  expect(data?.Result).toHaveLength(3);
});

test("an empty 409 throws ConflictError", async () => {
  const { client } = await started({ switches: { errorBodies: "empty" } });
  const refused = client.DELETE(ORDER, of(80010));
  await expect(refused).rejects.toBeInstanceOf(ConflictError);
  await expect(refused).rejects.toMatchObject({ status: 409, fate: "refused", bodyText: "" });
});

test("404, 429, 500 and a page instead of an answer throw their errors", async () => {
  const { client, sandbox } = await started();
  await expect(client.GET(ORDER, of(4711))).rejects.toBeInstanceOf(NotFoundError);
  const once = (what: object) => sandbox.script({ match: { operation: "cancelOrder" }, ...what });
  once({ answer: { status: 500 } });
  await expect(client.DELETE(ORDER, of(73552))).rejects.toBeInstanceOf(ServerError);
  once({ answer: { status: 429 } });
  await expect(client.DELETE(ORDER, of(73552))).rejects.toBeInstanceOf(RateLimitError);
  const strange = createOpenApiFetchClient<paths>({
    baseUrl: sandbox.url,
    fetch: async () => new Response("<title>Sign in</title>", { headers: { "content-type": "text/html" } }),
  });
  strange.use(autoSharesMiddleware({ appKey: "key-of-mine", token: "token-of-mine" }));
  await expect(strange.DELETE(ORDER, of(73552))).rejects.toBeInstanceOf(AnswerError);
});

test("it signs in once for many calls, and replays once after a token has ended", async () => {
  const { client, sandbox } = await started();
  await Promise.all([73552, 73501, 73502].map((id) => client.GET(ORDER, of(id))));
  expect(sandbox.counts().createToken).toBe(1);
  sandbox.endTokens();
  expect((await client.DELETE(ORDER, of(73552))).response.status).toBe(204);
  expect(sandbox.counts()).toMatchObject({ createToken: 2, cancelOrder: 2 });
});

test("a refused sign-in throws TokenError without the password", async () => {
  const { sandbox } = await started();
  const credentials = { username: "trader", password: "not-the-password" };
  const client = createOpenApiFetchClient<paths>({ baseUrl: sandbox.url });
  client.use(autoSharesMiddleware({ appKey: sandbox.appKey, credentials }));
  const error = await client.DELETE(ORDER, of(73552)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TokenError);
  expect(String(error) + JSON.stringify(error)).not.toContain("not-the-password");
});

test("a token in the call's own header is used for that call", async () => {
  const { sandbox } = await started();
  const client = clientOf(sandbox, { token: "a-token-that-has-ended" });
  await expect(client.GET(ORDER, of(73552))).rejects.toBeInstanceOf(TokenError);
  const headers = { Authorization: `Bearer ${sandbox.issueToken()}` };
  expect((await client.GET(ORDER, { ...of(73552), headers })).data?.Id).toBe(73552);
});

test("the timeout covers the body, and the signal of the call aborts it", async () => {
  const { sandbox } = await started();
  const client = clientOf(sandbox, { timeoutMs: 300 });
  sandbox.script({ match: { operation: "cancelOrder" }, fault: "never" });
  await expect(client.DELETE(ORDER, of(73552))).rejects.toBeInstanceOf(TimeoutError);
  const aborted = client.DELETE(ORDER, { ...of(73552), signal: AbortSignal.abort() });
  await expect(aborted).rejects.toBeInstanceOf(AbortError);
});

test("arguments are checked before anything is sent", async () => {
  const { client, sandbox } = await started();
  await expect(client.DELETE(ORDER, of(-1))).rejects.toBeInstanceOf(ArgumentError);
  expect(sandbox.counts()).toEqual({});
});

test("all requests are counted: the limit is kept without a 429", async () => {
  const { client, sandbox } = await started();
  const many = Array.from({ length: 52 }, (_, index) =>
    client.DELETE(ORDER, of(index + 1)).catch((error) => error),
  );
  const held = (await Promise.all(many)).filter((error) => error instanceof RateLimitError);
  expect(held.every(({ fate }) => fate === "not-sent")).toBe(true);
  expect(held.length).toBeGreaterThanOrEqual(2);
  expect(sandbox.requests().filter(({ outcome }) => outcome === 429)).toEqual([]);
});
