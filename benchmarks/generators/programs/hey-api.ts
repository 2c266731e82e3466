// With the client that hey-api generates, deciding by the status.
import type { Asked } from "./asked.js";
import { createClient } from "./client/client/index.js";
import { cancelOrder, cancelSyncOrder } from "./client/index.js";

export async function cancel({ baseUrl, appKey, token, slow, orderId }: Asked): Promise<void> {
  const auth = ({ type }: { type: string }) => (type === "apiKey" ? appKey : token);
  const client = createClient({ baseUrl, auth });
  const send = slow ? cancelSyncOrder : cancelOrder;
  const { response } = await send({ client, path: { version: "1.0", accountId: 6303, orderId } });
  if (!response?.ok) throw new Error(String(response?.status));
}
