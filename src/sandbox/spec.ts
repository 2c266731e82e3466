// Owns what the sandbox knows of the spec: operations, their parameters, what they demand, the limits.
// Pure; imports nothing.

/** The document as parsed JSON. Only what is read here is typed. */
export interface SpecDocument {
  openapi?: string;
  security?: Requirement[];
  paths?: Record<string, Record<string, unknown>>;
  components?: Record<string, unknown>;
  [key: string]: unknown;
}

type Requirement = Record<string, string[]>;

interface Schema {
  $ref?: string;
  type?: string | string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  enum?: unknown[];
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required: boolean;
  example: unknown;
  /** The value, or a sentence that says what is wrong with the text. */
  read(text: string): { value: string | number | boolean } | { problem: string };
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
  limit: string | undefined;
}

export interface Limit {
  limit: number;
  windowSeconds: number;
}

export interface Spec {
  document: SpecDocument;
  operations: Operation[];
  limits: Record<string, Limit>;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Reads a document; throws one sentence when it is not an OpenAPI 3 document with operations. */
export function readSpec(document: SpecDocument): Spec {
  if (!document || typeof document !== "object" || !String(document.openapi ?? "").startsWith("3."))
    throw new Error("The spec is not an OpenAPI 3 document: it has no `openapi: 3.…`.");
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).map((method) => operation(document, path, item, method)),
  );
  if (operations.length === 0) throw new Error("The spec has no operations: `paths` is empty.");
  return { document, operations, limits: limitsOf(document) };
}

function operation(
  document: SpecDocument,
  path: string,
  item: Record<string, unknown>,
  method: string,
): Operation {
  const source = item[method] as Record<string, unknown>;
  const raw = [...list(item.parameters), ...list(source.parameters)];
  const alternatives = (source.security ?? document.security ?? []) as Requirement[];
  const demands = (scheme: string) => alternatives.length > 0 && alternatives.every((one) => scheme in one);
  return {
    id: String(source.operationId ?? `${method} ${path}`),
    method: method.toUpperCase(),
    path,
    parameters: raw.map((one) => parameter(document, one)),
    needsAppKey: demands("appKey"),
    needsToken: demands("bearerToken"),
    limit: source["x-rate-limit"] as string | undefined,
  };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function parameter(document: SpecDocument, raw: unknown): Parameter {
  const source = resolve(document, raw) as Record<string, unknown>;
  const schema = resolve(document, source.schema ?? {}) as Schema;
  return {
    name: String(source.name),
    in: source.in as Parameter["in"],
    required: source.required === true,
    example: source.example,
    read: reader(String(source.name), schema),
  };
}

/** Follows `$ref` within the document. */
function resolve(document: SpecDocument, node: unknown): unknown {
  let found = node;
  while (found && typeof found === "object" && "$ref" in found) {
    const steps = String(found.$ref).replace("#/", "").split("/");
    found = steps.reduce<unknown>(
      (at, step) => (at as Record<string, unknown> | undefined)?.[step],
      document,
    );
    if (found === undefined)
      throw new Error(`The spec refers to ${steps.join("/")}, which it does not have.`);
  }
  return found;
}

function reader(name: string, schema: Schema): Parameter["read"] {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "integer" || type === "number") return numberReader(name, schema, type);
  if (type === "boolean") return booleanReader(name);
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, "u");
  return (text) => {
    if (pattern && !pattern.test(text)) return { problem: `${name} does not match ${schema.pattern}` };
    if (text.length < (schema.minLength ?? 0)) return { problem: `${name} is empty` };
    if (schema.enum && !schema.enum.includes(text))
      return { problem: `${name} is none of ${schema.enum.join(", ")}` };
    return { value: text };
  };
}

function numberReader(name: string, schema: Schema, type: string): Parameter["read"] {
  const shape = type === "integer" ? /^[+-]?\d{1,15}$/ : /^[+-]?\d+(\.\d+)?$/;
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return (text) => {
    if (!shape.test(text))
      return { problem: `${name} is not ${type === "integer" ? "an integer" : "a number"}` };
    const value = Number(text);
    if (value < minimum) return { problem: `${name} is less than ${minimum}` };
    if (value > maximum) return { problem: `${name} is greater than ${maximum}` };
    return { value };
  };
}

function booleanReader(name: string): Parameter["read"] {
  return (text) => {
    const lower = text.toLowerCase();
    if (lower !== "true" && lower !== "false") return { problem: `${name} is neither true nor false` };
    return { value: lower === "true" };
  };
}

function limitsOf(document: SpecDocument): Record<string, Limit> {
  return (document.components?.["x-rate-limits"] ?? {}) as Record<string, Limit>;
}

/** Schema of the order's statuses, in the order of the numbers that `filter` takes. */
export function statusesOf(document: SpecDocument): string[] {
  const schemas = document.components?.schemas as Record<string, Record<string, unknown>> | undefined;
  return (schemas?.OrderStatus?.["x-extensible-enum"] ?? []) as string[];
}
