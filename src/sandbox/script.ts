// Owns the script: what the next matching requests meet.
import { type FaultName, faultNamed } from "./faults.js";

/** Which requests are meant; what is left out matches every request. */
export interface Match {
  operation?: string;
  method?: string;
  accountId?: number;
  orderId?: number;
}

/** What a test or a person writes. */
export interface ScriptStep {
  match?: Match;
  /** What becomes of the request or its answer. */
  fault?: FaultName;
  /** A documented answer, by status and name of the example; nothing happens then. */
  answer?: { status: number; example?: string };
  /** Held back for so long before the answer leaves. */
  delayMs?: number;
  /** How many requests meet it; 1 if left out. */
  times?: number;
}

export interface ScriptEntry extends ScriptStep {
  times: number;
}

const KNOWN = new Set(["match", "fault", "answer", "delayMs", "times"]);
const KNOWN_MATCH = new Set(["operation", "method", "accountId", "orderId"]);

/** Checks a step; throws one sentence that says what to write instead. */
export function scriptEntry(step: ScriptStep): ScriptEntry {
  refuseUnknown("step of a script", step, KNOWN);
  refuseUnknown("match of a script", step.match ?? {}, KNOWN_MATCH);
  if (step.fault !== undefined) faultNamed(step.fault);
  const { times = 1 } = step;
  if (!Number.isInteger(times) || times < 1)
    throw new Error(`times: ${times} is not a number of requests from 1 on.`);
  if (step.fault !== undefined && step.answer !== undefined)
    throw new Error("A step of a script has either a fault or an answer, not both.");
  return { ...step, times };
}

function refuseUnknown(what: string, given: unknown, known: Set<string>): void {
  if (!given || typeof given !== "object") throw new Error(`A ${what} is an object.`);
  const unknown = Object.keys(given).find((key) => !known.has(key));
  if (unknown !== undefined)
    throw new Error(`A ${what} has no "${unknown}". It has ${[...known].join(", ")}.`);
}

export interface Matched {
  operation: string;
  method: string;
  accountId: unknown;
  orderId: unknown;
}

export function matches({ match = {} }: ScriptEntry, request: Matched): boolean {
  return (
    (match.operation === undefined || match.operation === request.operation) &&
    (match.method === undefined || match.method.toUpperCase() === request.method) &&
    (match.accountId === undefined || match.accountId === request.accountId) &&
    (match.orderId === undefined || match.orderId === request.orderId)
  );
}
