// Owns the plan: what would be canceled, in which order, what is left alone and why, and what it takes. Pure.
import type { Order } from "../cancel/ledger.js";
import { rateLimits } from "../generated/operations.js";
import { doubtsOf, type Listing, unknownKept } from "./listing.js";
import { PAGE_SIZE } from "./page.js";
import { type Role, Roles, type Scope } from "./roles.js";
import { byExposure, type Exposure, exposureOf } from "./sending-order.js";
import type { Where } from "./where.js";

/** Version of the plan's shape. `cancelAll` refuses any other. */
export const PLAN_VERSION = 1;

/** An order that will be sent a DELETE. */
export interface Target {
  readonly accountId: number;
  readonly orderId: number;
  /** What ranks it: see {@link Plan.targets}. */
  readonly exposure: Exposure;
  /** As the list showed it. */
  readonly order: Order;
}

/** An order that may be in the market and is sent no DELETE. */
export interface LeftAlone {
  readonly accountId: number;
  readonly orderId: number;
  readonly why: Exclude<Role, "target" | "closed">;
  readonly order: Order;
}

/** What {@link cancelAll} would do. Plain data: it may be saved, shown, and applied later as it is. */
export interface Plan {
  readonly version: typeof PLAN_VERSION;
  /** Base URL of the API. */
  readonly origin: string;
  readonly accountIds: readonly number[];
  readonly where: Where;
  readonly keep: readonly number[];
  /** When the lists were begun to be read, in UTC, ISO 8601. */
  readonly listedAt: string;
  /**
   * In the order in which they go: market orders (and stops, which become one) before others, then the larger
   * remaining quantity, then the lower number. A quantity that is not stated counts as the largest.
   */
  readonly targets: readonly Target[];
  readonly leftAlone: readonly LeftAlone[];
  /** What the lists leave open, each in a sentence: rows that cannot be read, orders in `keep` that are not there. */
  readonly doubts: readonly string[];
  /** How many orders were seen that are closed. */
  readonly closed: number;
  /** DELETEs needed if each order needs one. */
  readonly deletes: number;
  /** Reads needed at least: the lists are read again until two looks in a row show nothing. */
  readonly reads: number;
  /** Milliseconds until the last DELETE has left, by the documented limits. All accounts go at once. */
  readonly etaMs: number;
}

/** How an account was seen. */
export interface Seen {
  readonly accountId: number;
  readonly listing: Listing;
}

/** What a plan is made for. */
export type PlanFor = Pick<Plan, "origin" | "where" | "keep" | "listedAt">;

export function planOf(forWhat: PlanFor, seen: readonly Seen[]): Plan {
  const sorted = seen.map((one) => sort(one, forWhat));
  const targets = sorted.flatMap((one) => one.targets).sort(byExposure);
  return {
    version: PLAN_VERSION,
    origin: forWhat.origin,
    accountIds: seen.map(({ accountId }) => accountId),
    where: forWhat.where,
    keep: forWhat.keep,
    listedAt: forWhat.listedAt,
    targets,
    leftAlone: sorted.flatMap(({ leftAlone }) => leftAlone),
    doubts: [
      ...seen.flatMap(({ accountId, listing }) => doubtsOf(accountId, listing)),
      ...unknownKept(forWhat.keep, (id) => seen.some(({ listing }) => listing.orders.has(id))),
    ],
    closed: sorted.reduce((sum, { closed }) => sum + closed, 0),
    deletes: targets.length,
    reads: seen.reduce((sum, { listing }) => sum + readsFor(listing.rows.size), 0),
    etaMs: Math.max(0, ...sorted.map((one) => etaMsOf(one.targets.length))),
  };
}

/** Two looks, the second of which proves that nothing is left, after one that shows what became of the DELETEs. */
const readsFor = (rows: number): number => 3 * Math.max(1, Math.ceil(rows / PAGE_SIZE));

/** A window, and what it takes until the last answer of the one before has come. */
const ROUND_MS = rateLimits.orders.windowMs + 1_500;

/**
 * Milliseconds until the last of so many DELETEs for one account may leave. Room for one is held back, because a
 * request may have to be sent again with a renewed token.
 */
export function etaMsOf(deletes: number): number {
  const rounds = Math.ceil(deletes / (rateLimits.orders.limit - 1));
  return Math.max(0, rounds - 1) * ROUND_MS;
}

interface Sorted {
  readonly targets: Target[];
  readonly leftAlone: LeftAlone[];
  readonly closed: number;
}

function sort({ accountId, listing }: Seen, scope: Scope): Sorted {
  const roles = new Roles(listing.orders, scope);
  const sorted: Sorted = { targets: [], leftAlone: [], closed: 0 };
  let closed = 0;
  for (const listed of listing.orders.values()) {
    const { order } = listed;
    const why = roles.roleOf(listed);
    const known = { accountId, orderId: order.Id, order };
    if (why === "closed") closed += 1;
    else if (why === "target") sorted.targets.push({ ...known, exposure: exposureOf(order) });
    else sorted.leftAlone.push({ ...known, why });
  }
  return { ...sorted, closed };
}
