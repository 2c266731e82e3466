// Owns what the sandbox knows of the spec, as plain data: operations, their parameters, what they demand, the limits.
import {
  eachOperation,
  type OpenApi,
  type OperationAt,
  parametersOf,
  resolveRef,
  type Schema,
} from "./openapi.js";

/** A parsed OpenAPI document. What is read of it is checked when it is read. */
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

/** Reads a document; throws one sentence when it is not an OpenAPI 3 document with operations. */
export function readSpec(given: SpecDocument): Spec {
  if (!given || typeof given !== "object" || !String(given.openapi ?? "").startsWith("3."))
    throw new Error("The spec is not an OpenAPI 3 document: it has no `openapi: 3.…`.");
  const document = { paths: {}, ...given } as unknown as OpenApi;
  const operations = eachOperation(document).map((at) => operationAt(document, at));
  if (operations.length === 0) throw new Error("The spec has no operations: `paths` is empty.");
  const limits = Object.entries(document.components?.["x-rate-limits"] ?? {});
  return { operations, limits: Object.fromEntries(limits.map(([name, limit]) => [name, numbersOf(limit)])) };
}

function numbersOf({ limit, windowSeconds }: Limit): Limit {
  return { limit, windowSeconds };
}

function operationAt(document: OpenApi, at: OperationAt): Operation {
  const { path, method, operation } = at;
  const alternatives = operation.security ?? document.security ?? [];
  const demands = (scheme: string) => alternatives.length > 0 && alternatives.every((one) => scheme in one);
  return {
    id: operation.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    parameters: parametersOf(document, at).map(({ name, in: place, required, example, schema }) => ({
      ...{ name, in: place, required: required === true, example },
      schema: checks(resolveRef<Schema>(document, schema ?? {})),
    })),
    needsAppKey: demands("appKey"),
    needsToken: demands("bearerToken"),
    limit: operation["x-rate-limit"],
  };
}

/** Of a schema, what the text of a parameter is checked against. */
function checks({ type, pattern, minimum, maximum, minLength, enum: values }: Schema): Schema {
  const all = { type, pattern, minimum, maximum, minLength, enum: values };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** The order's statuses, in the order of the numbers that `filter` takes. */
export function statusesOf(document: SpecDocument): string[] {
  const { components } = document as unknown as OpenApi;
  return components?.schemas?.OrderStatus?.["x-extensible-enum"] ?? [];
}
