// Owns the description of the control surface in OpenAPI: which requests there are, what they take and what they answer.
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
  /** Where the operation does something without one, too. */
  bodyOptional?: true;
  query?: Record<string, string>;
  /** Schema of the 200. */
  answers: Schema;
}

/** Every request of the control surface. The docs list them. */
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
    summary: "List all orders as they truly are",
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
    summary: "Show one order, with all that happened to it and when",
    answers: ref("OrderTruth"),
  },
  {
    id: "put",
    method: "put",
    path: "/orders/{id}",
    summary: "Put an order, or change one",
    body: "OrderChange",
    bodyOptional: true,
    answers: ref("OrderTruth"),
  },
  {
    id: "fill",
    method: "post",
    path: "/orders/{id}/fill",
    summary: "Execute a quantity of it, or all that remains",
    body: "Fill",
    bodyOptional: true,
    answers: ref("OrderTruth"),
  },
  {
    id: "event",
    method: "post",
    path: "/orders/{id}/events",
    summary: "Let an event happen to it, now or later",
    body: "Event",
    answers: ref("OrderTruth"),
  },
  {
    id: "transfers",
    method: "get",
    path: "/transfers",
    summary: "List all transfers as they are",
    answers: list("Transfer"),
  },
  {
    id: "getScript",
    method: "get",
    path: "/script",
    summary: "Show what is left of the script",
    answers: list("ScriptStep"),
  },
  {
    id: "addScript",
    method: "post",
    path: "/script",
    summary: "Add a step to the script, or a list of them",
    body: ["ScriptStep", "ScriptSteps"],
    answers: list("ScriptStep"),
  },
  {
    id: "clearScript",
    method: "delete",
    path: "/script",
    summary: "Forget the script",
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
    summary: "Count the requests that came, by operation",
    answers: { type: "object", additionalProperties: { type: "integer" } },
  },
  {
    id: "issueToken",
    method: "post",
    path: "/tokens",
    summary: "Get a token without signing in",
    answers: ref("Token"),
  },
  { id: "endTokens", method: "delete", path: "/tokens", summary: "End all tokens", answers: ref("Done") },
  {
    id: "switches",
    method: "patch",
    path: "/switches",
    summary: "Play other sides of contradictions",
    body: "SwitchChange",
    answers: ref("Switches"),
  },
  {
    id: "showSwitches",
    method: "get",
    path: "/switches",
    summary: "Show which sides of contradictions are played",
    answers: ref("Switches"),
  },
  {
    id: "showTiming",
    method: "get",
    path: "/timing",
    summary: "Show how long things take",
    answers: ref("Timing"),
  },
  {
    id: "timing",
    method: "patch",
    path: "/timing",
    summary: "Let things take longer or shorter",
    body: "TimingChange",
    answers: ref("Timing"),
  },
  { id: "time", method: "get", path: "/clock", summary: "Show the time", answers: ref("Now") },
  {
    id: "advance",
    method: "post",
    path: "/clock",
    summary: "Move the time on",
    body: "ClockChange",
    answers: ref("Now"),
  },
  {
    id: "reset",
    method: "post",
    path: "/reset",
    summary: "Set everything back to the start, the time apart",
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
      description:
        "The truth about the sandbox's orders, and the hand that changes it. For tests and for people.",
    },
    servers: [{ url: CONTROL_PATH }],
    paths: paths(),
    components: { schemas: { ...CONTROL_SCHEMAS, ...CONTROL_ANSWERS } },
  };
}

function paths(): Record<string, Record<string, unknown>> {
  const all: Record<string, Record<string, unknown>> = {};
  for (const operation of CONTROL_OPERATIONS) {
    all[operation.path] ??= {};
    Object.assign(all[operation.path] ?? {}, { [operation.method]: described(operation) });
  }
  return all;
}

function described({ id, path, summary, body, bodyOptional, query = {}, answers }: ControlOperation): object {
  const inPath = path.includes("{id}")
    ? [{ name: "id", in: "path", required: true, schema: ref("OrderId") }]
    : [];
  const inQuery = Object.entries(query).map(([name, description]) => ({
    name,
    in: "query",
    description,
    schema: TEXT,
  }));
  return {
    operationId: id,
    summary,
    parameters: [...inPath, ...inQuery],
    ...(body && { requestBody: { required: !bodyOptional, content: json(bodySchema(body)) } }),
    responses: {
      "200": { description: "Done.", content: json(answers) },
      "400": { description: "Nothing has changed.", content: json(ref("Message")) },
      "403": { description: "Not let in: off, or another page's.", content: json(ref("Message")) },
      ...(path.includes("{id}") && {
        "404": { description: "There is no such order.", content: json(ref("Message")) },
      }),
    },
  };
}

function bodySchema(body: NonNullable<ControlOperation["body"]>): Schema {
  return typeof body === "string" ? ref(body) : { anyOf: body.map((name) => ref(name)) };
}

function json(schema: Schema): object {
  return { "application/json": { schema } };
}
