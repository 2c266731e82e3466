// Owns what the sandbox needs of the spec, as plain data: operations, their parameters and credentials, the rate limits.
import { defined } from "./defined.js";
import {
  eachOperation,
  type OpenApi,
  type OperationAt,
  parametersOf,
  resolveRef,
  type Schema,
} from "./openapi.js";

/** A parsed OpenAPI document, not checked yet. */
export type SpecDocument = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required: boolean;
  example?: unknown;
  schema: Schema;
}

export interface Operation {
  id: string;
  method: string;
  /** As in the spec: `/v{version}/accounts/{accountId}/orders/{orderId}`. */
  path: string;
  parameters: Parameter[];
  needsAppKey: boolean;
  needsToken: boolean;
  /** Which of the limits it counts against. */
  limit?: string | undefined;
}

export interface Limit {
  limit: number;
  windowSeconds: number;
}

export interface Spec {
  operations: Operation[];
  limits: Record<string, Limit>;
}

/** Reads a document. Throws one sentence if it is not an OpenAPI 3 document with operations. */
export function readSpec(given: SpecDocument): Spec {
  if (!given || typeof given !== "object" || !String(given.openapi).startsWith("3."))
    throw new Error("The spec is not an OpenAPI 3 document: it has no `openapi: 3.…`.");
  const document = { paths: {}, components: {}, ...given } as unknown as OpenApi;
  const operations = eachOperation(document).map((at) => operationAt(document, at));
  if (operations.length === 0) throw new Error("The spec has no operations: `paths` is empty.");
  const { "x-rate-limits": limits = {} } = document.components;
  const numbers = Object.entries(limits).map(([name, limit]) => [name, numbersOf(limit)]);
  return { operations, limits: Object.fromEntries(numbers) };
}

function numbersOf({ limit, windowSeconds }: Limit): Limit {
  return { limit, windowSeconds };
}

function operationAt(document: OpenApi, at: OperationAt): Operation {
  const { path, method, operation } = at;
  const { operationId: id = `${method} ${path}`, security = document.security ?? [] } = operation;
  const needs = (scheme: string) => security.length > 0 && security.every((one) => scheme in one);
  return {
    id,
    method: method.toUpperCase(),
    path,
    parameters: parametersOf(document, at).map(({ name, in: place, required, example, schema = {} }) => ({
      ...{ name, in: place, required: required === true, example },
      schema: constraints(resolveRef<Schema>(document, schema)),
    })),
    needsAppKey: needs("appKey"),
    needsToken: needs("bearerToken"),
    limit: operation["x-rate-limit"],
  };
}

/** The part of a schema that a parameter is checked against. */
function constraints({ type, pattern, minimum, maximum, minLength, enum: values }: Schema): Schema {
  return defined({ type, pattern, minimum, maximum, minLength, enum: values });
}
