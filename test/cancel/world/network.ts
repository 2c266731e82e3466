// The `fetch` of each client: what it sends is put on record when it leaves, travels, may be lost, arrives, and
// the answer travels back. It does with a signal and a body what the platform's `fetch` does with them.
import { type Answer, html } from "./answers.js";
import type { SimulatedClock } from "./clock.js";
import type { Kind, Sent } from "./log.js";
import { MISHAPS, type Mishap, mishapOf } from "./mishaps.js";
import type { Random } from "./random.js";
import type { Server } from "./server.js";

type Fetch = typeof globalThis.fetch;

const ORDERS = /\/accounts\/(\d+)\/(?:sync)?orders(?:\/(\d+))?$/;

/** One `fetch` under way. */
interface Trip {
  readonly sent: Sent;
  readonly headers: Headers;
  readonly url: URL;
  readonly signal: AbortSignal | null | undefined;
  readonly mishap: Mishap;
  readonly label: string;
  resolve(response: Response): void;
  reject(error: unknown): void;
}

export class Network {
  readonly log: Sent[] = [];
  /** Until then a captive portal answers everything. */
  portalUntil = 0;
  /** Until then nothing is reached at all. */
  downUntil = 0;
  /** The address of this client was mistaken: nothing is there. */
  readonly misdirected = new Set<string>();

  constructor(
    private readonly clock: SimulatedClock,
    private readonly random: Random,
    private readonly server: Server,
    private readonly trouble: number,
  ) {}

  fetchOf(client: string): Fetch {
    return (input, init = {}) =>
      new Promise((resolve, reject) => {
        const { signal } = init;
        if (signal?.aborted) return reject(signal.reason);
        const url = new URL(String(input));
        const sent = this.record(client, url, init.method ?? "GET");
        const label = `request ${sent.n}`;
        const name = mishapOf(sent.kind, this.random, label, this.trouble);
        sent.note = name ?? "";
        const headers = new Headers(init.headers);
        const settle = (): boolean => {
          if (sent.endedAt !== undefined) return false;
          sent.endedAt = this.clock.monotonic();
          return true;
        };
        const abort = () => {
          if (!settle()) return;
          sent.aborted = true;
          reject(signal?.reason);
        };
        signal?.addEventListener("abort", abort, { once: true });
        this.start({
          sent,
          headers,
          url,
          signal,
          label,
          mishap: name ? MISHAPS[name] : { weight: 0, kinds: [] },
          resolve,
          reject: (error) => settle() && reject(error),
        });
      });
  }

  private record(client: string, { pathname }: URL, method: string): Sent {
    const [, account, order] = ORDERS.exec(pathname) ?? [];
    const read: Kind = order ? "read" : "list";
    const orders: Kind = method === "DELETE" ? "delete" : read;
    const sent: Sent = {
      n: this.log.length,
      client,
      kind: pathname.endsWith("/token") ? "token" : orders,
      path: pathname,
      accountId: account ? Number(account) : undefined,
      orderId: order ? Number(order) : undefined,
      slow: pathname.includes("/syncorders"),
      leftAt: this.clock.monotonic(),
      left: true,
      arrivals: [],
      complete: false,
      body: "",
      headers: {},
      aborted: false,
      taken: false,
      doubled: false,
      note: "",
    };
    this.log.push(sent);
    return sent;
  }

  private start(trip: Trip): void {
    const { sent, mishap, label } = trip;
    const now = this.clock.monotonic();
    if (mishap.there === "no connection" || now < this.downUntil) {
      sent.left = false;
      const reason = this.random.pick(`${label} reason`, NO_CONNECTION);
      this.clock.after(this.random.between(`${label} fails`, 1, 60), () => trip.reject(failed(reason)));
      return;
    }
    if (now < this.portalUntil) {
      this.clock.after(5, () => this.deliver(trip, html(200)));
      return;
    }
    if (mishap.there === "lost") {
      this.lose(trip);
      return;
    }
    const late = mishap.there === "late" ? this.random.pick(`${label} late`, [700, 4_000, 25_000]) : 0;
    const there = this.random.between(`${label} there`, 1, 60) + late;
    this.clock.after(there, () => this.arrive(trip));
  }

