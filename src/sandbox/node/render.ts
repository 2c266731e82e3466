// Owns the rendering of the documented answers by Prism: each once.
import { answerKey, type DocumentedAnswer, type DocumentedAnswers, documentedAnswer } from "../documented.js";
import type { SpecDocument } from "../spec.js";
import { loadPrism, type Prism, type PrismConfig, type PrismOperation, type PrismResponse } from "./prism.js";

const kept = new WeakMap<SpecDocument, Promise<DocumentedAnswers>>();

/** Renders everything that the spec documents; the second sandbox over the same document reuses it. */
export async function renderAll(document: SpecDocument): Promise<DocumentedAnswers> {
  let answers = kept.get(document);
  if (!answers) {
    answers = renderWith(loadPrism(), document);
    kept.set(document, answers);
  }
  return answers;
}

/** Renders with a given Prism, and stops at the first answer that is not what was asked for. */
export async function renderWith(prism: Prism, document: SpecDocument): Promise<DocumentedAnswers> {
  // Prism replaces the references in what it is given.
  const operations = await prism.getHttpOperationsFromSpec(structuredClone(document));
  const instance = prism.createInstance(config(), { logger: SILENT });
  const ask = async (operation: PrismOperation, code: number, example: string | undefined) => {
    const input = { method: operation.method, url: { path: operation.path, query: {} }, headers: {} };
    const { left, right } = await instance.request(input, [operation], config(code, example))();
    if (!right) throw new Error(`Prism cannot render ${name(operation, code, example)}: ${left?.message}`);
    // Prism answers with a success, and no word of it, when it does not find what it was asked for.
    if (right.output.statusCode !== code)
      throw new Error(`Prism rendered ${name(operation, code, example)} as ${right.output.statusCode}.`);
    return documentedAnswer(code, example, right.output.headers ?? {}, right.output.body);
  };
  const answers = new Map<string, Map<string, DocumentedAnswer>>();
  for (const operation of operations) {
    const all = await Promise.all(
      wanted(operation).map(({ code, example }) => ask(operation, code, example)),
    );
    answers.set(operation.iid ?? operation.id, new Map(all.map((answer) => [answer.key, answer])));
  }
  return answers;
}

function name(operation: PrismOperation, code: number, example: string | undefined): string {
  return `${operation.iid ?? operation.path} ${answerKey(code, example)}`;
}

function wanted(operation: PrismOperation): { code: number; example: string | undefined }[] {
  return operation.responses
    .filter(({ code }) => /^[1-5](\d\d|XX)$/i.test(code))
    .flatMap((response) => {
      // A range such as 2XX is played by its first status.
      const code = Number(response.code.replace(/XX/i, "00"));
      return examplesOf(response).map((example) => ({ code, example }));
    });
}

function examplesOf({ contents = [] }: PrismResponse): (string | undefined)[] {
  const keys = contents.flatMap(({ examples = [] }) => examples.map(({ key }) => key));
  return keys.length > 0 ? [...new Set(keys)] : [undefined];
}

/** A fresh one for each call: Prism writes into it. */
function config(code?: number, exampleKey?: string): PrismConfig {
  return {
    isProxy: false,
    errors: false,
    validateRequest: false,
    validateResponse: false,
    checkSecurity: false,
    upstreamProxy: undefined,
    mock: {
      dynamic: false,
      ...(code === undefined ? {} : { code }),
      ...(exampleKey === undefined ? {} : { exampleKey }),
    },
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
