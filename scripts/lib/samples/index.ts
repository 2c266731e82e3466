// The request samples of the reference: which languages there are, and where Redoc looks for them. Pure.
import { type CodeSample, eachOperation, type OpenApi } from "../../../src/sandbox/openapi.js";
import { curlSample } from "./curl.js";
import { pythonSample } from "./python.js";
import { type Machine, type Sample, samplesOf } from "./sample.js";
import { cancelSample, typescriptSample } from "./typescript.js";

interface Language {
  lang: string;
  label: string;
  /** Undefined: the operation has no such sample. */
  write(sample: Sample): string | undefined;
}

/** In the order of the tabs. */
const LANGUAGES: Language[] = [
  { lang: "curl", label: "curl", write: curlSample },
  { lang: "TypeScript", label: "TypeScript", write: typescriptSample },
  { lang: "TypeScript", label: "TypeScript, cancel()", write: cancelSample },
  { lang: "Python", label: "Python", write: pythonSample },
];

/** Redoc offers no language that it was not told of, and folds what is nested in an answer. */
export const SAMPLE_OPTIONS = {
  jsonSamplesExpandLevel: "all",
  codeSamples: { languages: LANGUAGES.map(({ lang, label }) => ({ lang, label })) },
};

export function withSamples(spec: OpenApi, machine: Machine): OpenApi {
  const samples = samplesOf(spec, machine);
  const decorated = structuredClone(spec);
  for (const { operation } of eachOperation(decorated)) {
    const sample = samples.get(operation.operationId);
    if (sample) operation["x-codeSamples"] = written(sample);
  }
  return decorated;
}

function written(sample: Sample): CodeSample[] {
  return LANGUAGES.flatMap(({ lang, label, write }) => {
    const source = write(sample);
    return source === undefined ? [] : [{ lang, label, source }];
  });
}

/** A sample as the page's own script knows it. */
interface ListedSample {
  /** What it is run by; undefined: it cannot be run in a page. */
  program?: string;
  source: string;
}

/** The samples of the page, to tell which one is shown. */
export function listedSamples(decorated: OpenApi): ListedSample[] {
  return eachOperation(decorated).flatMap(({ operation }) =>
    (operation["x-codeSamples"] ?? []).map(({ lang, label, source }) =>
      lang === "TypeScript" ? { program: `${operation.operationId}, ${label}`, source } : { source },
    ),
  );
}
