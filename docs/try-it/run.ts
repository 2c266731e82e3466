// Owns one cancel, from the click on: what was learned of it so far, in its order. Pure.
import type { Attempt, CancelResult, Observation, Via } from "autoshares-cancel";

export type Step = Attempt | Observation;

export interface Run {
  readonly orderId: number;
  readonly via: Via;
  /** By the client's clock, in ms since 1970. */
  readonly startedAt: number;
  /** As they came in. */
  steps: Step[];
  /** Aborting it ends the waiting, not the cancel. */
  waiting: AbortController;
  /** Absent while it is under way. */
  result?: CancelResult | undefined;
}

export const isAttempt = (step: Step): step is Attempt => "operation" in step;

/** A DELETE is told when it leaves and again when its answer came: it stays one step. */
export function withStep(steps: readonly Step[], step: Step): Step[] {
  const isSame = (one: Step) =>
    isAttempt(one) && isAttempt(step) && one.sentAt !== undefined && one.sentAt === step.sentAt;
  return [...steps.filter((one) => !isSame(one)), step];
}

/** When a step is over, in ms since 1970. */
export const timeOf = (step: Step): number => Date.parse(step.at);
