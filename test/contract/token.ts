// Tokens: as few as possible are asked for, and a refused one is renewed once.
import type { Client } from "autoshares-cancel";
import { type Check, clientFor, expectError, failure, ORDER, type Scene, same, scene } from "./kit.js";

const credentials = { username: "trader", password: "the-password" };

const issued = (token: string) => ({
  method: "POST",
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ State: "Succeeded", Token: token }),
});

const cancels = (client: Client, count: number): Promise<unknown[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) => client.cancelOrder({ ...ORDER, orderId: index + 1 })),
  );

async function count(server: Scene, method: string): Promise<number> {
  return (await server.requests()).filter((request) => request.method === method).length;
}

/** The first token is refused by every cancel; the one after it is good. */
const renewing = (baseUrl: string): Promise<Scene> =>
  scene(
    baseUrl,
    { ...issued("old"), times: 1 },
    issued("new"),
    { authorization: "Bearer new", status: 204 },
    { status: 401 },
  );

export const tokenChecks: Check[] = [
  {
    name: "49 calls of a cold client send one /token",
    async run(baseUrl) {
      const server = await scene(baseUrl, issued("one"), { authorization: "Bearer one", status: 204 });
      await cancels(clientFor(server, { credentials }), 49);
      same("/token", await count(server, "POST"), 1);
      same("DELETE", await count(server, "DELETE"), 49);
      const signIn = (await server.requests()).find(({ method }) => method === "POST");
      same("path", signIn?.path, "/token");
      same("username", signIn?.headers.username, "trader");
      same("password", signIn?.headers.password, "the-password");
    },
  },
  {
    name: "a 401 is answered with one renewal and one replay",
    async run(baseUrl) {
      const server = await renewing(baseUrl);
      same("the result", await clientFor(server, { credentials }).cancelOrder(ORDER), undefined);
      same("/token", await count(server, "POST"), 2);
      same("DELETE", await count(server, "DELETE"), 2);
    },
  },
  {
    name: "20 calls that were refused the same token renew it once",
    async run(baseUrl) {
      const server = await renewing(baseUrl);
      await cancels(clientFor(server, { credentials }), 20);
      same("/token", await count(server, "POST"), 2);
    },
  },
  {
    name: "the second 401 stops",
    async run(baseUrl) {
      const server = await scene(baseUrl, issued("one"), { status: 401 });
      const error = await failure(clientFor(server, { credentials }).cancelOrder(ORDER));
      expectError(error, { code: "token", status: 401, fate: "refused" });
      same("DELETE", await count(server, "DELETE"), 2);
    },
  },
  {
    name: "a failed sign-in: the cancel was not sent",
    async run(baseUrl) {
      const server = await scene(baseUrl, { method: "POST", status: 500 }, { status: 204 });
      const error = await failure(clientFor(server, { credentials }).cancelOrder(ORDER));
      expectError(error, { code: "server", status: 500, fate: "not-sent" });
      same("DELETE", await count(server, "DELETE"), 0);
    },
  },
];
