// Owns the rule of each operation, and the documented responses that the rule needs.
import type { Rule } from "./decision.js";
import { type DocumentedResponses, RESPONSE } from "./documented-responses.js";
import { cancelOrder, cancelSyncOrder } from "./rules/cancel.js";
import { cancelMutualFundOrder } from "./rules/mutual-funds.js";
import { getOrder, getSyncOrder, listOrders, listSyncOrders } from "./rules/orders.js";
import { createToken } from "./rules/token.js";
import { cancelTransfer } from "./rules/transfers.js";

interface OperationRule {
  rule: Rule;
  /** Keys of the responses that this rule, or a rule before it, may choose. */
  responds: readonly string[];
}

const ACCESS = [RESPONSE.tokenExpired, RESPONSE.foreignAccount, RESPONSE.appKeyUnknown401];
const SHARED = [
  ...[...ACCESS, RESPONSE.appKeyUnknown403, RESPONSE.notPermitted, RESPONSE.accountUnknown],
  ...[RESPONSE.invalid, RESPONSE.tooManyRequests, RESPONSE.serverError, RESPONSE.userIdAsAccountId],
];
const TAKEN = [RESPONSE.accepted, RESPONSE.acceptedWithBody];
const REFUSED = [RESPONSE.alreadyFilled, RESPONSE.alreadyCanceled, RESPONSE.cancelPending];
const CANCEL = [...SHARED, ...TAKEN, ...REFUSED, RESPONSE.orderUnknown];
const CANCEL_FUND = [...SHARED, ...TAKEN, ...REFUSED, RESPONSE.fundOrderUnknown];
const CANCEL_TRANSFER = [
  ...[...SHARED, ...TAKEN, RESPONSE.transferUnknown, RESPONSE.transferDone, RESPONSE.transferCancelPending],
];
const LIST = [...SHARED, RESPONSE.orderPage, RESPONSE.filterInvalid];
const READ = [...SHARED, RESPONSE.order, RESPONSE.orderUnknown];
const SIGN_IN = [
  ...[RESPONSE.token, RESPONSE.secondFactorWanted, RESPONSE.passwordWrong],
  ...[RESPONSE.codeWrong, RESPONSE.pinWrong, RESPONSE.interimTokenMissing],
  ...[RESPONSE.appKeyUnknown401, RESPONSE.appKeyUnknown403, RESPONSE.tooManyRequests, RESPONSE.serverError],
];

/** By operationId. An operation that is not listed responds with its 204, or else with its first success. */
export const OPERATIONS: Readonly<Record<string, OperationRule>> = {
  createToken: { rule: createToken, responds: SIGN_IN },
  cancelOrder: { rule: cancelOrder, responds: CANCEL },
  cancelSyncOrder: { rule: cancelSyncOrder, responds: CANCEL },
  getOrder: { rule: getOrder, responds: READ },
  getSyncOrder: { rule: getSyncOrder, responds: READ },
  listOrders: { rule: listOrders, responds: LIST },
  listSyncOrders: { rule: listSyncOrders, responds: LIST },
  cancelMutualFundOrder: { rule: cancelMutualFundOrder, responds: CANCEL_FUND },
  cancelTransfer: { rule: cancelTransfer, responds: CANCEL_TRANSFER },
};

/** Throws, naming them, if the spec lacks responses that the rules may choose. */
export function checkResponses(documented: DocumentedResponses): void {
  const missing = Object.entries(OPERATIONS).flatMap(([operation, { responds }]) =>
    responds.filter((key) => !documented.get(operation)?.has(key)).map((key) => `${operation} ${key}`),
  );
  if (missing.length > 0)
    throw new Error(
      `The spec lacks responses that the sandbox needs: ${missing.join(", ")}. Add these examples to it.`,
    );
}
