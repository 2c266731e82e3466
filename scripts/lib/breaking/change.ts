// A difference between two specs, from the caller's side: where it is, what it is, what it means. Pure.
import type { OpenApi } from "../openapi.js";

export interface Change {
  /** operationId of the base, or what else of the spec it concerns. */
  operation: string;
  /** Where in the operation, such as `answer 200, Result[].Id`. Empty: the operation itself. */
  place: string;
  what: string;
  /** What a caller will notice. Only breaking changes need to say it. */
  means: string;
  breaking: boolean;
}

export interface Pair<T> {
  before: T;
  after: T;
}

export type Specs = Pair<OpenApi>;

/** A place within an operation; `direction` decides whether narrower or wider is what breaks. */
export interface Place {
  operation: string;
  place: string;
  direction: "request" | "answer";
  /** Where in a value, such as `Result[].Id`. */
  inside?: string;
}

type Somewhere = Omit<Place, "direction">;
const wholePlace = ({ place, inside }: Somewhere): string => [place, inside].filter(Boolean).join(", ");

export const breaks = (at: Somewhere, what: string, means: string): Change => ({
  operation: at.operation,
  place: wholePlace(at),
  what,
  means,
  breaking: true,
});

export const harmless = (at: Somewhere, what: string): Change => ({
  operation: at.operation,
  place: wholePlace(at),
  what,
  means: "",
  breaking: false,
});

export const within = (at: Place, inner: string): Place => ({
  ...at,
  place: at.place === "" ? inner : `${at.place}, ${inner}`,
});

export interface Matched<T> {
  removed: [string, T][];
  added: [string, T][];
  kept: [string, Pair<T>][];
}

/** Splits two tables by their keys. */
export function matched<T>(before: Record<string, T> = {}, after: Record<string, T> = {}): Matched<T> {
  const own = Object.entries(before);
  return {
    removed: own.filter(([key]) => !(key in after)),
    added: Object.entries(after).filter(([key]) => !(key in before)),
    kept: own.flatMap(([key, value]) => {
      const other = after[key];
      return other === undefined ? [] : [[key, { before: value, after: other }] as [string, Pair<T>]];
    }),
  };
}

/** A value as it stands in a report. */
export const shownValue = (value: unknown): string =>
  value === undefined ? "none" : typeof value === "string" ? value : JSON.stringify(value);
