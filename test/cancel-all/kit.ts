// Owns an account in the simulated venue, with a client that cancels in it.
import {
  type CancelAllOptions,
  type CancelAllResult,
  type Client,
  cancelAll,
  createClient,
  type Selection,
} from "../../src/index.js";
import { VirtualClock } from "../cancel/virtual-time.js";
import { Random } from "./world/random.js";
import { CALM, type Conduct, Server } from "./world/server.js";
import { Venue } from "./world/venue.js";

export const BASE_URL = "https://api.example.test";
export const EVERYTHING = { accountIds: [1], where: "everything" } as const;

export interface Stage {
  readonly clock: VirtualClock;
  readonly venue: Venue;
  readonly server: Server;
  readonly client: Client;
  /** Times and orders of the DELETEs that arrived. */
  deletes(): { at: number; orderId: number | undefined }[];
  cancelAll(options?: CancelAllOptions, what?: Partial<Selection>): Promise<CancelAllResult>;
}

export function stage(conduct: Partial<Conduct> = {}): Stage {
  const clock = new VirtualClock(1);
  const venue = new Venue(clock);
  const server = new Server(clock, venue, new Random(1), { ...CALM, ...conduct });
  const client = createClient({
    baseUrl: BASE_URL,
    appKey: "app-key-1",
    credentials: { username: "trader", password: "secret-password" },
    clock,
    fetch: server.fetchFor(() => false),
  });
  return {
    clock,
    venue,
    server,
    client,
    deletes: () => server.arrivals.filter(({ kind }) => kind === "orders"),
    cancelAll: (options, what) => clock.run(cancelAll(client, { ...EVERYTHING, ...what }, options)),
  };
}
