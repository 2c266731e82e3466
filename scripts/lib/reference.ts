// What the reference shows beyond the spec: the guides in front, and in each description what the spec states
// in a form for machines. Pure.
import type { Example, OpenApi, RateLimit, Response, Schema } from "../../src/sandbox/openapi.js";
import { eachOperation, isRef } from "../../src/sandbox/openapi.js";

export interface Guide {
  file: string;
  text: string;
}

export function withGuides(spec: OpenApi, guides: Guide[]): OpenApi {
  const decorated = structuredClone(spec);
  for (const { operation } of eachOperation(decorated)) {
    const limit = spec.components["x-rate-limits"][operation["x-rate-limit"]];
    operation.description = `${operation.description ?? ""}\n\n${limitText(limit)}`;
    for (const response of Object.values(operation.responses)) if (!isRef(response)) listExamples(response);
  }
  for (const schema of Object.values(decorated.components.schemas)) listValues(schema);
  for (const response of Object.values(decorated.components.responses)) listExamples(response);
  for (const [name, example] of Object.entries(decorated.components.examples ?? {})) named(name, example);
  const texts = guides.map((guide) => linked(guide.text, guides));
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

/** Redoc shows no name where there is one example only. */
function listExamples(response: Response): void {
  const names = Object.values(response.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}));
  if (names.length === 0) return;
  const title = names.length === 1 ? "Example" : "Examples";
  response.description += `\n\n${title}: ${names.map((name) => `\`${name}\``).join(", ")}.`;
}

/** Redoc shows the summary alone; the name is what sandbox and mock are asked for. */
function named(name: string, example: Example): void {
  example.summary = [name, example.summary].filter(Boolean).join(": ");
}

/** Links between guides lead to their sections, which are on the same page. */
function linked(text: string, guides: Guide[]): string {
  return guides.reduce((result, { file, text: target }) => {
    const title = /^# (.+)$/m.exec(target)?.[1] ?? "";
    return result.replaceAll(`](${file})`, `](#/section/${slug(title)})`);
  }, text);
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
