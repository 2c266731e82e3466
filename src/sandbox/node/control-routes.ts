// Owns the control surface over HTTP: paths and JSON around control.ts.
import type { Control, EventOptions } from "../control.js";
import { ControlError, check } from "../control-check.js";
import type { HttpResponse } from "../http.js";
import type { EventName } from "../lifecycle.js";
import type { OrderGiven } from "../order-change.js";
import type { Switches } from "../profiles.js";
import type { ScriptStep } from "../script.js";
import { SITUATIONS } from "../situations.js";
import type { TimingGiven } from "../timing.js";
import { jsonResponse, messageResponse } from "../undocumented.js";
import {
  CONTROL_OPERATIONS,
  CONTROL_PATH,
  type ControlOperation,
  type ControlOperationId,
  controlDescription,
} from "./control-api.js";

interface Given {
  id: number;
  body: unknown;
  query: URLSearchParams;
}

type Handler = (control: Control, given: Given) => unknown;

/** The body was held to its schema before. */
function withBody<Body>(run: (control: Control, body: Body, id: number) => unknown): Handler {
  return (control, { body, id }) => run(control, body as Body, id);
}

const HANDLERS: Record<ControlOperationId, Handler> = {
  overview,
  description: controlDescription,
  listAll: (control) => control.orders(),
  clearOrders: (control) => control.clearOrders(),
  getOne: (control, { id }) => control.order(id),
  put: withBody<OrderGiven>((control, body, id) => control.putOrder(id, body)),
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
  timing: withBody<TimingGiven>((control, set) => control.setTiming(set)),
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

/** `/__sandboxes` is a path that the API does not have. */
export function isControlPath(url: string): boolean {
  const next = url.charAt(CONTROL_PATH.length);
  return url.startsWith(CONTROL_PATH) && (next === "" || next === "/" || next === "?");
}

/** What the control surface answers; nothing has changed where that is an error. */
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
  const { path, idText, search } = split(url);
  const operation = CONTROL_OPERATIONS.find(
    (one) => one.path === path && one.method === method.toLowerCase(),
  );
  if (!operation)
    return messageResponse(404, `The control surface has no ${method} ${path}: see GET ${CONTROL_PATH}/.`);
  const id = operation.path.includes("{id}") ? orderId(idText) : 0;
  const given = { id, body: parsed(body, operation), query: new URLSearchParams(search) };
  const found = await HANDLERS[operation.id](control, given);
  if (found === undefined && method === "GET") return messageResponse(404, `There is no order ${id}.`);
  return jsonResponse(200, found ?? { done: true });
}

/** `/__sandbox/orders/73552/fill` is `/orders/{id}/fill` with the id 73552. */
function split(url: string): { path: string; idText: string; search: string } {
  const [path = "", search = ""] = url.slice(CONTROL_PATH.length).split("?");
  const [, first, id = "", ...rest] = path.split("/");
  if (first !== "orders" || id === "") return { path: path || "/", idText: "", search };
  return { path: ["", first, "{id}", ...rest].join("/"), idText: id, search };
}

function orderId(text: string): number {
  check("OrderId", /^\d{1,10}$/.test(text) ? Number(text) : text, "order");
  return Number(text);
}

function parsed(text: string, { body, bodyOptional }: ControlOperation): unknown {
  if (!body) return undefined;
  const value = text === "" && bodyOptional ? {} : fromJson(text);
  if (typeof body === "string") check(body, value, "body");
  else check(Array.isArray(value) ? body[1] : body[0], value, "body");
  return value;
}

function fromJson(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    throw new ControlError("body: give JSON. What came is not.");
  }
}
