// Owns the reading of an OpenAPI document: its parts, how a reference in it is followed, its operations one by one.

export interface OpenApi {
  openapi: string;
  info: { title: string; version?: string; summary?: string; description?: string };
  servers: { url: string; description?: string }[];
  security?: Security[];
  tags: { name: string; description?: string }[];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, Response>;
    securitySchemes: Record<string, SecurityScheme>;
    examples?: Record<string, Example>;
    "x-rate-limits": Record<string, RateLimit>;
    [section: string]: Record<string, unknown> | undefined;
  };
}

type Security = Record<string, string[]>;
type SecurityScheme = { type: "apiKey"; in: "header"; name: string } | { type: "http"; scheme: "bearer" };

/** What an operation says in place of a limit that no source gives. */
export const NOT_DOCUMENTED = "not documented";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
type Method = (typeof METHODS)[number];

type PathItem = { parameters?: (Parameter | Ref)[] } & { [M in Method]?: Operation };

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  externalDocs?: { url: string };
  security?: Security[];
  parameters?: (Parameter | Ref)[];
  requestBody?: RequestBody | Ref;
  responses: Record<string, Response | Ref>;
  /** One of components.x-rate-limits, or {@link NOT_DOCUMENTED}. */
  "x-rate-limit": string;
  /** Not in the spec: the reference shows them. */
  "x-codeSamples"?: CodeSample[];
}

export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  style?: string;
  explode?: boolean;
  schema: Schema | Ref;
  example?: unknown;
}

interface RequestBody {
  required?: boolean;
  description?: string;
  content: Record<string, MediaType>;
}

export interface Response {
  description: string;
  headers?: Record<string, Header | Ref>;
  content?: Record<string, MediaType>;
}

export interface Header {
  example?: unknown;
}

export interface MediaType {
  schema: Schema | Ref;
  examples?: Record<string, Example | Ref>;
}

export interface Example {
  summary?: string;
  value: unknown;
}

export interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  pattern?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  properties?: Record<string, Schema | Ref>;
  "x-extensible-enum"?: string[];
}

export interface RateLimit {
  limit: number;
  windowSeconds: number;
  per: string;
  of: string;
}

export interface Ref {
  $ref: string;
}

export function isRef(value: unknown): value is Ref {
  return typeof value === "object" && value !== null && "$ref" in value;
}

/** The name in `#/components/…/Name`. */
export function refName({ $ref }: Ref): string {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}

/** Follows a reference within the document; throws, naming it, when it leads nowhere. */
export function resolveRef<T>(document: OpenApi, value: T | Ref): T {
  if (!isRef(value)) return value;
  const found = valueAt(document, value.$ref);
  if (found === undefined) throw new Error(`The spec refers to ${value.$ref}, which it does not have.`);
  return resolveRef(document, found as T | Ref);
}

/** What a JSON pointer such as `#/components/schemas/Order` leads to; undefined if it leads nowhere. */
export function valueAt(document: OpenApi, pointer: string): unknown {
  return pointerKeys(pointer).reduce<unknown>(member, document);
}

function member(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null ? (node as Record<string, unknown>)[key] : undefined;
}

export function pointerKeys(pointer: string): string[] {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

export interface OperationAt {
  path: string;
  method: Method;
  item: PathItem;
  operation: Operation;
}

/** Every operation with its path and method, in the order of the document. */
export function eachOperation(document: OpenApi): OperationAt[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (Object.keys(item) as Method[]).flatMap((method) => {
      const operation = METHODS.includes(method) && item[method];
      return operation ? [{ path, method, item, operation }] : [];
    }),
  );
}

/** Parameters of the path first, then the operation's own, which win where both have one. */
export function parametersOf(document: OpenApi, { item, operation }: OperationAt): Parameter[] {
  const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  const resolved = all.map((one) => resolveRef<Parameter>(document, one));
  return [...new Map(resolved.map((one) => [`${one.in} ${one.name}`, one])).values()];
}
