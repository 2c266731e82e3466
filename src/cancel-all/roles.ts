// Owns what is to become of each order that a list shows: canceled, waited for, or left alone, and why. Pure.
import type { Order } from "../cancel/ledger.js";
import { type Reading, readingOf } from "../cancel/statuses.js";
import type { Listed } from "./page.js";
import { type Match, matches, type Where } from "./where.js";

/**
 * - `target`: to be canceled. `pending`: a cancel of it is under way already; it is waited for.
 * - `with-parent`: goes with the order that it is a leg of, and is canceled by itself if it lives on.
 * - `kept`: in `keep`, or took the place of an order in `keep`. `leg-kept`: canceling it would cancel a kept leg.
 * - `excluded`: not meant by `where`. `unstated`: does not say what `where` asks for.
 * - `closed`: nothing is left of it to cancel.
 */
export type Role =
  | "target"
  | "pending"
  | "with-parent"
  | "kept"
  | "leg-kept"
  | "excluded"
  | "unstated"
  | "closed";

/** Which orders are meant, and which never. */
export interface Scope {
  readonly where: Where;
  readonly keep: readonly number[];
}

const CLOSED: readonly Reading[] = ["canceled", "closed", "replaced"];

export const isClosed = ({ Status }: Order): boolean => CLOSED.includes(readingOf(Status));

/** Whether the role means that the order shall not be in the market afterwards. */
export const isToGo = (role: Role): boolean => ["target", "pending", "with-parent"].includes(role);

/** Answers for the orders of one account, all of which it must be given. */
export class Roles {
  readonly #orders: ReadonlyMap<number, Listed>;
  readonly #scope: Scope;
  readonly #parents: ReadonlyMap<number, number>;
  readonly #legs = new Map<number, Order[]>();
  readonly #kept: ReadonlySet<number>;
  readonly #keptParents: ReadonlySet<number>;

  constructor(orders: ReadonlyMap<number, Listed>, scope: Scope) {
    this.#orders = orders;
    this.#scope = scope;
    this.#parents = parentsIn(orders);
    for (const { order } of orders.values()) {
      const parentId = this.#parents.get(order.Id);
      if (parentId !== undefined) this.#legs.set(parentId, [...(this.#legs.get(parentId) ?? []), order]);
    }
    this.#kept = this.#withSuccessors(scope.keep);
    this.#keptParents = this.#ancestorsOf(this.#kept);
  }

  /** `goes`: whether an order that this one is a leg of will be, or is being, canceled. */
  roleOf({ order }: Listed, goes = (id: number) => this.#goes(id)): Role {
    if (isClosed(order)) return "closed";
    if (this.#kept.has(order.Id)) return "kept";
    if (this.#keptParents.has(order.Id)) return "leg-kept";
    const match = this.#match(order);
    if (match !== "yes") return match === "no" ? "excluded" : "unstated";
    if (readingOf(order.Status) === "pending") return "pending";
    const parentId = this.#parents.get(order.Id);
    return parentId !== undefined && goes(parentId) ? "with-parent" : "target";
  }

  /** The parent of a conditional order has neither side nor quantity: it is meant if all its open legs are. */
  #match(order: Order): Match {
    const match = matches(this.#scope.where, order);
    const legs = (this.#legs.get(order.Id) ?? []).filter((leg) => !isClosed(leg));
    if (match !== "unstated" || legs.length === 0) return match;
    return legs.every((leg) => this.#match(leg) === "yes") ? "yes" : "unstated";
  }

  #goes(id: number): boolean {
    const listed = this.#orders.get(id);
    return listed !== undefined && isToGo(this.roleOf(listed));
  }

  /** Who keeps an order keeps what replaces it. */
  #withSuccessors(keep: readonly number[]): Set<number> {
    const kept = new Set(keep);
    const byOrigin = new Map<string, Order[]>();
    for (const { order } of this.#orders.values())
      if (order.OrigClientId)
        byOrigin.set(order.OrigClientId, [...(byOrigin.get(order.OrigClientId) ?? []), order]);
    for (const id of kept) {
      const { ClientId } = this.#orders.get(id)?.order ?? {};
      for (const successor of (ClientId && byOrigin.get(ClientId)) || []) kept.add(successor.Id);
    }
    return kept;
  }

  #ancestorsOf(ids: ReadonlySet<number>): Set<number> {
    const ancestors = new Set<number>();
    for (const id of ids) {
      const listed = this.#orders.get(id);
      if (!listed || isClosed(listed.order)) continue;
      for (let at = this.#parents.get(id); at !== undefined && !ancestors.has(at); at = this.#parents.get(at))
        ancestors.add(at);
    }
    return ancestors;
  }
}

/** The order that each is a leg of. Orders that are legs of one another in a circle have none. */
function parentsIn(orders: ReadonlyMap<number, Listed>): Map<number, number> {
  const parents = new Map<number, number>();
  for (const { order, parentId } of orders.values())
    if (parentId !== undefined && !isAbove(orders, order.Id, parentId)) parents.set(order.Id, parentId);
  return parents;
}

/** Whether going up from an order, parent by parent, one meets `id`. */
function isAbove(orders: ReadonlyMap<number, Listed>, id: number, from: number): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = from; at !== undefined && !seen.has(at); at = orders.get(at)?.parentId) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
