// Compares what callers get: statuses, bodies, headers, named examples. Pure.
import { isDeepStrictEqual } from "node:util";
import type { MediaType, Operation, Response } from "../openapi.js";
import {
  breaks,
  type Change,
  harmless,
  matched,
  type Pair,
  type Place,
  type Specs,
  within,
} from "./change.js";
import { compareSchemas, followed } from "./schema.js";

export function compareAnswers(specs: Specs, pair: Pair<Operation>, outer: Place): Change[] {
  const at: Place = { ...outer, direction: "answer" };
  const { removed, added, kept } = matched(pair.before.responses, pair.after.responses);
  const place = (status: string) => within(at, `answer ${status}`);
  return [
    ...removed.map(([status]) =>
      breaks(
        place(status),
        "removed",
        "It cannot be played any more, and code that expects it waits in vain.",
      ),
    ),
    ...added.map(([status]) => addedAnswer(status, Object.keys(pair.before.responses), place(status))),
    ...kept.flatMap(([status, { before, after }]) => {
      const answers = {
        before: followed<Response>(specs.before, before),
        after: followed<Response>(specs.after, after),
      };
      return compareAnswer(specs, answers, place(status));
    }),
  ];
}

/** An error more is read by its class; a success more is another body that the method may resolve with. */
function addedAnswer(status: string, before: string[], at: Place): Change {
  const foretold = before.includes(`${status[0]}XX`) || before.includes("default");
  if (!status.startsWith("2") || foretold) return harmless(at, "added");
  return breaks(at, "added", "The method may resolve with a body of another type.");
}

function compareAnswer(specs: Specs, { before, after }: Pair<Response>, at: Place): Change[] {
  const { removed, added, kept } = matched(before.content, after.content);
  const other = "Code that reads the body cannot read this one.";
  return [
    ...removed.map(([type]) => breaks(within(at, type), "removed", other)),
    ...added.map(([type]) =>
      before.content ? breaks(within(at, type), "added", other) : harmless(within(at, type), "added"),
    ),
    ...kept.flatMap(([, media]) => compareMedia(specs, media, at)),
    ...compareHeaders(specs, { before, after }, at),
  ];
}

type AnySchema = Record<string, unknown>;

function compareMedia(specs: Specs, { before, after }: Pair<MediaType>, at: Place): Change[] {
  const schemas = { before: (before.schema ?? {}) as AnySchema, after: (after.schema ?? {}) as AnySchema };
  return [...compareSchemas(specs, schemas, at), ...compareExamples(specs, { before, after }, at)];
}

/** Names are kept, for `Prefer: example=` and tests take them; what an example shows may be improved. */
function compareExamples(specs: Specs, { before, after }: Pair<MediaType>, at: Place): Change[] {
  const { removed, added, kept } = matched(before.examples, after.examples);
  const place = (name: string) => within(at, `example ${name}`);
  const value = (side: "before" | "after", example: object) =>
    (followed(specs[side], example) as { value?: unknown }).value;
  return [
    ...removed.map(([name]) =>
      breaks(place(name), "removed", "Mocks and tests that ask for it by name fail."),
    ),
    ...added.map(([name]) => harmless(place(name), "added")),
    ...kept
      .filter(([, pair]) => !isDeepStrictEqual(value("before", pair.before), value("after", pair.after)))
      .map(([name]) => harmless(place(name), "changed")),
  ];
}

interface Header {
  required?: boolean;
  schema?: AnySchema;
}

function compareHeaders(specs: Specs, pair: Pair<Response>, at: Place): Change[] {
  const { removed, added, kept } = matched(headersOf(specs, pair, "before"), headersOf(specs, pair, "after"));
  const place = (name: string) => within(at, `header ${name}`);
  const unsure = "It may be missing.";
  return [
    ...removed.map(([name]) => breaks(place(name), "removed", unsure)),
    ...added.map(([name]) => harmless(place(name), "added")),
    ...kept.flatMap(([name, { before, after }]) => [
      ...(before.required && !after.required ? [breaks(place(name), "no longer required", unsure)] : []),
      ...(after.required && !before.required ? [harmless(place(name), "now required")] : []),
      ...compareSchemas(specs, { before: before.schema ?? {}, after: after.schema ?? {} }, place(name)),
    ]),
  ];
}

function headersOf(specs: Specs, pair: Pair<Response>, side: "before" | "after"): Record<string, Header> {
  const headers = Object.entries(pair[side].headers ?? {});
  return Object.fromEntries(headers.map(([name, one]) => [name, followed(specs[side], one as Header)]));
}
