// Owns how an outcome of the client becomes an entry of the ledger. Pure.
import { wordsOf } from "../client/answer.js";
import type { AutoSharesError, Fate } from "../client/errors.js";
import type { Outcome } from "../client/perform.js";
import {
  type Attempt,
  type AttemptOutcome,
  type DeniedWhich,
  type Observation,
  type Order,
  utc,
} from "./ledger.js";

type Failure = Extract<Outcome, { ok: false }>;
type Code = AutoSharesError["code"];

/** What became of a DELETE, by the code of its error. Whatever else took no effect was refused. */
const OUTCOMES: Partial<Record<Code, AttemptOutcome>> = {
  "not-found": "not-found",
  token: "denied",
  "app-key": "denied",
  permission: "denied",
  "rate-limit": "throttled",
};

/** What became of getting a token. A sign-in that failed in another way says nothing: it may work the next time. */
const TOKEN_OUTCOMES: Partial<Record<Code, AttemptOutcome>> = {
  "app-key": "denied",
  permission: "denied",
  "rate-limit": "throttled",
};

/** A DELETE that ended at `at`; `sentAt` if it left. */
export type Ended = Pick<Attempt, "id" | "operation" | "at" | "sentAt">;

export function attemptOf(ended: Ended, outcome: Outcome, isReplay: boolean): Attempt {
  if (outcome.ok) return { ...ended, outcome: "accepted", fate: "accepted", status: outcome.status };
  const { error, forToken } = outcome;
  const fate = fateOf(outcome, isReplay);
  const what = forToken ? outcomeForToken(error) : outcomeOf(error, fate);
  const { sentAt, ...held } = ended;
  return {
    ...(fate === "not-sent" ? held : ended),
    outcome: what,
    fate,
    ...factsOf(error),
    ...(forToken && { forToken }),
    ...(what === "denied" && { which: whichOf(outcome, isReplay) }),
  };
}

/** A read that ended at `at`. */
export function observationOf(
  source: Observation["source"],
  at: string,
  sentAt: string | undefined,
  outcome: Outcome,
  order: Order | undefined,
): Observation {
  const facts = outcome.ok
    ? successFacts(outcome)
    : { ...factsOf(outcome.error), ...(outcome.forToken && { forToken: true as const }) };
  return { at, ...(sentAt !== undefined && { sentAt }), source, ...(order && { order }), ...facts };
}

function successFacts({ status, serverMs }: Extract<Outcome, { ok: true }>): Partial<Observation> {
  return serverMs === undefined ? { status } : { status, serverAt: utc(serverMs) };
}

/** A replay that did not leave keeps the fate of the 401 before it, which has an entry of its own. */
function fateOf({ error, forToken }: Failure, isReplay: boolean): Fate {
  const isHeldBack = isReplay && error.fate === "refused" && error.status === undefined;
  return forToken || isHeldBack ? "not-sent" : error.fate;
}

function outcomeOf({ code }: AutoSharesError, fate: Fate): AttemptOutcome {
  if (fate === "accepted" || fate === "unknown") return fate;
  if (fate === "not-sent") return code === "rate-limit" ? "throttled" : "not-sent";
  return OUTCOMES[code] ?? "refused";
}

function outcomeForToken({ code, status }: AutoSharesError): AttemptOutcome {
  if (code === "token") return status === 401 ? "denied" : "not-sent";
  return TOKEN_OUTCOMES[code] ?? "not-sent";
}

function factsOf(error: AutoSharesError): Partial<Attempt & Observation> {
  const { status, code, message, retryAfterMs } = error;
  return {
    ...(status !== undefined && { status }),
    code,
    message,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(code === "not-found" && error.wrongAddress && { wrongAddress: true as const }),
  };
}

/**
 * What to look at. A token that was just renewed and is refused like the old one is not the problem, so it is the
 * account. An answer without words does not say, nor does the 401 that a token and an account share.
 */
function whichOf({ error, forToken }: Failure, isReplay: boolean): DeniedWhich {
  if (error.code === "app-key") return "app-key";
  if (wordsOf(error.body) === "") return "unknown";
  if (forToken) return "token";
  return error.code === "permission" || isReplay ? "account" : "unknown";
}