  private arrive(trip: Trip): void {
    const { sent, mishap, label } = trip;
    const { instead, reaches } = mishap;
    const reached =
      !instead ||
      reaches === "always" ||
      (reaches === "sometimes" && this.random.draw(`${label} reached`) < 0.5);
    sent.doubled = mishap.there === "twice";
    const answer = reached ? this.serve(trip) : undefined;
    sent.doubled &&= sent.taken;
    if (sent.doubled) {
      const again = this.random.between(`${label} again`, 1, 30);
      this.clock.after(again, () => this.comeBack(trip, this.second(trip)));
      return;
    }
    this.comeBack(trip, instead?.(this.random, label) ?? answer);
  }

  /** What the second of two is answered: usually that it is too late for it. */
  private second(trip: Trip): Answer | undefined {
    const { instead } = MISHAPS[this.random.pick(`${trip.label} second`, SECOND)] as Mishap;
    const own = this.random.draw(`${trip.label} own`) < 0.5;
    return own || !instead ? this.serve(trip) : instead(this.random, `${trip.label} second`);
  }

  private serve({ sent, headers, url }: Trip): Answer {
    sent.arrivals.push(this.clock.monotonic());
    if (this.misdirected.has(sent.client)) return this.server.noResource(sent.path);
    return this.server.answer(sent, headers, Number(url.searchParams.get("pageNumber") ?? 0));
  }

  private comeBack(trip: Trip, answer: Answer | undefined): void {
    const { sent, mishap, label } = trip;
    if (mishap.back === "lost" || !answer) {
      this.lose(trip);
      return;
    }
    const venue = sent.slow ? this.random.between(`${label} venue`, 10, 900) : 0;
    const late = mishap.back === "late" ? this.random.pick(`${label} late`, [900, 5_000, 40_000]) : 0;
    this.clock.after(this.random.between(`${label} back`, 1, 60) + venue + late, () =>
      this.deliver(trip, answer),
    );
  }

  private lose({ reject, label }: Trip): void {
    // Otherwise nothing is ever heard of it.
    if (this.random.draw(`${label} reset`) < 0.5)
      this.clock.after(this.random.between(`${label} resets`, 1, 3_000), () => reject(failed("ECONNRESET")));
  }

  private deliver({ sent, signal, mishap, resolve }: Trip, answer: Answer): void {
    // Nobody waits for it any more.
    if (sent.endedAt !== undefined) return;
    const broken = answer.body !== "" && (mishap.back === "cut" || mishap.back === "stalled");
    sent.status = answer.status;
    sent.headers = answer.headers;
    sent.body = answer.body;
    if (!broken) {
      sent.endedAt = this.clock.monotonic();
      sent.complete = true;
      // Seconds count from the answer, a date does not.
      const isRelative = /^[\d.]+$/.test(answer.headers["retry-after"] ?? "");
      const from = isRelative ? sent.endedAt : (sent.arrivals.at(-1) ?? 0);
      sent.toldUntil = answer.toldToWaitMs === undefined ? undefined : from + answer.toldToWaitMs;
    } else if (mishap.back === "cut") sent.endedAt = this.clock.monotonic();
    const body = broken ? half(answer.body, mishap.back === "cut", signal) : answer.body || null;
    // As servers do: to the second.
    const date = new Date(this.clock.trueTime(sent.arrivals.at(-1))).toUTCString();
    resolve(new Response(body, { status: answer.status, headers: { date, ...answer.headers } }));
  }
}

const SECOND = ["another refusal", "not found", "forbidden", "unauthorized"] as const;
const NO_CONNECTION = ["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"] as const;
const SYSCALLS: Record<string, object> = {
  ECONNREFUSED: { syscall: "connect" },
  ENOTFOUND: { syscall: "getaddrinfo" },
};

/** As Node's `fetch` fails. */
function failed(code: string): TypeError {
  return new TypeError("fetch failed", {
    cause: Object.assign(new Error(code), { code, ...SYSCALLS[code] }),
  });
}

/** The first half of a body; then it breaks, or nothing more comes. */
function half(body: string, breaks: boolean, signal: AbortSignal | null | undefined): ReadableStream {
  const bytes = new TextEncoder().encode(body.slice(0, body.length / 2));
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      signal?.addEventListener("abort", () => controller.error(signal.reason), { once: true });
    },
    pull(controller) {
      if (breaks) controller.error(failed("UND_ERR_SOCKET"));
    },
  });
}
