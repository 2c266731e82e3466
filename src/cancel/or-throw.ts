// For those who prefer exceptions to verdicts. May use the client's errors and the result's types.
import { BaseError, type Fate } from "../client/errors.js";
import type { Canceled, CancelResult, Verdict } from "./result.js";

/** The order is not known to be canceled. `result` says what is known instead. */
export class NotCanceledError extends BaseError {
  static override readonly code = "not-canceled";
  static override readonly title = "NotCanceledError";
  declare readonly code: "not-canceled";
  declare readonly result: Exclude<CancelResult, Canceled>;
}

const FATES: Record<Exclude<Verdict, "canceled">, Fate> = {
  "too-late": "refused",
  pending: "accepted",
  "still-open": "refused",
  superseded: "refused",
  "not-found": "refused",
  denied: "refused",
  "not-sent": "not-sent",
  unresolved: "unknown",
};

/**
 * Returns the result of a cancel if the order is canceled.
 *
 * @throws NotCanceledError otherwise; its `result` is the whole result.
 */
export function orThrow(result: CancelResult): Canceled {
  if (result.verdict === "canceled") return result;
  const { accountId, orderId, verdict } = result;
  const message = `Order ${orderId} of account ${accountId} is not known to be canceled: ${verdict}. See \`result\`.`;
  throw new NotCanceledError(message, { fate: FATES[verdict], result });
}
