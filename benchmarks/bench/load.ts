// Puts load on the server and prints the costs as JSON: `node load.js <address> <rounds> <slices> <requests>`.
// Bundled by throughput.ts to run inside a consumer's folder, so that it measures the package as published.
import { createClient, type paths } from "autoshares-cancel";
import createBare from "openapi-fetch";
import type { Contender } from "./programs.js";
import type { Cost, Costs } from "./throughput.js";

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

/** One slice: so many callers, each of which waits for its answer before it goes on. Returns its cost. */
async function slice(cancel: Cancel, callers: number): Promise<Cost> {
  const count = Number(requests);
  let next = 0;
  const caller = async () => {
    while (next < count) await cancel(++next);
  };
  const start = performance.now();
  const startCpu = process.cpuUsage();
  await Promise.all(Array.from({ length: callers }, caller));
  const { user, system } = process.cpuUsage(startCpu);
  return { ms: (performance.now() - start) / count, cpuMicros: (user + system) / count };
}

/** In every order, because a slice also pays for the garbage of the one before it. */
function orders<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((first) =>
    orders(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

/** Per contender one cost a round. Slices are short and take turns, so that all see the same machine. */
async function costs(callers: number): Promise<Costs> {
  const contenders = Object.entries(CANCEL) as [Contender, Cancel][];
  const turns = orders(contenders);
  const result: Costs = { "autoshares-cancel": [], "openapi-fetch": [], fetch: [] };
  for (let round = 0; round < Number(rounds); round++) {
    for (const [name] of contenders) result[name].push({ ms: 0, cpuMicros: 0 });
    for (let turn = 0; turn < Number(slices); turn++) {
      for (const [name, cancel] of turns[turn % turns.length] ?? []) {
        add(result[name].at(-1), await slice(cancel, callers));
      }
    }
  }
  return result;
}

/** Adds one slice to its round, as its share of the round's mean. */
function add(sum: Cost | undefined, { ms, cpuMicros }: Cost): void {
  if (!sum) return;
  sum.ms += ms / Number(slices);
  sum.cpuMicros += cpuMicros / Number(slices);
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
const sequential = await costs(1);
const concurrent = await costs(CONCURRENT);
console.log(JSON.stringify({ node: process.version, sequential, concurrent, tokens: await coldTokens() }));
