// Schedules of everything that can go wrong, and the truth that every result is held to.
import fc from "fast-check";
import type { CancelResult } from "../../src/index.js";
import {
  type EventName,
  FAULTS,
  type FaultName,
  type RequestRecord,
  type Sandbox,
  type Status,
  SWITCHES,
  type Switches,
} from "../../src/sandbox/index.js";
import { STATUSES } from "../../src/sandbox/lifecycle.js";
import type { Simulation } from "./simulation.js";

export interface Schedule {
  via: "api" | "venue";
  deadlineMs: number;
  status: Status;
  plan: { event: EventName; after: number; share?: number }[];
  /** What befalls the order by itself. */
  events: { event: EventName; inMs: number }[];
  /** What the next requests meet. */
  faults: { on: "cancel" | "read" | "token"; fault?: FaultName; delayMs: number; times: number }[];
  switches: Partial<Switches>;
  /** When all tokens end, in milliseconds from the start. */
  tokensEnd: number[];
  abortAtMs: number | undefined;
  /** Cancels of other orders, at the same time and before. */
  others: number;
  accountId: number;
}

const VENUE_EVENTS: EventName[] = [
  "cancel-confirmed",
  "cancel-rejected",
  "part-filled",
  "filled",
  "expired",
  "replaced",
];

const switches = fc.record(
  Object.fromEntries(Object.entries(SWITCHES).map(([name, { sides }]) => [name, fc.constantFrom(...sides)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Switches>>;

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  via: fc.constantFrom("api", "venue"),
  deadlineMs: fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 3_000, max: 90_000 })),
  // Mostly open: that is where everything happens.
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Status[]>("New", "PartiallyFilled") },
    fc.constantFrom(...STATUSES),
  ),
  plan: fc.array(
    fc.record({
      event: fc.constantFrom(...VENUE_EVENTS),
      after: fc.double({ min: 0, max: 8, noNaN: true }),
      share: fc.constant(0.3),
    }),
    { maxLength: 3 },
  ),
  events: fc.array(
    fc.record({ event: fc.constantFrom(...VENUE_EVENTS), inMs: fc.integer({ min: 0, max: 20_000 }) }),
    { maxLength: 2 },
  ),
  faults: fc.array(
    fc.record({
      on: fc.constantFrom("cancel", "cancel", "read", "token"),
      fault: fc.option(fc.constantFrom(...(Object.keys(FAULTS) as FaultName[])), { nil: undefined }),
      delayMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12_000 })),
      times: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 6 },
  ),
  switches,
  tokensEnd: fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 2 }),
  abortAtMs: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined, freq: 4 }),
  others: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 60 })),
  accountId: fc.oneof({ weight: 12, arbitrary: fc.constant(6303) }, fc.constantFrom(6304, 7125, 1)),
}) as fc.Arbitrary<Schedule>;

/** The order that a schedule is about. */
export const ORDER = 900_000;

/** Puts the schedule into the sandbox. */
export function prepare({ clock, sandbox }: Simulation, schedule: Schedule): void {
  // Nothing of the schedule before may befall this one.
  clock.close();
  sandbox.reset();
  sandbox.setSwitches(schedule.switches);
  const { status, plan, events, faults, via, tokensEnd } = schedule;
  sandbox.putOrder(ORDER, { status, plan: [...plan].sort((a, b) => a.after - b.after) });
  for (let other = 1; other <= schedule.others; other++) sandbox.putOrder(ORDER + other, { status: "New" });
  for (const { event, inMs } of events) clock.at(clock.now() + inMs, () => befall(sandbox, event));
  const operations = {
    cancel: via === "venue" ? "cancelSyncOrder" : "cancelOrder",
    read: via === "venue" ? "getSyncOrder" : "getOrder",
    token: "createToken",
  };
  for (const { on, fault, delayMs, times } of faults) {
    sandbox.script({ match: { operation: operations[on] }, ...(fault && { fault }), delayMs, times });
  }
  for (const inMs of tokensEnd) clock.at(clock.now() + inMs, () => sandbox.endTokens());
}

/** An event that the order is in no state for does not happen. */
function befall(sandbox: Sandbox, event: EventName): void {
  try {
    sandbox.event(ORDER, event);
  } catch {
    // As at a venue: too late for it.
  }
}

