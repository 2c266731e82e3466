// Owns the rule of canceling a mutual-fund order: as a quick cancel, but an unknown order is a 409.
import { type Context, type Decision, respondWith } from "../decision.js";
import { RESPONSE } from "../documented-responses.js";
import { accountIdOf } from "./access.js";
import { cancelQuick } from "./cancel.js";

export function cancelMutualFundOrder(context: Context): Decision {
  const { call, state } = context;
  const order = state.orders.byId.get(Number(call.args.orderId));
  if (order?.securityType === MUTUAL_FUND && order.accountId === accountIdOf(call.args))
    return cancelQuick(context, order);
  return respondWith(context, "order", "there is no such mutual-fund order", RESPONSE.fundOrderUnknown);
}

/** The vendor's name for it. */
const MUTUAL_FUND = "MutualFund";
