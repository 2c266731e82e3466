// What an answer's status and body become.
import { type Check, clientFor, expectError, failure, holds, ORDER, same, scene, sentOnce } from "./kit.js";

const HTML = "<!doctype html><title>Not what you asked for</title>";
const HTML_TYPE = { "content-type": "text/html" };
const JSON_TYPE = { "content-type": "application/json" };

const APP_KEY_BODY = JSON.stringify({ error: "Application key is not defined or does not exist" });

/** Status to the class, by its code, and the fate that an empty body leaves. */
const EMPTY_ERRORS = [
  [400, "validation", "refused"],
  [401, "token", "refused"],
  [403, "permission", "refused"],
  [404, "not-found", "refused"],
  [408, "answer", "unknown"],
  [409, "conflict", "refused"],
  [422, "validation", "refused"],
  [429, "rate-limit", "refused"],
  [500, "server", "unknown"],
  [503, "server", "unknown"],
] as const;

const successes: Check[] = [
  {
    name: "204 resolves undefined",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 204 });
      same("the result", await clientFor(server).cancelOrder(ORDER), undefined);
      const [request, ...others] = await server.requests();
      same("further requests", others, []);
      same("method", request?.method, "DELETE");
      same("path", request?.path, "/v1.0/accounts/6303/orders/73552");
      same("app key", request?.headers["et-app-key"], "the-app-key");
      same("token", request?.headers.authorization, "Bearer the-token");
    },
  },
  {
    name: "200 with an object resolves with it",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 200, headers: JSON_TYPE, body: '{"Any":1}' });
      same("the result", await clientFor(server).cancelOrder(ORDER), { Any: 1 });
    },
  },
  {
    name: "200 without a body is a success of a cancel; with a page that is not the API's it is unknown",
    async run(baseUrl) {
      const empty = await scene(baseUrl, { status: 200 });
      same("empty", await clientFor(empty).cancelOrder(ORDER), undefined);
      const html = await scene(baseUrl, { status: 200, headers: HTML_TYPE, body: HTML });
      const error = await failure(clientFor(html).cancelSyncOrder(ORDER));
      expectError(error, { code: "answer", status: 200, fate: "unknown" });
    },
  },
  {
    name: "an order is parsed, whatever its content type says",
    async run(baseUrl) {
      const body = '{"Id":73552,"Status":"Filled"}';
      const server = await scene(baseUrl, { status: 200, headers: { "content-type": "text/plain" }, body });
      same("the result", await clientFor(server).getOrder(ORDER), { Id: 73552, Status: "Filled" });
    },
  },
  {
    name: "200 without the order it promises is an error, and unknown",
    async run(baseUrl) {
      for (const answer of [{}, { headers: HTML_TYPE, body: HTML }, { headers: JSON_TYPE, body: '{"Id":' }]) {
        const server = await scene(baseUrl, { status: 200, ...answer });
        const error = await failure(clientFor(server).getOrder(ORDER));
        expectError(error, { code: "answer", status: 200, fate: "unknown" });
      }
    },
  },
];

const refusals: Check[] = [
  ...EMPTY_ERRORS.map(
    ([status, code, fate]): Check => ({
      name: `an empty ${status} throws its class`,
      async run(baseUrl) {
        const server = await scene(baseUrl, { status });
        const error = await failure(clientFor(server).cancelOrder(ORDER));
        expectError(error, { code, status, fate });
        same("the body", error.body, undefined);
        same("the request", error.request?.method, "DELETE");
        await sentOnce(server);
      },
    }),
  ),
  {
    name: "the body of an error is there as data and as text",
    async run(baseUrl) {
      const body = '{"message":"Order is filled"}';
      const server = await scene(baseUrl, { status: 409, headers: JSON_TYPE, body });
      const error = await failure(clientFor(server).cancelOrder(ORDER));
      same("data", error.body, { message: "Order is filled" });
      same("text", error.bodyText, body);
    },
  },
  {
    name: "a wrong app key is told by its body, at 401 and at 403",
    async run(baseUrl) {
      for (const status of [401, 403]) {
        const server = await scene(baseUrl, { status, headers: JSON_TYPE, body: APP_KEY_BODY });
        const error = await failure(clientFor(server).cancelOrder(ORDER));
        expectError(error, { code: "app-key", status, fate: "refused" });
      }
    },
  },
  {
    name: "an HTML page as error keeps its class and its text",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 502, headers: HTML_TYPE, body: HTML });
      const error = await failure(clientFor(server).cancelOrder(ORDER));
      expectError(error, { code: "server", status: 502, fate: "unknown" });
      same("text", error.bodyText, HTML);
      same("data", error.body, undefined);
    },
  },
  {
    name: "Retry-After is read, in seconds and as a date, and nonsense is ignored",
    async run(baseUrl) {
      const waits = async (value: string) => {
        const server = await scene(baseUrl, { status: 429, headers: { "retry-after": value } });
        const error = await failure(clientFor(server).cancelOrder(ORDER));
        return error.retryAfterMs;
      };
      same("seconds", await waits("7"), 7000);
      same("nonsense", await waits("soon"), undefined);
      const left = (await waits(new Date(Date.now() + 60_000).toUTCString())) ?? -1;
      holds(`a minute from now is about a minute, not ${left} ms`, left > 0 && left <= 60_000);
    },
  },
  {
    name: "a redirect is not followed, so credentials go nowhere else",
    async run(baseUrl) {
      const elsewhere = await scene(baseUrl, { status: 204 });
      for (const status of [302, 307]) {
        const server = await scene(baseUrl, { status, headers: { location: elsewhere.url } });
        const error = await failure(clientFor(server).cancelOrder(ORDER));
        // A browser shows nothing of a redirect that it did not follow, not even its status.
        const shown = [status, 0].find((each) => each === error.status) ?? status;
        expectError(error, { code: "answer", status: shown, fate: "unknown" });
      }
      same("requests elsewhere", await elsewhere.requests(), []);
    },
  },
];

export const answerChecks: Check[] = [...successes, ...refusals];
