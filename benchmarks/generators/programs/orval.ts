// With the functions that orval generates for fetch, deciding by the status that they return.
import type { Asked } from "./asked.js";
import { api } from "./client/api.js";
import { cancelOrder, cancelSyncOrder } from "./client/orders.js";

export async function cancel({ baseUrl, appKey, token, slow, orderId }: Asked): Promise<void> {
  api.baseUrl = baseUrl;
  const headers = { "Et-App-Key": appKey, Authorization: `Bearer ${token}` };
  const send = slow ? cancelSyncOrder : cancelOrder;
  const { status } = await send(6303, orderId, "1.0", { headers });
  if (status >= 300) throw new Error(String(status));
}
