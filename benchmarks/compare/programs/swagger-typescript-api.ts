// With the class that swagger-typescript-api generates: its methods throw the response of an error status.
import { Api } from "./client/client.js";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  const headers = { "Et-App-Key": "key", Authorization: "Bearer token" };
  const api = new Api({ baseUrl, baseApiParams: { headers } });
  await api.vVersion.cancelOrder("1.0", 6303, orderId);
}
