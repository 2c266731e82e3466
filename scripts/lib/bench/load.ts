// Puts load on the server and prints the rates as JSON: `node load.js <address> <rounds> <slices> <requests>`.
// Bundled by throughput.ts to run inside a consumer's folder, so that it measures the package as published.
import { createClient, type paths } from "autoshares-cancel";
import createBare from "openapi-fetch";
import type { Contender } from "./programs.js";

const [url = "", rounds, slices, requests] = process.argv.slice(2);
const CONCURRENT = 32;

type Cancel = (orderId: number) => Promise<unknown>;

const headers = { "Et-App-Key": "key", Authorization: "Bearer token" };
const client = createClient({ baseUrl: url, appKey: "key", token: "token" });
const bare = createBare<paths>({ baseUrl: url, headers });

const CANCEL: Record<Contender, Cancel> = {
  "autoshares-cancel": (orderId) => client.cancelOrder({ accountId: 6303, orderId }),
  async "openapi-fetch"(orderId) {
    const { response } = await bare.DELETE("/v{version}/accounts/{accountId}/orders/{orderId}", {
      params: { path: { version: "1.0", accountId: 6303, orderId } },
    });
    if (!response.ok) throw new Error(String(response.status));
  },
  async fetch(orderId) {
    const response = await fetch(`${url}/v1.0/accounts/6303/orders/${orderId}`, {
      method: "DELETE",
      headers,
    });
    if (!response.ok) throw new Error(String(response.status));
  },
};

/** Requests a second of one slice: so many callers, each of which waits for its answer before it goes on. */
async function slice(cancel: Cancel, callers: number): Promise<number> {
  const count = Number(requests);
  let next = 0;
  const caller = async () => {
    while (next < count) await cancel(++next);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  return (performance.now() - start) / count;
}

/** In every order, because a slice also pays for the garbage of the one before it. */
function orders<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((first) =>
    orders(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

/** Per contender one rate a round. Slices are short and take turns, so that all see the same machine. */
async function rates(callers: number): Promise<Record<string, number[]>> {
  const contenders = Object.entries(CANCEL);
  const turns = orders(contenders);
  const result: Record<string, number[]> = {};
  for (let round = 0; round < Number(rounds); round++) {
    const spent: Record<string, number> = {};
    for (let turn = 0; turn < Number(slices); turn++) {
      for (const [name, cancel] of turns[turn % turns.length] ?? []) {
        spent[name] = (spent[name] ?? 0) + (await slice(cancel, callers));
      }
    }
    for (const [name] of contenders) {
      result[name] = [...(result[name] ?? []), (1000 * Number(slices)) / (spent[name] ?? 0)];
    }
  }
  return result;
}

async function coldTokens(): Promise<number> {
  const cold = createClient({ baseUrl: url, appKey: "key", credentials: { username: "u", password: "p" } });
  const ids = Array.from({ length: 1000 }, (_, index) => index + 1);
  await Promise.all(
    ids.map((orderId) => cold.cancelOrder({ accountId: 6303, orderId }, { timeoutMs: 60_000 })),
  );
  return Number(await (await fetch(`${url}/tokens`)).text());
}

for (const cancel of Object.values(CANCEL)) await slice(cancel, CONCURRENT); // compiled by then
const sequential = await rates(1);
const concurrent = await rates(CONCURRENT);
console.log(JSON.stringify({ node: process.version, sequential, concurrent, tokens: await coldTokens() }));
