// Owns the API in front of the venue: limits, tokens, pages, reads that lag, and everything that gets lost on the way.
import type { Fetch, FetchInit, FetchResponse } from "../../../src/index.js";
import type { VirtualClock } from "../../cancel/virtual-time.js";
import type { Random } from "./random.js";
import { momentOf, type TrueOrder, type Venue } from "./venue.js";

export interface Conduct {
  /** Milliseconds from a request to its answer. */
  readonly latencyMs: readonly [number, number];
  /** The most by which a read may lag. */
  readonly lagMs: number;
  /** Share of requests that do not arrive, and of answers that do not. */
  readonly lostRequests: number;
  readonly lostAnswers: number;
  /** Share of answers that are 500 though the request was carried out. */
  readonly brokenAnswers: number;
  /** Sorts as asked. Otherwise the newest comes first. */
  readonly sorts: boolean;
  readonly shape: "page" | "null-link" | "array";
  /** Legs inside of their parent, as rows of their own, or both. */
  readonly legs: "nested" | "rows" | "both";
  readonly pendingAgain: 204 | 409;
  /** Milliseconds that a token is good for. */
  readonly tokenMs: number;
  readonly saysRetryAfter: boolean;
}

export const CALM: Conduct = {
  latencyMs: [20, 80],
  lagMs: 0,
  lostRequests: 0,
  lostAnswers: 0,
  brokenAnswers: 0,
  sorts: true,
  shape: "page",
  legs: "nested",
  pendingAgain: 204,
  tokenMs: Number.POSITIVE_INFINITY,
  saysRetryAfter: true,
};

export interface Arrival {
  readonly at: number;
  readonly kind: "orders" | "reads" | "tokens";
  readonly accountId: number;
  readonly orderId: number | undefined;
  readonly status: number;
}

const LIMITS = { orders: 50, reads: 120, tokens: 10 } as const;
const WINDOW_MS = 60_000;

export class Server {
  readonly arrivals: Arrival[] = [];
  /** Called when a DELETE has arrived, before anything is done. */
  onDelete: (accountId: number, orderId: number) => void = () => {};
  readonly #clock: VirtualClock;
  readonly #venue: Venue;
  readonly #random: Random;
  readonly #conduct: Conduct;
  /** Requests of other programs, by account. */
  readonly #strangers: { at: number; accountId: number }[] = [];
  readonly #tokens = new Map<string, number>();

  constructor(clock: VirtualClock, venue: Venue, random: Random, conduct: Conduct) {
    this.#clock = clock;
    this.#venue = venue;
    this.#random = random;
    this.#conduct = conduct;
  }

  /** Another program uses the same account. */
  stranger(accountId: number): void {
    this.#strangers.push({ at: this.#clock.elapsedMs, accountId });
  }

  /** A `fetch` for one process. Once `isDead` says so, nothing of it arrives and nothing comes back. */
  fetchFor(isDead: () => boolean): Fetch {
    return async (url, init) => {
      const { latencyMs, lostRequests, lostAnswers, brokenAnswers } = this.#conduct;
      const [fast, slow] = latencyMs;
      await this.#travel(this.#random.whole(fast, slow) / 2, init.signal);
      if (isDead()) return new Promise(() => {});
      if (this.#random.chance(lostRequests)) return this.#lose(init.signal);
      const response = this.#answer(new URL(url), init);
      if (this.#random.chance(lostAnswers)) return this.#lose(init.signal);
      await this.#travel(this.#random.whole(fast, slow) / 2, init.signal);
      if (isDead()) return new Promise(() => {});
      return this.#random.chance(brokenAnswers) && response.status < 300 ? answer(500) : response;
    };
  }

  async #travel(ms: number, signal: AbortSignal | undefined): Promise<void> {
    await this.#clock.sleep(ms, signal ?? new AbortController().signal);
    signal?.throwIfAborted();
  }

  /** A reset, or no answer until the client gives up. */
  async #lose(signal: AbortSignal | undefined): Promise<FetchResponse> {
    await this.#travel(this.#random.chance(0.5) ? 30 : 60_000, signal);
    throw new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
  }

