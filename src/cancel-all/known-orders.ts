// Owns what the lists have shown of one account: every order as it was read last, and who is to go.
import type { Order } from "../cancel/ledger.js";
import type { Listed } from "./page.js";
import { isToGo, type Role, Roles, type Scope } from "./roles.js";
import { matches } from "./where.js";

interface Known extends Listed {
  /** When the read was asked for that showed it like this, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** How far the order that another is a leg of has come. */
export type ParentState =
  | { readonly is: "going" }
  | { readonly is: "canceled"; readonly seenAt: number }
  | { readonly is: "done" }
  | undefined;

export class KnownOrders {
  readonly #orders = new Map<number, Known>();
  readonly #scope: Scope;
  readonly #settleMs: number;
  #roles: Roles | undefined;

  constructor(scope: Scope, settleMs: number) {
    this.#scope = scope;
    this.#settleMs = settleMs;
  }

  get(orderId: number): Known | undefined {
    return this.#orders.get(orderId);
  }

  /** Takes over what a read shows, unless a later one has shown the order already. */
  see(listed: Listed, sentAt: number): void {
    const before = this.#orders.get(listed.order.Id);
    if (before && before.sentAt > sentAt) return;
    const parentId = listed.parentId ?? before?.parentId;
    const { order } = listed;
    this.#orders.set(order.Id, parentId === undefined ? { order, sentAt } : { order, parentId, sentAt });
    this.#roles = undefined;
  }

  /** Whether all orders in `keep` were seen. Until then the order that they are legs of is not known. */
  knowsKept(): boolean {
    return this.#scope.keep.every((id) => this.#orders.has(id));
  }

  /**
   * What is to become of an order. A leg goes by itself once the order that it depends on is done; after that was
   * canceled, once a read that cannot be stale shows that it lives on.
   */
  roleOf({ order }: Listed, parentState: (id: number) => ParentState): Role {
    this.#roles ??= new Roles(this.#orders, this.#scope);
    const known = this.#orders.get(order.Id) ?? { order, sentAt: 0 };
    return this.#roles.roleOf(known, (parentId) => this.#goes(parentId, known.sentAt, parentState));
  }

  #goes(parentId: number, legSentAt: number, parentState: (id: number) => ParentState): boolean {
    const state = parentState(parentId);
    switch (state?.is) {
      case "going":
        return true;
      case "done":
        return false;
      case "canceled":
        return legSentAt <= state.seenAt + this.#settleMs;
      default: {
        const parent = this.#orders.get(parentId);
        return parent !== undefined && isToGo(this.roleOf(parent, parentState));
      }
    }
  }

  /** Whether an order can be judged before the whole list is known: it is meant by its own words, and no leg of an unknown. */
  isClear({ order, parentId }: Listed): boolean {
    const knowsParent = parentId === undefined || this.#orders.has(parentId);
    return knowsParent && matches(this.#scope.where, order) === "yes";
  }

  /** Orders that replaced this one. */
  successorsOf({ Id, ClientId }: Order): Order[] {
    if (!ClientId) return [];
    const all = [...this.#orders.values()].map(({ order }) => order);
    return all.filter((order) => order.OrigClientId === ClientId && order.Id !== Id);
  }
}
