// One typed client method per operationId, and the table that the client runs on. Pure.
import { errorClass } from "../../src/client/fates.js";
import type { OpenApi, RateLimit, Schema } from "../../src/sandbox/openapi.js";
import type { AnswerModel, OperationModel, ParameterModel } from "./model.js";
import { paragraph, tsdoc } from "./tsdoc.js";

export function emitOperations(spec: OpenApi, models: OperationModel[]): string {
  const rows = table(models);
  return [
    ...serializerImport(rows),
    'import type { Schemas } from "./schemas.js";',
    'import type { operations } from "./types.js";',
    "",
    ...models.map(paramsInterface),
    methodsInterface(models),
    errorBodies(models),
    TABLE_TYPES,
    rows,
    limits(spec.components["x-rate-limits"]),
  ].join("\n");
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const paramsName = (model: OperationModel): string => `${capitalized(model.id)}Params`;

function paramsInterface(model: OperationModel): string {
  const lines = model.parameters.map((parameter) => paramProperty(model, parameter));
  if (model.body) lines.push(bodyProperty(model, model.body));
  return `/** Arguments of {@link Operations.${model.id}}. */\nexport interface ${paramsName(model)} {\n${lines.join("\n")}\n}\n`;
}

function paramProperty({ id }: OperationModel, parameter: ParameterModel): string {
  const doc = tsdoc([parameter.description, rangeOf(parameter)], "  ");
  const place = `NonNullable<operations["${id}"]["parameters"]["${parameter.in}"]>`;
  return `${doc}  ${property(parameter.name, mayBeOmitted(parameter))}: ${place}["${parameter.name}"];`;
}

const mayBeOmitted = ({ required, schema }: ParameterModel): boolean =>
  !required || schema.default !== undefined;

/** A TypeScript property that may be left out has a question mark. */
const property = (name: string, isOptional: boolean): string => (isOptional ? `${name}?` : name);

function rangeOf({ schema }: ParameterModel): string {
  const parts = [
    [schema.type, limitsOf(schema)].flat().filter(Boolean).join(" "),
    schema.pattern && `matching \`${schema.pattern}\``,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ];
  return `Type: ${parts.filter(Boolean).join(", ")}.`;
}

/** Smallest and largest value, in words; "" if there are none. */
function limitsOf({ minimum, maximum }: Schema): string {
  if (maximum !== undefined) return `from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `at least ${minimum}`;
  return "";
}

/** A status as a key of an object: `204`, but `"2XX"`. */
function statusKey(status: string): string {
  if (Number.isNaN(Number(status))) return JSON.stringify(status);
  return status;
}

function bodyProperty(model: OperationModel, body: NonNullable<OperationModel["body"]>): string {
  const type = `NonNullable<operations["${model.id}"]["requestBody"]>["content"]["${body.mediaType}"]`;
  return `${tsdoc([body.description || "Body of the request."], "  ")}  ${property("body", !body.required)}: ${type};`;
}

function methodsInterface(models: OperationModel[]): string {
  return `/**
 * One method per operation of the API. Each resolves with the body of a success, or with \`undefined\` where
 * a success has none, and throws an \`AutoSharesError\` otherwise. \`Options\` are those of a single call.
 */
export interface Operations<Options> {
${models.map(method).join("\n")}
}
`;
}

function method(model: OperationModel): string {
  const isOptional = !model.body?.required && model.parameters.every(mayBeOmitted);
  const doc = tsdoc([...methodText(model), ...errorText(model)], "  ");
  return `${doc}  ${model.id}(${property("params", isOptional)}: ${paramsName(model)}, options?: Options): Promise<${successType(model)}>;`;
}

function methodText(model: OperationModel): string[] {
  const success = model.answers.filter((answer) => answer.success);
  return [
    `${model.summary}.`,
    model.description,
    `\`${model.method} ${model.path}\``,
    limitText(model.rateLimit),
    ...success.map((answer) => `Resolves on ${answer.status}: ${paragraph(answer.description)}`),
  ];
}

