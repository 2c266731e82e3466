// What all cancels of one account share: the API's limits, a rolling window of each kind, and who is canceling
// which order. May use the generated limits.
import { rateLimits } from "../generated/operations.js";
import type { Run } from "./cancel.js";

/** Room for requests. */
export interface Window {
  /** Milliseconds until `count` more may start; 0 for now. Infinity while only requests under way can make room. */
  waitMs(count: number, now: number): number;
  /** Resolves when the next request that is under way is over. */
  whenFreed(): Promise<void>;
  start(count: number): void;
  /** Of the `started` requests only `sent` left. */
  end(started: number, sent: number, now: number): void;
}

/**
 * Counts requests that are under way and those whose answer came less than a window ago. From the answer on, not
 * from the start: when it arrived at the server is between the two, and only so the server never sees more.
 */
function openWindow({ limit, windowMs }: { limit: number; windowMs: number }): Window {
  let underWay = 0;
  let ended: number[] = [];
  let waiting: (() => void)[] = [];
  return {
    waitMs(count, now) {
      ended = ended.filter((at) => at + windowMs > now);
      const over = underWay + ended.length + count - limit;
      return over <= 0 ? 0 : (ended[over - 1] ?? Number.POSITIVE_INFINITY) + windowMs - now;
    },
    whenFreed: () => new Promise((resolve) => waiting.push(resolve)),
    start(count) {
      underWay += count;
    },
    end(started, sent, now) {
      underWay -= started;
      ended.push(...Array<number>(sent).fill(now));
      for (const wake of waiting) wake();
      waiting = [];
    },
  };
}

export interface Account {
  orders: Window;
  reads: Window;
  /** By order. */
  runs: Map<number, Run>;
}

const ofClients = new WeakMap<object, Map<number, Account>>();

/** One account of a client. Another program's requests are not known here. */
export function accountOf(client: object, accountId: number): Account {
  const accounts = ofClients.get(client) ?? new Map<number, Account>();
  ofClients.set(client, accounts);
  const { orders, reads } = rateLimits;
  const account = accounts.get(accountId) ?? {
    orders: openWindow(orders),
    reads: openWindow(reads),
    runs: new Map<number, Run>(),
  };
  accounts.set(accountId, account);
  return account;
}
