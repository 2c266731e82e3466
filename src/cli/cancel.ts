// Owns the command `cancel`: one order, or several, and what became of each.
import { cancel } from "../cancel/cancel.js";
import type { CancelResult, Progress } from "../cancel/result.js";
import { describeResult } from "../cancel-all/describe.js";
import { memoryBudget } from "../client/budget.js";
import { type Command, command } from "./command.js";
import { CHECK_SIGN_IN, clientFrom, type Environment, VARIABLES } from "./environment.js";
import { exitLines, exitOf } from "./exit.js";
import { interruption } from "./interrupt.js";
import type { OptionTable } from "./options.js";
import { type Output, systemOutput } from "./output.js";
import { tellingBudget } from "./sign-in-room.js";
import { UsageStop } from "./stop.js";
import { ACCOUNT, DEADLINE, deadlineOf, idOf, JSON_OPTION, VIA, viaOf } from "./values.js";

export const CANCEL_OPTIONS = {
  account: ACCOUNT,
  via: VIA,
  deadline: { ...DEADLINE, default: "15" },
  json: JSON_OPTION,
} as const satisfies OptionTable;

export function cancelCommand(environment: Environment, output: Output = systemOutput): Command {
  return command({
    name: "cancel",
    summary: "Cancel an order, or several, and say what became of each.",
    about: [
      "It sends the cancel, reads the order until it is closed or the time is over, and reports only what has been " +
        "confirmed. Ctrl-C stops the waiting, not a cancel that was sent.",
    ],
    operands: "ID…",
    options: CANCEL_OPTIONS,
    lists: { Environment: environmentLines(), "Exit status, the highest that applies": exitLines() },
    examples: [
      ["73552 --account 6303", "one order"],
      [
        "73552 73501 --account 6303 --via venue --deadline 60",
        "two, checked by the venue too, within a minute",
      ],
    ],
    page: "getting-out-of-the-market.md",
    async run({ account, via, deadline, json = false }, _, operands) {
      if (operands.length === 0) throw new UsageStop("Give the number of the order: cancel ID --account N.");
      const orderIds = [...new Set(operands.map((text) => idOf(text, "order")))];
      const deadlineMs = deadlineOf(deadline);
      const options = {
        accountId: idOf(account, "account"),
        via: viaOf(via),
        ...(deadlineMs !== undefined && { deadlineMs }),
      };
      const client = clientFrom(environment, { budget: tellingBudget(memoryBudget(), output.note) });
      const { signal, end } = interruption(() =>
        output.note("Stopped waiting. A cancel that was sent may still take effect."),
      );
      try {
        const results = await Promise.all(
          orderIds.map(async (orderId) => {
            const onProgress = (progress: Progress) => tell(output, json, orderId, progress);
            const result = await cancel(client, { ...options, orderId, signal, onProgress });
            report(output, json, result);
            return result;
          }),
        );
        output.exit(exitOf(results));
      } finally {
        end();
      }
    },
  });
}

export const environmentLines = (): string[] =>
  Object.entries(VARIABLES).map(([name, does]) => `${name.padEnd(22)}${does}`);

function tell(
  output: Output,
  json: boolean,
  orderId: number,
  { event, phase, verdict, attempt }: Progress,
): void {
  if (json) output.json({ event, orderId, phase, verdict });
  else if (event === "sending") output.note(`Order ${orderId}: sending the cancel`);
  else if (event === "accepted")
    output.note(`Order ${orderId}: accepted, waiting for the order to be closed`);
  else if (attempt?.message !== undefined) output.note(`Order ${orderId}: ${attempt.message}`);
}

function report(output: Output, json: boolean, result: CancelResult): void {
  if (json) output.json({ event: "result", orderId: result.orderId, result });
  else output.line(`${result.verdict.padEnd(12)}${describeResult(result)}`);
  if (!json && result.verdict === "denied" && result.which === "token") output.note(CHECK_SIGN_IN);
}
