// Owns the rule of canceling a mutual-fund order: as a quick cancel, but for the order that does not exist.
import { answer, type Context, type Decision } from "../decision.js";
import { ANSWER } from "../documented.js";
import { accountAsked } from "./access.js";
import { cancelQuick } from "./cancel.js";

export function cancelMutualFundOrder(context: Context): Decision {
  const { call, state } = context;
  const order = state.orders.byId.get(call.args.orderId as number);
  const own = order?.securityType === MUTUAL_FUND && order.accountId === accountAsked(call.args);
  if (!own) return answer(context, "order", "there is no such mutual-fund order", ANSWER.fundOrderUnknown);
  return cancelQuick(context, order);
}

/** As the vendor's file names it. */
const MUTUAL_FUND = "MutualFund";
