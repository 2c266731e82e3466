// What users do, as data: a schedule is a list of steps, drawn from a seed or made by a property test.

import type { Random } from "./random.js";
import { FOREIGN } from "./server.js";

/** What both calls may be given. */
export interface CallStep {
  readonly deadlineMs: number;
  readonly abortAfterMs?: number | undefined;
  readonly progress: "none" | "listens" | "throws" | "rejects";
}

export type Step =
  | ({
      readonly do: "cancel";
      readonly client: number;
      readonly order: number;
      readonly via: "api" | "venue";
    } & CallStep)
  | ({
      readonly do: "resume";
      readonly client: number;
      /** Which of the results so far, counted from the last. */
      readonly back: number;
      readonly how: "as it is" | "through JSON" | "tampered";
    } & CallStep)
  /** Time goes on; calls under way go on with it. */
  | { readonly do: "wait"; readonly ms: number }
  /** Until all calls have returned. */
  | { readonly do: "finish" }
  | { readonly do: "step the clock"; readonly ms: number }
  | { readonly do: "end the tokens" }
  | { readonly do: "captive portal"; readonly ms: number }
  | { readonly do: "no network"; readonly ms: number }
  | { readonly do: "strangers"; readonly count: number }
  | { readonly do: "read plainly"; readonly client: number; readonly order: number; readonly count: number }
  | { readonly do: "delete plainly"; readonly client: number; readonly order: number; readonly count: number }
  | { readonly do: "befall"; readonly order: number; readonly event: OrderEvent };

export const EVENTS = [
  "fill part",
  "fill",
  "expire",
  "replace",
  "reject",
  "busy",
  "suspend",
  "done for day",
  "open",
  "canceled by another",
  "cancel by another",
] as const;
export type OrderEvent = (typeof EVENTS)[number];

/** One schedule. */
export interface Plan {
  readonly steps: readonly Step[];
  /** From 0, nothing goes wrong between client and server, to 1. */
  readonly trouble: number;
  readonly settleMs: number | undefined;
  readonly auth: "fixed token" | "credentials" | "function" | "odd function";
  readonly orders: readonly {
    readonly status: string;
    readonly placedAgoMs: number;
    readonly accountId: number;
  }[];
  /** How long each client waits for one answer: a client's own `timeoutMs`. */
  readonly timeoutMs: number;
}

export const ACCOUNT = 6303;

const STATUSES = {
  New: 40,
  PartiallyFilled: 12,
  AcceptedForBidding: 1,
  Suspended: 1,
  Held: 1,
  PendingNew: 6,
  Stopped: 1,
  PendingReplace: 4,
  PendingCancel: 4,
  Canceled: 3,
  Filled: 4,
  Expired: 2,
  Rejected: 2,
  Replaced: 2,
  DoneForDay: 2,
  Calculated: 1,
  Error: 1,
  missing: 5,
};

function drawCall(random: Random, label: string): CallStep {
  const long = random.draw(`${label} long`);
  const [from, to] =
    long < 0.15 ? [1, 400] : long < 0.35 ? [400, 4_000] : long < 0.9 ? [4_000, 30_000] : [30_000, 200_000];
  const aborts = random.draw(`${label} aborts`) < 0.15;
  return {
    deadlineMs: random.between(`${label} deadline`, from, to),
    abortAfterMs: aborts ? random.between(`${label} abort`, 0, 9_000) : undefined,
    progress: random.weighted(`${label} progress`, { none: 6, listens: 2, throws: 1, rejects: 1 }),
  };
}

