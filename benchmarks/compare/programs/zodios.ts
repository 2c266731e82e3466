// With the Zodios client that openapi-zod-client generates: axios below it throws for an error status.
import { createApiClient } from "./client/client.js";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  const headers = { "Et-App-Key": "key", Authorization: "Bearer token" };
  const api = createApiClient(baseUrl);
  await api.cancelOrder(undefined, { headers, params: { version: "1.0", accountId: 6303, orderId } });
}
