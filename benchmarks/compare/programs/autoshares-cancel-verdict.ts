// With this package's cancel(): resolves when the order was seen canceled, throws the verdict otherwise.
import { cancel, createClient } from "autoshares-cancel";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  const client = createClient({ baseUrl, appKey: "key", token: "token" });
  const { verdict } = await cancel(client, { accountId: 6303, orderId });
  if (verdict !== "canceled") throw new Error(verdict);
}
