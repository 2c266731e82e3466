// Owns the rule of canceling a transfer: the request is passed on, and carried out later.
import { type Context, type Decision, respondWith } from "../decision.js";
import { RESPONSE } from "../documented-responses.js";
import { type TransferState, transferAt } from "../transfers.js";
import { acceptedKey, venueTime } from "./cancel.js";

/** Only an open transfer can be canceled. */
const REFUSALS: Readonly<Partial<Record<TransferState, string>>> = {
  "cancel-asked": RESPONSE.transferCancelPending,
  canceled: RESPONSE.transferDone,
  done: RESPONSE.transferDone,
};

export function cancelTransfer(context: Context): Decision {
  const { call, state, now } = context;
  const transferId = String(call.args.transferId);
  const found = state.transfers.get(transferId);
  if (!found || found.accountId !== call.args.accountId)
    return respondWith(context, "transfer", "there is no such transfer", RESPONSE.transferUnknown);
  const transfer = transferAt(found, now);
  const refusal = REFUSALS[transfer.state];
  if (refusal) return respondWith(context, "transfer", `the transfer is ${transfer.state}`, refusal);
  const inMs = venueTime(context);
  const comment = String(call.args.comment);
  context.changes.push({ do: "ask-transfer-cancel", transferId, comment, at: now + inMs });
  return respondWith(context, "transfer", `accepted; carried out in ${inMs} ms`, acceptedKey(state));
}
