// Owns what `cancel-all` says at its end: what became of which order, what may be in the market, how to go on. Pure.
import { describeResult, descriptions } from "../cancel-all/describe.js";
import type { CancelAllResult, Newcomer } from "../cancel-all/result.js";
import { ordersTable } from "./orders.js";

/** Lines. Single orders that were read as Canceled are only counted, unless they appeared meanwhile. */
export function reportLines({ results, newcomers, problems, open, ...rest }: CancelAllResult): string[] {
  const isNew = new Set(newcomers.map(({ orderId }) => orderId));
  const told = results.filter(({ verdict, orderId }) => verdict !== "canceled" || isNew.has(orderId));
  const ids = new Set(results.map(({ orderId }) => orderId));
  return [
    ...newcomers.map(newcomerLine),
    ...told.map((one) => {
      const hasOwn =
        one.verdict === "superseded" && one.successorId !== undefined && ids.has(one.successorId);
      return describeResult(one, hasOwn ? WITH_SUCCESSOR : descriptions);
    }),
    ...problems,
    describeResult({ results, newcomers, problems, open, ...rest }),
    ...(open.length > 0 ? ordersTable(open) : []),
  ];
}

/** The order that took the place has a line of its own. */
const WITH_SUCCESSOR = {
  ...descriptions,
  "superseded.successor": "Order {orderId} was replaced by order {successorId}: see its result.",
};

const newcomerLine = ({ orderId, treated }: Newcomer): string =>
  `Order ${orderId} appeared meanwhile and was ${WAS[treated]}.`;

const WAS = { included: "treated like the others: see its result", reported: "left alone" } as const;

/** How to go on after an end that proves nothing. `call`: what a person types before the arguments. */
export function goOnLine(call: (command: string) => string, journal: string | undefined): string {
  if (journal === undefined) return "Run the same command again: it looks first.";
  const file = /^[\w./:\\+-]+$/.test(journal) ? journal : `"${journal}"`;
  return `Go on with: ${call(`cancel-all --resume ${file}`)}`;
}
