// Runs the machine until it has a verdict or must stop. May use the rest of this folder.
import { accountOf, type Window } from "./account.js";
import { type Clock, type Limit, untilOver } from "./clock.js";
import { resultOf, resultWhenStopped } from "./conclude.js";
import { type State, sendsNext, transition } from "./machine.js";
import type { CancelResult, Observation, Progress } from "./result.js";
import { type CancelClient, readOrder, type Session, type Step, sendDelete } from "./steps.js";

/** Told each event as it is learned. */
export type OnProgress = ((progress: Progress) => void) | undefined;

/** A DELETE may be replayed by the client after a 401, and a read too: room for both is held until it is over. */
const WITH_REPLAY = 2;

export async function run(
  client: CancelClient,
  session: Session,
  limit: Limit,
  isAborted: () => boolean,
  onProgress: OnProgress,
): Promise<CancelResult> {
  const account = accountOf(client, session.accountId);
  const { clock } = limit;
  for (;;) {
    const sends = sendsNext(session.state);
    const room = sends ? account.orders : account.reads;
    const roomAt = await waitForRoom(limit, clock.now() + delayMs(session), room);
    if (roomAt !== "now") return resultWhenStopped(session, clock.now(), { aborted: isAborted(), roomAt });
    const step = sends ? sendDelete : readOrder;
    const { event, learned } = await counted(room, clock, () => step(client, session, limit));
    quietly(onProgress, { event, phase: session.state.phase, ...learned });
    const next = transition(session.state, event);
    if (typeof next === "string") return resultOf(session, next, clock.now());
    session.state = next;
  }
}

async function counted(room: Window, clock: Clock, step: () => Promise<Step>): Promise<Step> {
  let sent = WITH_REPLAY;
  try {
    const done = await step();
    sent = done.requests;
    return done;
  } finally {
    room.end(WITH_REPLAY, sent, clock.now());
  }
}

/** Takes room and resolves with "now" when it is time and there is some; otherwise, at the limit, with when there would have been. */
async function waitForRoom(limit: Limit, due: number, room: Window): Promise<"now" | number> {
  const { clock, at, signal } = limit;
  for (;;) {
    const now = clock.now();
    const wait = Math.max(due - now, room.waitMs(WITH_REPLAY, now));
    if (signal.aborted) return now + wait;
    if (wait <= 0) {
      // In the same turn as the look: a hundred cancels may be waiting here for the same room.
      room.start(WITH_REPLAY);
      return "now";
    }
    // What lies behind the deadline is not worth waiting for: nothing more can be learned.
    if (Number.isFinite(wait) && now + wait >= at) return now + wait;
    await (Number.isFinite(wait) ? clock.sleep(wait, signal) : untilOver(limit, room.whenFreed()));
  }
}

/** Reads after a DELETE: the first soon, then slower. */
const READS_MS = [250, 1_000, 2_000, 3_000];

/** Tries after one that did not leave. */
const TRIES_MS = [250, 500, 1_000, 2_000, 4_000];

const at = (delays: readonly number[], index: number): number =>
  delays[Math.min(index, delays.length - 1)] as number;

/** How long to wait before the next request. */
function delayMs({
  attempts,
  observations,
  state,
  via,
}: Pick<Session, "attempts" | "observations" | "state" | "via">): number {
  const lastAttempt = attempts.at(-1);
  if (!sendsNext(state)) {
    const last: Observation | undefined = state.reads > 0 ? observations.at(-1) : undefined;
    if (last?.retryAfterMs !== undefined) return last.retryAfterMs;
    return state.reads === 0 && isWorthAskingAtOnce(state, via) ? 0 : at(READS_MS, state.reads);
  }
  if (!lastAttempt) return 0;
  const tries =
    attempts.length -
    1 -
    attempts.findLastIndex(({ outcome }) => outcome !== "not-sent" && outcome !== "throttled");
  return lastAttempt.retryAfterMs ?? (tries > 0 ? at(TRIES_MS, tries - 1) : 0);
}

/** After a slow 204 and after a refusal the order's state is there to be read. */
function isWorthAskingAtOnce({ phase }: State, via: Session["via"]): boolean {
  return phase === "checking" || (phase === "accepted" && via === "venue");
}

function quietly(onProgress: OnProgress, progress: Progress): void {
  try {
    onProgress?.(progress);
  } catch {
    // The caller's hook and the caller's failure: it must not change what is told of the order.
  }
}
