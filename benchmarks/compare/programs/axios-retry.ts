// With axios and axios-retry as they come: requests that count as idempotent are sent again.
import axios from "axios";
import axiosRetry from "axios-retry";

const client = axios.create();
axiosRetry(client);

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  await client.delete(`${baseUrl}/v1.0/accounts/6303/orders/${orderId}`, {
    headers: { "Et-App-Key": "key", Authorization: "Bearer token" },
  });
}
