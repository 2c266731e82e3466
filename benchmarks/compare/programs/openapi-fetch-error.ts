// With openapi-fetch, deciding by `error` as its documentation does.
import createClient from "openapi-fetch";
import type { paths } from "./client/types.js";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  const headers = { "Et-App-Key": "key", Authorization: "Bearer token" };
  const client = createClient<paths>({ baseUrl, headers });
  const { error } = await client.DELETE("/v{version}/accounts/{accountId}/orders/{orderId}", {
    params: { path: { version: "1.0", accountId: 6303, orderId } },
  });
  if (error) throw new Error("refused", { cause: error });
}
