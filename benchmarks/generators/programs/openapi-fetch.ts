// With the types of openapi-typescript and openapi-fetch, deciding by the status.
import createClient from "openapi-fetch";
import type { Asked } from "./asked.js";
import type { paths } from "./client/types.js";

export async function cancel({ baseUrl, appKey, token, slow, orderId }: Asked): Promise<void> {
  const headers = { "Et-App-Key": appKey, Authorization: `Bearer ${token}` };
  const client = createClient<paths>({ baseUrl, headers });
  const params = { path: { version: "1.0", accountId: 6303, orderId } };
  const { response } = slow
    ? await client.DELETE("/v{version}/accounts/{accountId}/syncorders/{orderId}", { params })
    : await client.DELETE("/v{version}/accounts/{accountId}/orders/{orderId}", { params });
  if (!response.ok) throw new Error(String(response.status));
}