function abort({ clock }: Simulation, { abortAtMs }: Schedule): { signal?: AbortSignal } {
  if (abortAtMs === undefined) return {};
  const controller = new AbortController();
  clock.at(clock.now() + abortAtMs, () => controller.abort());
  return { signal: controller.signal };
}

export async function play(simulation: Simulation, schedule: Schedule): Promise<CancelResult> {
  prepare(simulation, schedule);
  const { via, deadlineMs, others, accountId } = schedule;
  const client = simulation.client();
  const start = (orderId: number, account = 6303) =>
    simulation.cancel(client, {
      via,
      deadlineMs,
      orderId,
      accountId: account,
      ...abort(simulation, schedule),
    });
  const all = Array.from({ length: others }, (_, index) => start(ORDER + 1 + index));
  const result = start(ORDER, accountId);
  await simulation.run(Promise.all([result, ...all]));
  return result;
}

const BY_VERDICT: Record<string, readonly Status[]> = {
  canceled: ["Canceled"],
  "too-late": ["Filled", "Expired", "Rejected"],
  superseded: ["Replaced"],
};

/** Every way in which the result claims more than is true, in words; none for a truthful one. */
export function lies({ sandbox }: Simulation, schedule: Schedule, result: CancelResult): string[] {
  const truth = sandbox.order(ORDER);
  const history = truth?.history ?? [];
  const requests = sandbox.requests();
  const been = BY_VERDICT[result.verdict];
  const tookEffect = history.some(({ event, by }) => by === "api" && event === "cancel-taken");
  const found: [string, boolean][] = [
    [
      `${result.verdict}, but it never was`,
      been !== undefined && !history.some(({ to }) => been.includes(to)),
    ],
    [
      `${result.verdict}, but a cancel took effect`,
      ["not-found", "not-sent", "denied"].includes(result.verdict) && tookEffect,
    ],
    ["pending, but no cancel was taken", result.verdict === "pending" && !tookEffect && !wasPending(history)],
    [
      "still open, but it was not when it was read",
      result.verdict === "still-open" && !wasOpenWhenRead(history, result),
    ],
    ["a DELETE after it was seen closed or pending", deletedAfterSeen(requests, result)],
    [`${past(schedule, result)} ms past the deadline`, past(schedule, result) > 1],
    ["more order requests than the limit", busiest(requests, /^cancel/) > 50],
    ["more reads than the limit", busiest(requests, /^get/) > 120],
    ["more token requests than the limit", busiest(requests, /^createToken/) > 10],
    ["a secret in the result", /sandbox-app-key|sandbox-token|"sandbox"|trader/.test(JSON.stringify(result))],
  ];
  return found.flatMap(([lie, isOne]) => (isOne ? [lie] : []));
}

const past = ({ deadlineMs }: Schedule, { startedAt, endedAt }: CancelResult): number =>
  Date.parse(endedAt) - Date.parse(startedAt) - deadlineMs;

type History = readonly { at: number; to: Status }[];

const wasPending = (history: History): boolean => history.some(({ to }) => to === "PendingCancel");

function wasOpenWhenRead(history: History, { observations }: CancelResult): boolean {
  const read = observations.findLast(({ order }) => order);
  return history.some(({ to }) => to === read?.order?.Status);
}

function deletedAfterSeen(
  requests: readonly RequestRecord[],
  { observations, orderId }: CancelResult,
): boolean {
  const closing = /^(Canceled|Filled|Rejected|Expired|Replaced|PendingCancel)$/;
  const seen = observations.find(({ order }) => order && closing.test(order.Status));
  return (
    seen !== undefined &&
    requests.some(
      ({ operation, orderId: id, at }) =>
        id === orderId && /^cancel/.test(operation ?? "") && at > Date.parse(seen.at),
    )
  );
}

/** The most requests in any rolling minute, per account. */
function busiest(requests: readonly RequestRecord[], operations: RegExp): number {
  const times = new Map<number | undefined, number[]>();
  for (const { operation, accountId, at } of requests) {
    if (operations.test(operation ?? "")) times.set(accountId, [...(times.get(accountId) ?? []), at]);
  }
  const most = [...times.values()].map((all) =>
    Math.max(...all.map((start) => all.filter((at) => at >= start && at < start + 60_000).length)),
  );
  return Math.max(0, ...most);
}