function limitText(limit: RateLimit | undefined): string {
  if (!limit) return "Limit: not documented.";
  const { limit: count, windowSeconds, per, of } = limit;
  return `Limit: ${count} in ${windowSeconds} s per ${per}, counting ${of}.`;
}

function errorText(model: OperationModel): string[] {
  const failures = model.answers.filter((answer) => !answer.success);
  const documented = failures.map(
    (answer) => `@throws ${errorName(answer.status)} on ${answer.status}: ${paragraph(answer.description)}`,
  );
  return [
    [
      ...documented,
      "@throws ConnectionError, TimeoutError or AbortError when no complete answer came; `fate` tells whether the request may have taken effect.",
      "@throws ArgumentError before anything is sent, when an argument is not what its description says.",
    ].join("\n"),
  ];
}

/** 401 and 403 become an AppKeyError where the body says so. */
function errorName(status: string): string {
  const { name } = errorClass(Number(status.replaceAll("X", "0")));
  if (status === "401" || status === "403") return `${name} or AppKeyError`;
  return name;
}

function successType(model: OperationModel): string {
  const types = model.answers.filter((answer) => answer.success).map((answer) => bodyType(model, answer));
  return [...new Set(types)].join(" | ");
}

export function bodyType(model: OperationModel, { status, mediaType, schemaName }: AnswerModel): string {
  if (!mediaType) return "undefined";
  if (schemaName) return `Schemas["${schemaName}"]`;
  return `operations["${model.id}"]["responses"][${statusKey(status)}]["content"]["${mediaType}"]`;
}

function errorBodies(models: OperationModel[]): string {
  const byStatus = new Map<string, Set<string>>();
  for (const model of models) {
    for (const answer of model.answers.filter(({ success, mediaType }) => !success && mediaType)) {
      const types = byStatus.get(answer.status) ?? new Set();
      byStatus.set(answer.status, types.add(bodyType(model, answer)));
    }
  }
  const lines = [...byStatus]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([status, types]) => `  ${statusKey(status)}: Partial<${[...types].join(" & ")}>;`);
  return `/** What the body of an error may hold, by status. All optional: the API documents some and promises none. */\nexport interface ErrorBodies {\n${lines.join("\n")}\n}\n`;
}

const TABLE_TYPES = `/** Where an argument goes and how it is checked. */
export interface Parameter {
  in: "path" | "query" | "header";
  /** What it must be, in words. */
  is: string;
  type?: string;
  /** Of the value as text. */
  pattern?: RegExp;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  optional?: true;
  secret?: true;
  /** Writes a list or an object into the URL. */
  write?: (name: string, value: never) => string;
}

/** How an operation is sent. */
export interface Operation {
  method: string;
  path: string;
  params: Record<string, Parameter>;
  /** Whether it is sent without the client's token; a call may still give one. */
  tokenless?: true;
  body?: "required" | "optional";
  /** Whether a success may come without a body. */
  mayBeEmpty?: true;
  /** Which of the limits its requests count in. Absent: that is not documented. */
  limit?: keyof typeof rateLimits;
}
`;

/** Parameters that are alike are written once, under the name of the first: the table is part of every bundle. */
function table(models: OperationModel[]): string {
  const constants = new Map<string, string>();
  const used = new Set<string>();
  const rows = models.map((model) => {
    const params = model.parameters.map((parameter) => {
      const literal = parameterLiteral(parameter);
      const name = constants.get(literal) ?? unusedName(identifier(parameter.name), used);
      constants.set(literal, name);
      if (name === parameter.name) return name;
      return `${JSON.stringify(parameter.name)}: ${name}`;
    });
    return `  ${model.id}: ${operationEntry(model, params)},`;
  });
  const declared = [...constants].map(([literal, name]) => `const ${name}: Parameter = ${literal};`);
  return `${declared.join("\n")}\n\n/** What the client runs on: a row per operation. */\nexport const operationTable: Record<keyof Operations<unknown>, Operation> = {\n${rows.join("\n")}\n};\n`;
}

const identifier = (name: string): string => name.replaceAll(/\W/g, "");

