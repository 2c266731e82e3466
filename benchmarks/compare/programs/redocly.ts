// With the client that redocly generate-client makes: its methods throw an ApiError for an error status.
import { client } from "./client/client.js";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  client.configure({ serverUrl: baseUrl, auth: { apiKey: { appKey: "key" }, bearer: "token" } });
  await client.cancelOrder({ path: { version: "1.0", accountId: 6303, orderId } });
}
