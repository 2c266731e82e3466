// From what is known to the result. Pure; may use the client's errors and the rest of this folder.
import { known } from "../client/errors.js";
import { transition } from "./machine.js";
import type { CancelResult, Evidence, NotSent, Observation, Quantities, Verdict } from "./result.js";
import { readingOf } from "./statuses.js";
import { type Session, utc } from "./steps.js";

/** What each verdict says beyond the evidence. */
const DETAILS: {
  [V in Verdict]: (
    session: Session,
    stop: StopFacts,
  ) => Omit<Extract<CancelResult, { verdict: V }>, "verdict" | keyof Evidence>;
} = {
  canceled: quantities,
  "too-late": (session) => ({ status: lastOrder(session)?.Status ?? "", ...quantities(session) }),
  pending: levelOf,
  "still-open": (session) => ({
    why: session.state.phase === "pending" ? "venue-rejected" : "refused",
    ...quantities(session),
  }),
  denied: ({ attempts }) => ({ which: attempts.at(-1)?.which ?? "token" }),
  "not-sent": whyNotSent,
  superseded: () => ({}),
  "not-found": () => ({}),
  unresolved: () => ({}),
};

/** The result for a verdict. */
export function resultOf(
  session: Session,
  verdict: Verdict,
  now: number,
  stop: StopFacts = {},
): CancelResult {
  const { sending, ...known } = session;
  const result = {
    verdict,
    ...DETAILS[verdict](session, stop),
    ...known,
    // Copies: a session that goes on for somebody else must not change a result that was given out.
    attempts: [...known.attempts],
    observations: [...known.observations],
    endedAt: utc(now),
  };
  return result as CancelResult;
}

export interface StopFacts {
  /** The caller's signal, not the deadline. */
  aborted?: boolean;
  /** When there would have been room for the next request, in milliseconds since 1970. */
  roomAt?: number | undefined;
}

/** The result if it has to stop now. A DELETE that is under way may take effect. */
export function resultWhenStopped(session: Session, now: number, stop: StopFacts): CancelResult {
  const known = session.sending ? transition(session.state, "unknown") : session.state;
  const state = typeof known === "string" ? session.state : known;
  return resultOf({ ...session, state }, transition(state, "stopped") as Verdict, now, stop);
}

const lastOrder = ({ observations }: Session) => observations.findLast(({ order }) => order)?.order;

function quantities(session: Session): Quantities {
  const { Quantity = 0, ExecutedQuantity = 0 } = lastOrder(session) ?? {};
  return { executedQuantity: ExecutedQuantity, remainingQuantity: Quantity - ExecutedQuantity };
}

function levelOf({ attempts, observations, via }: Session): { level: "api" | "venue"; since: string } {
  const accepted = attempts.find(({ outcome }) => outcome === "accepted");
  const isPending = ({ order }: Observation) => order !== undefined && readingOf(order.Status) === "pending";
  const since = accepted?.at ?? observations.find(isPending)?.at ?? "";
  return { level: accepted && via === "venue" ? "venue" : "api", since };
}

function whyNotSent({ attempts }: Session, { aborted, roomAt }: StopFacts): Pick<NotSent, "why" | "retryAt"> {
  const last = attempts.at(-1);
  const hadNoToken = last?.forToken || last?.code === "token" || last?.code === "timeout";
  const isThrottled = !last || last.outcome === "throttled";
  return known({
    why: aborted ? "aborted" : isThrottled ? "throttled" : hadNoToken ? "no-token" : "no-connection",
    retryAt: Number.isFinite(roomAt) ? utc(roomAt as number) : undefined,
  });
}
