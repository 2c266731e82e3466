// With this package: resolves when the API took the request, throws otherwise.
import { createClient } from "autoshares-cancel";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  const client = createClient({ baseUrl, appKey: "key", token: "token" });
  await client.cancelOrder({ accountId: 6303, orderId });
}
