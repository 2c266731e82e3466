// Owns the script: faults and responses for the next matching requests.
import { ControlError, check } from "./control-check.js";
import { MAX_SCRIPT_STEPS } from "./control-schemas.js";
import { responseKey } from "./documented-responses.js";
import type { FaultName } from "./faults.js";

/** Which requests a step is for. A property that is left out matches every request. */
export interface Match {
  operation?: string;
  method?: string;
  accountId?: number;
  orderId?: number;
}

/** One step, as a test or a person writes it. */
export interface ScriptStep {
  match?: Match;
  fault?: FaultName;
  /** A documented response, by status and name of the example. The request then takes no effect. */
  answer?: { status: number; example?: string };
  /** Milliseconds by which the response is delayed. */
  delayMs?: number;
  /** Number of requests that this step is for; 1 if left out. */
  times?: number;
}

export interface ScriptEntry extends ScriptStep {
  times: number;
}

/** Keys of the documented responses by operationId. */
type Documented = ReadonlyMap<string, readonly string[]>;

/** The script with more steps. Throws, before anything changes, if a step is not valid. */
export function addSteps(
  script: readonly ScriptEntry[],
  given: ScriptStep | readonly ScriptStep[],
  documented: Documented,
): ScriptEntry[] {
  if (Array.isArray(given)) check("ScriptSteps", given, "script");
  else check("ScriptStep", given, "script");
  const steps: readonly ScriptStep[] = [given].flat();
  for (const step of steps) checkStep(step, documented);
  if (script.length + steps.length > MAX_SCRIPT_STEPS)
    throw new ControlError(`A script has at most ${MAX_SCRIPT_STEPS} steps: clear it, or use \`times\`.`);
  return [...script, ...steps.map(({ times = 1, ...step }) => ({ ...step, times }))];
}

function checkStep({ match = {}, fault, answer }: ScriptStep, documented: Documented): void {
  const { operation } = match;
  let operations = [...documented.keys()];
  if (operation !== undefined && !documented.has(operation))
    throw new ControlError(
      `script.match.operation: give one of ${operations.join(", ")}, not "${operation}".`,
    );
  if (fault !== undefined && answer !== undefined)
    throw new ControlError("script: give a fault or an answer, not both.");
  if (answer === undefined) return;
  if (operation !== undefined) operations = [operation];
  const keys = new Set(operations.flatMap((one) => documented.get(one) ?? []));
  if (responseKeyOf(answer, [...keys]) === undefined)
    throw new ControlError(`script.answer: give status and example of one of ${[...keys].join(", ")}.`);
}

/** Key of the documented response with this status and example; without an example, the first with this status. */
export function responseKeyOf(
  { status, example }: NonNullable<ScriptStep["answer"]>,
  keys: readonly string[],
): string | undefined {
  const wanted = responseKey(status, example);
  return keys.find((key) => key === wanted) ?? keys.find((key) => key.startsWith(`${wanted} `));
}

export interface Matched {
  operation: string;
  method: string;
  accountId: unknown;
  orderId: unknown;
  /** Keys of the responses that the operation documents. */
  keys: readonly string[];
}

/** A step with a response matches only operations that document it. */
export function matches({ match = {}, answer }: ScriptEntry, request: Matched): boolean {
  return (
    (match.operation === undefined || match.operation === request.operation) &&
    (match.method === undefined || match.method.toUpperCase() === request.method) &&
    (match.accountId === undefined || match.accountId === request.accountId) &&
    (match.orderId === undefined || match.orderId === request.orderId) &&
    (answer === undefined || responseKeyOf(answer, request.keys) !== undefined)
  );
}
