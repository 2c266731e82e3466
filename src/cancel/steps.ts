// The two things that `cancel()` does over the network: one DELETE, one read. Each records what became of it
// and returns the event. May use the client's errors and the rest of this folder.

import { AutoSharesError, known } from "../client/errors.js";
import type { CallOptions } from "../client/options.js";
import type { Operations } from "../generated/operations.js";
import type { components } from "../generated/types.js";
import { type Limit, within } from "./clock.js";
import type { Event, Sent, State } from "./machine.js";
import type { Attempt, Observation, Progress } from "./result.js";
import { readingOf } from "./statuses.js";

/** What `cancel()` needs of a client. */
export type CancelClient = Pick<
  Operations<CallOptions>,
  "cancelOrder" | "cancelSyncOrder" | "getOrder" | "getSyncOrder"
>;

/** One cancel and all that is known of it. */
export interface Session {
  readonly accountId: number;
  readonly orderId: number;
  readonly via: "api" | "venue";
  readonly startedAt: string;
  readonly attempts: Attempt[];
  readonly observations: Observation[];
  state: State;
  /** Whether a DELETE is under way: until its answer it may take effect. */
  sending: boolean;
}

/** Which operation asks whom. */
export const DELETES = { api: "cancelOrder", venue: "cancelSyncOrder" } as const;

/** Longest wait for one answer. What is left of the deadline bounds it too, so that a read can follow. */
const LONGEST_MS = { api: 5_000, venue: 30_000, read: 5_000 };

/** No timer but the given signal: time comes from the clock. */
const NO_TIMEOUT = 2 ** 31 - 1;

export const utc = (ms: number): string => new Date(ms).toISOString();

/** One request for the order, and what came of it. It is on record in the session already. */
export interface Step {
  event: Event;
  learned: Pick<Progress, "attempt" | "observation">;
  /** Requests for the order that left, replays included. */
  requests: number;
}

export async function sendDelete(client: CancelClient, session: Session, limit: Limit): Promise<Step> {
  const { via } = session;
  const operation = DELETES[via];
  const left = limit.at - limit.clock.now();
  session.sending = true;
  const longest = Math.min(LONGEST_MS[via], (left * 2) / 3);
  const { error, status, requests } = await request(limit, longest, (options) =>
    client[operation](idsOf(session), options),
  );
  session.sending = false;
  const event = error ? sentEvent(error) : "accepted";
  const attempt = known<Attempt>({
    at: utc(limit.clock.now()),
    operation,
    outcome: event,
    fate: "accepted",
    status,
    ...(error && factsOf(error)),
    which: error && whichOf(event, error, requests),
  });
  session.attempts.push(attempt);
  return { event, learned: { attempt }, requests };
}

export async function readOrder(client: CancelClient, session: Session, limit: Limit): Promise<Step> {
  // The venue's word where the venue was asked; the API may lag behind it.
  const source = session.via === "venue" ? "getSyncOrder" : "getOrder";
  const { value, error, status, requests } = await request(limit, LONGEST_MS.read, (options) =>
    client[source](idsOf(session), options),
  );
  const order = value && isThatOrder(value, session) ? value : undefined;
  const observation = known<Observation>({
    at: utc(limit.clock.now()),
    source,
    order,
    status,
    ...(error && factsOf(error)),
  });
  session.observations.push(observation);
  const event = order ? (`seen-${readingOf(order.Status)}` as const) : "read-failed";
  return { event, learned: { observation }, requests };
}

const idsOf = ({ accountId, orderId }: Session) => ({ accountId, orderId });

/** An answer about another order, or without a status, is no evidence. */
function isThatOrder(order: Partial<components["schemas"]["Order"]>, { orderId }: Session): boolean {
  return order.Id === orderId && typeof order.Status === "string";
}

interface Outcome<T> {
  value?: T;
  error?: AutoSharesError;
  /** HTTP status of the last answer; absent: none came. */
  status?: number | undefined;
  requests: number;
}

async function request<T>(
  limit: Limit,
  ms: number,
  send: (options: CallOptions) => Promise<T>,
): Promise<Outcome<T>> {
  let requests = 0;
  let status: number | undefined;
  const onRequest = () => {
    requests++;
    status = undefined;
  };
  const onRawResponse = (response: Response) => {
    status = response.status;
  };
  try {
    const value = await within(limit, ms, (signal) =>
      send({ signal, timeoutMs: NO_TIMEOUT, onRequest, onRawResponse }),
    );
    return { value, status, requests };
  } catch (error) {
    // What the caller got wrong is the caller's to know, and no fact of the market.
    if (!(error instanceof AutoSharesError) || error.code === "argument") throw error;
    return { error, requests };
  }
}

/** Codes of complete refusals; whatever else took no effect counts as not sent. */
const SENT_BY_CODE: Partial<Record<AutoSharesError["code"], Sent>> = {
  conflict: "refused",
  validation: "refused",
  answer: "refused",
  "not-found": "not-found",
  token: "denied",
  "app-key": "denied",
  permission: "denied",
  "second-factor": "denied",
  "rate-limit": "throttled",
};

function sentEvent({ fate, code }: AutoSharesError): Sent {
  if (fate === "unknown" || fate === "accepted") return fate;
  // A 404 to the sign-in, as from a wrong address, says nothing of the order.
  if (fate === "not-sent" && code === "not-found") return fate;
  return SENT_BY_CODE[code] ?? "not-sent";
}

function factsOf({ fate, status, code, message, retryAfterMs, request: asked }: AutoSharesError) {
  return {
    fate,
    code,
    message,
    status,
    retryAfterMs,
    forToken: asked?.path.endsWith("/token") ? (true as const) : undefined,
  };
}

/** Two answers mean that a new token was refused like the old one: then it is not the token. */
function whichOf(event: Sent, { code }: AutoSharesError, requests: number): Attempt["which"] {
  if (event !== "denied") return undefined;
  if (code === "app-key") return code;
  return code === "permission" || requests > 1 ? "account" : "token";
}
