// Compiled, not run: a status read through openapi-fetch and openapi-react-query is a text.
import createFetchClient from "openapi-fetch";
import createClient from "openapi-react-query";
import type { paths } from "./client/types.js";

const client = createFetchClient<paths>({ baseUrl: "http://127.0.0.1:4010" });
const api = createClient(client);
const PATH = "/v{version}/accounts/{accountId}/orders/{orderId}";
const init = { params: { path: { version: "1.0", accountId: 6303, orderId: 73552 } } };

export function useStatus(): string | undefined {
  const { data } = api.useQuery("get", PATH, init);
  return data?.Status.toUpperCase();
}

export function useCancel() {
  return api.useMutation("delete", PATH);
}

export async function status(): Promise<string | undefined> {
  const { data } = await client.GET(PATH, init);
  return data?.Status.toUpperCase();
}
