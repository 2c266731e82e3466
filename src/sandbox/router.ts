// Owns the way from method and path to an operation of the spec. Pure; may use spec.ts.
import type { Operation, Parameter } from "./spec.js";

interface Slot {
  /** What the segment begins with, such as the `v` of `v{version}`. */
  prefix: string;
  parameter: Parameter | undefined;
}

export interface Route {
  operation: Operation;
  slots: Slot[];
  query: Parameter[];
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
  const slots = operation.path.split("/").map((segment): Slot => {
    const [, prefix = "", name] = /^([^{]*)\{([^}]+)\}$/.exec(segment) ?? [];
    if (name === undefined) return { prefix: segment, parameter: undefined };
    return { prefix, parameter: operation.parameters.find((one) => one.in === "path" && one.name === name) };
  });
  return { operation, slots, query: operation.parameters.filter((one) => one.in === "query") };
}

function variables({ slots }: Route): number {
  return slots.filter(({ parameter }) => parameter).length;
}

function fits({ slots }: Route, segments: string[]): boolean {
  for (let index = 0; index < slots.length; index++) {
    const { prefix, parameter } = slots[index] as Slot;
    const segment = segments[index] as string;
    if (!(parameter ? segment.length > prefix.length && segment.startsWith(prefix) : segment === prefix))
      return false;
  }
  return true;
}

export interface Arguments {
  args: Record<string, string | number | boolean | undefined>;
  problems: [name: string, problem: string][];
}

/** Reads the parameters of path and query as their schemas say. */
export function readArguments({ route, segments }: Found, search: string): Arguments {
  const read: Arguments = { args: {}, problems: [] };
  for (const [index, { prefix, parameter }] of route.slots.entries())
    if (parameter) take(read, parameter, decoded((segments[index] ?? "").slice(prefix.length)));
  if (route.query.length === 0) return read;
  const given = new URLSearchParams(search);
  for (const parameter of route.query) take(read, parameter, given.get(parameter.name) ?? undefined);
  return read;
}

function take({ args, problems }: Arguments, parameter: Parameter, text: string | undefined): void {
  const { name } = parameter;
  if (text === undefined) {
    if (parameter.required) problems.push([name, `${name} is missing`]);
    return;
  }
  const outcome = parameter.read(text);
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
