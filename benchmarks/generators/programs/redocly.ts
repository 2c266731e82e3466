// With the client that redocly generate-client makes: its methods throw an ApiError for an error status.
import type { Asked } from "./asked.js";
import { client } from "./client/client.js";

export async function cancel({ baseUrl, appKey, token, slow, orderId }: Asked): Promise<void> {
  client.configure({ serverUrl: baseUrl, auth: { apiKey: { appKey }, bearer: token } });
  const path = { version: "1.0", accountId: 6303, orderId };
  if (slow) await client.cancelSyncOrder({ path });
  else await client.cancelOrder({ path });
}
