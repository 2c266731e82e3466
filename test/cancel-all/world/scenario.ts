// Owns one schedule: an account or two, what befalls their orders, what gets lost, and the cancel of all of it.
import {
  AutoSharesError,
  type CancelAllOptions,
  type CancelAllResult,
  cancelAll,
  createClient,
  type Plan,
  planCancelAll,
  resumeCancelAll,
  type Selection,
  type Where,
} from "../../../src/index.js";
import { VirtualClock } from "../../cancel/virtual-time.js";
import { MemoryJournal } from "./memory-journal.js";
import { Random } from "./random.js";
import { CALM, type Conduct, Server } from "./server.js";
import { isOver, type Nature, statusOf, type TrueOrder, Venue } from "./venue.js";

export interface Played {
  readonly seed: number;
  readonly clock: VirtualClock;
  readonly venue: Venue;
  readonly server: Server;
  readonly journal: MemoryJournal;
  readonly asked: Required<Pick<Selection, "accountIds" | "where" | "keep">> &
    Pick<CancelAllOptions, "newcomers">;
  readonly conduct: Conduct;
  readonly settleMs: number;
  readonly deadlineMs: number;
  readonly plan: Plan | undefined;
  /** What the last process said, and when it began and ended. */
  readonly result: CancelAllResult;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly crashes: number;
  /** The entry at which the first process ended. */
  readonly crashedAt: number | undefined;
  /** DELETEs that arrived without an entry in the journal. */
  readonly unwritten: string[];
}

const NATURES: readonly Nature[] = ["sticks", "refuses", "rejects", "ignores"];
const SIDES = ["Buy", "Sell", "SellShort", "BuyToCover"];
const STATUSES = [
  "New",
  "New",
  "New",
  "New",
  "PartiallyFilled",
  "Held",
  "Suspended",
  "PendingNew",
  "DoneForDay",
  "Error",
];
/** A few orders, more than a page, and rarely the thousand that an account may have. */
const MOST_ORDERS = [12, 120];
const OLD = ["Canceled", "Filled", "Expired", "Rejected"];

/** Undefined: it threw before anything was sent. `crashAt`: the entry of the journal at which the process ends. */
export async function play(seed: number, crashAt?: number): Promise<Played | undefined> {
  const random = new Random(seed);
  const clock = new VirtualClock(1);
  const venue = new Venue(clock);
  const conduct = drawConduct(random);
  const server = new Server(clock, venue, random, conduct);
  const journal = new MemoryJournal();
  const accountIds = random.chance(0.15) ? [1, 2] : [1];
  const book = drawBook(random, venue, accountIds);
  // Placed long ago.
  await clock.run(clock.wait(60_000));
  scheduleEvents(random, clock, venue, accountIds, book);
  for (let n = random.chance(0.3) ? random.whole(1, 60) : 0; n > 0; n--)
    clock.at(clock.elapsedMs + random.whole(0, 90_000), () => server.stranger(random.pick(accountIds)));

  const settleMs = 2_000;
  const deadlineMs = random.chance(0.2) ? random.whole(1, 60_000) : 1_800_000;
  const asked = {
    accountIds,
    where: drawWhere(random),
    keep: random.chance(0.25) ? book.filter(() => random.chance(0.05)).map(({ id }) => id) : [],
    newcomers: random.pick(["cancel", "cancel", "report"] as const),
  };
  const options = {
    via: random.pick(["api", "api", "venue"] as const),
    newcomers: asked.newcomers,
    settleMs,
  };
  const unwritten: string[] = [];
  const arrived = new Map<string, number>();
  server.onDelete = (accountId, orderId) => {
    const key = `${accountId}/${orderId}`;
    const times = (arrived.get(key) ?? 0) + 1;
    arrived.set(key, times);
    const written = journal.kept.filter(
      (entry) => entry.kind === "sending" && entry.orderId === orderId && entry.accountId === accountId,
    );
    if (written.length < times) unwritten.push(key);
  };

  let crashes = 0;
  let died = new AbortController();
  let plan: Plan | undefined;
  const startedAt = clock.elapsedMs;
  const process = (): ReturnType<typeof createClient> => {
    const own = new AbortController();
    died = own;
    return createClient({
      baseUrl: "https://api.example.test",
      appKey: "app-key-1",
      credentials: { username: "trader", password: "secret-password" },
      clock: mortal(clock, own.signal),
      fetch: server.fetchFor(() => own.signal.aborted),
    });
  };
  let crashed = () => {};
  journal.onCrash = () => {
    crashes += 1;
    died.abort();
    crashed();
  };
  const untilCrash = <T>(work: Promise<T>): Promise<T | undefined> =>
    Promise.race([work, new Promise<undefined>((resolve) => (crashed = () => resolve(undefined)))]);

  const drawnCrash = random.chance(0.3) ? random.whole(2, 40) : undefined;
  journal.crashAt = crashAt ?? drawnCrash;
  if (random.chance(0.03)) journal.fullAt = random.whole(1, 60);
  const abort = new AbortController();
  if (random.chance(0.1)) clock.at(clock.elapsedMs + random.whole(0, 30_000), () => abort.abort());
  const signal = abort.signal;
  const first = async (): Promise<CancelAllResult> => {
    const client = process();
    const selection = { accountIds, where: asked.where, keep: asked.keep };
    if (random.chance(0.4)) plan = JSON.parse(JSON.stringify(await planCancelAll(client, selection)));
    return cancelAll(client, plan ?? selection, { ...options, journal, deadlineMs, signal });
  };
  /** A list that cannot be read at the beginning throws, as long as nothing was sent. */
  const isFair = (error: unknown) =>
    error instanceof AutoSharesError && server.arrivals.every(({ kind }) => kind !== "orders");
  let result: CancelAllResult | undefined;
  try {
    result = await clock.run(untilCrash(first()));
  } catch (error) {
    if (isFair(error)) return undefined;
    throw error;
  }
  while (!result) {
    await clock.run(clock.wait(random.whole(0, 70_000)));
    journal.crashAt = random.chance(0.5) ? journal.kept.length + random.whole(1, 20) : undefined;
    // Whoever goes on has made room on the disk.
    journal.fullAt = undefined;
    result = await clock.run(untilCrash(resumeCancelAll(process(), journal, { deadlineMs, signal })));
  }
  const endedAt = clock.elapsedMs;
  return {
    seed,
    clock,
    venue,
    server,
    journal,
    asked,
    conduct,
    settleMs,
    deadlineMs,
    plan,
    result,
    startedAt,
    endedAt,
    crashes,
    crashedAt: crashAt,
    unwritten,
  };
}

