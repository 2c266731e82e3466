// The content of a request sample, for any language: taken from the spec, with its examples as values. Pure.
import { DELETES } from "../../../src/cancel/session.js";
import type { OpenApi } from "../../../src/sandbox/openapi.js";
import { type OperationModel, operationModels, type ParameterModel, usualSuccess } from "../model.js";

export interface Sample {
  id: string;
  method: string;
  /** Address of the API, without a slash at the end. */
  server: string;
  /** Path and query. */
  path: string;
  headers: Record<string, string>;
  body?: unknown;
  /** What the client's method takes. */
  args: Record<string, unknown>;
  success: Success;
  /** The sign-in that gives the token. Undefined: the request needs none. */
  signIn?: SignIn;
  /** The option of `cancel()` that sends it. Undefined: `cancel()` does not send it. */
  via?: keyof typeof DELETES;
}

export interface Success {
  status: string;
  /** Whether any other success means the same, because nothing is read from the body. */
  anyOther: boolean;
  hasBody: boolean;
  /** First sentence of its description. */
  says: string;
  /** The rest of its description. */
  besides: string;
}

/** The request that gives a token, and the property of the response that is the token. */
export interface SignIn extends Sample {
  token: string;
}

/** What the spec does not say: the app key of the server on this machine. */
export interface Machine {
  appKey: string;
}

export function samplesOf(spec: OpenApi, machine: Machine): Map<string, Sample> {
  const models = operationModels(spec);
  const signIn = signInOf(spec, models, machine);
  const samples = models.map((model) => {
    const sample = sampleOf(spec, model, machine);
    if (signIn && model.token === "required") sample.signIn = signIn;
    return [model.id, sample] as const;
  });
  return new Map(samples);
}

function sampleOf(spec: OpenApi, model: OperationModel, { appKey }: Machine): Sample {
  const required = model.parameters.filter((one) => one.required);
  const headers = required.filter((one) => one.in === "header").map(nameAndExample);
  const via = VIAS.find((one) => DELETES[one] === model.id);
  return {
    id: model.id,
    method: model.method,
    server: serverOf(spec),
    path: pathOf(model.path, required),
    headers: { ...appKeyHeader(spec, appKey), ...Object.fromEntries(headers) },
    ...(model.body?.example !== undefined && { body: model.body.example }),
    args: argsOf(model, required),
    success: successOf(model),
    ...(via && { via }),
  };
}

const VIAS = Object.keys(DELETES) as (keyof typeof DELETES)[];

const nameAndExample = ({ name, example }: ParameterModel): [string, string] => [name, String(example)];

/** The server on this machine: its samples can be run at once, and cancel no real order. */
function serverOf({ servers }: OpenApi): string {
  const urls = servers.map(({ url }) => (url.endsWith("/") ? url.slice(0, -1) : url));
  const [first = ""] = urls;
  return urls.find((url) => ["127.0.0.1", "localhost"].includes(new URL(url).hostname)) ?? first;
}

function pathOf(path: string, required: ParameterModel[]): string {
  let filled = path;
  for (const { in: place, name, example } of required)
    if (place === "path") filled = filled.replace(`{${name}}`, encodeURIComponent(String(example)));
  const query = required.filter((one) => one.in === "query").map(nameAndExample);
  if (query.length === 0) return filled;
  return `${filled}?${new URLSearchParams(query)}`;
}

function appKeyHeader({ components }: OpenApi, appKey: string): Record<string, string> {
  const keys = Object.values(components.securitySchemes).filter((scheme) => scheme.type === "apiKey");
  return Object.fromEntries(keys.map(({ name }) => [name, appKey]));
}

/** Without the arguments that have a default: the client adds them. */
function argsOf(model: OperationModel, required: ParameterModel[]): Record<string, unknown> {
  const given = required.filter(({ schema }) => schema.default === undefined);
  const args: Record<string, unknown> = Object.fromEntries(given.map((one) => [one.name, one.example]));
  if (model.body?.example !== undefined) args.body = model.body.example;
  return args;
}

function successOf({ answers }: OperationModel): Success {
  const usual = usualSuccess(answers) ?? { status: "2XX", description: "", mediaType: undefined };
  const others = answers.filter((one) => one.success && one !== usual);
  const [says, besides] = splitSentence(plainText(usual.description));
  const hasBody = usual.mediaType !== undefined;
  return { status: usual.status, anyOther: others.length > 0 && !hasBody, hasBody, says, besides };
}

/** Markdown without its marks, on one line. */
function plainText(markdown: string): string {
  return markdown.replaceAll("**", "").replaceAll("`", "").split(/\s+/).join(" ").trim();
}

/** The first sentence, and the rest. */
function splitSentence(text: string): [first: string, rest: string] {
  const end = `${text} `.indexOf(". ") + 1;
  if (end === 0) return [text, ""];
  return [text.slice(0, end), text.slice(end).trim()];
}

/** The operation that needs no token and responds with a secret, which is the token. */
function signInOf(spec: OpenApi, models: OperationModel[], machine: Machine): SignIn | undefined {
  for (const model of models.filter(({ token }) => token !== "required")) {
    const { schemaName = "" } = usualSuccess(model.answers) ?? {};
    const { properties = {} } = spec.components.schemas[schemaName] ?? {};
    const secret = Object.entries(properties).find(([, one]) => "format" in one && one.format === "password");
    if (secret) return { ...sampleOf(spec, model, machine), token: secret[0] };
  }
  return undefined;
}
