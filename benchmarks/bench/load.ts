// Puts load on the server and prints the costs as JSON: `node load.js <address> <rounds> <slices> <requests>`.
// Bundled by throughput.ts to run inside a consumer's folder, so that it measures the package as published.
import { createClient, memoryBudget, type paths } from "autoshares-cancel";
import createBare from "openapi-fetch";
import type { Cost, Costs, Runner } from "./throughput.js";

const [url = "", rounds, slices, requests] = process.argv.slice(2);
const CONCURRENT = 32;

type Cancel = (orderId: number) => Promise<unknown>;

const headers = { "Et-App-Key": "key", Authorization: "Bearer token" };
// What is measured is the way of a request, not the wait for the API's limit.
const unlimited = () => memoryBudget({ limits: { orders: Number.POSITIVE_INFINITY } });
const client = createClient({ baseUrl: url, appKey: "key", token: "token", budget: unlimited() });
const bare = createBare<paths>({ baseUrl: url, headers });

const TIMEOUT_MS = 10_000;

async function cancelBare(orderId: number, signal?: AbortSignal): Promise<void> {
  const { response } = await bare.DELETE("/v{version}/accounts/{accountId}/orders/{orderId}", {
    params: { path: { version: "1.0", accountId: 6303, orderId } },
    ...(signal && { signal }),
  });
  if (!response.ok) throw new Error(String(response.status));
}

const CANCEL: Record<Runner, Cancel> = {
  "autoshares-cancel": (orderId) => client.cancelOrder({ accountId: 6303, orderId }),
  "openapi-fetch": (orderId) => cancelBare(orderId),
  "openapi-fetch, with a timeout": (orderId) => cancelBare(orderId, AbortSignal.timeout(TIMEOUT_MS)),
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
  const contenders = Object.entries(CANCEL) as [Runner, Cancel][];
  const turns = orders(contenders);
  const result = Object.fromEntries(contenders.map(([name]) => [name, [] as Cost[]])) as Costs;
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
  const cold = createClient({
    baseUrl: url,
    appKey: "key",
    credentials: { username: "u", password: "p" },
    budget: unlimited(),
  });
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
