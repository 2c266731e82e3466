// With fetch alone, deciding by the status.
export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  const response = await fetch(`${baseUrl}/v1.0/accounts/6303/orders/${orderId}`, {
    method: "DELETE",
    headers: { "Et-App-Key": "key", Authorization: "Bearer token" },
  });
  if (!response.ok) throw new Error(String(response.status));
}
