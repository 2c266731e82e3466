// Keeps to the API's limits: a rolling window per client, account and kind. May use the generated limits.
import { rateLimits } from "../generated/operations.js";

/**
 * Counts requests that are under way and those whose answer came less than a window ago. From the answer on, not
 * from the start: when it arrived at the server is between the two, and only so the server never sees more.
 */
export class Window {
  private underWay = 0;
  private freed = once();
  private readonly ended: number[] = [];

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Milliseconds until `count` more may start; 0 for now. Infinity while only requests under way can make room. */
  waitMs(count: number, now: number): number {
    while (this.ended.length > 0 && (this.ended[0] as number) + this.windowMs <= now) this.ended.shift();
    const over = this.underWay + this.ended.length + count - this.limit;
    if (over <= 0) return 0;
    const frees = this.ended[over - 1];
    return frees === undefined ? Number.POSITIVE_INFINITY : frees + this.windowMs - now;
  }

  /** Resolves when the next request that is under way is over. */
  get whenFreed(): Promise<void> {
    return this.freed.happened;
  }

  start(count: number): void {
    this.underWay += count;
  }

  /** Of the `started` requests only `sent` left. */
  end(started: number, sent: number, now: number): void {
    this.underWay -= started;
    this.freed.happen();
    this.freed = once();
    for (let index = 0; index < sent; index++) this.ended.push(now);
  }
}

function once(): { happened: Promise<void>; happen: () => void } {
  let happen = () => {};
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happened, happen };
}

export interface Limits {
  orders: Window;
  reads: Window;
}

const ofClients = new WeakMap<object, Map<number, Limits>>();

/** The windows of one account, shared by all cancels of a client. Another program's requests are not known here. */
export function limitsOf(client: object, accountId: number): Limits {
  const accounts = ofClients.get(client) ?? new Map<number, Limits>();
  ofClients.set(client, accounts);
  const { orders, reads } = rateLimits;
  const limits = accounts.get(accountId) ?? {
    orders: new Window(orders.limit, orders.windowMs),
    reads: new Window(reads.limit, reads.windowMs),
  };
  accounts.set(accountId, limits);
  return limits;
}
