// Owns the description of the control surface in OpenAPI: its requests, their bodies and their responses.
import { CONTROL_SCHEMAS, type ControlSchemaName } from "../control-schemas.js";
import { CONTROL_ANSWERS, list, ref, type Schema, TEXT } from "./control-answers.js";

export const CONTROL_PATH = "/__sandbox";

export interface ControlOperation {
  id: string;
  method: "get" | "put" | "post" | "patch" | "delete";
  /** Below {@link CONTROL_PATH}. */
  path: string;
  /** One line, imperative. */
  summary: string;
  body?: ControlSchemaName | readonly [one: ControlSchemaName, several: ControlSchemaName];
  /** The operation works without a body, too. */
  bodyOptional?: true;
  query?: Record<string, string>;
  /** Schema of the 200. */
  answers: Schema;
}

/** Every request of the control surface. docs/sandbox.md lists them. */
export const CONTROL_OPERATIONS = [
  {
    id: "overview",
    method: "get",
    path: "/",
    summary: "Show these requests, the situations, the switches and the time",
    answers: ref("Overview"),
  },
  {
    id: "description",
    method: "get",
    path: "/openapi.json",
    summary: "Describe the control surface in OpenAPI",
    answers: { type: "object" },
  },
  {
    id: "listAll",
    method: "get",
    path: "/orders",
    summary: "List all orders, never stale",
    answers: list("OrderTruth"),
  },
  {
    id: "clearOrders",
    method: "delete",
    path: "/orders",
    summary: "Remove all orders",
    answers: ref("Done"),
  },
  {
    id: "getOne",
    method: "get",
    path: "/orders/{id}",
    summary: "Show one order with its history",
    answers: ref("OrderTruth"),
  },
  {
    id: "put",
    method: "put",
    path: "/orders/{id}",
    summary: "Create or change an order",
    body: "OrderChange",
    bodyOptional: true,
    answers: ref("OrderTruth"),
  },
  {
    id: "fill",
    method: "post",
    path: "/orders/{id}/fill",
    summary: "Execute a quantity, or all that remains",
    body: "Fill",
    bodyOptional: true,
    answers: ref("OrderTruth"),
  },
  {
    id: "event",
    method: "post",
    path: "/orders/{id}/events",
    summary: "Apply an event, now or later",
    body: "Event",
    answers: ref("OrderTruth"),
  },
  {
    id: "transfers",
    method: "get",
    path: "/transfers",
    summary: "List all transfers",
    answers: list("Transfer"),
  },
  {
    id: "getScript",
    method: "get",
    path: "/script",
    summary: "Show the remaining steps of the script",
    answers: list("ScriptStep"),
  },
  {
    id: "addScript",
    method: "post",
    path: "/script",
    summary: "Add a step or a list of steps to the script",
    body: ["ScriptStep", "ScriptSteps"],
    answers: list("ScriptStep"),
  },
  {
    id: "clearScript",
    method: "delete",
    path: "/script",
    summary: "Clear the script",
    answers: ref("Done"),
  },
  {
    id: "requests",
    method: "get",
    path: "/requests",
    summary: "Show the latest requests",
    query: { operation: "Only those of this operationId." },
    answers: list("RequestRecord"),
  },
  {
    id: "counts",
    method: "get",
    path: "/counts",
    summary: "Count the requests by operation",
    answers: { type: "object", additionalProperties: { type: "integer" } },
  },
  {
    id: "issueToken",
    method: "post",
    path: "/tokens",
    summary: "Issue a token without a sign-in",
    answers: ref("Token"),
  },
  { id: "endTokens", method: "delete", path: "/tokens", summary: "End all tokens", answers: ref("Done") },
  {
    id: "switches",
    method: "patch",
    path: "/switches",
    summary: "Change switches",
    body: "SwitchChange",
    answers: ref("Switches"),
  },
  {
    id: "showSwitches",
    method: "get",
    path: "/switches",
    summary: "Show the switches",
    answers: ref("Switches"),
  },
  {
    id: "showTiming",
    method: "get",
    path: "/timing",
    summary: "Show the delays",
    answers: ref("Timing"),
  },
  {
    id: "timing",
    method: "patch",
    path: "/timing",
    summary: "Change delays",
    body: "TimingChange",
    answers: ref("Timing"),
  },
  { id: "time", method: "get", path: "/clock", summary: "Show the time", answers: ref("Now") },
  {
    id: "advance",
    method: "post",
    path: "/clock",
    summary: "Move the time forward",
    body: "ClockChange",
    answers: ref("Now"),
  },
  {
    id: "reset",
    method: "post",
    path: "/reset",
    summary: "Reset everything except the time",
    answers: ref("Done"),
  },
] as const satisfies readonly ControlOperation[];

export type ControlOperationId = (typeof CONTROL_OPERATIONS)[number]["id"];

/** The description as a document. */
export function controlDescription(): Record<string, unknown> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Control surface of the sandbox",
      version: "1",
      description: "What a test or a person can see and change of the sandbox, besides what the API allows.",
    },
    servers: [{ url: CONTROL_PATH }],
    paths: paths(),
    components: { schemas: { ...CONTROL_SCHEMAS, ...CONTROL_ANSWERS } },
  };
}

function paths(): Record<string, Record<string, unknown>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const operation of CONTROL_OPERATIONS)
    all[operation.path] = { ...all[operation.path], [operation.method]: described(operation) };
  return all;
}

function described({ id, path, summary, body, bodyOptional, query = {}, answers }: ControlOperation): object {
  const isOfOrder = path.includes("{id}");
  const inPath = { name: "id", in: "path", required: true, schema: ref("OrderId") };
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: "query",
    description,
    schema: TEXT,
  }));
  return {
    operationId: id,
    summary,
    parameters: isOfOrder ? [inPath, ...inQuery] : inQuery,
    ...(body && { requestBody: { required: !bodyOptional, content: json(bodySchema(body)) } }),
    responses: {
      "200": { description: "Done.", content: json(answers) },
      "400": { description: "Nothing has changed.", content: json(ref("Message")) },
      "403": {
        description: "The control surface is off, or not for this page.",
        content: json(ref("Message")),
      },
      ...(isOfOrder && {
        "404": { description: "There is no such order.", content: json(ref("Message")) },
      }),
    },
  };
}

function bodySchema(body: NonNullable<ControlOperation["body"]>): Schema {
  if (typeof body === "string") return ref(body);
  return { anyOf: body.map((name) => ref(name)) };
}

function json(schema: Schema): object {
  return { "application/json": { schema } };
}
