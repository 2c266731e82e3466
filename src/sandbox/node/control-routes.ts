// Owns the control surface over HTTP: its paths and its JSON, around control.ts.
import type { Control, EventOptions } from "../control.js";
import { ControlError, check } from "../control-check.js";
import type { HttpResponse } from "../http.js";
import type { EventName } from "../lifecycle.js";
import type { OrderChange } from "../order-change.js";
import type { Switches } from "../profiles.js";
import type { ScriptStep } from "../script.js";
import { SITUATIONS } from "../situations.js";
import type { TimingChange } from "../timing.js";
import { jsonResponse, messageResponse } from "../undocumented.js";
import {
  CONTROL_OPERATIONS,
  CONTROL_PATH,
  type ControlOperation,
  type ControlOperationId,
  controlDescription,
} from "./control-api.js";

interface ControlRequest {
  id: number;
  body: unknown;
  query: URLSearchParams;
}

type ControlHandler = (control: Control, request: ControlRequest) => unknown;

/** The body has been checked against its schema. */
function withBody<Body>(run: (control: Control, body: Body, id: number) => unknown): ControlHandler {
  return (control, { body, id }) => run(control, body as Body, id);
}

const HANDLERS: Record<ControlOperationId, ControlHandler> = {
  overview,
  description: controlDescription,
  listAll: (control) => control.orders(),
  clearOrders: (control) => control.clearOrders(),
  getOne: (control, { id }) => control.order(id),
  put: withBody<OrderChange>((control, body, id) => control.putOrder(id, body)),
  fill: withBody<{ quantity?: number }>((control, { quantity }, id) => control.fill(id, quantity)),
  event: withBody<EventOptions & { event: EventName }>((control, { event, ...options }, id) =>
    control.event(id, event, options),
  ),
  transfers: (control) => control.transfers(),
  getScript: (control) => control.scripted(),
  addScript: withBody<ScriptStep | ScriptStep[]>((control, steps) => {
    control.script(steps);
    return control.scripted();
  }),
  clearScript: (control) => control.clearScript(),
  requests: (control, { query }) => control.requests(query.get("operation") ?? undefined),
  counts: (control) => control.counts(),
  issueToken: (control) => ({ token: control.issueToken() }),
  endTokens: (control) => control.endTokens(),
  switches: withBody<Partial<Switches>>((control, set) => control.setSwitches(set)),
  showSwitches: (control) => control.switches(),
  showTiming: (control) => control.timing(),
  timing: withBody<TimingChange>((control, set) => control.setTiming(set)),
  time,
  advance: withBody<{ advanceMs: number }>(async (control, { advanceMs }) => {
    await control.advance(advanceMs);
    return time(control);
  }),
  reset: (control) => control.reset(),
};

function time(control: Control): object {
  return { now: new Date(control.now()).toISOString() };
}

function overview(control: Control): unknown {
  return {
    paths: CONTROL_OPERATIONS.map(
      ({ method, path, summary }) => `${method.toUpperCase()} ${CONTROL_PATH}${path}  ${summary}`,
    ),
    situations: SITUATIONS.map(({ id, name, happens }) => `${id}  ${name}: ${happens}`),
    switches: control.switches(),
    ...time(control),
  };
}

/** `/__sandboxes` does not belong to the control surface. */
export function isControlPath(url: string): boolean {
  const next = url.charAt(CONTROL_PATH.length);
  return url.startsWith(CONTROL_PATH) && (next === "" || next === "/" || next === "?");
}

/** The response of the control surface. If it is an error, nothing has changed. */
export async function controlResponse(
  control: Control,
  method: string,
  url: string,
  body: string,
): Promise<HttpResponse> {
  try {
    return await respond(control, method, url, body);
  } catch (error) {
    if (error instanceof ControlError) return messageResponse(400, error.message);
    return messageResponse(500, `The sandbox itself failed: ${(error as Error).message}`);
  }
}

async function respond(control: Control, method: string, url: string, body: string): Promise<HttpResponse> {
  const { path, orderId, search } = split(url);
  const operation = CONTROL_OPERATIONS.find(
    (one) => one.path === path && one.method === method.toLowerCase(),
  );
  if (!operation)
    return messageResponse(404, `The control surface has no ${method} ${path}: see GET ${CONTROL_PATH}/.`);
  if (orderId !== undefined) check("OrderId", orderId, "order");
  const request = {
    id: Number(orderId),
    body: parseBody(body, operation),
    query: new URLSearchParams(search),
  };
  const result = await HANDLERS[operation.id](control, request);
  if (result !== undefined) return jsonResponse(200, result);
  if (method === "GET") return messageResponse(404, `There is no order ${orderId}.`);
  return jsonResponse(200, { done: true });
}

/** `/__sandbox/orders/73552/fill` is the path `/orders/{id}/fill` with the order id 73552. */
function split(url: string): { path: string; orderId?: number | string; search: string } {
  const [path = "", search = ""] = url.slice(CONTROL_PATH.length).split("?");
  const [, first, id = "", ...rest] = path.split("/");
  if (first !== "orders" || id === "") return { path: path || "/", search };
  return { path: ["", first, "{id}", ...rest].join("/"), orderId: numberIn(id), search };
}

/** The text itself if it is not a number, for the sentence that refuses it. */
function numberIn(text: string): number | string {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  return text;
}

function parseBody(text: string, { body: schema, bodyOptional }: ControlOperation): unknown {
  if (!schema) return undefined;
  const value = parseJson(text, bodyOptional);
  if (typeof schema === "string") check(schema, value, "body");
  else if (Array.isArray(value)) check(schema[1], value, "body");
  else check(schema[0], value, "body");
  return value;
}

function parseJson(text: string, mayBeEmpty = false): unknown {
  if (text === "") return mayBeEmpty ? {} : undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError("body: this is not JSON.");
  }
}
