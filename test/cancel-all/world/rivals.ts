// Owns the programs that many would write to cancel a thousand orders, in the same world as `cancelAll()`.
import { cancelAll, createClient, type Fetch } from "../../../src/index.js";
import { VirtualClock } from "../../cancel/virtual-time.js";
import { Random } from "./random.js";
import { busiest, CALM, Server } from "./server.js";
import { isOver, statusOf, Venue } from "./venue.js";

export interface Score {
  readonly program: string;
  /** When the last DELETE was let in, in seconds; how many left, how many met the limit, the most in a minute. */
  readonly lastSentS: number;
  readonly deletes: number;
  readonly refused: number;
  readonly inAMinute: number;
  readonly reads: number;
  /** Orders that are in the market when it ends. */
  readonly left: number;
  /** Orders that it says are canceled and that are not, when it says so. */
  readonly falselyCanceled: number;
}

interface Scene {
  readonly clock: VirtualClock;
  readonly fetch: Fetch;
  readonly orderIds: readonly number[];
}

/** Resolves with the orders that it says are canceled. */
export type Program = (scene: Scene) => Promise<number[]>;

const BASE = "https://api.example.test";
const CALL = { redirect: "manual", keepalive: false } as const;

export async function score(name: string, program: Program, orders = 1_000): Promise<Score> {
  const clock = new VirtualClock(1);
  const venue = new Venue(clock);
  const random = new Random(7);
  for (let n = 0; n < orders; n++) {
    const nature = n % 50 === 7 ? "refuses" : n % 50 === 13 ? "rejects" : "obeys";
    venue.place({ nature, Quantity: random.whole(1, 500), Type: random.pick(["Limit", "Market"]) });
  }
  await clock.run(clock.wait(60_000));
  const server = new Server(clock, venue, random, { ...CALM, lagMs: 500, lostAnswers: 0.005 });
  const start = clock.elapsedMs;
  const said = await clock.run(
    program({ clock, fetch: server.fetchFor(() => false), orderIds: [...venue.orders.keys()] }),
  );
  const deletes = server.arrivals.filter(({ kind }) => kind === "orders");
  const letIn = deletes.filter(({ status }) => status !== 429);
  const open = [...venue.orders.values()].filter((order) => !isOver(statusOf(order)));
  return {
    program: name,
    lastSentS: Math.round(((letIn.at(-1)?.at ?? start) - start) / 1_000),
    deletes: deletes.length,
    refused: deletes.length - letIn.length,
    inAMinute: busiest(server.arrivals, "orders"),
    reads: server.arrivals.filter(({ kind }) => kind === "reads").length,
    left: open.length,
    falselyCanceled: said.filter((id) => !isOver(statusOf(venue.orders.get(id) as never))).length,
  };
}

export const ours: Program = async ({ clock, fetch }) => {
  const credentials = { username: "trader", password: "secret-password" };
  const client = createClient({ baseUrl: BASE, appKey: "app-key-1", credentials, clock, fetch });
  const { results } = await cancelAll(client, { accountIds: [1], where: "everything" });
  return results.filter(({ verdict }) => verdict === "canceled").map(({ orderId }) => orderId);
};

/** One after the other; a 2xx is taken for canceled, all else for an error. */
export const loop: Program = async (scene) => {
  const token = await signIn(scene);
  const canceled: number[] = [];
  for (const id of scene.orderIds) if ((await send(scene, token, id)) === 204) canceled.push(id);
  return canceled;
};

/** All at once, and each sent again as ky does: twice, on 408, 429, 5xx and a lost answer. */
export const retrying: Program = async (scene) => {
  const token = await signIn(scene);
  const canceled: number[] = [];
  const one = async (id: number) => {
    let status = 0;
    for (let tries = 0; tries <= 2; tries++) {
      status = await send(scene, token, id);
      if (![0, 408, 429, 500, 502, 503, 504].includes(status)) break;
      await scene.clock.wait(status === 429 ? 5_000 : 300 * 2 ** tries);
    }
    if (status === 204) canceled.push(id);
  };
  await Promise.all(scene.orderIds.map(one));
  return canceled;
};

/** A bucket of 50 tokens that is refilled evenly, 50 a minute. */
export const tokenBucket: Program = async (scene) => {
  const token = await signIn(scene);
  const canceled: number[] = [];
  const start = scene.clock.elapsedMs;
  const one = async (id: number, index: number) => {
    await scene.clock.wait(Math.max(0, start + (index - 49) * 1_200 - scene.clock.elapsedMs));
    if ((await send(scene, token, id)) === 204) canceled.push(id);
  };
  await Promise.all(scene.orderIds.map(one));
  return canceled;
};

async function signIn({ fetch }: Scene): Promise<string> {
  const { signal } = new AbortController();
  const response = await fetch(`${BASE}/token`, { ...CALL, method: "POST", headers: {}, signal });
  return JSON.parse(await response.text()).Token;
}

/** The status; 0: no answer came within ten seconds. */
async function send({ clock, fetch }: Scene, token: string, id: number): Promise<number> {
  const timeout = new AbortController();
  const callOff = clock.at(clock.elapsedMs + 10_000, () => timeout.abort());
  const { signal } = timeout;
  const headers = { Authorization: `Bearer ${token}` };
  const url = `${BASE}/v1.0/accounts/1/orders/${id}`;
  const sent = fetch(url, { ...CALL, method: "DELETE", headers, signal }).then(({ status }) => status);
  const status = await sent.catch(() => 0);
  callOff();
  return status;
}
