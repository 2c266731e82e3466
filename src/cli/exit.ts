// Owns the exit statuses of the commands that speak to the API: the highest that applies wins.
import type { CancelResult, Verdict } from "../cancel/result.js";
import type { CancelAllResult } from "../cancel-all/result.js";
import type { AutoSharesError } from "../client/errors.js";

export const EXIT = {
  /** All canceled, and seen so; a list or a check without a finding. */
  done: 0,
  /** Filled, expired or rejected before. */
  tooLate: 1,
  /** Something may be in the market. */
  open: 2,
  /** Nothing proves how it ended. */
  notProven: 3,
  /** Denied, or the sign-in failed. */
  noAccess: 4,
  /** No network, a journal that cannot be written. */
  cannotRun: 5,
  /** The command was called in a way that it does not have. */
  usage: 64,
} as const;

const BY_VERDICT: Record<Verdict, number> = {
  canceled: EXIT.done,
  "too-late": EXIT.tooLate,
  "still-open": EXIT.open,
  "not-sent": EXIT.open,
  superseded: EXIT.open,
  pending: EXIT.notProven,
  unresolved: EXIT.notProven,
  "not-found": EXIT.notProven,
  denied: EXIT.noAccess,
};

const MEANINGS: Record<keyof typeof EXIT, string> = {
  done: "canceled, and seen so",
  tooLate: "too late: filled, expired or rejected",
  open: "something may be in the market: still open, not sent, or replaced by another order",
  notProven: "not proven: pending, unresolved, or not found",
  noAccess: "no access: denied, or the sign-in failed",
  cannotRun: "could not run: no network, a journal that cannot be written",
  usage: "wrong usage",
};

/** What each status means, for the help. `own`: what a command has to say instead. */
export function exitLines(own: Partial<typeof MEANINGS> = {}): string[] {
  const meanings = { ...MEANINGS, ...own };
  return Object.entries(EXIT).map(
    ([name, status]) => `${String(status).padEnd(2)} ${meanings[name as keyof typeof EXIT]}`,
  );
}

export function exitOf(results: readonly CancelResult[]): number {
  return Math.max(EXIT.done, ...results.map(statusOf));
}

function statusOf(result: CancelResult): number {
  if (result.verdict !== "not-sent") return BY_VERDICT[result.verdict];
  if (result.why === "no-connection") return EXIT.cannotRun;
  return result.why === "no-token" ? EXIT.noAccess : EXIT.open;
}

const BY_STOPPED: Record<CancelAllResult["stopped"], number> = {
  "verified-empty": EXIT.done,
  open: EXIT.open,
  deadline: EXIT.notProven,
  aborted: EXIT.notProven,
  denied: EXIT.noAccess,
};

/** Verified empty is 0, whatever single orders did. */
export function exitOfAll({ stopped, results }: CancelAllResult): number {
  if (stopped === "verified-empty") return EXIT.done;
  return Math.max(BY_STOPPED[stopped], exitOf(results));
}

const BY_CODE: Partial<Record<AutoSharesError["code"], number>> = {
  connection: EXIT.cannotRun,
  timeout: EXIT.cannotRun,
  token: EXIT.noAccess,
  "app-key": EXIT.noAccess,
  permission: EXIT.noAccess,
  "second-factor": EXIT.noAccess,
};

/** Of a command that only reads. */
export function exitOfError({ code }: AutoSharesError): number {
  return BY_CODE[code] ?? EXIT.notProven;
}
