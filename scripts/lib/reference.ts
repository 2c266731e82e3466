// What the reference shows beyond the spec: the guides in front, and in each description what the spec states
// in a form for machines; what its search is told. Pure.
import type { Example, OpenApi, Operation, RateLimit, Response, Schema } from "../../src/sandbox/openapi.js";
import { eachOperation, isRef, resolveRef } from "../../src/sandbox/openapi.js";

export interface Guide {
  file: string;
  text: string;
}

export function withGuides(spec: OpenApi, guides: Guide[]): OpenApi {
  const decorated = structuredClone(spec);
  for (const { operation } of eachOperation(decorated)) {
    const limit = spec.components["x-rate-limits"][operation["x-rate-limit"]];
    operation.description = `${operation.description ?? ""}\n\n${limitText(limit)}`;
    for (const response of Object.values(operation.responses))
      if (!isRef(response)) nameExamples(spec, response);
  }
  for (const schema of Object.values(decorated.components.schemas)) listValues(schema);
  for (const response of Object.values(decorated.components.responses)) nameExamples(spec, response);
  const texts = guides.map((guide) => linked(guide, guides));
  decorated.info.description = [decorated.info.description, ...texts].join("\n\n");
  return decorated;
}

function limitText(documented: RateLimit | undefined): string {
  if (!documented) return "**Limit:** not documented.";
  const { limit, windowSeconds, per, of } = documented;
  return `**Limit:** ${limit} requests in ${windowSeconds} s per ${per}, counting ${of}.`;
}

/** Redoc shows no extension; without this the reader would see a plain string. */
function listValues(schema: Schema & { description?: string }): void {
  const values = schema["x-extensible-enum"]?.map((value) => `\`${value}\``).join(", ");
  if (values) schema.description = `${schema.description ?? ""}\n\nDocumented values: ${values}.`;
}

/** Redoc shows the summary of an example alone; its name is what sandbox and mock are asked for. Of a single one it shows neither. */
function nameExamples(spec: OpenApi, response: Response): void {
  const all = Object.values(response.content ?? {}).flatMap(({ examples }) => (examples ? [examples] : []));
  const names = all.flatMap((examples) => Object.keys(examples));
  if (names.length === 0) return;
  for (const examples of all)
    for (const [name, reference] of Object.entries(examples)) {
      const { summary, ...example } = resolveRef<Example>(spec, reference);
      examples[name] = { ...example, summary: [name, summary].filter(Boolean).join(": ") };
    }
  const title = names.length === 1 ? "Example" : "Examples";
  response.description += `\n\n${title}: ${names.map((name) => `\`${name}\``).join(", ")}.`;
}

export interface SearchEntry {
  /** Its place on the page. */
  id: string;
  title: string;
  /** What it belongs to. */
  of: string;
  /** Words that are not prose. */
  names: string;
  /** Its place among others of its kind. */
  order: number;
  text: string;
}

/** Redoc puts an operation on the page only when it is read, so the search is told of them. */
export function searchEntries(spec: OpenApi): SearchEntry[] {
  return eachOperation(spec).map(({ operation, method, path }, order) => ({
    id: `/${operation.tags[0]}/${operation.operationId}`.toLowerCase(),
    title: operation.summary,
    of: `${method.toUpperCase()} ${path}`,
    names: [operation.operationId, method, path, ...answerNames(spec, operation)].join(" "),
    order,
    text: (operation.description ?? "")
      .replaceAll(/[`*]|\]\([^)]*\)|\[/g, "")
      .replaceAll(/\s+/g, " ")
      .trim(),
  }));
}

/** Each status and what its examples are called, which the reader of a log has. */
function answerNames(spec: OpenApi, operation: Operation): string[] {
  return Object.entries(operation.responses).flatMap(([status, reference]) => {
    const { content = {} } = resolveRef<Response>(spec, reference);
    return [status, ...Object.values(content).flatMap(({ examples }) => Object.keys(examples ?? {}))];
  });
}

/** Links between guides, and within one, lead to their sections, which are on the same page. */
function linked({ file, text }: Guide, guides: Guide[]): string {
  const titles = new Map(guides.map((guide) => [guide.file, /^# (.+)$/m.exec(guide.text)?.[1] ?? ""]));
  return text.replaceAll(
    /\]\(([\w-]+\.md)?(?:#([\w-]+))?\)/g,
    (link, target: string = file, part?: string) => {
      const title = titles.get(target);
      if (title === undefined) return link;
      return `](#/section/${slug(title)}${part === undefined ? "" : `/${part}`})`;
    },
  );
}

/** As Redoc forms the address of a section. */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w ()-]/g, "")
    .replaceAll(" ", "-");
}

/** The guides that the index lists, in its order. */
export function guideFiles(index: string): string[] {
  return [...index.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, file]) => file ?? "");
}
