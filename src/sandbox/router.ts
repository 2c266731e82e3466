// Owns the routing of method and path to an operation of the spec, and the parsing of its parameters.
import { type Read, readerOf, type Value } from "./parameters.js";
import type { Operation, Parameter } from "./spec.js";

interface ParameterReader {
  name: string;
  required: boolean;
  read(text: string): Read;
}

/** A segment of a path. */
interface Segment {
  /** Fixed text that it begins with, such as the `v` of `v{version}`. */
  prefix: string;
  parameter: ParameterReader | undefined;
}

interface Route {
  operation: Operation;
  segments: Segment[];
  query: ParameterReader[];
}

export interface Found {
  route: Route;
  /** The segments of the requested path. */
  path: string[];
}

/** The path exists, but not with this method. */
export interface WrongMethod {
  allow: string[];
}

export type Router = (method: string, path: string) => Found | WrongMethod | undefined;

/** Paths with fixed text come before paths with parameters, so that `/orders/search` is not taken for an order's id. */
export function createRouter(operations: readonly Operation[]): Router {
  const routes = operations.map(asRoute).sort((a, b) => parameterCount(a) - parameterCount(b));
  return (method, path) => {
    const parts = path.split("/");
    const allow: string[] = [];
    for (const route of routes) {
      if (!fits(route, parts)) continue;
      if (route.operation.method === method) return { route, path: parts };
      allow.push(route.operation.method);
    }
    return allow.length === 0 ? undefined : { allow };
  };
}

function asRoute(operation: Operation): Route {
  const { parameters } = operation;
  const segments = operation.path.split("/").map((text) => asSegment(text, parameters));
  return { operation, segments, query: parameters.filter((one) => one.in === "query").map(parameterReader) };
}

function asSegment(text: string, parameters: Parameter[]): Segment {
  const open = text.indexOf("{");
  if (open < 0) return { prefix: text, parameter: undefined };
  const name = text.slice(open + 1, text.indexOf("}"));
  const parameter = parameters.find((one) => one.in === "path" && one.name === name);
  return { prefix: text.slice(0, open), parameter: parameter && parameterReader(parameter) };
}

function parameterReader(parameter: Parameter): ParameterReader {
  return { name: parameter.name, required: parameter.required, read: readerOf(parameter) };
}

function parameterCount({ segments }: Route): number {
  return segments.filter(({ parameter }) => parameter).length;
}

function fits({ segments }: Route, parts: string[]): boolean {
  return (
    segments.length === parts.length && segments.every((segment, index) => fitsPart(segment, parts[index]))
  );
}

function fitsPart({ prefix, parameter }: Segment, part = ""): boolean {
  if (!parameter) return part === prefix;
  return part.length > prefix.length && part.startsWith(prefix);
}

export interface ParsedArguments {
  args: Record<string, Value | undefined>;
  problems: [name: string, problem: string][];
}

/** Parses the parameters of path and query as their schemas say. */
export function parseArguments({ route, path }: Found, search: string): ParsedArguments {
  const parsed: ParsedArguments = { args: {}, problems: [] };
  for (const [index, part] of path.entries()) {
    const { prefix, parameter } = route.segments[index] as Segment;
    if (parameter) parse(parsed, parameter, decoded(part.slice(prefix.length)));
  }
  if (route.query.length === 0) return parsed;
  const query = new URLSearchParams(search);
  for (const parameter of route.query) parse(parsed, parameter, query.get(parameter.name));
  return parsed;
}

function parse({ args, problems }: ParsedArguments, parameter: ParameterReader, text: string | null): void {
  const { name, required } = parameter;
  if (text === null) {
    if (required) problems.push([name, `${name} is missing`]);
    return;
  }
  const read = parameter.read(text);
  if ("problem" in read) problems.push([name, read.problem]);
  else args[name] = read.value;
}

/** Keeps `%zz` as it is, which then fails as a value; decoding it would throw. */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