/** A clock whose timers end with the process. */
function mortal(
  clock: VirtualClock,
  died: AbortSignal,
): { now(): number; monotonic(): number; sleep: VirtualClock["sleep"] } {
  const sleep = (ms: number, signal: AbortSignal): Promise<void> => {
    if (died.aborted) return new Promise(() => {});
    return new Promise((resolve) => {
      clock.sleep(ms, AbortSignal.any([signal, died])).then(() => died.aborted || resolve());
    });
  };
  return { now: clock.now, monotonic: clock.monotonic, sleep };
}

function drawConduct(random: Random): Conduct {
  const isCalm = random.chance(0.3);
  const share = (most: number) => (isCalm || random.chance(0.5) ? 0 : random.next() * most);
  return {
    ...CALM,
    latencyMs: random.pick([
      [5, 20],
      [20, 80],
      [50, 900],
    ]),
    lagMs: isCalm ? 0 : random.whole(0, 2_000),
    lostRequests: share(0.05),
    lostAnswers: share(0.08),
    brokenAnswers: share(0.05),
    sorts: random.chance(0.8),
    shape: random.pick(["page", "page", "null-link", "array"]),
    legs: random.pick(["nested", "rows", "both"]),
    pendingAgain: random.pick([204, 409]),
    tokenMs: random.chance(0.3) ? random.whole(2_000, 60_000) : Number.POSITIVE_INFINITY,
    saysRetryAfter: random.chance(0.7),
  };
}

function drawBook(random: Random, venue: Venue, accountIds: readonly number[]): TrueOrder[] {
  const odd = random.chance(0.5) ? random.next() * 0.15 : 0;
  const book: TrueOrder[] = [];
  const most = random.pick(MOST_ORDERS);
  const count = random.whole(0, random.chance(0.01) ? 1_000 : most);
  for (let n = 0; n < count; n++) {
    const accountId = random.pick(accountIds);
    const isOld = random.chance(0.2);
    const order = venue.place({
      ...drawFacts(random, odd),
      accountId,
      Status: random.pick(isOld ? OLD : STATUSES),
    });
    book.push(order);
    if (!isOld && random.chance(0.08)) book.push(...drawLegs(random, venue, order, odd));
  }
  return book;
}

function drawLegs(random: Random, venue: Venue, parent: TrueOrder, odd: number): TrueOrder[] {
  const { accountId, id } = parent;
  return Array.from({ length: random.whole(1, 2) }, () =>
    venue.place({ ...drawFacts(random, odd), accountId, ParentId: id, Status: random.pick(["Held", "New"]) }),
  );
}

function drawFacts(random: Random, odd: number): Parameters<Venue["place"]>[0] & object {
  return {
    Side: random.pick(SIDES),
    Type: random.pick(["Limit", "Limit", "Market", "Stop"]),
    Symbol: random.pick(["AAPL", "MSFT"]),
    Quantity: random.whole(1, 500),
    nature: random.chance(odd) ? random.pick(NATURES) : "obeys",
    venueMs: random.chance(0.1) ? random.whole(0, 15_000) : random.whole(50, 800),
  };
}

function drawWhere(random: Random): Where {
  return random.pick<Where>([
    "everything",
    "everything",
    { side: "Buy" },
    { symbol: "aapl" },
    { side: "Sell", type: "limit" },
  ]);
}

function scheduleEvents(
  random: Random,
  clock: VirtualClock,
  venue: Venue,
  accountIds: readonly number[],
  book: readonly TrueOrder[],
): void {
  const spanMs = random.pick([2_000, 20_000, 150_000]);
  const soon = () => clock.elapsedMs + random.whole(0, spanMs);
  for (const order of book) {
    if (isOver(statusOf(order)) || !random.chance(0.12)) continue;
    const event = random.pick(["fill", "expire", "replace"] as const);
    clock.at(soon(), () => venue[event](order));
  }
  for (let n = random.chance(0.4) ? random.whole(1, 8) : 0; n > 0; n--)
    clock.at(soon(), () => venue.place({ ...drawFacts(random, 0), accountId: random.pick(accountIds) }));
}
