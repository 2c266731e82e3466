// Owns which orders `cancel-all` is about: options of the command, as the data that the library takes.

import type { Selection } from "../cancel-all/options.js";
import { type Filter, SIDES, type Where } from "../cancel-all/where.js";
import type { OptionTable, Values } from "./options.js";
import { UsageStop } from "./stop.js";
import { ACCOUNT, idOf } from "./values.js";

export const SELECTION_OPTIONS = {
  account: { ...ACCOUNT, many: true },
  everything: { does: "All orders of the account." },
  side: { takes: "SIDE", does: "Only orders of this side: Buy, Sell, SellShort or BuyToCover." },
  security: { takes: "N", does: "Only orders of this security, by its number." },
  symbol: { takes: "TEXT", does: "Only orders of this symbol, such as AAPL." },
  type: { takes: "TEXT", does: "Only orders of this type, such as Limit." },
  keep: { takes: "ID", does: "Leave this order alone.", many: true },
} as const satisfies OptionTable;

type Given = Values<typeof SELECTION_OPTIONS>;

export function selectionOf(given: Given): Required<Selection> {
  const accountIds = (given.account ?? [undefined]).map((text) => idOf(text, "account"));
  const keep = (given.keep ?? []).map((text) => idOf(text, "order"));
  return { accountIds, where: whereOf(given), keep };
}

/** Nothing is canceled that nobody named: "everything" has to be said. */
function whereOf({ everything, ...given }: Given): Where {
  const filter = filterOf(given);
  const isFiltered = Object.keys(filter).length > 0;
  if (everything && isFiltered) throw new UsageStop("Give --everything, or say which orders, not both.");
  if (everything) return "everything";
  if (isFiltered) return filter;
  throw new UsageStop("Say which orders: --everything, or --side, --security, --symbol, --type.");
}

function filterOf({ side, security, symbol, type }: Omit<Given, "everything">): Filter {
  const filter: Filter = {};
  if (side !== undefined) filter.side = sideOf(side);
  if (security !== undefined) filter.securityId = securityOf(security);
  if (symbol !== undefined) filter.symbol = textOf("symbol", symbol);
  if (type !== undefined) filter.type = textOf("type", type);
  return filter;
}

function sideOf(text: string): (typeof SIDES)[number] {
  const side = SIDES.find((one) => one.toLowerCase() === text.trim().toLowerCase());
  if (side === undefined)
    throw new UsageStop(`--side must be ${SIDES.slice(0, -1).join(", ")} or ${SIDES.at(-1)}.`);
  return side;
}

function securityOf(text: string): number {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text)))
    throw new UsageStop("--security must be the number of a security.");
  return Number(text);
}

function textOf(name: string, text: string): string {
  if (text.trim() === "") throw new UsageStop(`--${name} must not be empty.`);
  return text.trim();
}

/** Names of the options of a selection that were given. */
export const givenOf = (given: Given): string[] =>
  Object.keys(SELECTION_OPTIONS).filter((name) => given[name as keyof Given] !== undefined);
