// Compares two schemas, references followed, in the direction in which their values travel. Pure.
import { isDeepStrictEqual } from "node:util";
import { Stop } from "../cli.js";
import { isRef, type OpenApi, type Ref, refName, resolveRef } from "../openapi.js";
import {
  breaks,
  type Change,
  harmless,
  matched,
  type Pair,
  type Place,
  type Specs,
  shownValue,
} from "./change.js";
import { type Shift, shiftOf } from "./shift.js";

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** Words for people, which no program reads. */
const WORDS = new Set(["description", "title", "summary", "example", "examples", "$comment", "externalDocs"]);
/** Compared by a function of their own below. */
const OWN = new Set(["$ref", "properties", "required", "items", "default", "x-extensible-enum"]);
const COMBINED: Record<string, { added: Shift; removed: Shift }> = {
  allOf: { added: "narrower", removed: "wider" },
  anyOf: { added: "wider", removed: "narrower" },
  oneOf: { added: "wider", removed: "narrower" },
};

/** `path` holds the pairs of references that led here: a schema that contains itself is compared once. */
export function compareSchemas(
  specs: Specs,
  pair: Pair<Schema>,
  at: Place,
  path: readonly string[] = [],
): Change[] {
  const step = `${shownValue(pair.before.$ref)} ${shownValue(pair.after.$ref)}`;
  if (isRef(pair.before) && path.includes(step)) return [];
  const below = [...path, step];
  const schemas = { before: followed(specs.before, pair.before), after: followed(specs.after, pair.after) };
  const inner = (one: Pair<Schema>, place: Place) => compareSchemas(specs, one, place, below);
  return [
    ...compareKeywords(schemas, at),
    ...compareRequired(schemas, at),
    ...compareProperties(schemas, at, inner),
    ...compareItems(schemas, at, inner),
    ...compareCombined(schemas, at, inner),
  ];
}

/** Resolves a reference; what stands beside it (OpenAPI 3.1 allows that) adds to what it names. */
export function followed<T extends object>(spec: OpenApi, value: T | Ref): T {
  if (!isRef(value)) return value;
  const { $ref, ...beside } = value;
  let target: T | undefined;
  try {
    target = resolveRef<T>(spec, { $ref });
  } catch {
    // Told below, as the one that is undefined.
  }
  if (!target)
    throw new Stop(`${$ref} (${refName({ $ref })}) leads nowhere. Mend the spec before comparing it.`);
  return { ...target, ...beside };
}

function compareKeywords({ before, after }: Pair<Schema>, at: Place): Change[] {
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changes = keywords
    .filter((keyword) => !WORDS.has(keyword) && !OWN.has(keyword) && !(keyword in COMBINED))
    .filter((keyword) => !isDeepStrictEqual(sorted(before[keyword]), sorted(after[keyword])))
    .map((keyword) => keywordChange(keyword, before[keyword], after[keyword], at));
  return [...changes, ...compareDefault({ before, after }, at), ...compareOpenList({ before, after }, at)];
}

/** The lists of these keywords (`enum`, `type`) are sets. */
const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.map(shownValue).sort() : value);

function keywordChange(keyword: string, before: unknown, after: unknown, at: Place): Change {
  const what = `${keyword} ${shownValue(before)} → ${shownValue(after)}`;
  if (keyword.startsWith("x-") || keyword === "deprecated") return harmless(at, what);
  return judged(shiftOf(keyword, before, after), what, at);
}

const MEANS = {
  request: "A request that was valid may be refused, or no longer compile.",
  answer: "A value may come that callers were told would not, or code that reads it no longer compiles.",
};

function judged(shift: Shift, what: string, at: Place): Change {
  const harm: Shift = at.direction === "request" ? "narrower" : "wider";
  return shift === "different" || shift === harm ? breaks(at, what, MEANS[at.direction]) : harmless(at, what);
}