function unusedName(wanted: string, used: Set<string>): string {
  let name = wanted;
  for (let count = 2; used.has(name); count++) name = `${wanted}${count}`;
  used.add(name);
  return name;
}

/** openapi-fetch's writers of lists and objects are large: only a table that has some of them brings them along. */
function serializerImport(rows: string): string[] {
  const names = Object.values(SERIALIZERS).filter((name) => rows.includes(name));
  if (names.length === 0) return [];
  return [`import { ${names.join(", ")} } from "openapi-fetch";`];
}

const SERIALIZERS: Record<string, string> = { array: "serializeArrayParam", object: "serializeObjectParam" };

function parameterLiteral(parameter: ParameterModel): string {
  const { schema, style, explode } = parameter;
  const entry = Object.entries(parameterEntry(parameter)).map(([name, text]) => `${name}: ${text}`);
  const serializer = SERIALIZERS[String(schema.type)];
  if (serializer && parameter.in !== "header")
    entry.push(`write: (name, value) => ${serializer}(name, value, ${JSON.stringify({ style, explode })})`);
  return `{ ${entry.join(", ")} }`;
}

const TYPES = ["integer", "number", "string", "boolean", "array", "object"];

/** What the client checks, each as it is written in the table: the value's type, its text against a pattern, its range. */
function parameterEntry(parameter: ParameterModel): Record<string, string> {
  const { in: place, schema } = parameter;
  const { type, minimum, maximum, default: default_ } = schema;
  const pattern = textPattern(schema);
  const facts = {
    in: place,
    is: inWords(parameter),
    type: TYPES.find((name) => name === type),
    minimum,
    maximum,
    default: default_,
    optional: mayBeOmitted(parameter) || undefined,
    secret: schema.format === "password" || undefined,
  };
  const written = Object.entries(facts).filter(([, fact]) => fact !== undefined);
  return {
    ...Object.fromEntries(written.map(([name, fact]) => [name, JSON.stringify(fact)])),
    ...(pattern !== undefined && { pattern: String(new RegExp(pattern)) }),
  };
}

function textPattern({ pattern, enum: values, minLength }: Schema): string | undefined {
  if (values) return `^(?:${values.map((value) => String(value).replace(/\W/g, "\\$&")).join("|")})$`;
  if (pattern === undefined && minLength) return `^[^]{${minLength},}$`;
  return pattern;
}

function inWords({ schema }: ParameterModel): string {
  const { type = "value", pattern, enum: values } = schema;
  if (values) return `one of ${values.join(", ")}`;
  const limits = limitsOf(schema).replace("at least", "of at least");
  const like = pattern && `like ${JSON.stringify(schema.default)}`;
  return [kindInWords(String(type)), limits, like].filter(Boolean).join(" ");
}

function kindInWords(type: string): string {
  if (type === "string") return "a non-empty string";
  const startsWithVowel = "aeiou".includes(type.charAt(0));
  return startsWithVowel ? `an ${type}` : `a ${type}`;
}

function operationEntry(model: OperationModel, params: string[]): string {
  const mayBeEmpty = model.answers.some(({ success, mediaType }) => success && !mediaType);
  const parts = [
    `method: ${JSON.stringify(model.method)}`,
    `path: ${JSON.stringify(model.path)}`,
    `params: { ${params.join(", ")} }`,
    model.token !== "required" && "tokenless: true",
    model.body?.required === true && 'body: "required"',
    model.body?.required === false && 'body: "optional"',
    mayBeEmpty && "mayBeEmpty: true",
    model.rateLimit && `limit: ${JSON.stringify(model.rateLimit.name)}`,
  ];
  return `{ ${parts.filter(Boolean).join(", ")} }`;
}

function limits(all: Record<string, RateLimit>): string {
  const rows = Object.entries(all).map(
    ([name, { limit, windowSeconds }]) =>
      `  ${name}: { limit: ${limit}, windowMs: ${windowSeconds * 1000} },`,
  );
  return `/** Requests allowed in a window, in milliseconds. Whether it rolls is not documented; a rolling one keeps to either. */\nexport const rateLimits = {\n${rows.join("\n")}\n} as const;\n`;
}
