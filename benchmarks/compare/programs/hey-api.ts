// With the client that hey-api generates, deciding by `error` as its documentation does.
import { createClient } from "./client/client/index.js";
import { cancelOrder as send } from "./client/index.js";

export async function cancelOrder(baseUrl: string, orderId: number): Promise<void> {
  const auth = ({ type }: { type: string }) => (type === "apiKey" ? "key" : "token");
  const client = createClient({ baseUrl, auth });
  const { error } = await send({ client, path: { version: "1.0", accountId: 6303, orderId } });
  if (error) throw new Error("refused", { cause: error });
}
