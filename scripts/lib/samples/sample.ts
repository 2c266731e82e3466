// What a request sample says, whatever its language: read out of the spec, filled with its examples. Pure.
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
  /** Where the token comes from. Undefined: the request needs none. */
  signIn?: SignIn;
  /** Undefined: `cancel()` does not send it. */
  via?: keyof typeof DELETES;
}

export interface Success {
  status: string;
  /** Whether another success says the same: so where nothing is read out of the body. */
  anyOther: boolean;
  hasBody: boolean;
  /** What the answer says, in a sentence, and what else is to be known of it. */
  says: string;
  besides: string;
}

/** The request that gives a token, and the property of its answer that is the token. */
export interface SignIn extends Sample {
  token: string;
}

/** What the spec does not say: the app key that the server on this machine accepts. */
export interface Machine {
  appKey: string;
}

export function samplesOf(spec: OpenApi, machine: Machine): Map<string, Sample> {
  const models = operationModels(spec);
  const signIn = signInOf(spec, models, machine);
  const samples = models.map((model) => {
    const sample = sampleOf(spec, model, machine);
    return [model.id, model.token === "required" && signIn ? { ...sample, signIn } : sample] as const;
  });
  return new Map(samples);
}

function sampleOf(spec: OpenApi, model: OperationModel, { appKey }: Machine): Sample {
  const needed = model.parameters.filter(({ required }) => required);
  const headers = needed.filter((one) => one.in === "header").map((one) => [one.name, String(one.example)]);
  const via = Object.entries(DELETES).find(([, id]) => id === model.id)?.[0] as Sample["via"];
  return {
    id: model.id,
    method: model.method,
    server: serverOf(spec),
    path: pathOf(model.path, needed),
    headers: { ...appKeyHeader(spec, appKey), ...Object.fromEntries(headers) },
    ...(model.body?.example !== undefined && { body: model.body.example }),
    args: argsOf(model, needed),
    success: successOf(model),
    ...(via && { via }),
  };
}

/** The one on this machine: the samples can be tried at once, and reach nobody's money. */
function serverOf({ servers }: OpenApi): string {
  const local = servers.find(({ url }) => /^http:\/\/(127\.|localhost)/.test(url));
  return (local ?? servers[0])?.url.replace(/\/$/, "") ?? "";
}

function pathOf(path: string, needed: ParameterModel[]): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    return encodeURIComponent(String(needed.find((one) => one.name === name)?.example ?? name));
  });
  const query = needed.filter((one) => one.in === "query").map((one) => [one.name, String(one.example)]);
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query)}`;
}

function appKeyHeader({ components }: OpenApi, appKey: string): Record<string, string> {
  const keys = Object.values(components.securitySchemes).filter((scheme) => scheme.type === "apiKey");
  return Object.fromEntries(keys.map(({ name }) => [name, appKey]));
}

/** What has a default is left to the client. */
function argsOf(model: OperationModel, needed: ParameterModel[]): Record<string, unknown> {
  const given = needed.filter(({ schema }) => schema.default === undefined);
  const args = Object.fromEntries(given.map((one) => [one.name, one.example]));
  return model.body?.example === undefined ? args : { ...args, body: model.body.example };
}

function successOf({ answers }: OperationModel): Success {
  const usual = usualSuccess(answers);
  const others = answers.filter((one) => one.success && one !== usual);
  const text = (usual?.description ?? "")
    .replaceAll(/\*\*|`/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const [says = text] = /^.*?\.(?= |$)/.exec(text) ?? [];
  return {
    status: usual?.status ?? "2XX",
    anyOther: others.length > 0 && usual?.mediaType === undefined,
    hasBody: usual?.mediaType !== undefined,
    says,
    besides: text.slice(says.length).trim(),
  };
}

/** The operation that needs no token and answers with a secret: that is the token. */
function signInOf(spec: OpenApi, models: OperationModel[], machine: Machine): SignIn | undefined {
  for (const model of models.filter(({ token }) => token !== "required")) {
    const name = usualSuccess(model.answers)?.schemaName ?? "";
    const properties = Object.entries(spec.components.schemas[name]?.properties ?? {});
    const [token] = properties.find(([, one]) => "format" in one && one.format === "password") ?? [];
    if (token) return { ...sampleOf(spec, model, machine), token };
  }
  return undefined;
}
