// Exports only: the entry `autoshares-cancel/redis`, a budget of requests that many processes share.
export { type RedisBudget, redisBudget } from "./budget.js";
export type { IoRedis, NodeRedis, RedisClient, ScriptOptions } from "./commands.js";
export type { LinkState, Outage } from "./link.js";
export type { RedisBudgetOptions } from "./options.js";
