// Owns the transfers that are there, and what a request to cancel one does to it.

/**
 * `cancel-asked`: the API has sent the request on. `canceled`: whoever moves the money has followed it. The API
 * documents no names for these.
 */
export type TransferState = "open" | "cancel-asked" | "canceled" | "done";

export interface Transfer {
  id: string;
  accountId: number;
  state: TransferState;
  /** When the request to cancel it is followed. */
  cancelsAt?: number;
  /** Reason that came with the request. */
  comment?: string;
}

export type TransferStore = Map<string, Transfer>;

/** Those of the vendor's page that lists transfers: one that is on its way, one that is complete. */
export function openingTransfers(accountId: number): TransferStore {
  const transfers: Transfer[] = [
    { id: "99c0509e-04ee-46a4-6ce4-08d7bc5cbf81", accountId, state: "open" },
    { id: "a59448f5-176d-4473-6ce2-08d7bc5cbf81", accountId, state: "done" },
  ];
  return new Map(transfers.map((transfer) => [transfer.id, transfer]));
}

/** As it is at a time. */
export function transferAt(transfer: Transfer, now: number): Transfer {
  const { state, cancelsAt = Number.POSITIVE_INFINITY } = transfer;
  return state === "cancel-asked" && cancelsAt <= now ? { ...transfer, state: "canceled" } : transfer;
}

export function askToCancel(store: TransferStore, id: string, comment: string, cancelsAt: number): void {
  const transfer = store.get(id);
  if (transfer?.state === "open") store.set(id, { ...transfer, state: "cancel-asked", comment, cancelsAt });
}
