// With the functions that oazapfts generates, deciding by the status that they return.
import type { Asked } from "./asked.js";
import { cancelOrder, cancelSyncOrder } from "./client/client.js";

export async function cancel({ baseUrl, appKey, token, slow, orderId }: Asked): Promise<void> {
  const headers = { "Et-App-Key": appKey, Authorization: `Bearer ${token}` };
  const send = slow ? cancelSyncOrder : cancelOrder;
  const { status } = await send("1.0", 6303, orderId, { baseUrl, headers });
  if (status >= 300) throw new Error(String(status));
}
