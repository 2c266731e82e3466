// Owns the sessions of a client: whoever cancels an order knows at once what others of the same client learn of it.
import type { Clock } from "../client/clock.js";
import type { Internals } from "../client/internals.js";
import { outstandingOf } from "./facts.js";
import { type Ledger, merged } from "./ledger.js";
import { type Listener, Session } from "./session.js";

interface Sessions {
  /** By account and order. */
  readonly open: Map<string, Set<Session>>;
  /** Ledgers of cancels that ended while a DELETE could still take effect. */
  readonly unfinished: Map<string, Ledger>;
}

/** Beyond these the oldest goes. */
const MOST_UNFINISHED = 10_000;

const all = new WeakMap<Internals, Sessions>();

function sessionsOf(client: Internals): Sessions {
  const sessions = all.get(client) ?? { open: new Map(), unfinished: new Map() };
  all.set(client, sessions);
  return sessions;
}

export const keyOf = ({ accountId, orderId }: Pick<Ledger, "accountId" | "orderId">): string =>
  `${accountId}/${orderId}`;

/**
 * A session that knows what an earlier one left behind, and shares what it learns with all that are open.
 *
 * @param sender sends its requests, if not the client itself.
 */
export function openSession(
  client: Internals,
  clock: Clock,
  ledger: Ledger,
  listener: Listener,
  sender: Internals = client,
): Session {
  const { open, unfinished } = sessionsOf(client);
  const key = keyOf(ledger);
  const peers = open.get(key) ?? new Set();
  open.set(key, peers);
  const earlier = unfinished.get(key);
  const session = new Session(sender, clock, earlier ? merged(earlier, ledger) : ledger, listener, peers);
  session.share();
  for (const peer of peers) session.learn(peer.ledger);
  peers.add(session);
  return session;
}

export function closeSession(client: Internals, session: Session): void {
  const { open, unfinished } = sessionsOf(client);
  const { ledger } = session;
  const key = keyOf(ledger);
  const peers = open.get(key);
  peers?.delete(session);
  if (peers?.size === 0) open.delete(key);
  unfinished.delete(key);
  if (outstandingOf(ledger).length > 0) unfinished.set(key, ledger);
  const [oldest] = unfinished.keys();
  if (unfinished.size > MOST_UNFINISHED && oldest !== undefined) unfinished.delete(oldest);
}
