// What the compiler promises of the types for openapi-fetch, and of the client's own. Checked by `npm run check:types`;
// nothing here runs. The same through openapi-react-query: benchmarks/generators.
import createFetchClient from "openapi-fetch";
import { createClient, type KnownOrderStatus, type paths, type Schemas } from "../src/index.js";
import { holds, type Same } from "./types.js";

const path = { version: "1.0", accountId: 6303, orderId: 73552 };

export async function aStatusReadThroughOpenapiFetchIsText() {
  const api = createFetchClient<paths>({ baseUrl: "http://127.0.0.1:4010" });
  const { data, error } = await api.GET("/v{version}/accounts/{accountId}/orders/{orderId}", {
    params: { path },
  });
  if (!data) return error;
  holds<Same<typeof data.Status, string>>();
  return data.Status.toUpperCase();
}

export async function theClientsOwnStatusOffersTheDocumentedOnes() {
  const client = createClient({ baseUrl: "http://127.0.0.1:4010", appKey: "k", token: "t" });
  const order = await client.getOrder(path);
  holds<Same<typeof order.Status, KnownOrderStatus | (string & {})>>();
  holds<Same<Schemas["Order"]["Status"], typeof order.Status>>();
  return order.Status.toUpperCase();
}