  #answer(url: URL, init: FetchInit): FetchResponse {
    const headers = new Headers(init.headers);
    if (url.pathname === "/token") return this.#signIn();
    const [, account = "", , order] = /accounts\/(\d+)\/(sync)?orders(?:\/(\d+))?$/.exec(url.pathname) ?? [];
    const accountId = Number(account);
    const orderId = order === undefined ? undefined : Number(order);
    const kind = init.method === "DELETE" ? "orders" : "reads";
    const respond = () => {
      if (this.#isOver(kind, accountId)) return this.#tooMany();
      const until = this.#tokens.get(headers.get("authorization") ?? "") ?? 0;
      if (until <= this.#clock.elapsedMs)
        return answer(401, { Message: "Authorization has been denied for this request." });
      if (kind === "orders") return this.#cancel(accountId, orderId ?? 0);
      return orderId === undefined ? this.#list(accountId, url.searchParams) : this.#one(accountId, orderId);
    };
    const response = respond();
    this.arrivals.push({ at: this.#clock.elapsedMs, kind, accountId, orderId, status: response.status });
    return response;
  }

  #signIn(): FetchResponse {
    this.arrivals.push({
      at: this.#clock.elapsedMs,
      kind: "tokens",
      accountId: 0,
      orderId: undefined,
      status: 200,
    });
    const token = `token-${this.#tokens.size}`;
    this.#tokens.set(`Bearer ${token}`, this.#clock.elapsedMs + this.#conduct.tokenMs);
    return answer(200, { State: "Succeeded", Token: token });
  }

  #isOver(kind: "orders" | "reads", accountId: number): boolean {
    const from = this.#clock.elapsedMs - WINDOW_MS;
    const mine = this.arrivals.filter(
      (one) => one.at >= from && one.kind === kind && one.accountId === accountId && one.status !== 429,
    );
    const theirs = this.#strangers.filter(
      (one) => kind === "orders" && one.at >= from && one.accountId === accountId,
    );
    return mine.length + theirs.length + 1 > LIMITS[kind];
  }

  #tooMany(): FetchResponse {
    return answer(429, undefined, this.#conduct.saysRetryAfter ? { "Retry-After": "5" } : {});
  }

  #cancel(accountId: number, orderId: number): FetchResponse {
    this.onDelete(accountId, orderId);
    const order = this.#venue.orders.get(orderId);
    if (order?.accountId !== accountId) return answer(404);
    return answer(this.#venue.cancel(order, this.#conduct.pendingAgain));
  }

  #asOf(): number {
    return this.#clock.elapsedMs - this.#random.whole(0, this.#conduct.lagMs);
  }

  #one(accountId: number, orderId: number): FetchResponse {
    const order = this.#venue.orders.get(orderId);
    const shown = order?.accountId === accountId ? this.#shown(order, this.#asOf()) : undefined;
    return shown ? answer(200, shown) : answer(404);
  }

  #list(accountId: number, query: URLSearchParams): FetchResponse {
    const asOf = this.#asOf();
    const { sorts, shape, legs } = this.#conduct;
    const all = [...this.#venue.orders.values()].filter((order) => {
      const isRow = legs !== "nested" || order.facts.ParentId === undefined;
      return isRow && order.accountId === accountId && momentOf(order, asOf) !== undefined;
    });
    if (!sorts || query.get("desc") === "true") all.reverse();
    const size = Number(query.get("pageSize"));
    const from = Number(query.get("pageNumber")) * size;
    const Result = all.slice(from, from + size).map((order) => this.#shown(order, asOf));
    if (shape === "array") return answer(200, Result);
    const isLast = from + size >= all.length;
    const none = shape === "null-link" ? null : "";
    return answer(200, {
      Result,
      NextPageLink: isLast ? none : "next",
      PreviousPageLink: none,
      TotalCount: all.length,
    });
  }

  #shown(order: TrueOrder, asOf: number): object | undefined {
    const moment = momentOf(order, asOf);
    if (!moment) return undefined;
    const { at: _, ...state } = moment;
    const legs = this.#conduct.legs === "rows" ? [] : this.#venue.legsOf(order);
    const Legs = legs.flatMap((leg) => this.#shown(leg, asOf) ?? []);
    return {
      Id: order.id,
      AccountId: order.accountId,
      ParentId: -1,
      ...order.facts,
      ...state,
      ...(Legs.length > 0 && { Legs }),
    };
  }
}

/** Without a stream to be read: that would take turns of the event loop. */
function answer(status: number, data?: unknown, headers: Record<string, string> = {}): FetchResponse {
  const text = data === undefined ? "" : JSON.stringify(data);
  const type = data === undefined ? {} : { "Content-Type": "application/json" };
  const response: FetchResponse = {
    status,
    headers: new Headers({ ...type, ...headers }),
    text: async () => text,
    clone: () => response,
  };
  return response;
}

/** The most requests of a kind that any closed window has seen. */
export function busiest(arrivals: readonly Arrival[], kind: Arrival["kind"]): number {
  let most = 0;
  const byAccount = new Map<number, number[]>();
  for (const one of arrivals)
    if (one.kind === kind) byAccount.set(one.accountId, [...(byAccount.get(one.accountId) ?? []), one.at]);
  for (const times of byAccount.values()) {
    for (let first = 0, last = 0; last < times.length; last++) {
      while ((times[first] ?? 0) < (times[last] ?? 0) - WINDOW_MS) first += 1;
      most = Math.max(most, last - first + 1);
    }
  }
  return most;
}
