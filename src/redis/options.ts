// Owns the options of the shared budget: their types, their defaults and their check.
import { checkAll, type Rule, refuse } from "../client/arguments.js";
import type { LimitKind } from "../client/budget.js";
import { LONGEST_MS } from "../client/clock.js";
import type { RedisClient } from "./commands.js";
import type { Outage } from "./link.js";

/** Options of {@link redisBudget}. All processes that share a limit must give the same, `onDown` and `onUp` apart. */
export interface RedisBudgetOptions {
  /** What the keys in Redis begin with. Default `"autoshares-cancel:"`. */
  prefix?: string;
  /** Requests a minute, by kind, instead of those that are documented. Whole numbers from 1. */
  limits?: { readonly [Kind in LimitKind]?: number };
  /**
   * What to do without Redis. `"share"`, the default: this process keeps to the limit divided by `processes`, at least
   * one request a window. `"stop"`: no request leaves.
   */
  whenDown?: "share" | "stop";
  /** How many processes share the limit at most; what `"share"` divides by. From 1. Default 10. */
  processes?: number;
  /**
   * Milliseconds for which a request under way holds its room when nothing more is heard of its process; after them it
   * counts for a window more. At least as long as your longest `timeoutMs`. Default 30000.
   */
  leaseMs?: number;
  /** Milliseconds that Redis may take to answer before it counts as gone. Default 1000. */
  timeoutMs?: number;
  /** Called when Redis is gone. What it throws is ignored. */
  onDown?: (outage: Outage) => void;
  /** Called when Redis is back. What it throws is ignored. */
  onUp?: (outage: Outage) => void;
}

const MILLISECONDS: Rule = {
  is: `a whole number of milliseconds from 1 to ${LONGEST_MS}`,
  type: "integer",
  minimum: 1,
  maximum: LONGEST_MS,
  optional: true,
};
const COUNT: Rule = { is: "a whole number from 1", type: "integer", minimum: 1, optional: true };
const FUNCTION: Rule = { is: "a function", type: "function", optional: true };

const RULES: Record<keyof RedisBudgetOptions, Rule> = {
  prefix: { is: "a text", type: "string", optional: true },
  limits: { is: "an object", type: "object", optional: true },
  whenDown: { is: '"share" or "stop"', type: "string", pattern: /^(share|stop)$/, optional: true },
  processes: COUNT,
  leaseMs: MILLISECONDS,
  timeoutMs: MILLISECONDS,
  onDown: FUNCTION,
  onUp: FUNCTION,
};

const LIMITS: Record<LimitKind, Rule> = { orders: COUNT, reads: COUNT, tokens: COUNT };

/** The options with their defaults. Throws an ArgumentError that says what to change. */
export function completed(redis: RedisClient, options: RedisBudgetOptions): Required<RedisBudgetOptions> {
  const commands = Object(redis) as Record<string, unknown>;
  const hasDigests = typeof commands.evalsha === "function" || typeof commands.evalSha === "function";
  if (typeof commands.eval !== "function" || !hasDigests)
    refuse("redisBudget: `redis` must be a client of ioredis, or of node-redis from version 4");
  const given = checkAll("redisBudget: ", RULES, options);
  const limits = checkAll("redisBudget: ", LIMITS, given.limits ?? {}, "limit");
  return {
    prefix: "autoshares-cancel:",
    whenDown: "share",
    processes: 10,
    leaseMs: 30_000,
    timeoutMs: 1_000,
    onDown() {},
    onUp() {},
    ...given,
    limits,
  };
}
