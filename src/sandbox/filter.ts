// Owns the `filter` of listOrders: the part of the vendor's query language that the spec describes.
import { STATUSES } from "./lifecycle.js";
import type { Order } from "./order.js";

export type Filter = { accepts(order: Order): boolean } | { problem: string };

type Test = (order: Order) => boolean;

/** Every order is tested against every condition. */
const MAX_CONDITIONS = 20;

/** Parses conditions that are joined by `and`. Words may be in any case. */
export function parseFilter(text: string | undefined): Filter {
  if (text === undefined) return { accepts: () => true };
  const tests: Test[] = [];
  let rest = tokensOf(text);
  do {
    if (tests.length === MAX_CONDITIONS) return { problem: `more than ${MAX_CONDITIONS} conditions` };
    const condition = conditionAt(rest);
    const after = condition && afterCondition(rest, condition.length);
    if (!after) return { problem: `cannot read the condition: ${rest.join(" ").slice(0, 200)}` };
    tests.push(condition.test);
    rest = after;
  } while (rest.length > 0);
  return { accepts: (order) => tests.every((test) => test(order)) };
}

/** The tokens of the next conditions; undefined if the condition is not followed by `and` and another one. */
function afterCondition(tokens: string[], length: number): string[] | undefined {
  if (tokens.length === length) return [];
  const [and, ...rest] = tokens.slice(length);
  return word(and) === "and" && rest.length > 0 ? rest : undefined;
}

/** Words, numbers, dates between two #, operators, brackets. Anything else becomes a token that no condition has. */
function tokensOf(text: string): string[] {
  return text.match(/#[^#]*#|\w+|[<>]=|[<>=(),]|[^\s\w<>=(),]/g) ?? [];
}

function word(token = ""): string {
  return token.toLowerCase();
}

interface Condition {
  test: Test;
  /** Number of its tokens. */
  length: number;
}

function conditionAt(tokens: string[]): Condition | undefined {
  const [field, operator, value] = tokens;
  if (word(field) === "status" && word(operator) === "in") return statusIn(tokens);
  if (word(field) === "createdate" && word(operator) === "between") return dateBetween(tokens);
  const test = value === undefined ? undefined : testOf(word(field), word(operator), value);
  return test && { test, length: 3 };
}

/** `Status in (0, 1)`: numbers in the order of the statuses; `Held`, the last one, has no number. */
function statusIn(tokens: string[]): Condition | undefined {
  const close = tokens.indexOf(")");
  const list = tokens.slice(3, close);
  const isList = list.every((token, index) => (index % 2 === 0 ? isNumber(token) : token === ","));
  if (tokens[2] !== "(" || close < 0 || list.length % 2 === 0 || !isList) return undefined;
  return { test: hasStatus(list.filter(isNumber).map(Number)), length: close + 1 };
}

function hasStatus(numbers: number[]): Test {
  const names = new Set<string>(STATUSES.slice(0, -1).filter((_, number) => numbers.includes(number)));
  return ({ status }) => names.has(status);
}

/** `CreateDate between #…# and #…#` */
function dateBetween(tokens: string[]): Condition | undefined {
  const [from, to] = [dateOf(tokens[2]), dateOf(tokens[4])];
  if (word(tokens[3]) !== "and" || from === undefined || to === undefined) return undefined;
  return { test: ({ createdAt }) => createdAt >= from && createdAt <= to, length: 5 };
}

function testOf(field: string, operator: string, value: string): Test | undefined {
  if (field === "createdate") return dateTest(operator, value);
  if (operator !== "=" || !isNumber(value)) return undefined;
  if (field === "status") return hasStatus([Number(value)]);
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

const DATE = /^#(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?Z?#$/;

/** Dates are in UTC, with or without a `Z`. */
function dateOf(token = ""): number | undefined {
  const [, day, time = "T00:00"] = DATE.exec(token) ?? [];
  const date = Date.parse(`${day}${time}Z`);
  return Number.isNaN(date) ? undefined : date;
}
