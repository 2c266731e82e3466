// Owns how a plan is shown to the person who has to say yes. Pure.
import type { LeftAlone, Plan } from "../cancel-all/plan.js";
import { columnsOf } from "./table.js";

const WHY: Record<LeftAlone["why"], string> = {
  pending: "a cancel is under way already; it is watched",
  "with-parent": "a leg: it is canceled with its parent order",
  kept: "kept, as you said",
  "leg-kept": "has a leg that is kept, which would be canceled too",
  excluded: "not asked for",
  unstated: "does not state what was asked for; look at it yourself",
};

export function planText(plan: Plan): string[] {
  const { targets, deletes, reads, etaMs, accountIds } = plan;
  if (targets.length === 0)
    return [
      `Nothing to cancel in ${accountsOf(accountIds)}.`,
      ...unmatchedText(plan),
      ...leftAloneText(plan),
      ...plan.doubts,
    ];
  return [
    ...targetsTable(plan),
    "",
    `${count(targets.length, "order")} of ${accountsOf(accountIds)}, in the order in which they are canceled.`,
    ...leftAloneText(plan),
    ...plan.doubts,
    `Takes ${count(deletes, "cancel request")} and at least ${count(reads, "read")}. The last cancel leaves ${afterText(etaMs)}.`,
  ];
}

/** What no open order states is more often mistyped than meant. */
function unmatchedText({ where, leftAlone }: Plan): string[] {
  if (where === "everything") return [];
  return NAMES.flatMap(([key, property, name]) => {
    const wanted = where[key];
    const stated = [...new Set(leftAlone.flatMap(({ order }) => order[property] ?? []))].map(String).sort();
    if (wanted === undefined || stated.length === 0) return [];
    if (stated.some((one) => one.toLowerCase() === String(wanted).toLowerCase())) return [];
    return `No open order has the ${name} ${wanted}; there are ${stated.join(", ")}.`;
  });
}

const NAMES = [
  ["side", "Side", "side"],
  ["securityId", "SecurityId", "security"],
  ["symbol", "Symbol", "symbol"],
  ["type", "Type", "type"],
] as const;

function targetsTable({ targets, accountIds }: Plan): string[] {
  const hasAccounts = accountIds.length > 1;
  const rows = targets.map(({ accountId, orderId, order, exposure }) => [
    ...(hasAccounts ? [String(accountId)] : []),
    String(orderId),
    order.Status,
    order.Side ?? "",
    order.Type ?? "",
    order.Symbol ?? String(order.SecurityId ?? ""),
    exposure.remainingQuantity === undefined ? "not stated" : String(exposure.remainingQuantity),
  ]);
  const headings = ["Order", "Status", "Side", "Type", "Symbol", "Remaining"];
  return columnsOf(hasAccounts ? ["Account", ...headings] : headings, rows);
}

/** By reason, so that a thousand orders that were not asked for take one line. */
function leftAloneText({ leftAlone }: Plan): string[] {
  const byWhy = grouped(leftAlone);
  return [...byWhy].map(([why, orders]) => {
    const ids = orders.map(({ orderId }) => orderId);
    const shown = ids.slice(0, 5).join(", ") + (ids.length > 5 ? ", …" : "");
    return `Left alone, ${count(orders.length, "order")}: ${WHY[why]} (${shown}).`;
  });
}

function grouped(leftAlone: readonly LeftAlone[]): Map<LeftAlone["why"], LeftAlone[]> {
  const groups = new Map<LeftAlone["why"], LeftAlone[]>();
  for (const one of leftAlone) groups.set(one.why, [...(groups.get(one.why) ?? []), one]);
  return groups;
}

const accountsOf = (ids: readonly number[]): string =>
  ids.length === 1 ? `account ${ids[0]}` : `accounts ${ids.join(", ")}`;

export const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

const afterText = (ms: number): string => (ms === 0 ? "at once" : `after about ${durationText(ms)}`);

/** `45 s`, `2 min 3 s` */
export function durationText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
