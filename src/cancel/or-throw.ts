// Owns the way for those who prefer exceptions to verdicts.
import { BaseError } from "../client/errors.js";
import { fateOf } from "./judge.js";
import type { Canceled, CancelResult } from "./result.js";
import { ledgerOf } from "./validate.js";

/** The order is not known to be canceled. `result` says what is known instead. */
export class NotCanceledError extends BaseError {
  static override readonly code = "not-canceled";
  static override readonly title = "NotCanceledError";
  declare readonly code: "not-canceled";
  declare readonly result: Exclude<CancelResult, Canceled>;
}

/**
 * Returns the result of a cancel if the order is canceled.
 *
 * @throws NotCanceledError otherwise; its `result` is the whole result.
 * @throws ArgumentError when it is not a result of `cancel`, such as a promise that was not awaited.
 */
export function orThrow(result: CancelResult): Canceled {
  ledgerOf("orThrow", result);
  if (result.verdict === "canceled") return result;
  const { accountId, orderId, verdict } = result;
  const message = `Order ${orderId} of account ${accountId} is not known to be canceled: ${verdict}. See \`result\`.`;
  throw new NotCanceledError(message, { fate: fateOf(result), result });
}
