// The smallest programs that cancel one order and notice when that fails: with this package, with openapi-fetch
// alone, with fetch alone. What is measured is measured on these. Pure.

export const PROGRAMS = {
  "autoshares-cancel": `import { createClient } from "autoshares-cancel";
const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "key", token: "token" });
await client.cancelOrder({ accountId: 6303, orderId: 73552 });
`,
  "openapi-fetch": `import createClient from "openapi-fetch";
import type { paths } from "autoshares-cancel";
const headers = { "Et-App-Key": "key", Authorization: "Bearer token" };
const client = createClient<paths>({ baseUrl: "https://api.autoshares.dev", headers });
const { response } = await client.DELETE("/v{version}/accounts/{accountId}/orders/{orderId}", {
  params: { path: { version: "1.0", accountId: 6303, orderId: 73552 } },
});
if (!response.ok) throw new Error(String(response.status));
`,
  fetch: `const headers = { "Et-App-Key": "key", Authorization: "Bearer token" };
const url = "https://api.autoshares.dev/v1.0/accounts/6303/orders/73552";
const response = await fetch(url, { method: "DELETE", headers });
if (!response.ok) throw new Error(String(response.status));
export {};
`,
} as const;

/** The same with `cancel()`, which reads the order until its end is known. */
export const WITH_VERDICT = `import { cancel, createClient } from "autoshares-cancel";
const client = createClient({ baseUrl: "https://api.autoshares.dev", appKey: "key", token: "token" });
const { verdict } = await cancel(client, { accountId: 6303, orderId: 73552 });
console.log(verdict);
`;

export type Contender = keyof typeof PROGRAMS;

export const CONTENDERS = Object.keys(PROGRAMS) as Contender[];
