// Owns reading one page of an account's orders, asked for again where that can help.

import type { Via } from "../cancel/ledger.js";
import type { SessionDeadline } from "../cancel/session.js";
import type { Clock } from "../client/clock.js";
import { monotonic } from "../client/clock.js";
import type { AutoSharesError } from "../client/errors.js";
import { AnswerError } from "../client/errors.js";
import type { Internals } from "../client/internals.js";
import type { Outcome } from "../client/perform.js";
import { PAGE_SIZE, type Page, pageOf } from "./page.js";

const OPERATIONS = { api: "listOrders", venue: "listSyncOrders" } as const;

/** Longest wait for one page, in milliseconds. */
const LONGEST_MS = { api: 10_000, venue: 30_000 } as const;

/** Milliseconds from a page that could not be read to the next try. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000] as const;

/** Newest first brings what is open early; oldest first keeps rows in their place while orders are added. */
export type SortOrder = "newest" | "oldest";

export type PageRead =
  | { readonly ok: true; readonly page: Page; readonly sentAt: number; readonly outcome: Outcome }
  | { readonly ok: false; readonly error: AutoSharesError };

export interface ListerOptions {
  readonly accountId: number;
  readonly via: Via;
  readonly deadline: SessionDeadline;
  /** Milliseconds since 1970, never going back. */
  now(): number;
  /** Told of a page that is about to be asked for again. */
  onFailure?(error: AutoSharesError): void;
}

export class Lister {
  readonly #client: Internals;
  readonly #clock: Clock;
  readonly #options: ListerOptions;
  /** False once the server has refused to sort. */
  #isSorting = true;
  /** How many requests left. */
  reads = 0;

  constructor(client: Internals, clock: Clock, options: ListerOptions) {
    this.#client = client;
    this.#clock = clock;
    this.#options = options;
  }

  /** Fails after `tries`, at once for what another try cannot change, and when the deadline is over. */
  async page(pageNumber: number, sort: SortOrder, tries = Number.POSITIVE_INFINITY): Promise<PageRead> {
    const { deadline } = this.#options;
    for (let failures = 0; ; ) {
      const read = await this.#ask(pageNumber, sort);
      if (read.ok || deadline.stoppedBy()) return read;
      const { error } = read;
      if (this.#isSorting && isBadQuery(error)) {
        this.#isSorting = false;
        continue;
      }
      failures += 1;
      if (!mayPass(error) || failures >= tries) return read;
      this.#options.onFailure?.(error);
      await this.#clock.sleep(pauseMs(failures, error), deadline.signal);
    }
  }

  async #ask(pageNumber: number, sort: SortOrder): Promise<PageRead> {
    const { accountId, via, deadline, now } = this.#options;
    const sorting = this.#isSorting ? { sortField: "CreateDate", desc: sort === "newest" } : {};
    let sentAt = now();
    const outcome = await this.#client.perform(
      OPERATIONS[via],
      { accountId, pageNumber, pageSize: PAGE_SIZE, ...sorting },
      {
        deadline,
        answerMs: (leftMs) => Math.min(LONGEST_MS[via], leftMs),
        onSend: () => {
          sentAt = now();
          this.reads += 1;
        },
      },
    );
    if (!outcome.ok) return outcome;
    const page = pageOf(outcome.data, accountId);
    return page ? { ok: true, page, sentAt, outcome } : { ok: false, error: noList(outcome.status) };
  }
}

/** Whether the same request may succeed later. A sign-in that failed on the way says nothing of the list. */
function mayPass(error: AutoSharesError): boolean {
  const { code, status = 0 } = error;
  if (code === "argument" || isDenial(error)) return false;
  return status < 400 || status >= 500 || status === 408 || status === 429;
}

const DENIALS: readonly AutoSharesError["code"][] = ["token", "app-key", "permission", "second-factor"];

/** Whether the server has denied access. A token function of the caller's that fails is no answer of the server. */
export const isDenial = ({ code, status }: AutoSharesError): boolean =>
  status !== undefined && DENIALS.includes(code);

const isBadQuery = ({ status }: AutoSharesError): boolean => status === 400 || status === 422;

function pauseMs(failures: number, { retryAfterMs = 0 }: AutoSharesError): number {
  return Math.max(PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 0, retryAfterMs);
}

function noList(status: number): AutoSharesError {
  return new AnswerError("The answer to listOrders is no list of orders.", { fate: "unknown", status });
}

/** Milliseconds since 1970 that never go back. */
export function steadyTime(clock: Clock): () => number {
  const wall = clock.now();
  const start = monotonic(clock);
  return () => Math.floor(wall + monotonic(clock) - start);
}
