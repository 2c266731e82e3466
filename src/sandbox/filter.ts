// Owns the `filter` of listOrders: as much of the vendor's query language as the spec describes.
import { STATUSES } from "./lifecycle.js";
import type { Order } from "./order.js";

export type Filter = { accepts(order: Order): boolean } | { problem: string };

type Test = (order: Order) => boolean;

const DATE = String.raw`#(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?Z?)#`;

/** The conditions there are, each with how it is made out of what its pattern caught. */
const CONDITIONS: readonly [RegExp, (...caught: string[]) => Test][] = [
  [/^Status\s+in\s*\(\s*(\d+(?:\s*,\s*\d+)*)\s*\)$/i, (numbers = "") => hasStatus(numbers.split(","))],
  [/^Status\s*=\s*(\d+)$/i, (number = "") => hasStatus([number])],
  [/^SecurityId\s*=\s*(\d+)$/i, (id) => (order) => order.securityId === Number(id)],
  [
    new RegExp(`^CreateDate\\s+between\\s+${DATE}\\s+and\\s+${DATE}$`, "i"),
    (from, to) => (order) => order.createdAt >= time(from) && order.createdAt <= time(to),
  ],
  [
    new RegExp(`^CreateDate\\s*(<=|>=|<|>|=)\\s*${DATE}$`, "i"),
    (operator = "=", date) =>
      (order) =>
        COMPARE[operator]?.(order.createdAt, time(date)) ?? false,
  ],
];

const COMPARE: Record<string, (left: number, right: number) => boolean> = {
  "<": (left, right) => left < right,
  ">": (left, right) => left > right,
  "<=": (left, right) => left <= right,
  ">=": (left, right) => left >= right,
  "=": (left, right) => left === right,
};

/** `Held`, the last, has no number. */
function hasStatus(numbers: string[]): Test {
  const names = numbers.map((number) => STATUSES.slice(0, -1)[Number(number)]);
  return (order) => names.includes(order.status);
}

/** Dates are in UTC, with or without saying so. */
function time(text = ""): number {
  const whole = text.includes("T") ? text : `${text}T00:00`;
  return Date.parse(whole.endsWith("Z") ? whole : `${whole}Z`);
}

export function parseFilter(text: string | undefined): Filter {
  if (text === undefined) return { accepts: () => true };
  const tests = conditions(text).map(condition);
  const unread = tests.find((test) => typeof test === "string");
  if (unread !== undefined) return { problem: `cannot read the condition: ${unread}` };
  return { accepts: (order) => (tests as Test[]).every((test) => test(order)) };
}

/** Split at `and`, but not at the one that belongs to `between`. */
function conditions(text: string): string[] {
  return text
    .trim()
    .split(/(?<!\sbetween\s+#[^#]*#)\s+and\s+/i)
    .map((part) => part.trim());
}

function condition(text: string): Test | string {
  for (const [pattern, make] of CONDITIONS) {
    const caught = pattern.exec(text);
    if (caught) return make(...caught.slice(1));
  }
  return text;
}
