// With the Zodios client that openapi-zod-client generates: axios below it throws for an error status.
import type { Asked } from "./asked.js";
import { createApiClient } from "./client/client.js";

export async function cancel({ baseUrl, appKey, token, slow, orderId }: Asked): Promise<void> {
  const headers = { "Et-App-Key": appKey, Authorization: `Bearer ${token}` };
  const api = createApiClient(baseUrl);
  const options = { headers, params: { version: "1.0", accountId: 6303, orderId } };
  if (slow) await api.cancelSyncOrder(undefined, options);
  else await api.cancelOrder(undefined, options);
}
