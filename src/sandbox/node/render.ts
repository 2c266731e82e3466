// Owns the rendering of the documented responses by Prism, each once.
import {
  type DocumentedResponse,
  type DocumentedResponses,
  documentedResponse,
  responseKey,
} from "../documented-responses.js";
import type { SpecDocument } from "../spec.js";
import { loadPrism, type Prism, type PrismConfig, type PrismOperation, type PrismResponse } from "./prism.js";

const kept = new WeakMap<SpecDocument, Promise<DocumentedResponses>>();

/** Renders every response in the document. A second sandbox with the same document reuses them. */
export async function renderAll(document: SpecDocument): Promise<DocumentedResponses> {
  const known = kept.get(document);
  if (known) return known;
  const rendered = renderWith(loadPrism(), document);
  kept.set(document, rendered);
  return rendered;
}

/** Renders with a given Prism. Throws at the first response that differs from the request for it. */
export async function renderWith(prism: Prism, document: SpecDocument): Promise<DocumentedResponses> {
  // Prism replaces the references in what it is given.
  const operations = await prism.getHttpOperationsFromSpec(structuredClone(document));
  const instance = prism.createInstance(config(), { logger: SILENT });
  const render = async (operation: PrismOperation, code: number, example: string | undefined) => {
    const input = { method: operation.method, url: { path: operation.path, query: {} }, headers: {} };
    const mock = { code, ...(example !== undefined && { exampleKey: example }) };
    const { left, right } = await instance.request(input, [operation], config(mock))();
    if (!right) throw new Error(`Prism cannot render ${name(operation, code, example)}: ${left?.message}`);
    // Prism silently renders a success if it does not find what it was asked for.
    if (right.output.statusCode !== code)
      throw new Error(`Prism rendered ${name(operation, code, example)} as ${right.output.statusCode}.`);
    return documentedResponse(code, example, right.output.headers ?? {}, right.output.body);
  };
  const responses = new Map<string, Map<string, DocumentedResponse>>();
  for (const operation of operations) {
    const rendered = await Promise.all(
      examplesOf(operation).map(({ code, example }) => render(operation, code, example)),
    );
    responses.set(idOf(operation), new Map(rendered.map((one) => [one.key, one])));
  }
  return responses;
}

function name(operation: PrismOperation, code: number, example: string | undefined): string {
  return `${idOf(operation)} ${responseKey(code, example)}`;
}

/** The operationId; an operation without one goes by an id that Prism gives it. */
function idOf({ iid, id }: PrismOperation): string {
  return iid ?? id;
}

interface ResponseExample {
  code: number;
  example: string | undefined;
}

/** Of a range such as 2XX, the first status. `default` has none. */
function examplesOf({ responses }: PrismOperation): ResponseExample[] {
  return responses.flatMap((response) => {
    const code = Number(response.code.toUpperCase().replace("XX", "00"));
    if (Number.isNaN(code)) return [];
    return exampleNames(response).map((example) => ({ code, example }));
  });
}

function exampleNames({ contents = [] }: PrismResponse): (string | undefined)[] {
  const names = contents.flatMap(({ examples = [] }) => examples.map(({ key }) => key));
  return names.length > 0 ? [...new Set(names)] : [undefined];
}

/** A fresh one for each call: Prism writes into it. */
function config(mock: Partial<PrismConfig["mock"]> = {}): PrismConfig {
  return {
    isProxy: false,
    errors: false,
    validateRequest: false,
    validateResponse: false,
    checkSecurity: false,
    upstreamProxy: undefined,
    mock: { dynamic: false, ...mock },
  };
}

const ignore = () => {};
const SILENT = {
  trace: ignore,
  debug: ignore,
  info: ignore,
  success: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  child: () => SILENT,
};
