// Owns `where`: which orders a cancel of many is about, said by the caller, as data. Pure.

import type { Order } from "../cancel/ledger.js";
import { readOnce, refuse } from "../client/arguments.js";
import type { components } from "../generated/types.js";

type Side = components["schemas"]["Side"];

/** What an order must state to be meant. All that is given must hold. */
export interface Filter {
  /** What the order does. */
  side?: Side;
  /** Number of the security. */
  securityId?: number;
  /** Symbol of the security, such as `AAPL`; upper and lower case are the same. */
  symbol?: string;
  /** Kind of price condition, such as `Market`, `Limit` or `Stop`; upper and lower case are the same. */
  type?: string;
}

/** Which orders: `"everything"`, or those that a filter describes. There is no default. */
export type Where = "everything" | Filter;

/** `unstated`: the order does not say what the filter asks for. */
export type Match = "yes" | "no" | "unstated";

/** A side that the spec adds is a compile error here. */
const SIDE_SET: Record<Side, true> = { Buy: true, Sell: true, SellShort: true, BuyToCover: true };

export const SIDES = Object.keys(SIDE_SET) as Side[];

interface Property {
  readonly is: string;
  accepts(value: unknown): boolean;
  /** What the order states; compared as text in lower case. */
  of(order: Order): unknown;
}

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

const PROPERTIES: Record<keyof Filter, Property> = {
  side: {
    is: SIDES.join(", "),
    accepts: (value) => typeof value === "string" && Object.hasOwn(SIDE_SET, value),
    of: ({ Side }) => Side,
  },
  securityId: {
    is: "a whole number",
    accepts: Number.isSafeInteger,
    of: ({ SecurityId }) => SecurityId,
  },
  symbol: { is: "a text that is not empty", accepts: isText, of: (order) => order.Symbol },
  type: { is: "a text that is not empty", accepts: isText, of: ({ Type }) => Type },
};

/** Throws an ArgumentError unless it says which orders. Returns a copy. */
export function checkWhere(caller: string, where: unknown): Where {
  if (where === "everything") return where;
  const names = Object.keys(PROPERTIES).join(", ");
  if (typeof where !== "object" || where === null || Array.isArray(where) || Object.keys(where).length === 0)
    refuse(`${caller}: \`where\` must say which orders: "everything", or an object with ${names}`);
  const filter = readOnce(`${caller}: \`where\`: `, where, "property");
  for (const [name, value] of Object.entries(filter)) {
    if (!Object.hasOwn(PROPERTIES, name)) refuse(`${caller}: there is no \`where.${name}\`, only ${names}`);
    const { is, accepts } = PROPERTIES[name as keyof Filter];
    if (!accepts(value)) refuse(`${caller}: \`where.${name}\` must be ${is}`);
  }
  return filter;
}

/** Whether an order is meant. */
export function matches(where: Where, order: Order): Match {
  if (where === "everything") return "yes";
  let found: Match = "yes";
  for (const [name, wanted] of Object.entries(where)) {
    const stated = PROPERTIES[name as keyof Filter].of(order);
    if (stated === undefined || stated === null) found = "unstated";
    else if (String(stated).toLowerCase() !== String(wanted).trim().toLowerCase()) return "no";
  }
  return found;
}
