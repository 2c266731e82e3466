// Owns the numbers that a person types: what they may be, and a sentence for what they may not. Pure.
import { operationTable } from "../../src/generated/operations.js";

const { accountId, orderId } = operationTable.cancelOrder.params;

/** An order may take the venue a while; nobody watches for longer than that. */
const LONGEST_WAIT_S = 3_600;

export function accountNumber(text: string): number {
  return whole(text, { what: "An account number", example: "6303", ...accountId });
}

export function orderNumber(text: string): number {
  return whole(text, { what: "An order number", example: "80010", ...orderId });
}

/** Milliseconds, out of seconds. */
export function waitingTime(text: string): number {
  const seconds = Number(text.trim() || Number.NaN);
  if (seconds > 0 && seconds <= LONGEST_WAIT_S) return seconds * 1_000;
  throw new Error(
    `The waiting time is a number of seconds above 0, at most ${LONGEST_WAIT_S}, such as 15; “${text}” is none.`,
  );
}

/** Order numbers with commas or spaces between them. */
export function orderNumbers(text: string): number[] {
  return text.split(/[\s,;]+/).flatMap((one) => (one === "" ? [] : [orderNumber(one)]));
}

interface Whole {
  readonly what: string;
  readonly example: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

function whole(text: string, { what, example, minimum = 1, maximum = 2 ** 31 - 1 }: Whole): number {
  const digits = text.trim();
  const value = Number(digits || Number.NaN);
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return value;
  throw new Error(
    `${what} is a whole number from ${minimum} to ${maximum}, such as ${example}; “${text}” is none.`,
  );
}
