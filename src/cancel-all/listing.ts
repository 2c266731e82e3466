// Owns one look at all orders of an account: which pages were seen, and whether together they are the whole list. Pure.
import type { Listed, Page } from "./page.js";

/** All pages of one look. */
export interface Listing {
  /** When its first page was asked for, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly orders: ReadonlyMap<number, Listed>;
  readonly pages: number;
  /** False: it shows fewer rows than the server counts. Rows moved between pages, or it does not show all. */
  readonly isWhole: boolean;
  /** False: another look may show more. True: it is whole, or an earlier one has shown the same. */
  readonly isStable: boolean;
  readonly rows: ReadonlySet<number>;
  /** How many rows and legs could not be read. */
  readonly unread: number;
  /** The largest number of rows that a page spoke of; 0: none did. */
  readonly totalCount: number;
}

/** How two looks in a row must differ in time before their agreement says anything: reads may lag. */
export type Agreement = { readonly earlier: Listing | undefined; readonly settleMs: number };

/** Puts pages together as they come. */
export class ListingInProgress {
  readonly #orders = new Map<number, Listed>();
  readonly #rows = new Set<number>();
  #pages = 0;
  #unread = 0;
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
    this.#unread += page.unread;
    this.#totalCount = Math.max(this.#totalCount, page.totalCount ?? 0);
    for (const row of page.rows) this.#rows.add(row);
    // A last page is not believed while the server counts more rows. One that ignores `pageNumber` gives the same page for ever.
    const isLast = page.isEmpty || (page.isLast && this.#rows.size + this.#unread >= this.#totalCount);
    this.#isOver = isLast || !isNews;
    const fresh: Listed[] = [];
    for (const listed of page.orders) {
      const { Id } = listed.order;
      // A leg may come inside of its parent and as a row of its own, on the same page.
      if (this.#orders.has(Id)) continue;
      this.#orders.set(Id, listed);
      fresh.push(listed);
    }
    return fresh;
  }

  /** The look, once {@link isOver}. */
  end({ earlier, settleMs }: Agreement): Listing {
    const listing = {
      startedAt: this.startedAt,
      orders: this.#orders,
      pages: this.#pages,
      rows: this.#rows,
      unread: this.#unread,
      totalCount: this.#totalCount,
    };
    const agrees = agree(earlier, listing, settleMs);
    const shown = this.#rows.size + this.#unread;
    // Some servers may count legs as rows.
    const isWhole = shown >= this.#totalCount || (agrees && this.#orders.size >= this.#totalCount);
    return { ...listing, isWhole, isStable: isWhole || agrees };
  }
}

type Shown = Omit<Listing, "isWhole" | "isStable">;

/** Whether an earlier look, from before reads could lag, has shown the same rows and the same count. */
function agree(earlier: Listing | undefined, listing: Shown, settleMs: number): boolean {
  if (!earlier || listing.startedAt - earlier.startedAt <= settleMs) return false;
  if (earlier.totalCount !== listing.totalCount || earlier.rows.size !== listing.rows.size) return false;
  return [...listing.rows].every((row) => earlier.rows.has(row));
}

/** What a look leaves open, each in a sentence. */
export function doubtsOf(accountId: number, { unread, rows, totalCount, isWhole }: Listing): string[] {
  const doubts: string[] = [];
  if (unread > 0)
    doubts.push(
      `Rows in the list of account ${accountId} that cannot be read as orders of it: ${unread}. They may be in the market.`,
    );
  if (!isWhole)
    doubts.push(
      `The API counts ${totalCount} orders in account ${accountId}, and its list shows ${rows.size}. The others may be in the market.`,
    );
  return doubts;
}

/** The same of orders that were to be left alone, and are not there. */
export function unknownKept(keep: readonly number[], isSeen: (orderId: number) => boolean): string[] {
  return keep
    .filter((orderId) => !isSeen(orderId))
    .map((orderId) => `Order ${orderId} is to be kept, and no list shows it. Check its number.`);
}
