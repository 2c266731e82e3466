// Owns the rule of asking for a transfer to be canceled: the request is sent, whatever becomes of it.
import { answer, type Context, type Decision } from "../decision.js";
import { ANSWER } from "../documented.js";
import { type TransferState, transferAt } from "../transfers.js";
import { taken, venueMs } from "./cancel.js";

/** What refuses a request; an open transfer is the one that can be canceled. */
const REFUSALS: Readonly<Partial<Record<TransferState, string>>> = {
  "cancel-asked": ANSWER.transferCancelPending,
  canceled: ANSWER.transferDone,
  done: ANSWER.transferDone,
};

export function cancelTransfer(context: Context): Decision {
  const { call, state, now } = context;
  const transferId = String(call.args.transferId);
  const found = state.transfers.get(transferId);
  if (!found || found.accountId !== call.args.accountId)
    return answer(context, "transfer", "there is no such transfer", ANSWER.transferUnknown);
  const transfer = transferAt(found, now);
  const refusal = REFUSALS[transfer.state];
  if (refusal) return answer(context, "transfer", `the transfer is ${transfer.state}`, refusal);
  const inMs = venueMs(context);
  context.changes.push({
    do: "ask-transfer-cancel",
    transferId,
    comment: String(call.args.comment),
    at: now + inMs,
  });
  return answer(context, "transfer", `the request is sent, and followed in ${inMs} ms`, taken(state));
}
