// Owns the script: what the next matching requests meet.
import { ControlError, check } from "./control-check.js";
import { MOST_STEPS } from "./control-schemas.js";
import type { FaultName } from "./faults.js";

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

/** Keys of the documented answers by operationId. */
type Documented = ReadonlyMap<string, readonly string[]>;

/** The script with more steps; throws, before anything has changed, if one of them cannot be. */
export function addSteps(
  script: readonly ScriptEntry[],
  given: ScriptStep | readonly ScriptStep[],
  documented: Documented,
): ScriptEntry[] {
  check(Array.isArray(given) ? "ScriptSteps" : "ScriptStep", given, "script");
  const steps = [given].flat() as ScriptStep[];
  for (const step of steps) checkStep(step, documented);
  if (script.length + steps.length > MOST_STEPS)
    throw new ControlError(
      `The script would have more than ${MOST_STEPS} steps: clear it, or use \`times\`.`,
    );
  return [...script, ...steps.map(({ times = 1, ...step }) => ({ ...step, times }))];
}

function checkStep({ match = {}, fault, answer }: ScriptStep, documented: Documented): void {
  const { operation } = match;
  const operations = [...documented.keys()];
  if (operation !== undefined && !documented.has(operation))
    throw new ControlError(
      `script.match.operation: give one of ${operations.join(", ")}, not "${operation}".`,
    );
  if (fault !== undefined && answer !== undefined)
    throw new ControlError("script: give a fault or an answer, not both.");
  if (answer === undefined) return;
  const keys = [
    ...new Set(
      (operation === undefined ? operations : [operation]).flatMap((one) => documented.get(one) ?? []),
    ),
  ];
  if (answerKeyOf(answer, keys) === undefined)
    throw new ControlError(`script.answer: give status and example of one of ${keys.join(", ")}.`);
}

/** The documented answer that is meant: by status and name of the example, or the first of that status. */
export function answerKeyOf(
  { status, example }: NonNullable<ScriptStep["answer"]>,
  keys: readonly string[],
): string | undefined {
  const wanted = example === undefined ? String(status) : `${status} ${example}`;
  return keys.find((key) => key === wanted) ?? keys.find((key) => key.startsWith(`${wanted} `));
}

export interface Matched {
  operation: string;
  method: string;
  accountId: unknown;
  orderId: unknown;
  /** Names of the answers that the operation documents. */
  keys: readonly string[];
}

/** A step with an answer is for operations that document it. */
export function matches({ match = {}, answer }: ScriptEntry, request: Matched): boolean {
  return (
    (match.operation === undefined || match.operation === request.operation) &&
    (match.method === undefined || match.method.toUpperCase() === request.method) &&
    (match.accountId === undefined || match.accountId === request.accountId) &&
    (match.orderId === undefined || match.orderId === request.orderId) &&
    (answer === undefined || answerKeyOf(answer, request.keys) !== undefined)
  );
}
