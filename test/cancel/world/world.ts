// The whole simulated world of one schedule: a clock, a server with its orders, a network, and clients in it.
import { type CancelClient, type ClientOptions, createClient } from "../../../src/index.js";
import { SimulatedClock } from "./clock.js";
import { Network } from "./network.js";
import type { Order } from "./order.js";
import type { Random } from "./random.js";
import { FOREIGN, Server } from "./server.js";
import type { Plan } from "./steps.js";

export const DEFAULT_SETTLE_MS = 2_000;
const FIRST_ORDER = 70_000;

/** Given to every client; none of it may ever be seen in a result. */
const SECRETS = { appKey: "key-Zq4-app", username: "user-Zq4-name", password: "pass-Zq4-word" };

export class World {
  readonly clock = new SimulatedClock();
  readonly server: Server;
  readonly network: Network;
  readonly clients: CancelClient[];
  readonly settleMs: number;

  constructor(
    readonly plan: Plan,
    readonly random: Random,
    /** How stale reads may be; undefined: as stale as the caller allows. */
    lagMs: number | undefined,
  ) {
    this.settleMs = plan.settleMs ?? DEFAULT_SETTLE_MS;
    this.server = new Server(
      this.clock,
      random,
      SECRETS,
      lagMs ?? this.settleMs,
      plan.trouble,
      plan.auth === "credentials",
    );
    this.network = new Network(this.clock, random, this.server, plan.trouble);
    plan.orders.forEach((_, index) => {
      this.place(index);
    });
    if (random.happens("wrong address", 0.02)) this.network.misdirected.add("client 0");
    this.clients = [0, 1].map((index) => this.client(index));
  }

  idsOf(index: number): { accountId: number; orderId: number } {
    const order = this.plan.orders[index];
    return { accountId: order?.accountId ?? FOREIGN, orderId: FIRST_ORDER + index };
  }

  order(index: number): Order | undefined {
    const { accountId, orderId } = this.idsOf(index);
    return this.server.orders.get(`${accountId}/${orderId}`);
  }

  private place(index: number): void {
    const { status = "missing", placedAgoMs = 0 } = this.plan.orders[index] ?? {};
    const { accountId, orderId } = this.idsOf(index);
    if (status === "missing") return;
    const order = this.server.place(orderId, accountId, placedAgoMs);
    // An older cancel was rejected: it says nothing of the one to come.
    const old = this.random.happens(`order ${index} has an old rejection`, 0.1);
    const marks = old ? { target: "CancelReject", requestStatus: "Rejected" } : {};
    const direct = status !== "PendingCancel" && status !== "Replaced";
    order.start(direct ? status : "New", marks);
    if (status === "PendingCancel") order.take(undefined, "a stranger", true);
    if (status === "Replaced") this.server.replace(order);
    this.ownLife(order, index);
  }

  /** Unfinished states of a request end by themselves. */
  private ownLife(order: Order, index: number): void {
    const inMs = this.random.pick(`order ${index} life`, [40, 700, 5_000]);
    if (order.status === "PendingNew")
      this.clock.after(inMs, () => order.status === "PendingNew" && order.change("New"));
    if (order.status !== "PendingReplace") return;
    this.clock.after(inMs, () => {
      if (order.status !== "PendingReplace") return;
      order.change("New");
      if (this.random.draw(`order ${index} replaced`) < 0.6) this.server.replace(order);
    });
  }

  private client(index: number): CancelClient {
    const { appKey, username, password } = SECRETS;
    const { auth, timeoutMs } = this.plan;
    const token = this.server.issueToken();
    const access: Record<Plan["auth"], Partial<ClientOptions>> = {
      "fixed token": { token },
      credentials: { credentials: { username, password } },
      function: { token: async (refused?: string) => (refused ? this.server.issueToken() : token) },
      "odd function": { token: this.oddTokens(index, token) },
    };
    return createClient({
      clock: this.clock,
      baseUrl: "https://api.test",
      appKey,
      timeoutMs,
      fetch: this.network.fetchOf(`client ${index}`),
      ...access[auth],
    });
  }

  /** A function of the user's that does not always do what it should. */
  private oddTokens(index: number, token: string): (refused?: string) => Promise<string> {
    let asked = 0;
    return async (refused) => {
      const label = `client ${index} token ${asked++}`;
      if (!this.random.happens(`${label} is odd`, 0.4)) return refused ? this.server.issueToken() : token;
      const ways = {
        undefined: () => undefined as unknown as string,
        "the same": () => token,
        "line break": () => `${this.server.issueToken()}\n`,
        throws: () => {
          throw new Error("no token today");
        },
        hangs: () => new Promise<string>(() => {}),
      };
      return ways[this.random.pick(`${label} way`, Object.keys(ways) as (keyof typeof ways)[])]();
    };
  }

  /** Whatever no result may show. */
  secrets(): string[] {
    return [...Object.values(SECRETS), ...this.server.tokens];
  }
}
