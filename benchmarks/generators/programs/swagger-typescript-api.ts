// With the class that swagger-typescript-api generates: its methods throw the response of an error status.
import type { Asked } from "./asked.js";
import { Api } from "./client/client.js";

export async function cancel({ baseUrl, appKey, token, slow, orderId }: Asked): Promise<void> {
  const headers = { "Et-App-Key": appKey, Authorization: `Bearer ${token}` };
  const { vVersion } = new Api({ baseUrl, baseApiParams: { headers } });
  if (slow) await vVersion.cancelSyncOrder("1.0", 6303, orderId);
  else await vVersion.cancelOrder("1.0", 6303, orderId);
}
