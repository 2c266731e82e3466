// Owns the command `orders`: the orders of an account, as the API lists them.
import { readingOf } from "../cancel/statuses.js";
import { eachOrder } from "../cancel-all/list-orders.js";
import { memoryBudget } from "../client/budget.js";
import { AutoSharesError } from "../client/errors.js";
import type { components } from "../generated/types.js";
import { environmentLines } from "./cancel.js";
import { checkHint } from "./check.js";
import { type Command, command } from "./command.js";
import { clientFrom, type Environment } from "./environment.js";
import { EXIT, exitOfError } from "./exit.js";
import { interruption } from "./interrupt.js";
import type { OptionTable } from "./options.js";
import { type Output, systemOutput } from "./output.js";
import { tellingBudget } from "./sign-in-room.js";
import { columnsOf } from "./table.js";
import { ACCOUNT, idOf, JSON_OPTION } from "./values.js";

type Order = components["schemas"]["Order"];

export const ORDERS_OPTIONS = {
  account: ACCOUNT,
  open: { does: "Only orders that may be in the market: all that are not proven closed." },
  json: JSON_OPTION,
} as const satisfies OptionTable;

export function ordersCommand(environment: Environment, output: Output = systemOutput): Command {
  return command({
    name: "orders",
    summary: "List the orders of an account.",
    about: [
      "It reads all pages and cancels nothing. The list shows each order as of the moment its page was read.",
    ],
    options: ORDERS_OPTIONS,
    lists: { Environment: environmentLines() },
    examples: [
      ["--account 6303 --open", "what may be in the market"],
      ["--account 6303 --json", "all orders, one JSON object a line"],
    ],
    page: "getting-out-of-the-market.md",
    async run({ account, open = false, json = false }, place) {
      const accountId = idOf(account, "account");
      const client = clientFrom(environment, { budget: tellingBudget(memoryBudget(), output.note) });
      const { signal, end } = interruption(() => output.note("Stopping."));
      const listed: Order[] = [];
      try {
        for await (const order of eachOrder(client, { accountId, signal })) {
          if (open && isClosed(order)) continue;
          if (json) output.json(order);
          else listed.push(order);
        }
      } catch (error) {
        if (!(error instanceof AutoSharesError)) throw error;
        if (!signal.aborted) {
          output.note(error.message);
          output.note(checkHint(place, account, error));
        }
        if (listed.length > 0) {
          show(output, listed, open);
          output.note("The list is not complete.");
        }
        output.exit(exitOfError(error));
        return;
      } finally {
        end();
      }
      if (!json) show(output, listed, open);
      output.exit(EXIT.done);
    },
  });
}

const CLOSED = ["canceled", "closed", "replaced"];
const isClosed = ({ Status }: Order): boolean => CLOSED.includes(readingOf(Status));

function show(output: Output, orders: readonly Order[], open: boolean): void {
  if (orders.length === 0)
    output.line(open ? "No order of this account may be in the market." : "No orders.");
  else for (const line of ordersTable(orders)) output.line(line);
}

/** A line for each order under a line of headings. */
export function ordersTable(orders: readonly Order[]): string[] {
  const rows = orders.map((order) => [
    String(order.Id),
    order.Status,
    order.Side ?? "",
    order.Type ?? "",
    order.Symbol ?? (order.SecurityId === undefined ? "" : `security ${order.SecurityId}`),
    numberOf(order.Quantity),
    numberOf(order.ExecutedQuantity),
    order.Price === undefined || order.Price === 0 ? "" : numberOf(order.Price),
  ]);
  return columnsOf(["Order", "Status", "Side", "Type", "Symbol", "Quantity", "Executed", "Price"], rows);
}

const numberOf = (value: unknown): string => (typeof value === "number" ? String(value) : "not stated");
