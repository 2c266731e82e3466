// With the functions that orval generates for fetch, deciding by the status that they return.
import { api } from "./client/api.js";
import { cancelOrder as send } from "./client/orders.js";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  api.baseUrl = baseUrl;
  const headers = { "Et-App-Key": "key", Authorization: "Bearer token" };
  const { status } = await send(6303, orderId, "1.0", { headers });
  if (status >= 300) throw new Error(String(status));
}
