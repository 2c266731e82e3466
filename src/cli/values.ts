// Owns the values that commands take as text: numbers of accounts and orders, times.
import { operationTable } from "../generated/operations.js";
import { UsageStop } from "./stop.js";

/** `--account` as all commands that speak to the API take it. */
export const ACCOUNT = {
  takes: "N",
  does: "Number of the trading account. It is not the number of the user.",
} as const;

export const JSON_OPTION = { does: "Print JSON, one object a line, for programs." } as const;

export const VIA = {
  takes: "api|venue",
  does: "Who checks the cancel before it is answered: the API only (quick), or the execution venue too (slow).",
  default: "api",
} as const;

export const DEADLINE = {
  takes: "SECONDS",
  does: "Time for everything. What is not known by then is reported as not proven.",
} as const;

export function idOf(text: string | undefined, what: "account" | "order"): number {
  const { minimum = 1, maximum = Number.MAX_SAFE_INTEGER } =
    operationTable.cancelOrder.params[`${what}Id`] ?? {};
  const id = Number(text);
  const range = `a number from ${minimum} to ${maximum}`;
  if (text === undefined) throw new UsageStop(`Give the ${what}: --${what} N, ${range}.`);
  if (!/^\d+$/.test(text) || id < minimum || id > maximum)
    throw new UsageStop(`"${text.slice(0, 40)}" is no ${what} number: give ${range}.`);
  return id;
}

export function viaOf(text = "api"): "api" | "venue" {
  if (text === "api" || text === "venue") return text;
  throw new UsageStop(`--via ${text.slice(0, 40)} is not known: give api or venue.`);
}

/** Milliseconds out of seconds; fractions are allowed. */
export function deadlineOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (text.trim() === "" || !(seconds > 0) || seconds > 86_400)
    throw new UsageStop(
      `--deadline ${text.slice(0, 40)} is no time: give seconds, above 0 and at most 86400.`,
    );
  return seconds * 1_000;
}
