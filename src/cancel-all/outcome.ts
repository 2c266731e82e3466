// Owns what became of one account of several.
import type { Order } from "../cancel/ledger.js";
import type { CancelResult } from "../cancel/result.js";
import type { AutoSharesError } from "../client/errors.js";
import type { Newcomer, Stopped } from "./result.js";

export interface AccountOutcome {
  readonly accountId: number;
  readonly stopped: Stopped;
  readonly results: CancelResult[];
  readonly open: Order[];
  readonly lastFullLookAt: number | undefined;
  readonly newcomers: Newcomer[];
  readonly deletes: number;
  readonly reads: number;
  readonly problems: string[];
  /** The error that kept the first look from being made. */
  readonly failure: AutoSharesError | undefined;
}