function drawStep(random: Random, label: string): Step {
  const client = random.draw(`${label} client`) < 0.75 ? 0 : 1;
  const order = random.draw(`${label} order`) < 0.85 ? 0 : 1;
  const call = drawCall(random, label);
  const kind = random.weighted(`${label} step`, WEIGHTS);
  const ms = random.pick(`${label} ms`, [5, 60, 400, 2_500, 9_000, 40_000, 3_600_000]);
  const steps: Record<keyof typeof WEIGHTS, () => Step> = {
    cancel: () => ({
      do: "cancel",
      client,
      order,
      via: random.pick(`${label} via`, ["api", "venue"]),
      ...call,
    }),
    resume: () => ({
      do: "resume",
      client,
      back: random.between(`${label} back`, 0, 2),
      how: random.weighted(`${label} how`, { "as it is": 4, "through JSON": 5, tampered: 2 }),
      ...call,
    }),
    wait: () => ({ do: "wait", ms }),
    finish: () => ({ do: "finish" }),
    "step the clock": () => ({
      do: "step the clock",
      ms: random.pick(`${label} by`, [-3_600_000, -61_000, 500, 61_000, 86_400_000]),
    }),
    "end the tokens": () => ({ do: "end the tokens" }),
    "captive portal": () => ({ do: "captive portal", ms }),
    "no network": () => ({ do: "no network", ms }),
    strangers: () => ({ do: "strangers", count: random.pick(`${label} count`, [10, 49, 50]) }),
    "read plainly": () => ({
      do: "read plainly",
      client,
      order,
      count: random.pick(`${label} count`, [1, 30, 119]),
    }),
    "delete plainly": () => ({
      do: "delete plainly",
      client,
      order: 1,
      count: random.pick(`${label} count`, [1, 45]),
    }),
    befall: () => ({ do: "befall", order, event: random.pick(`${label} event`, EVENTS) }),
  };
  return steps[kind]();
}

const WEIGHTS = {
  cancel: 16,
  resume: 18,
  wait: 22,
  finish: 10,
  "step the clock": 4,
  "end the tokens": 6,
  "captive portal": 2,
  "no network": 2,
  strangers: 2,
  "read plainly": 1,
  "delete plainly": 1,
  befall: 14,
};

/** One order or two, a few calls about them, and whatever comes between. */
export function drawPlan(random: Random): Plan {
  const first: Step = { ...(drawStep(random, "first") as Step), ...cancelOf(random, "first") };
  const steps = Array.from({ length: random.between("steps", 1, 9) }, (_, index) =>
    drawStep(random, `step ${index}`),
  );
  const order = (label: string) => ({
    status: random.weighted(`${label} status`, STATUSES),
    placedAgoMs: random.pick(`${label} placed`, [86_400_000, 600_000, 1_000, 0]),
    accountId: random.draw(`${label} account`) < 0.03 ? FOREIGN : ACCOUNT,
  });
  return {
    steps: [first, ...steps, { do: "finish" }],
    trouble: random.pick("trouble", [0, 0.05, 0.2, 0.2, 0.45, 0.8]),
    settleMs: random.pick("settle", [undefined, undefined, undefined, 600, 4_000]),
    auth: random.weighted("auth", { "fixed token": 3, credentials: 5, function: 2, "odd function": 1 }),
    orders: [order("order 0"), order("order 1")],
    timeoutMs: random.pick("timeout", [10_000, 2_000]),
  };
}

function cancelOf(random: Random, label: string): Step {
  const call = drawCall(random, `${label} cancel`);
  return { do: "cancel", client: 0, order: 0, via: random.pick(`${label} via`, ["api", "venue"]), ...call };
}

/** Very many orders of one account at once: this is about limits. */
export function drawCrowd(random: Random): Plan {
  const count = random.between("crowd", 30, 110);
  const orders = Array.from({ length: count }, () => ({
    status: "New",
    placedAgoMs: 600_000,
    accountId: ACCOUNT,
  }));
  const deadlineMs = random.pick("crowd deadline", [5_000, 70_000, 200_000]);
  const cancels = orders.map(
    (_, order): Step => ({ do: "cancel", client: 0, order, via: "api", deadlineMs, progress: "none" }),
  );
  const strangers: Step = { do: "strangers", count: random.pick("crowd strangers", [0, 0, 20, 50]) };
  return {
    steps: [strangers, ...cancels, { do: "finish" }],
    trouble: random.pick("trouble", [0, 0.03, 0.1]),
    settleMs: undefined,
    auth: random.pick("auth", ["fixed token", "credentials"]),
    orders,
    timeoutMs: 10_000,
  };
}
