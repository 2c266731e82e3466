// Owns the `filter` of listOrders: as much of the vendor's query language as the spec describes.
import { STATUSES } from "./lifecycle.js";
import type { Order } from "./order.js";

export type Filter = { accepts(order: Order): boolean } | { problem: string };

type Test = (order: Order) => boolean;

/** A filter is tried on every order. */
const MOST = 20;

/** Reads conditions that are joined by `and`; words are read in any case. */
export function parseFilter(text: string | undefined): Filter {
  if (text === undefined) return { accepts: () => true };
  const tokens = tokensOf(text);
  const tests: Test[] = [];
  for (let at = 0; at < tokens.length || tests.length === 0; ) {
    const found = conditionAt(tokens, at);
    const end = at + (found?.length ?? 0);
    const more = end < tokens.length;
    if (tests.length === MOST) return { problem: `more than ${MOST} conditions` };
    if (!found || (more && (word(tokens[end]) !== "and" || end + 1 === tokens.length)))
      return { problem: `cannot read the condition: ${tokens.slice(at).join(" ").slice(0, 200)}` };
    tests.push(found.test);
    at = end + 1;
  }
  return { accepts: (order) => tests.every((test) => test(order)) };
}

/** Words, numbers, dates between two #, operators, brackets. Anything else becomes a token that nothing accepts. */
function tokensOf(text: string): string[] {
  return text.match(/#[^#]*#|\w+|[<>]=|[<>=(),]|[^\s\w<>=(),]/g) ?? [];
}

function word(token = ""): string {
  return token.toLowerCase();
}

interface Condition {
  test: Test;
  /** How many tokens it takes. */
  length: number;
}

function conditionAt(tokens: string[], at: number): Condition | undefined {
  const [field, operator, value] = tokens.slice(at, at + 3);
  if (word(field) === "status" && word(operator) === "in") return statusIn(tokens, at + 2);
  if (word(field) === "createdate" && word(operator) === "between")
    return dateBetween(tokens.slice(at, at + 5));
  if (operator === undefined || value === undefined) return undefined;
  const test =
    word(field) === "createdate" ? dateTest(operator, value) : numberTest(word(field), operator, value);
  return test && { test, length: 3 };
}

/** `(0, 1)`: numbers in the order of the statuses; `Held`, the last, has none. */
function statusIn(tokens: string[], at: number): Condition | undefined {
  const close = tokens.indexOf(")", at);
  const list = tokens.slice(at + 1, close);
  const isList = list.every((token, index) => (index % 2 === 0 ? isNumber(token) : token === ","));
  if (tokens[at] !== "(" || close < 0 || list.length % 2 === 0 || !isList) return undefined;
  const numbers = list.filter(isNumber).map(Number);
  return { test: hasStatus(new Set(numbers)), length: close - at + 3 };
}

function hasStatus(numbers: Set<number>): Test {
  const names = new Set<string>(STATUSES.slice(0, -1).filter((_, number) => numbers.has(number)));
  return ({ status }) => names.has(status);
}

function numberTest(field: string, operator: string, value: string): Test | undefined {
  if (operator !== "=" || !isNumber(value)) return undefined;
  if (field === "status") return hasStatus(new Set([Number(value)]));
  if (field === "securityid") return ({ securityId }) => securityId === Number(value);
  return undefined;
}

function isNumber(token: string): boolean {
  return /^\d{1,15}$/.test(token);
}

const COMPARE: ReadonlyMap<string, (left: number, right: number) => boolean> = new Map([
  ["<", (left, right) => left < right],
  [">", (left, right) => left > right],
  ["<=", (left, right) => left <= right],
  [">=", (left, right) => left >= right],
  ["=", (left, right) => left === right],
]);

function dateTest(operator: string, value: string): Test | undefined {
  const compare = COMPARE.get(operator);
  const date = dateOf(value);
  if (!compare || date === undefined) return undefined;
  return ({ createdAt }) => compare(createdAt, date);
}

function dateBetween([, , first = "", and, second = ""]: string[]): Condition | undefined {
  const [from, to] = [dateOf(first), dateOf(second)];
  if (word(and) !== "and" || from === undefined || to === undefined) return undefined;
  return { test: ({ createdAt }) => createdAt >= from && createdAt <= to, length: 5 };
}

const DATE = /^#(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?Z?#$/;

/** In UTC, with or without saying so. */
function dateOf(token: string): number | undefined {
  const [, day, time = "T00:00"] = DATE.exec(token) ?? [];
  const date = Date.parse(`${day}${time}Z`);
  return Number.isNaN(date) ? undefined : date;
}
