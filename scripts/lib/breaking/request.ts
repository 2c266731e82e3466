// Compares what callers send: arguments, body, credentials. Pure.
import { isDeepStrictEqual } from "node:util";
import type { Operation, Parameter, PathItem, Ref, RequestBody, Security } from "../openapi.js";
import {
  breaks,
  type Change,
  harmless,
  matched,
  type Pair,
  type Place,
  type Specs,
  shownValue,
  within,
} from "./change.js";
import { compareSchemas, followed } from "./schema.js";

export interface Located {
  path: string;
  method: string;
  item: PathItem;
  operation: Operation;
}

const GONE = "Code that passes it no longer compiles.";
const REFUSED = "Requests without it are refused, and calls without it no longer compile.";

export function compareArguments(specs: Specs, pair: Pair<Located>, at: Place): Change[] {
  const before = argumentsOf(specs.before, pair.before);
  const after = argumentsOf(specs.after, pair.after);
  const { removed, added, kept } = matched(before, after);
  const place = (name: string) => within(at, `${name} argument`);
  return [
    ...removed.map(([name]) => breaks(place(name), "removed", GONE)),
    ...added.map(([name, { required }]) =>
      required ? breaks(place(name), "added, required", REFUSED) : harmless(place(name), "added"),
    ),
    ...kept.flatMap(([name, one]) => compareArgument(specs, one, place(name))),
  ];
}

/** By place and name, as a server tells them apart. One of the operation replaces one of its path. */
function argumentsOf(spec: Specs["before"], { item, operation }: Located): Record<string, Parameter> {
  const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  return Object.fromEntries(
    all.map((reference) => {
      const parameter = followed<Parameter>(spec, reference);
      return [`${parameter.in} ${parameter.name}`, parameter];
    }),
  );
}

const HANDLED = new Set(["name", "in", "required", "schema", "description", "example", "examples"]);

function compareArgument(specs: Specs, { before, after }: Pair<Parameter>, at: Place): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Parameter)[];
  const others = keys.filter((key) => !HANDLED.has(key) && !isDeepStrictEqual(before[key], after[key]));
  return [
    ...compareNeed({ before: before.required, after: after.required }, at),
    ...others.map((key) =>
      breaks(
        at,
        `${key} ${shownValue(before[key])} → ${shownValue(after[key])}`,
        "It is sent in another form.",
      ),
    ),
    ...compareSchemas(specs, schemasOf({ before, after }), at),
  ];
}

type AnySchema = Record<string, unknown>;
const schemasOf = ({ before, after }: Pair<{ schema: object | Ref }>): Pair<AnySchema> => ({
  before: (before.schema ?? {}) as AnySchema,
  after: (after.schema ?? {}) as AnySchema,
});

function compareNeed({ before = false, after = false }: Pair<boolean | undefined>, at: Place): Change[] {
  if (before === after) return [];
  return [after ? breaks(at, "now required", REFUSED) : harmless(at, "no longer required")];
}

export function compareBodies(specs: Specs, pair: Pair<Operation>, outer: Place): Change[] {
  const at = within(outer, "body");
  const [before, after] = (["before", "after"] as const).map((side) => {
    const body = pair[side].requestBody;
    return body && followed<RequestBody>(specs[side], body);
  });
  if (!before && !after) return [];
  if (!before) return [after?.required ? breaks(at, "added, required", REFUSED) : harmless(at, "added")];
  if (!after) return [breaks(at, "removed", GONE)];
  const { removed, added, kept } = matched(before.content, after.content);
  return [
    ...compareNeed({ before: before.required, after: after.required }, at),
    ...removed.map(([type]) => breaks(within(at, type), "removed", "Bodies of this type are refused.")),
    ...added.map(([type]) => harmless(within(at, type), "added")),
    ...kept.flatMap(([type, media]) => compareSchemas(specs, schemasOf(media), within(at, type))),
  ];
}

/** Breaking when a way of signing in that was enough is enough no more. */
export function compareCredentials(specs: Specs, pair: Pair<Operation>, at: Place): Change[] {
  const before = waysIn(specs.before, pair.before);
  const after = waysIn(specs.after, pair.after);
  const enough = (way: string[]) => after.some((other) => other.every((one) => way.includes(one)));
  const lost = before.filter((way) => !enough(way));
  const gained = after.filter((way) => !before.some((other) => isDeepStrictEqual(way, other)));
  return [
    ...lost.map((way) =>
      breaks(at, `credentials ${listed(way)} no longer suffice`, "Who signs in this way is refused."),
    ),
    ...(lost.length > 0 ? [] : gained.map((way) => harmless(at, `credentials ${listed(way)} suffice now`))),
  ];
}

const listed = (way: string[]): string => way.join(" + ") || "(none)";

/** Each way in is a set of credentials, told by what is sent and not by the name in the spec. */
function waysIn(spec: Specs["before"], { security = spec.security ?? [] }: Operation): string[][] {
  const ways: Security[] = security.length > 0 ? security : [{}];
  return ways.map((way) =>
    Object.keys(way)
      .map((name) => credential(spec, name))
      .sort(),
  );
}

function credential(spec: Specs["before"], name: string): string {
  const { description: _, ...scheme } = (spec.components.securitySchemes[name] ?? {}) as Record<
    string,
    string
  >;
  return Object.values(scheme).join(" ") || name;
}
