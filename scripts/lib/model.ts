// What the generator needs to know of each operation, with every reference resolved. Pure.

import { Stop } from "../../src/cli/stop.js";
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
  /** How a list or an object is serialized. */
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
      description: textOf(operation.description),
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

const textOf = (description = ""): string => description.trim();

function parameterModels(spec: OpenApi, at: OperationAt): ParameterModel[] {
  const all = parametersOf(spec, at);
  const taken = all.find(
    ({ name }, index) => name === "body" || all.findIndex((one) => one.name === name) < index,
  );
  if (taken) throw nameTaken(at.operation, taken);
  return all.map((parameter) => parameterModel(spec, parameter));
}

/** OpenAPI's default style of a parameter, by its place. */
const STYLES: Record<Parameter["in"], string> = {
  query: "form",
  cookie: "form",
  path: "simple",
  header: "simple",
};

function parameterModel(spec: OpenApi, parameter: Parameter): ParameterModel {
  const { name, in: place, required = false, style = STYLES[place], explode = style === "form" } = parameter;
  const schema = resolveRef<Schema>(spec, parameter.schema);
  const { example = exampleOf(schema) } = parameter;
  const description = textOf(parameter.description);
  return { name, in: place, required, description, style, explode, schema, example };
}

/** A value that the schema allows, for a parameter without an example. */
function exampleOf(schema: Schema): unknown {
  const { type, format = "", enum: [listed] = [], minimum = 1, minLength = 1 } = schema;
  if (schema.default !== undefined) return schema.default;
  if (listed !== undefined) return listed;
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return minimum;
  if (type === "array") return [];
  return STRINGS.get(format) ?? "example".padEnd(minLength, "-");
}

const STRINGS: ReadonlyMap<string, string> = new Map([
  ["uuid", "00000000-0000-4000-8000-000000000000"],
  ["date", "2026-01-31"],
  ["date-time", "2026-01-31T09:30:00Z"],
]);

function nameTaken({ operationId }: Operation, { name }: Parameter): Stop {
  return new Stop(
    `${operationId}: a method takes all parameters in one object, so the name \`${name}\` can be used once` +
      " and `body` is the request body's. Rename the parameter in the spec.",
  );
}

function requestBody(spec: OpenApi, operation: Operation): OperationModel["body"] {
  if (!operation.requestBody) return undefined;
  const { content, required = false, description } = resolveRef(spec, operation.requestBody);
  const [mediaType, media] = firstOf(content);
  if (mediaType !== "application/json") {
    throw new Stop(`${operation.operationId}: only JSON request bodies are generated, not ${mediaType}.`);
  }
  const [example] = Object.values(examplesOf(spec, media));
  const body = { required, mediaType, description: textOf(description) };
  return example ? { ...body, example: example.value } : body;
}

function tokenUse(spec: OpenApi, operation: Operation): OperationModel["token"] {
  const schemes = spec.components.securitySchemes;
  const { security = spec.security ?? [] } = operation;
  const withToken = security.filter((one) => Object.keys(one).some((name) => schemes[name]?.type === "http"));
  if (withToken.length === 0) return "none";
  if (withToken.length === security.length) return "required";
  return "optional";
}

function answer(spec: OpenApi, status: string, { description, headers, content }: Response): AnswerModel {
  const [mediaType, media] = firstOf(content);
  return {
    status,
    success: status.startsWith("2"),
    description: description.trim(),
    ...(mediaType && { mediaType }),
    ...(media && isRef(media.schema) && { schemaName: refName(media.schema) }),
    headers: mapValues(headers, (header) => String(resolveRef<Header>(spec, header).example)),
    examples: examplesOf(spec, media),
  };
}

function firstOf(content: Record<string, MediaType> = {}): [string, MediaType] | [] {
  const [first = []] = Object.entries(content);
  return first;
}

function examplesOf(spec: OpenApi, media: MediaType | undefined): Record<string, Example> {
  return mapValues(media?.examples, (example) => resolveRef<Example>(spec, example));
}

/** The success without a body, or else the first one: what mocks answer and samples expect. */
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
