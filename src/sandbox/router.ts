// Owns the way from method and path to an operation of the spec, and the reading of its arguments.
import { type Read, readerOf, type Value } from "./parameters.js";
import type { Operation, Parameter } from "./spec.js";

interface Argument {
  name: string;
  required: boolean;
  read(text: string): Read;
}

interface Slot {
  /** What the segment begins with, such as the `v` of `v{version}`. */
  prefix: string;
  argument: Argument | undefined;
}

interface Route {
  operation: Operation;
  slots: Slot[];
  query: Argument[];
}

export interface Found {
  route: Route;
  segments: string[];
}

/** The methods that a path has, when the one asked for is not among them. */
export interface WrongMethod {
  allow: string[];
}

export type Router = (method: string, path: string) => Found | WrongMethod | undefined;

/** Paths with fixed text go before paths with parameters, so `/orders/search` is not an order's id. */
export function createRouter(operations: readonly Operation[]): Router {
  const byLength = new Map<number, Route[]>();
  for (const route of operations.map(asRoute)) {
    const same = byLength.get(route.slots.length) ?? [];
    byLength.set(
      route.slots.length,
      [...same, route].sort((a, b) => variables(a) - variables(b)),
    );
  }
  return (method, path) => {
    const segments = path.split("/");
    const routes = byLength.get(segments.length) ?? [];
    for (const route of routes)
      if (route.operation.method === method && fits(route, segments)) return { route, segments };
    const others = routes.filter((route) => fits(route, segments));
    return others.length === 0 ? undefined : { allow: others.map(({ operation }) => operation.method) };
  };
}

function asRoute(operation: Operation): Route {
  const { parameters } = operation;
  const slots = operation.path.split("/").map((segment) => asSlot(segment, parameters));
  return { operation, slots, query: parameters.filter((one) => one.in === "query").map(asArgument) };
}

function asSlot(segment: string, parameters: Parameter[]): Slot {
  const open = segment.indexOf("{");
  if (open < 0) return { prefix: segment, argument: undefined };
  const name = segment.slice(open + 1, segment.indexOf("}"));
  const parameter = parameters.find((one) => one.in === "path" && one.name === name);
  return { prefix: segment.slice(0, open), argument: parameter && asArgument(parameter) };
}

function asArgument(parameter: Parameter): Argument {
  return { name: parameter.name, required: parameter.required, read: readerOf(parameter) };
}

function variables({ slots }: Route): number {
  return slots.filter(({ argument }) => argument).length;
}

function fits({ slots }: Route, segments: string[]): boolean {
  return slots.every(({ prefix, argument }, index) => {
    const segment = segments[index] ?? "";
    return argument ? segment.length > prefix.length && segment.startsWith(prefix) : segment === prefix;
  });
}

export interface Arguments {
  args: Record<string, Value | undefined>;
  problems: [name: string, problem: string][];
}

/** Reads the parameters of path and query as their schemas say. */
export function readArguments({ route, segments }: Found, search: string): Arguments {
  const read: Arguments = { args: {}, problems: [] };
  for (const [index, { prefix, argument }] of route.slots.entries())
    if (argument) take(read, argument, decoded((segments[index] ?? "").slice(prefix.length)));
  if (route.query.length === 0) return read;
  const given = new URLSearchParams(search);
  for (const argument of route.query) take(read, argument, given.get(argument.name) ?? undefined);
  return read;
}

function take({ args, problems }: Arguments, argument: Argument, text: string | undefined): void {
  const { name, required } = argument;
  if (text === undefined) {
    if (required) problems.push([name, `${name} is missing`]);
    return;
  }
  const outcome = argument.read(text);
  if ("problem" in outcome) problems.push([name, outcome.problem]);
  else args[name] = outcome.value;
}

/** `%zz` stays as it is, and then fails as a value; decoding it would throw. */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
