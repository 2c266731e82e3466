// Owns what each operation does once it is let in, and which documented answers that takes.
import type { Rule } from "./decision.js";
import { ANSWER, type DocumentedAnswers } from "./documented.js";
import { cancelOrder, cancelSyncOrder } from "./rules/cancel.js";
import { cancelMutualFundOrder } from "./rules/mutual-funds.js";
import { getOrder, getSyncOrder, listOrders, listSyncOrders } from "./rules/orders.js";
import { createToken } from "./rules/token.js";
import { cancelTransfer } from "./rules/transfers.js";

interface OperationRule {
  rule: Rule;
  /** Keys of the answers that are given, by this rule or by those that let a request in. */
  gives: readonly string[];
}

const ACCESS = [ANSWER.tokenExpired, ANSWER.foreignAccount, ANSWER.appKeyUnknown401];
const SHARED = [
  ...[...ACCESS, ANSWER.appKeyUnknown403, ANSWER.notPermitted, ANSWER.accountUnknown],
  ...[ANSWER.invalid, ANSWER.tooManyRequests, ANSWER.serverError, ANSWER.userIdAsAccountId],
];
const TAKEN = [ANSWER.accepted, ANSWER.acceptedWithBody];
const REFUSED = [ANSWER.alreadyFilled, ANSWER.alreadyCanceled, ANSWER.cancelPending];
const CANCEL = [...SHARED, ...TAKEN, ...REFUSED, ANSWER.orderUnknown];
const CANCEL_FUND = [...SHARED, ...TAKEN, ...REFUSED, ANSWER.fundOrderUnknown];
const CANCEL_TRANSFER = [
  ...[...SHARED, ...TAKEN, ANSWER.transferUnknown, ANSWER.transferDone, ANSWER.transferCancelPending],
];
const LIST = [...SHARED, ANSWER.orderPage, ANSWER.filterInvalid];
const READ = [...SHARED, ANSWER.order, ANSWER.orderUnknown];
const SIGN_IN = [
  ...[ANSWER.token, ANSWER.secondFactorWanted, ANSWER.passwordWrong],
  ...[ANSWER.codeWrong, ANSWER.pinWrong, ANSWER.interimTokenMissing],
  ...[ANSWER.appKeyUnknown401, ANSWER.appKeyUnknown403, ANSWER.tooManyRequests, ANSWER.serverError],
];

/** By operationId. One that is not listed has its 204, or else its first success. */
export const OPERATIONS: Readonly<Record<string, OperationRule>> = {
  createToken: { rule: createToken, gives: SIGN_IN },
  cancelOrder: { rule: cancelOrder, gives: CANCEL },
  cancelSyncOrder: { rule: cancelSyncOrder, gives: CANCEL },
  getOrder: { rule: getOrder, gives: READ },
  getSyncOrder: { rule: getSyncOrder, gives: READ },
  listOrders: { rule: listOrders, gives: LIST },
  listSyncOrders: { rule: listSyncOrders, gives: LIST },
  cancelMutualFundOrder: { rule: cancelMutualFundOrder, gives: CANCEL_FUND },
  cancelTransfer: { rule: cancelTransfer, gives: CANCEL_TRANSFER },
};

/** Throws, naming them, when the spec lacks answers that the rules give. */
export function checkAnswers(answers: DocumentedAnswers): void {
  const missing = Object.entries(OPERATIONS).flatMap(([operation, { gives }]) =>
    gives.filter((key) => !answers.get(operation)?.has(key)).map((key) => `${operation} ${key}`),
  );
  if (missing.length > 0)
    throw new Error(
      `The spec lacks answers that the sandbox gives: ${missing.join(", ")}. Add these examples to it.`,
    );
}
