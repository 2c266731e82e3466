// With got as it comes: it throws for an error status, and sends some requests again.
import got from "got";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  await got.delete(`${baseUrl}/v1.0/accounts/6303/orders/${orderId}`, {
    headers: { "Et-App-Key": "key", Authorization: "Bearer token" },
  });
}
