// What the generator needs to know of each operation, with every reference followed. Pure.

import type {
  Example,
  Header,
  MediaType,
  OpenApi,
  Operation,
  OperationAt,
  Parameter,
  RateLimit,
  Response,
  Schema,
} from "../../src/sandbox/openapi.js";
import {
  eachOperation,
  isRef,
  NOT_DOCUMENTED,
  parametersOf,
  refName,
  resolveRef,
} from "../../src/sandbox/openapi.js";
import { Stop } from "./cli.js";

export interface OperationModel {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: ParameterModel[];
  /** Undefined: the operation takes no body. */
  body?: { required: boolean; mediaType: string; description: string; example?: unknown };
  /** Whether a bearer token is sent always, only when the caller gives one, or never. */
  token: "required" | "optional" | "none";
  answers: AnswerModel[];
  /** Undefined: not documented. */
  rateLimit?: RateLimit & { name: string };
}

export interface ParameterModel {
  name: string;
  in: Parameter["in"];
  required: boolean;
  description: string;
  /** How a list or an object is written. */
  style: string;
  explode: boolean;
  schema: Schema;
  /** What samples and tests send. */
  example: unknown;
}

export interface AnswerModel {
  status: string;
  success: boolean;
  description: string;
  /** Undefined: the answer has no body. */
  mediaType?: string;
  /** Name of the body's schema under components, where it has one. */
  schemaName?: string;
  /** Name of each header to its example. */
  headers: Record<string, string>;
  /** Examples of the body by name. */
  examples: Record<string, Example>;
}

export function operationModels(spec: OpenApi): OperationModel[] {
  return eachOperation(spec).map((at) => {
    const { path, method, operation } = at;
    const body = requestBody(spec, operation);
    const limit = rateLimit(spec, operation);
    return {
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      summary: operation.summary,
      description: (operation.description ?? "").trim(),
      parameters: parameterModels(spec, at),
      ...(body && { body }),
      token: tokenUse(spec, operation),
      answers: Object.entries(operation.responses).map(([status, response]) =>
        answer(spec, status, resolveRef<Response>(spec, response)),
      ),
      ...(limit && { rateLimit: limit }),
    };
  });
}

function parameterModels(spec: OpenApi, at: OperationAt): ParameterModel[] {
  const all = parametersOf(spec, at);
  const taken = all.find(
    ({ name }, index) => name === "body" || all.findIndex((one) => one.name === name) < index,
  );
  if (taken) throw nameTaken(at.operation, taken);
  return all.map((parameter) => {
    const { style = parameter.in === "query" ? "form" : "simple" } = parameter;
    const schema = resolveRef<Schema>(spec, parameter.schema);
    return {
      name: parameter.name,
      in: parameter.in,
      required: parameter.required === true,
      description: (parameter.description ?? "").trim(),
      style,
      explode: parameter.explode ?? style === "form",
      schema,
      example: parameter.example ?? exampleOf(schema),
    };
  });
}

/** A value that a schema admits, for a parameter that shows none. */
function exampleOf({
  type,
  format,
  enum: values,
  default: usual,
  minimum = 1,
  minLength = 1,
}: Schema): unknown {
  const [listed] = values ?? [];
  if (usual !== undefined || listed !== undefined) return usual ?? listed;
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return minimum;
  if (type === "array") return [];
  return STRINGS[format ?? ""] ?? "example".padEnd(minLength, "-");
}

const STRINGS: Record<string, string> = {
  uuid: "00000000-0000-4000-8000-000000000000",
  date: "2026-01-31",
  "date-time": "2026-01-31T09:30:00Z",
};

function nameTaken({ operationId }: Operation, { name }: Parameter): Stop {
  return new Stop(
    `${operationId}: a method takes all parameters in one object, so the name \`${name}\` can be used once` +
      " and `body` is the request body's. Rename the parameter in the spec.",
  );
}

function requestBody(spec: OpenApi, operation: Operation): OperationModel["body"] {
  if (!operation.requestBody) return undefined;
  const body = resolveRef(spec, operation.requestBody);
  const [mediaType, media] = Object.entries(body.content)[0] ?? [];
  if (mediaType !== "application/json") {
    throw new Stop(`${operation.operationId}: only JSON request bodies are generated, not ${mediaType}.`);
  }
  const [example] = Object.values(media?.examples ?? {}).map((one) => resolveRef<Example>(spec, one).value);
  const description = (body.description ?? "").trim();
  return {
    required: body.required === true,
    mediaType,
    description,
    ...(example !== undefined && { example }),
  };
}

function tokenUse(spec: OpenApi, operation: Operation): OperationModel["token"] {
  const schemes = spec.components.securitySchemes;
  const ways = operation.security ?? spec.security ?? [];
  const withToken = ways.filter((way) => Object.keys(way).some((name) => schemes[name]?.type === "http"));
  if (withToken.length === 0) return "none";
  return withToken.length === ways.length ? "required" : "optional";
}

function answer(spec: OpenApi, status: string, { description, headers, content }: Response): AnswerModel {
  const [mediaType, media] = (Object.entries(content ?? {})[0] ?? []) as [string?, MediaType?];
  return {
    status,
    success: status.startsWith("2"),
    description: description.trim(),
    ...(mediaType && { mediaType }),
    ...(media && isRef(media.schema) && { schemaName: refName(media.schema) }),
    headers: mapValues(headers, (header) => String(resolveRef<Header>(spec, header).example)),
    examples: mapValues(media?.examples, (example) => resolveRef<Example>(spec, example)),
  };
}

/** The answer without a body where there is one, else the first: what mocks give and samples wait for. */
export function usualSuccess(answers: AnswerModel[]): AnswerModel | undefined {
  const successes = answers.filter(({ success }) => success);
  return successes.find(({ mediaType }) => !mediaType) ?? successes[0];
}

function mapValues<From, To>(
  object: Record<string, From> = {},
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
}

function rateLimit(spec: OpenApi, operation: Operation): OperationModel["rateLimit"] {
  const name = operation["x-rate-limit"];
  if (name === NOT_DOCUMENTED) return undefined;
  const limit = spec.components["x-rate-limits"][name];
  if (!limit) throw new Stop(`${operation.operationId}: there is no x-rate-limit "${name}".`);
  return { name, ...limit };
}
