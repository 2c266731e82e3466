// Bad arguments and options send nothing, and no secret shows.
import { type AutoSharesError, type CallOptions, type ClientOptions, createClient } from "autoshares-cancel";
import { type Check, clientFor, expectError, failure, holds, ORDER, same, scene } from "./kit.js";

const BAD_IDS = ["73552", 1.5, Number.NaN, 0, -1, 2 ** 31, 2 ** 53, "../1", null, {}];

const BAD_HEADERS: Record<string, string>[] = [
  { "X-One": "a\r\nX-Two: b" },
  { "X-One": "a\nb" },
  { "X-One\r\nX-Two": "b" },
  { "X-One: a\r\nX-Two": "b" },
  { Authorization: "Bearer other" },
  { "et-app-key": "other" },
];

const SECRETS = {
  appKey: "plantedAppKey-Zq1",
  username: "plantedUser-Zq2",
  password: 'planted"Password-Zq3',
  token: "plantedToken-Zq4",
};

const badArguments: Check[] = [
  {
    name: "bad ids send nothing",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 204 });
      for (const orderId of BAD_IDS as number[]) {
        const error = await failure(clientFor(server).cancelOrder({ accountId: 6303, orderId }));
        expectError(error, { code: "argument", fate: "not-sent" });
        holds("the message names the argument", error.message.includes("orderId"));
      }
      same("requests", await server.requests(), []);
    },
  },
  {
    name: "headers cannot be split, added through a value, or replaced",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 204 });
      for (const headers of BAD_HEADERS) {
        const error = await failure(clientFor(server).cancelOrder(ORDER, { headers }));
        expectError(error, { code: "argument", fate: "not-sent" });
        expectError(await refusedOptions({ headers }), { code: "argument", fate: "not-sent" });
      }
      same("requests", await server.requests(), []);
    },
  },
  {
    name: "an app key or token that would split a header is refused",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 204 });
      const injected = "a\r\nX-Two: b";
      expectError(await refusedOptions({ appKey: injected }), { code: "argument", fate: "not-sent" });
      expectError(await refusedOptions({ token: injected }), { code: "argument", fate: "not-sent" });
      const call = clientFor(server, { token: async () => injected }).cancelOrder(ORDER);
      expectError(await failure(call), { code: "token", fate: "not-sent" });
      same("requests", await server.requests(), []);
    },
  },
  {
    name: "extra headers arrive as given",
    async run(baseUrl) {
      const server = await scene(baseUrl, { status: 204 });
      await clientFor(server, { headers: { "X-One": "1" } }).cancelOrder(ORDER, {
        headers: { "X-Two": "2" },
      });
      const [request] = await server.requests();
      same("headers", [request?.headers["x-one"], request?.headers["x-two"]], ["1", "2"]);
    },
  },
];

const secrets: Check[] = [
  {
    name: "no secret shows in an error, even if the server echoes it",
    async run(baseUrl) {
      const { appKey, token, username, password } = SECRETS;
      const echo = { echo: true, headers: { "content-type": "application/json" } };
      for (const rule of [{ ...echo, status: 409 }, { ...echo, status: 500 }, { fault: "reset" as const }]) {
        const server = await scene(baseUrl, rule);
        const byToken = createClient({ baseUrl: server.url, appKey, token });
        const bySignIn = createClient({ baseUrl: server.url, appKey, credentials: { username, password } });
        for (const client of [byToken, bySignIn]) shows(await failure(client.cancelOrder(ORDER)));
      }
    },
  },
  {
    name: "no secret shows in a timeout or an abort",
    async run(baseUrl) {
      const { appKey, token } = SECRETS;
      const server = await scene(baseUrl, { fault: "hang" });
      const client = createClient({ baseUrl: server.url, appKey, token });
      const options: CallOptions[] = [{ timeoutMs: 50 }, { signal: AbortSignal.abort(new Error(token)) }];
      for (const each of options) shows(await failure(client.cancelOrder(ORDER, each)));
    },
  },
];

async function refusedOptions(more: Partial<ClientOptions>): Promise<AutoSharesError> {
  return failure((async () => clientFor({ url: "http://127.0.0.1" }, more))());
}

/** Fails if anything that can be reached from the error holds a planted secret. */
function shows(error: AutoSharesError): void {
  const text = everythingIn(error, new Set());
  for (const [name, secret] of Object.entries(SECRETS)) {
    const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
    holds(`${error.code} hides the ${name}`, !forms.some((form) => text.includes(form)));
  }
}

/** Every string and key within reach: own properties, hidden ones too, prototypes' getters, entries of maps. */
function everythingIn(value: unknown, visited: Set<unknown>): string {
  if (typeof value !== "object" || value === null) return `${String(value)}\n`;
  if (visited.has(value)) return "";
  visited.add(value);
  const inside = Reflect.ownKeys(value).map(
    (key) => `${String(key)} ${everythingIn((value as Record<PropertyKey, unknown>)[key], visited)}`,
  );
  const entries = Symbol.iterator in value ? [...(value as Iterable<unknown>)] : [];
  const text = value instanceof Error ? [`${value}`, value.stack, value.message, JSON.stringify(value)] : [];
  return [...text, ...inside, ...entries.map((entry) => everythingIn(entry, visited))].join("\n");
}

export const argumentChecks: Check[] = [...badArguments, ...secrets];
