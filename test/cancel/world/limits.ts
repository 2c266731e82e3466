// The server's limits: so many of a kind in any closed minute, counted when they arrive, strangers included; and
// what it says about them. Also what is held against a client: its own requests, whoever else uses the account.
import type { SimulatedClock } from "./clock.js";
import type { Kind, Sent } from "./log.js";
import type { Random } from "./random.js";

const LIMITS = { delete: 50, read: 120, list: 120, token: 10 } as const;
export const MINUTE = 60_000;

export const groupOf = (kind: Kind): "delete" | "read" | "token" => (kind === "list" ? "read" : kind);

/** When the next may come, and how the answer says it. Undefined: it does not say it in a way that can be used. */
export interface Refusal {
  readonly headers: Record<string, string>;
  readonly waitMs: number | undefined;
}

type Way =
  | "seconds"
  | "fraction"
  | "date"
  | "reset"
  | "zero"
  | "past"
  | "absurd"
  | "garbage"
  | "none"
  | "far";

const WAYS: Record<Way, number> = {
  seconds: 8,
  fraction: 2,
  date: 2,
  reset: 3,
  zero: 2,
  past: 1,
  absurd: 1,
  garbage: 1,
  none: 4,
  far: 1,
};

export class Limiter {
  private readonly arrivals = new Map<string, number[]>();

  constructor(
    private readonly clock: SimulatedClock,
    private readonly random: Random,
  ) {}

  /** Counts a request; true if it is one too many. */
  isOver(kind: Kind, accountId: number | undefined): boolean {
    const group = groupOf(kind);
    const key = `${group} ${group === "token" ? "" : accountId}`;
    const now = this.clock.monotonic();
    const recent = (this.arrivals.get(key) ?? []).filter((at) => at >= now - MINUTE);
    this.arrivals.set(key, recent);
    if (recent.length >= LIMITS[group]) return true;
    recent.push(now);
    return false;
  }

  /** What a success says of the limit, where it is near; and how long to wait, if nothing is left. */
  near(kind: Kind, accountId: number | undefined): Refusal {
    const group = groupOf(kind);
    const recent = this.arrivals.get(`${group} ${group === "token" ? "" : accountId}`) ?? [];
    const left = Math.max(0, LIMITS[group] - recent.length);
    if (left > 3) return { headers: {}, waitMs: undefined };
    const reset = Math.ceil(this.clock.trueTime((recent[0] ?? 0) + MINUTE) / 1000);
    const headers = {
      "x-ratelimit-limit": String(LIMITS[group]),
      "x-ratelimit-remaining": String(left),
      "x-ratelimit-reset": String(reset),
    };
    return { headers, waitMs: left === 0 ? reset * 1000 - this.clock.trueTime() : undefined };
  }

  strangers(accountId: number, count: number): void {
    for (let index = 0; index < count; index++) this.isOver("delete", accountId);
  }

  refusal(label: string): Refusal {
    const way = this.random.weighted(`${label} way`, WAYS);
    return refuse(way, this.random.between(`${label} seconds`, 1, 12), this.clock.trueTime());
  }
}

function refuse(way: Way, seconds: number, serverNow: number): Refusal {
  const httpDate = (ms: number) => new Date(ms).toUTCString();
  const full = Math.floor(serverNow / 1000) * 1000 + seconds * 1000;
  const says: Record<Way, [Record<string, string>, number | undefined]> = {
    seconds: [{ "retry-after": String(seconds) }, seconds * 1000],
    fraction: [{ "retry-after": `${seconds}.5` }, seconds * 1000 + 500],
    // A date has whole seconds.
    date: [{ "retry-after": httpDate(full) }, full - serverNow],
    reset: [
      { "x-ratelimit-limit": "50", "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(full / 1000) },
      full - serverNow,
    ],
    zero: [{ "retry-after": "0" }, undefined],
    past: [{ "retry-after": httpDate(serverNow - 9_000) }, undefined],
    absurd: [{ "retry-after": "Sat, 13 Sep 275760 00:00:00 GMT" }, undefined],
    garbage: [{ "retry-after": "soon" }, undefined],
    none: [{}, undefined],
    far: [{ "retry-after": "3600" }, 3_600_000],
  };
  const [headers, waitMs] = says[way];
  return { headers, waitMs };
}

/** The most requests of one client and account in any closed minute, by arrival. */
export function tooMany(log: readonly Sent[]): string[] {
  const groups = new Map<string, { times: number[]; limit: number }>();
  for (const sent of log) {
    const group = groupOf(sent.kind);
    const key = `${sent.client} ${group} ${group === "token" ? "" : sent.accountId}`;
    const entry = groups.get(key) ?? { times: [], limit: LIMITS[group] };
    groups.set(key, entry);
    // What arrives after the caller gave it up, or is sent again by the runtime, the caller could not count.
    const [at] = sent.arrivals;
    if (at !== undefined) entry.times.push(Math.min(at, sent.endedAt ?? at));
  }
  return [...groups].flatMap(([key, { times, limit }]) => {
    times.sort((a, b) => a - b);
    const over = times.some((at, index) => index >= limit && at - (times[index - limit] ?? 0) <= MINUTE);
    return over ? [`more than ${limit} in a minute: ${key.split(" ")[1]}`] : [];
  });
}
