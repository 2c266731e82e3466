// Owns one look at all orders of an account: which pages were seen, and whether together they are the whole list. Pure.
import type { Listed, Page } from "./page.js";

/** All pages of one look. */
export interface Look {
  /** When its first page was asked for, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly orders: ReadonlyMap<number, Listed>;
  readonly pages: number;
  /** False: rows moved between pages while they were read, so one may have been missed. */
  readonly isWhole: boolean;
  readonly rows: ReadonlySet<number>;
  /** The largest number of rows that a page spoke of; 0: none did. */
  readonly totalCount: number;
}

/** How two looks in a row must differ in time before their agreement says anything: reads may lag. */
export type Agreement = { readonly earlier: Look | undefined; readonly settleMs: number };

/** Puts pages together as they come. */
export class LookInProgress {
  readonly #orders = new Map<number, Listed>();
  readonly #rows = new Set<number>();
  #pages = 0;
  #totalCount = 0;
  #isOver = false;

  constructor(readonly startedAt: number) {}

  get pageNumber(): number {
    return this.#pages;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Takes the next page; returns the orders that no page before has shown. */
  add(page: Page): Listed[] {
    const isNews = page.rows.some((row) => !this.#rows.has(row));
    this.#pages += 1;
    this.#totalCount = Math.max(this.#totalCount, page.totalCount ?? 0);
    for (const row of page.rows) this.#rows.add(row);
    // A server that ignores `pageNumber` gives the same page for ever.
    this.#isOver = page.isLast || !isNews;
    const fresh = page.orders.filter(({ order }) => !this.#orders.has(order.Id));
    for (const listed of fresh) this.#orders.set(listed.order.Id, listed);
    return fresh;
  }

  /** The look, once {@link isOver}. */
  end({ earlier, settleMs }: Agreement): Look {
    const look = {
      startedAt: this.startedAt,
      orders: this.#orders,
      pages: this.#pages,
      rows: this.#rows,
      totalCount: this.#totalCount,
    };
    const isWhole = this.#rows.size >= this.#totalCount || agree(earlier, look, settleMs);
    return { ...look, isWhole };
  }
}

/**
 * Fewer rows than the server counts: some moved between pages, or the server counts otherwise. It is the latter if an
 * earlier look, from before reads could lag, saw the same rows and the same count.
 */
function agree(earlier: Look | undefined, look: Omit<Look, "isWhole">, settleMs: number): boolean {
  if (!earlier || look.startedAt - earlier.startedAt <= settleMs) return false;
  if (earlier.totalCount !== look.totalCount || earlier.rows.size !== look.rows.size) return false;
  return [...look.rows].every((row) => earlier.rows.has(row));
}
