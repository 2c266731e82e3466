// What a page can do with the mock that `npm run mock` serves: the same client, across origins.
import { createClient } from "autoshares-cancel";
import { type Check, expectError, failure, ORDER, same } from "./kit.js";

const client = (baseUrl: string) => createClient({ baseUrl, appKey: "any", token: "any" });

export const mockChecks: Check[] = [
  {
    name: "the mock takes a cancel",
    async run(baseUrl) {
      same("the result", await client(baseUrl).cancelOrder(ORDER), undefined);
    },
  },
  {
    name: "the mock answers with an order",
    async run(baseUrl) {
      same("its id", (await client(baseUrl).getOrder(ORDER)).Id, ORDER.orderId);
    },
  },
  {
    name: "the mock's refusal arrives with its body and Retry-After",
    async run(baseUrl) {
      const call = client(baseUrl).cancelOrder(ORDER, { headers: { Prefer: "code=429" } });
      const error = await failure(call);
      expectError(error, { code: "rate-limit", status: 429, fate: "refused" });
      same("the wait's type", typeof error.retryAfterMs, "number");
      same("the body's type", typeof error.body, "object");
    },
  },
  {
    name: "a client with credentials signs in to the mock",
    async run(baseUrl) {
      const credentials = { username: "trader", password: "sandbox" };
      const signedIn = createClient({ baseUrl, appKey: "any", credentials });
      same("the result", await signedIn.cancelOrder(ORDER), undefined);
    },
  },
];
