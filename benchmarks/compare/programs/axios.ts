// With axios as it comes: it throws for an error status.
import axios from "axios";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  await axios.delete(`${baseUrl}/v1.0/accounts/6303/orders/${orderId}`, {
    headers: { "Et-App-Key": "key", Authorization: "Bearer token" },
  });
}