/** The client sends the default for who leaves the argument out; in an answer it is a mere remark. */
function compareDefault({ before, after }: Pair<Schema>, at: Place): Change[] {
  if (isDeepStrictEqual(before.default, after.default)) return [];
  const what = `default ${shownValue(before.default)} → ${shownValue(after.default)}`;
  if (at.direction === "answer" || before.default === undefined) return [harmless(at, what)];
  return [breaks(at, what, "Who leaves it out sends something else than before, or must now give it.")];
}

/** An open list promises nothing of the values that are not in it. */
function compareOpenList({ before, after }: Pair<Schema>, at: Place): Change[] {
  const [old, now] = [before, after].map((one) => (one["x-extensible-enum"] ?? []) as unknown[]) as [[], []];
  const text = (sign: string, values: unknown[]) => values.map((value) => `${sign}${shownValue(value)}`);
  const changed = [
    ...text(
      "+",
      now.filter((value) => !old.includes(value)),
    ),
    ...text(
      "-",
      old.filter((value) => !now.includes(value)),
    ),
  ];
  return changed.length === 0 ? [] : [harmless(at, `open list of values ${changed.join(" ")}`)];
}

const names = (schema: Schema): string[] => (schema.required as string[] | undefined) ?? [];

function compareRequired({ before, after }: Pair<Schema>, at: Place): Change[] {
  const properties = (before.properties ?? {}) as Schemas;
  const added = names(after).filter((name) => !names(before).includes(name));
  // A property that is gone is told once, as gone.
  const lost = names(before).filter(
    (name) => !names(after).includes(name) && name in ((after.properties ?? {}) as Schemas),
  );
  const told = added.filter((name) => at.direction === "request" || name in properties);
  return [
    ...told.map((name) => judged("narrower", "now required", property(at, name))),
    ...lost.map((name) => judged("wider", "no longer required", property(at, name))),
  ];
}

const property = (at: Place, name: string): Place => ({
  ...at,
  inside: at.inside ? `${at.inside}.${name}` : name,
});

type Inner = (pair: Pair<Schema>, at: Place) => Change[];

function compareProperties({ before, after }: Pair<Schema>, at: Place, inner: Inner): Change[] {
  const { removed, added, kept } = matched(
    before.properties as Schemas | undefined,
    after.properties as Schemas | undefined,
  );
  const gone =
    at.direction === "request"
      ? "Code that sends it no longer compiles, and the server need not read it."
      : "Code that reads it no longer compiles, and finds nothing.";
  return [
    ...removed.map(([name]) => breaks(property(at, name), "property removed", gone)),
    ...added.map(([name]) => harmless(property(at, name), "property added")),
    ...kept.flatMap(([name, pair]) => inner(pair, property(at, name))),
  ];
}

function compareItems({ before, after }: Pair<Schema>, at: Place, inner: Inner): Change[] {
  const [old, now] = [before.items, after.items] as [Schema | undefined, Schema | undefined];
  const place = { ...at, inside: `${at.inside ?? ""}[]` };
  if (old && now) return inner({ before: old, after: now }, place);
  return old || now ? [keywordChange("items", old && "described", now && "described", at)] : [];
}

/** Members are compared by their position: what is moved is asked about rather than missed. */
function compareCombined({ before, after }: Pair<Schema>, at: Place, inner: Inner): Change[] {
  return Object.entries(COMBINED).flatMap(([keyword, { added, removed }]) => {
    const [old, now] = [before, after].map((one) => (one[keyword] ?? []) as Schema[]) as [Schema[], Schema[]];
    const both = old.slice(0, now.length).flatMap((schema, index) => {
      const other = now[index];
      return other ? inner({ before: schema, after: other }, property(at, `(${keyword} ${index + 1})`)) : [];
    });
    const more = now.slice(old.length).map(() => judged(added, `${keyword} has one more`, at));
    const fewer = old.slice(now.length).map(() => judged(removed, `${keyword} has one less`, at));
    return [...both, ...more, ...fewer];
  });
}
